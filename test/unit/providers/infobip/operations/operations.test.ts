import { operations as administration } from '../../../../../core/providers/infobip/operations';
import { operationOf, operationsOf, play, readCases } from '../../../operations/cases';

const LINE = {};
const CASES = readCases('infobip');

test.each(CASES.map((one) => [`${one.operation}: ${one.name}`, one] as const))('%s', async (_name, one) => {
	const played = await play(operationOf(administration, one.operation), one.input, one.answers, LINE);
	const { requests, outcome, slept } = one;
	expect(JSON.parse(JSON.stringify(played))).toStrictEqual({ requests, outcome, slept });
});

test('every operation is shown to work', () => {
	const working = CASES.filter(({ outcome }) => outcome.ok).map(({ operation }) => operation);
	expect([...new Set(working)].sort()).toStrictEqual(operationsOf(administration).sort());
});

test.each(operationsOf(administration))(
	'%s throws on nothing and asks nothing that it does not know',
	async (path) => {
		for (const input of [
			undefined,
			null,
			7,
			'text',
			[],
			{ people: {}, phoneNumber: [], sender: {}, code: {} },
		]) {
			const { outcome } = await play(operationOf(administration, path), input, {}, LINE);
			expect(typeof outcome.ok).toBe('boolean');
		}
	},
);

test('a file for the header of a template is refused', async () => {
	const file = { content: new Uint8Array(1), mimeType: 'image/png', filename: 'a.png' };
	const input = {
		sender: '447860099299',
		name: 'a',
		language: 'en',
		category: 'UTILITY',
		header: { format: 'image', file },
		body: 'Ready.',
	};
	const { outcome, requests } = await play(operationOf(administration, 'template.create'), input, {}, LINE);
	expect(outcome).toMatchObject({ ok: false, field: 'header.file' });
	expect(requests).toStrictEqual([]);
});
