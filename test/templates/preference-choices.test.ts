/** What the preference page has recorded, judged by the rules that sending keeps to: a switch changes what it says, and nothing else. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import fc from 'fast-check';
import { z } from 'zod';
import { TEMPLATES } from './files.ts';

/** The page's module, and the record as Messaging Keywords keeps it for what a person says and chooses. */
const ENTRY = `
	import { nextConsent } from './core/consent/double-opt-in';
	import { countsOn, statusOfRows } from './core/consent/person';
	import { consentRow } from './core/consent/record';
	import { matchOfSignal } from './core/consent/signal';
	export { changesFor, choicesOn, stopOf } from './templates/preference-page/page/choices.js';

	export function recorded(rows, { channel, source, action, scope }, at) {
		const status = statusOfRows(rows.filter((row) => countsOn(channel, row)), at);
		const match = matchOfSignal({ action, scope, source });
		const step = nextConsent(status, match, { enabled: false }, at);
		if (!step.changed && action === 'optIn') return rows;
		const sender = source === 'keyword' ? { to: 'our number' } : {};
		const said = { fromUserId: 'somebody', channel, ...sender, timestamp: at.toISOString() };
		const row = consentRow(said, match, step, at, source);
		return [...rows.filter(({ key }) => key !== row.key), { ...row, state: row.status }];
	}
`;

const Row = z.object({ key: z.string(), state: z.string(), channel: z.string() }).passthrough();
const Rows = z.array(Row);
const Change = z.object({ channel: z.string(), action: z.string(), scope: z.string() });
const Choices = z.object({ given: z.array(z.string()), isStopped: z.boolean() }).passthrough();
const Recorded = Change.extend({ source: z.string() });

const { outputFiles } = await build({
	stdin: { contents: ENTRY, resolveDir: join(TEMPLATES, '..') },
	bundle: true,
	write: false,
	format: 'esm',
	platform: 'node',
});
const { changesFor, choicesOn, stopOf, recorded } = z
	.object({
		choicesOn: z.function(z.tuple([Rows, z.string(), z.date()]), Choices),
		changesFor: z.function(z.tuple([Choices, z.string(), z.boolean()]), z.array(Change)),
		stopOf: z.function(z.tuple([z.string()]), z.array(Change)),
		recorded: z.function(z.tuple([Rows, Recorded, z.date()]), Rows),
	})
	.parse(await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`));

const TOPICS = ['offers', 'surveys', 'reminders', 'orderUpdates'];
const CHANNELS = ['whatsapp', 'sms'];
const NOON = Date.parse('2026-01-02T12:00:00Z');

const channel = fc.constantFrom(...CHANNELS);
const step = fc.oneof(
	fc.record({
		kind: fc.constant('said' as const),
		channel,
		action: fc.constantFrom('optIn', 'optOut'),
		scope: fc.constantFrom('all', 'marketing', 'surveys', 'reminders', 'a word of a provider'),
	}),
	fc.record({ kind: fc.constant('switched' as const), channel, topic: fc.constantFrom(...TOPICS) }),
	fc.record({ kind: fc.constant('stopped' as const), channel }),
);

test('a switch changes one topic on one channel, whatever was said and chosen before', () => {
	fc.assert(
		fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
			let rows: z.infer<typeof Rows> = [];
			let seconds = 0;
			const now = () => new Date(NOON + seconds * 1_000);
			const record = (change: z.infer<typeof Change>, source: string) => {
				seconds += 1;
				rows = recorded(rows, { ...change, source }, now());
			};
			for (const one of steps) {
				const other = CHANNELS.find((name) => name !== one.channel) ?? '';
				const before = choicesOn(rows, one.channel, now());
				const elsewhere = choicesOn(rows, other, now());
				if (one.kind === 'said') {
					record(one, 'keyword');
					continue;
				}
				if (one.kind === 'stopped') {
					for (const change of stopOf(one.channel)) record(change, 'preferences');
					const { given, isStopped } = choicesOn(rows, one.channel, now());
					assert.deepEqual([given, isStopped], [[], true]);
				} else {
					const isWanted = !before.given.includes(one.topic);
					for (const change of changesFor(before, one.topic, isWanted)) record(change, 'preferences');
					const due = TOPICS.filter((topic) =>
						topic === one.topic ? isWanted : before.given.includes(topic),
					);
					assert.deepEqual(choicesOn(rows, one.channel, now()).given, due);
				}
				assert.deepEqual(choicesOn(rows, other, now()), elsewhere);
			}
		}),
		{ numRuns: 2_000 },
	);
});
