import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateKeywords } from '../../../../core/consent/keywords/evaluate';
import type { KeywordOptions } from '../../../../core/consent/types';

const all: KeywordOptions = { preset: 'standard', languages: 'all', fuzzyOptOut: true };

function rowsOf(name: string): Record<string, string>[] {
	const [header = '', ...lines] = readFileSync(
		join(__dirname, '../../../fixtures/consent', name),
		'utf8',
	).split('\n');
	const columns = header.split('\t');
	return lines
		.filter((line) => line !== '')
		.map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [columns[index] ?? '', cell])));
}

const LABELS: Record<string, string> = {
	optOut: 'opt_out',
	fuzzyOptOut: 'opt_out',
	optIn: 'opt_in',
	help: 'help',
};
const labelOf = (text: string) => LABELS[evaluateKeywords(text, all).category] ?? 'none';

describe('labelled rows', () => {
	const rows = rowsOf('rows.tsv');
	const recall = (label: string, set: string) => {
		const wanted = rows.filter((row) => row.label === label && row.set === set);
		return wanted.filter((row) => labelOf(row.text ?? '') === label).length / wanted.length;
	};

	test.each(['tuning', 'heldOut'])('opt-outs are found in the %s rows', (set) => {
		expect(recall('opt_out', set)).toBeGreaterThanOrEqual(0.95);
	});

	test.each(['opt_in', 'help'])('%s is found', (label) => {
		expect(recall(label, 'tuning')).toBeGreaterThanOrEqual(0.95);
		expect(recall(label, 'heldOut')).toBeGreaterThanOrEqual(0.95);
	});

	test('nobody is opted out who did not ask', () => {
		expect(rows.filter((row) => row.label === 'none' && labelOf(row.text ?? '') === 'opt_out')).toEqual([]);
	});
});

test('at most one ordinary sentence in two thousand is taken for an opt-out', () => {
	const rows = rowsOf('ordinary.tsv');
	expect(rows.length).toBeGreaterThan(2000);
	const hits = rows.filter((row) => labelOf(row.text ?? '') === 'opt_out');
	expect(hits.length).toBeLessThanOrEqual(1);
});

describe('rows of a kind', () => {
	const rows = rowsOf('kinds.tsv').map((row) => ({ ...row, text: row.text?.replaceAll('\\n', '\n') ?? '' }));
	const ofLabel = (label: string) => rows.filter((row) => 'label' in row && row.label === label);

	test('opt-outs are found, most of them surely', () => {
		const wanted = ofLabel('opt_out');
		const found = wanted.filter(({ text }) => labelOf(text) === 'opt_out');
		const sure = wanted.filter(({ text }) => evaluateKeywords(text, all).category === 'optOut');
		expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.95);
		expect(sure.length / wanted.length).toBeGreaterThanOrEqual(0.75);
	});

	test.each(['opt_in', 'help', 'none'])('%s is told apart', (label) => {
		expect(ofLabel(label).filter(({ text }) => labelOf(text) !== label)).toEqual([]);
	});

	test('only the likely reading asks, and only where it is on', () => {
		for (const { text } of rows) {
			const likely = evaluateKeywords(text, all);
			const sure = evaluateKeywords(text, { ...all, fuzzyOptOut: false });
			expect(sure.category).toBe(likely.category === 'fuzzyOptOut' ? 'default' : likely.category);
		}
	});
});

describe('what somebody does herself, or wants for somebody else, is no request', () => {
	test.each([
		'take a coat, i dont want you to get a cold',
		'we do not want him to get more of it',
		'i dont wanna bother you with it',
		'no more texting you tonight then',
		'the old ones must be removed',
		'i dont want this to end badly',
		'我不用再打电话了吧？',
		'อยย่าหยุดส่งโปรนะ',
	])('%s', (text) => {
		expect(evaluateKeywords(text, all).category).not.toBe('optOut');
	});

	test.each([
		'i dont want you to text me',
		'no more texting me',
		'my number must be removed',
		'i dont want this',
		'不用再打电话了',
		'หยุดส่งโปรนะ',
	])('but %s is one', (text) => {
		expect(evaluateKeywords(text, all).category).toBe('optOut');
	});
});

describe('scopes', () => {
	test.each([
		['stop promotions', 'marketing'],
		['no more promotional texts please', 'marketing'],
		['no more surveys', 'surveys'],
		['keine Umfragen mehr bitte', 'surveys'],
		['please stop the appointment reminders', 'reminders'],
		['only order updates please', 'marketing'],
		['stop all messages', 'all'],
	])('%s is an opt-out of %s', (text, scope) => {
		expect(evaluateKeywords(text, all)).toMatchObject({ category: 'optOut', scope });
	});
});

