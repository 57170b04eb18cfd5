/** Tables that people write by hand and that repeat what the source says. */
import { readFileSync } from 'node:fs';
import type { INodeProperties } from 'n8n-workflow';
import {
	ACCOUNT_EVENTS,
	DELIVERY_CAUSES,
	EVENT_KINDS,
	MESSAGE_STATUSES,
	MESSAGE_TYPES,
} from '../../../core/events';
import { PRESET_KEYWORDS } from '../../../core/consent/keywords/entries';
import { LANGUAGES } from '../../../core/consent/keywords/languages';
import { MessagingChannel } from '../../../nodes/MessagingChannel/MessagingChannel.node';
import { operationOf } from '../../../nodes/MessagingChannel/operations';
import { messageTypeFields } from '../../../nodes/MessagingSend/messages';
import healthy from '../../fixtures/whatsapp-cloud/check/healthy.json';
import { KEYWORD_OUTPUTS } from '../../../nodes/shared/keyword-outputs';

/** The cells of a page's table by the words of its head, without the head. */
function table(file: string, head: string): string[][] {
	const block = readFileSync(file, 'utf8')
		.split('\n\n')
		.find((one) => one.startsWith('|') && one.replace(/\s+/g, ' ').startsWith(`| ${head} |`));
	if (block === undefined) throw new Error(`${file} has no table that begins with ${head}`);
	const rows = block.trim().split('\n').slice(2);
	return rows.map((row) =>
		row
			.slice(1, -1)
			.split('|')
			.map((cell) => cell.trim()),
	);
}

const codes = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
const sorted = (values: readonly string[]) => [...values].sort();

describe('sending.md', () => {
	const rows = table('docs/sending.md', 'Type');
	const carried = (column: number) =>
		rows
			.filter((row) => (row[column] ?? '').startsWith('●'))
			.flatMap(([names = '']) => names.split(', '))
			.filter((name) => name !== 'Template');

	test.each([
		['whatsAppCloud', 1],
		['infobip', 2],
		['sinch', 4],
	] as const)('says what %s carries', (provider, column) => {
		const field = messageTypeFields.find(({ displayOptions }) =>
			displayOptions?.show?.provider?.includes(provider),
		);
		const offered = (field?.options ?? []).map(({ name }) => name);
		expect(sorted(carried(column))).toEqual(sorted(offered));
	});
});

describe('events.md', () => {
	test('has every kind, status, type, cause and account event', () => {
		const page = readFileSync('docs/events.md', 'utf8');
		const row = (name: string) => page.split('\n').filter((line) => line.startsWith(`| \`${name}\` `));
		expect(table('docs/events.md', '`kind`').flatMap(([kind]) => codes(kind))).toEqual([...EVENT_KINDS]);
		const [, status = ''] = row('status')[0]?.slice(1).split('|') ?? [];
		expect(sorted(codes(status))).toEqual(sorted(MESSAGE_STATUSES));
		const [, type = ''] = row('type')[0]?.slice(1).split('|') ?? [];
		expect(sorted(codes(type))).toEqual(sorted(MESSAGE_TYPES));
		const [, cause = ''] = row('cause')[0]?.slice(1).split('|') ?? [];
		expect(sorted(codes(cause))).toEqual(sorted(DELIVERY_CAUSES));
		const events = table('docs/events.md', '`event`').flatMap(([event]) => codes(event));
		expect(sorted(events)).toEqual(sorted(ACCOUNT_EVENTS));
	});
});

describe('consent.md', () => {
	test.each(['standard', 'carrier'] as const)('lists the words of the preset %s', (preset) => {
		const row = table('docs/consent.md', 'Preset').find(
			([name = '']) => name.toLowerCase() === `**${preset}**`,
		);
		const { optIn, optOut, help } = PRESET_KEYWORDS[preset];
		expect(row?.slice(1).map(codes)).toEqual([[...optIn], [...optOut], [...help]]);
	});

	test.each(LANGUAGES.map((language) => [language.code, language] as const))(
		'names the sourced words of %s and counts the translated ones',
		(code, { name, keywords, shortWords = [] }) => {
			const row = table('docs/consent.md', 'Code').find(([first = '']) => codes(first)[0] === code);
			const cell = ({ documented, translated }: { documented: string[]; translated: string[] }) => {
				const count = translated.length === 0 ? [] : [`${translated.length} translated`];
				return [documented.map((word) => `\`${word}\``).join(' '), ...count].filter(Boolean).join(' and ');
			};
			const named = shortWords.map((word) => `\`${word}\``).join(' ');
			const optOut = `${cell(keywords.optOut)}${named && ` (if named: ${named})`}`;
			expect(row?.slice(1, 5)).toEqual([name, optOut, cell(keywords.optIn), cell(keywords.help)]);
		},
	);
});

describe('channel.md', () => {
	const { properties } = new MessagingChannel().description;
	const optionsOf = (field: INodeProperties) =>
		(field.options ?? []).flatMap((option) => ('value' in option ? [option] : []));
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(optionsOf);
	const offered = (provider: string) =>
		properties
			.filter(({ name }) => name === 'operation')
			.flatMap((list) => optionsOf(list).map((option) => ({ list, option })))
			.flatMap(({ list, option }) => {
				const resource = resources.find(({ value }) => list.displayOptions?.show?.resource?.includes(value));
				const forms = Object.keys(operationOf(resource?.value, option.value)?.forms ?? {});
				return forms.includes(provider) ? [`${String(resource?.name)}: ${option.name}`] : [];
			});

	test.each([
		['whatsAppCloud', 2],
		['infobip', 3],
		['sinch', 4],
	] as const)('says what can be done at %s', (provider, column) => {
		let resource = '';
		const told: string[] = [];
		for (const row of table('docs/channel.md', 'Resource')) {
			resource = row[0] === '' ? resource : (row[0] ?? '').replaceAll('*', '');
			if (row[column] === '●') told.push(...(row[1] ?? '').split(', ').map((name) => `${resource}: ${name}`));
		}
		expect(sorted(told)).toEqual(sorted(offered(provider)));
	});
});

test('channel.md has the checks of WhatsApp Cloud in their order', () => {
	const rows = table('docs/channel.md', 'Check').map(([name]) => name);
	expect(rows).toEqual(healthy.checks.map(({ name }) => name));
});

test('README.md has the outputs of Messaging Keywords in their order', () => {
	const row = table('README.md', 'Node').find(([name]) => name === '**Messaging Keywords**');
	expect(row?.at(-1)).toBe(Object.values(KEYWORD_OUTPUTS).join(', '));
});
