import type { INodeParameters } from 'n8n-workflow';
import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { loadOptionsContext } from './harness';

/** The lines that answer a message which is typed into the field. */
async function answersTo(message: string | undefined, parameters: INodeParameters = {}): Promise<string[]> {
	const { tryMessage } = new MessagingKeywords().methods.listSearch;
	const context = loadOptionsContext(new MessagingKeywords(), { parameters });
	const { results } = await tryMessage.call(context, message);
	expect(new Set(results.map(({ value }) => value)).size).toBe(results.length);
	return results.map(({ name }) => name);
}

test.each<[text: string, parameters: INodeParameters, answer: string, because: RegExp]>([
	['STOP', {}, 'Opt-Out: “STOP”', /Opt-Out keyword STOP/],
	['no more promotions please', {}, 'Opt-Out of marketing: “no more promotions please”', /no more/],
	['stop order updates', {}, 'Opt-Out of order updates: “stop order updates”', /./],
	['stpo', {}, 'Fuzzy Opt-Out: “stpo”', /close to STOP/],
	['stpo', { options: { fuzzyOptOut: 'off' } }, 'Default: “stpo”', /none of the keywords/],
	['stpo', { options: { fuzzyOptOut: 'optOut' } }, 'Opt-Out: “stpo”', /close to STOP/],
	['join', { categories: { optIn: { keywords: 'JOIN' } }, preset: 'own' }, 'Opt-In: “join”', /JOIN/],
	['join', { categories: { optIn: { keywords: '={{ $json.x }}' } } }, 'Opt-In: “join”', /JOIN/],
	[
		'sun',
		{ customKeywords: { lists: [{ name: 'Summer', keywords: 'SUN' }] } },
		'Custom (Summer): “sun”',
		/"Summer" keyword SUN/,
	],
	['why do I get this?', {}, 'Help: “why do I get this?”', /./],
])(
	'"%s" with %j is answered with what it is taken for, and why',
	async (text, parameters, answer, because) => {
		const [first, ...reasons] = await answersTo(text, parameters);
		expect(first).toBe(answer);
		expect(reasons.join(' ')).toMatch(because);
	},
);

test('what the record would change is said beside it', async () => {
	expect(await answersTo('YES')).toEqual([
		'Opt-In: “YES”',
		'The message is the Opt-In keyword YES.',
		'From somebody who opted out → Default',
		'While a double opt-in waits → Double Opt-In',
		'After the question whether to opt out → Opt-Out',
	]);
	expect((await answersTo('no', { preset: 'carrier' })).slice(-2)).toEqual([
		'While a double opt-in waits → Opt-Out',
		'After the question whether to opt out → Fuzzy Opt-Out, declined',
	]);
});

test('reasons are broken into lines that the list shows whole', async () => {
	const [, ...reasons] = await answersTo('Please do not contact me again or I will report you');
	expect(reasons.length).toBeGreaterThan(1);
	expect(reasons.every((line) => line.length <= 60)).toBe(true);
});

test('options that the editor cannot work out count as those of a new node', async () => {
	const { tryMessage } = new MessagingKeywords().methods.listSearch;
	const context = loadOptionsContext(new MessagingKeywords(), {});
	context.getNode().parameters.options = null;
	const { results } = await tryMessage.call(context, 'stpo');
	expect(results[0]?.name).toBe('Fuzzy Opt-Out: “stpo”');
});

test.each([undefined, '', '  '])('%p is answered with nothing', async (message) => {
	expect(await answersTo(message)).toEqual([]);
});

test('a setting that is not understood is named', async () => {
	await expect(answersTo('stop', { options: { languages: ['xx'] } })).rejects.toThrow(
		"'Languages' cannot be",
	);
});