describe('what programs write around a message', () => {
	test.each([
		'STOP\n\nSent from my iPhone',
		'Arrêt\nEnvoyé de mon iPhone',
		'STOP\n\nOn Tue, 3 Mar 2026 at 09:00 Shop <shop@example.com> wrote:\n> Sale! Reply STOP to end',
		'> Sale! Reply STOP to end\nSTOP',
		'STOPP\n\n-----Ursprüngliche Nachricht-----\nVon: Laden',
		'&quot;STOP&quot;',
		'<p>STOP</p>',
		'[Image] STOP',
		'RE: STOP',
		'STOP\n--\nAnna Example\nExample Street 1',
	])('%j is an opt-out', (text) => {
		expect(evaluateKeywords(text, all).category).toBe('optOut');
	});

	test.each([
		'Thanks a lot!\n\nOn Tue, 3 Mar 2026 at 09:00 Shop wrote:\nSale! Reply STOP to end',
		'See you at noon\n--\nStop Shop Ltd.',
	])('%j is none of ours', (text) => {
		expect(evaluateKeywords(text, all).category).toBe('default');
	});
});

describe('sentences', () => {
	test.each([
		['please stop texting me', 'optOut', 'all'],
		["don't text and drive", 'default', undefined],
		["stop texting and driving, it's illegal", 'default', undefined],
		['stop texting and calling me', 'optOut', 'all'],
		["don't text", 'optOut', 'all'],
		["don't text me", 'optOut', 'all'],
		['do not send me anything else', 'optOut', 'all'],
		['I never asked for this, stop', 'optOut', 'all'],
		['who is at the bus stop', 'default', undefined],
		['end this subscription please', 'optOut', 'all'],
		['I want to end the call', 'default', undefined],
		['basta un messaggio per confermare', 'default', undefined],
		['stop sending me your promotions', 'optOut', 'marketing'],
		["don't stop sending me your promotions", 'default', undefined],
		['why did you stop texting me?', 'default', undefined],
		['hört bitte nicht auf, mir Angebote zu schicken', 'default', undefined],
		['hört bitte auf, mir Angebote zu schicken', 'optOut', 'marketing'],
		["n'arrêtez pas de m'envoyer vos offres", 'default', undefined],
		['no dejen de mandarme ofertas', 'default', undefined],
		['Loved “Sale today! Reply STOP to unsubscribe”', 'default', undefined],
		['sign me up please', 'optIn', 'all'],
	])('%p is %s', (text, category, scope) => {
		const match = evaluateKeywords(text, all);
		expect(match.category).toBe(category);
		expect(match.scope).toBe(scope);
	});

	test('say what they were understood as', () => {
		expect(evaluateKeywords('Please remove me from your list', all)).toMatchObject({
			tier: 'phrase',
			language: 'en',
			explanation: expect.stringContaining('asks to be taken off the list'),
		});
	});

	test('are no opt-in where own keywords replace the list', () => {
		expect(evaluateKeywords('sign me up', { ...all, keywords: { optIn: ['JOIN'] } }).category).toBe(
			'default',
		);
	});
});

describe('near misses', () => {
	test.each(['stpo', 'unsubcribe', 'CANCIL', 'Qiut', 'unsubscribr pls', 'stpo!!'])(
		'%s is close to a keyword',
		(text) => {
			expect(evaluateKeywords(text, all)).toMatchObject({ category: 'fuzzyOptOut', tier: 'fuzzy' });
			expect(evaluateKeywords(text, { ...all, fuzzyOptOut: false }).category).toBe('default');
		},
	);

	test.each(['shop', 'step', 'quiet', 'cancer', 'and', 'on', 'held', 'yep', 'stpo by the shop'])(
		'%s is not',
		(text) => {
			expect(evaluateKeywords(text, all).category).toBe('default');
		},
	);

	test('a misspelt UNSUBSCRIBE is never a SUBSCRIBE', () => {
		expect(evaluateKeywords('usubscribe', all).category).toBe('fuzzyOptOut');
		expect(evaluateKeywords('SUBSCRIBE', all).category).toBe('optIn');
	});

	test('a lone stop sign is asked about', () => {
		expect(evaluateKeywords('🛑', all).category).toBe('fuzzyOptOut');
		expect(evaluateKeywords('👎', all).category).toBe('default');
	});
});
