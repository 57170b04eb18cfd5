/** What the report's page reckons: intervals, sums of blocks, and cells of a CSV. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';
import { TEMPLATES } from './files.ts';

/** A module of the page, as the page has it. */
async function bundled(file: string): Promise<unknown> {
	const { outputFiles } = await build({
		entryPoints: [join(TEMPLATES, 'messaging-report/page', file)],
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'node',
	});
	return await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}

const Interval = z.object({ difference: z.number(), low: z.number(), high: z.number() });
const Side = z.object({ hits: z.number(), total: z.number() });
const { newcombe } = z
	.object({ newcombe: z.function(z.tuple([Side, Side]), Interval.optional()) })
	.parse(await bundled('interval.js'));

const Records = z.object({ sends: z.array(z.record(z.unknown())) }).passthrough();
const { recordsOf } = z
	.object({ recordsOf: z.function(z.tuple([z.array(z.record(z.unknown()))]), Records) })
	.parse(await bundled('rows.js'));

describe('the interval of a difference', () => {
	/** Newcombe, Interval estimation for the difference between independent proportions (1998), table II, method 10. */
	const PUBLISHED: readonly (readonly [
		a: [number, number],
		b: [number, number],
		low: number,
		high: number,
	])[] = [
		[[48, 80], [56, 70], 0.0524, 0.3339],
		[[3, 10], [9, 10], 0.1705, 0.809],
		[[0, 29], [5, 56], -0.0381, 0.1926],
		[[0, 20], [0, 10], -0.1611, 0.2775],
		[[0, 10], [0, 10], -0.2775, 0.2775],
		[[0, 20], [10, 10], 0.6791, 1],
	];
	const sideOf = ([hits, total]: [number, number]) => ({ hits, total });
	for (const [a, b, low, high] of PUBLISHED) {
		test(`${a.join('/')} and ${b.join('/')}`, () => {
			const interval = newcombe(sideOf(a), sideOf(b));
			assert.deepEqual(
				[interval?.low.toFixed(4), interval?.high.toFixed(4)],
				[low.toFixed(4), high.toFixed(4)],
			);
		});
	}

	test('there is none without messages', () => {
		assert.equal(newcombe({ hits: 0, total: 0 }, { hits: 1, total: 2 }), undefined);
	});
});

test('of a block that was counted anew the newest rows count', () => {
	const row = (block: number, renewedAt: string, sent: number) => ({
		kind: 'sends',
		block,
		renewedAt,
		figures: JSON.stringify({ sent }),
	});
	const { sends } = recordsOf([
		row(0, '2026-11-01', 1),
		row(0, '2026-11-02', 2),
		row(0, '2026-11-02', 3),
		row(1, '2026-11-01', 5),
	]);
	assert.deepEqual(
		sends.map(({ sent }) => sent),
		[2, 3, 5],
	);
});

test('no cell of the CSV is a formula', async () => {
	const { csvOf } = z
		.object({
			csvOf: z.function(
				z.tuple([z.array(z.string()), z.array(z.array(z.union([z.string(), z.number()])))]),
				z.string(),
			),
		})
		.parse(await bundled('export.js'));
	const cells = ['=1+1', '+15550100001', '+1 and more', '@a', '-x', 'a "b", c', 'Spring', -2];
	assert.equal(
		csvOf(['a'], [cells]),
		`a\r\n'=1+1,+15550100001,'+1 and more,'@a,'-x,"a ""b"", c",Spring,-2\r\n`,
	);
});

test('each rule and code has its advice', async () => {
	const Cause = z.object({ kind: z.string(), provider: z.string(), code: z.string(), text: z.string() });
	const { adviceFor } = z
		.object({ adviceFor: z.function(z.tuple([Cause]), z.object({ title: z.string(), advice: z.string() })) })
		.parse(await bundled('advice.js'));
	const of = (kind: string, provider: string, code: string) =>
		adviceFor({ kind, provider, code, text: 'Text' });
	assert.match(of('failed', 'whatsAppCloud', '131026').advice, /Check the number/);
	assert.match(of('heldBack', 'whatsAppCloud', 'noConsent').advice, /opt-in/);
	assert.deepEqual(of('failed', 'sinch', 'new'), { title: 'Text', advice: '' });
	assert.deepEqual(of('failed', 'toString', '1'), { title: 'Text', advice: '' });
});
