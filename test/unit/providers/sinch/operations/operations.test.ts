import { operations as administration } from '../../../../../core/providers/sinch/operations';
import { operationOf, operationsOf, play, readCases } from '../../../operations/cases';

const LINE = { accountId: 'p1', appId: 'app1', servicePlanId: 'plan1' } as const;
const CASES = readCases('sinch');

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

test.each(operationsOf(administration))('%s needs a project', async (path) => {
	const inputs = CASES.filter(({ operation, outcome }) => operation === path && outcome.ok);
	const line = {};
	const { outcome, requests } = await play(operationOf(administration, path), inputs[0]?.input, {}, line);
	expect(outcome).toMatchObject({ ok: false, field: 'projectId' });
	expect(requests).toStrictEqual([]);
});
