/** Results that go on to a workflow while Messaging Send still sends. */
import { ExecuteContext } from 'n8n-core';
import type { IDataObject, IExecuteWorkflowInfo, INodeExecutionData } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, TEXT_TO_PHONE, type Setting } from './harness';

const OWN_WORKFLOW = 'workflow-under-test';
const to = (workflowId: string) => ({ __rl: true, mode: 'id', value: workflowId });
const peopleOf = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, row) => ({ row, phone: `+1555012${String(3000 + row)}` }));
const people = peopleOf(3);
/** Longer than from one message to the next. */
const WAIT_MS = 600;

/** A workflow that takes portions, and what came to it. */
class Taker {
	readonly portions: { at: number; info: IExecuteWorkflowInfo; options: object; items: IDataObject[] }[] = [];

	/** The most calls that were under way at once. */
	most = 0;

	private underWay = 0;

	/** @param fails whether the call with this number, from 0, fails */
	constructor(private readonly fails: (call: number) => boolean = () => false) {}

	readonly take: Setting['executeWorkflow'] = async (info, _data, { inputData = [], ...options }) => {
		const call = this.portions.length;
		this.underWay += 1;
		this.most = Math.max(this.most, this.underWay);
		const items = inputData.map(({ json }) => json);
		this.portions.push({ at: performance.now(), info, options, items });
		await sleep(WAIT_MS);
		this.underWay -= 1;
		if (this.fails(call)) throw new Error('The database is gone');
		return { executionId: '7', data: [] };
	};

	get rows() {
		return this.portions.flatMap(({ items }) => items.map(({ row }) => row));
	}
}

/** Meta, who takes no message for some of them. */
function meta(refused: readonly string[] = []): void {
	nock.cleanAll();
	nock('https://graph.test')
		.persist()
		.post('/v25.0/2001/messages')
		.reply((_uri, body) => {
			const phone = typeof body === 'object' ? String(body.to) : '';
			return refused.some((one) => phone.endsWith(one.slice(1)))
				? [400, { error: { code: 131026, message: '(#131026) Refused', type: 'OAuthException' } }]
				: [200, { messages: [{ id: `wamid.${phone}` }] }];
		});
}

async function send(
	taker: Taker,
	items: IDataObject[],
	{ parameters, ...setting }: Setting = {},
): Promise<INodeExecutionData[][]> {
	return await execute(new MessagingSend(), items, {
		executionId: 'sending',
		onError: 'continueErrorOutput',
		executeWorkflow: taker.take,
		...setting,
		parameters: { ...TEXT_TO_PHONE, delivery: { handOnTo: to('marks') }, ...parameters },
	});
}

beforeAll(() => {
	nock.disableNetConnect();
});
beforeEach(() => {
	meta();
});
afterEach(() => {
	jest.restoreAllMocks();
});
afterAll(() => {
	nock.cleanAll();
	nock.enableNetConnect();
});

test('every result goes on once, with its outcome in front of all that came in', async () => {
	meta(['+15550123001']);
	const taker = new Taker();
	const items = [
		{ row: 0, phone: '+15550123000', outcome: 'of the list' },
		{ row: 1, phone: '+15550123001' },
		{ row: 2, phone: '+15550123002', consent: 'optedOut' },
	];
	const outputs = await send(taker, items, {
		parameters: { permission: { consentState: '={{ $json.consent }}' }, options: { keepInput: false } },
	});
	expect(outputs[1]).toHaveLength(1);
	const [portion] = taker.portions;
	expect(taker.portions).toHaveLength(1);
	expect(portion?.info).toEqual({ id: 'marks' });
	expect(portion?.options).toMatchObject({
		executionMode: 'trigger',
		doNotWaitToFinish: false,
		parentExecution: { executionId: 'sending', workflowId: OWN_WORKFLOW },
	});
	const byRow = portion?.items.toSorted((one, other) => Number(one.row) - Number(other.row));
	expect(byRow).toMatchObject([
		{ row: 0, outcome: 'accepted', messageId: 'wamid.+15550123000', input: { outcome: 'of the list' } },
		{ row: 1, outcome: 'failed', phone: '+15550123001', error: { code: '131026' } },
		{ row: 2, outcome: 'suppressed', consent: 'optedOut', suppressed: { rule: 'optedOut' } },
	]);
});

test('a row is handed on within five seconds of its send, one call at a time', async () => {
	const taker = new Taker();
	const startedAt = performance.now();
	await send(taker, peopleOf(16), {
		parameters: { delivery: { handOnTo: to('marks'), perSecond: 2 } },
	});
	const seconds = taker.portions.map(({ at }) => (at - startedAt) / 1000);
	expect(taker.rows).toEqual(peopleOf(16).map(({ row }) => row));
	expect(taker.most).toBe(1);
	expect(taker.portions).toHaveLength(3);
	expect(Math.max(...seconds.map((at, portion) => at - (seconds[portion - 1] ?? 0)))).toBeLessThan(5);
}, 20_000);

test('what a call failed with goes on with the next one, in its order', async () => {
	const taker = new Taker((call) => call === 0);
	const log: string[] = [];
	await send(taker, peopleOf(10), {
		log,
		parameters: { delivery: { handOnTo: to('marks'), perSecond: 2 } },
	});
	const [failed, next] = taker.portions;
	expect(failed?.items.length).toBeGreaterThan(0);
	expect(next?.items.slice(0, failed?.items.length)).toEqual(failed?.items);
	expect(new Set(taker.rows).size).toBe(10);
	expect(log.join()).toContain('could not hand on');
}, 20_000);

test('a workflow that never takes them loses nothing, and the node says so', async () => {
	const hints = jest.spyOn(ExecuteContext.prototype, 'addExecutionHints');
	const taker = new Taker(() => true);
	const [accepted] = await send(taker, people);
	expect(accepted).toHaveLength(3);
	expect(taker.portions.map(({ items }) => items.length)).toEqual([3, 3, 3]);
	expect(hints.mock.calls.flat().map(({ message }) => message)).toContain(
		'Results that could not be handed on: 3. The database is gone. The outputs have them all.',
	);
}, 20_000);

test('a long list goes on in calls of a thousand', async () => {
	const taker = new Taker();
	const rows = Array.from({ length: 2500 }, (_, row) => ({ row, phone: 'nobody' }));
	await send(taker, rows);
	expect(taker.portions.map(({ items }) => items.length)).toEqual([1000, 1000, 500]);
	expect(taker.rows).toEqual(rows.map(({ row }) => row));
});

test('a run that ends at its first failure hands on what went out before and what did not', async () => {
	meta(['+15550123001']);
	const taker = new Taker();
	const sending = send(taker, people, {
		onError: 'stopWorkflow',
		parameters: { delivery: { handOnTo: to('marks'), concurrency: 1 } },
	});
	await expect(sending).rejects.toThrow('131026');
	expect(taker.portions.flatMap(({ items }) => items)).toMatchObject([
		{ row: 0, outcome: 'accepted' },
		{ row: 1, outcome: 'failed', error: { code: '131026' } },
		{ row: 2, outcome: 'failed', error: { code: 'unsent' } },
	]);
});

test('a run that is stopped hands on its rows, without waiting where n8n ends what it would wait for', async () => {
	const stop = new AbortController();
	const taker = new Taker((call) => call === 0);
	const sending = send(taker, people, {
		cancelSignal: stop.signal,
		parameters: { delivery: { handOnTo: to('marks'), perSecond: 1 } },
	});
	await sleep(1500);
	stop.abort();
	await sending;
	expect(taker.portions.map(({ options }) => options)).toMatchObject([
		{ doNotWaitToFinish: false },
		{ doNotWaitToFinish: true },
	]);
	expect(taker.portions.at(-1)?.items).toMatchObject([
		{ row: 0, outcome: 'accepted' },
		{ row: 1, outcome: 'accepted' },
		{ row: 2, outcome: 'failed', error: { code: 'unsent' } },
	]);
});

test.each(['test', 'dryRun'])('nothing of a %s goes on', async (runMode) => {
	const taker = new Taker();
	await send(taker, people, { parameters: { runMode, testTo: '+15550129999' } });
	expect(taker.portions).toEqual([]);
});

test('a node that its own portion starts sends nothing', async () => {
	const again = new Taker();
	const own = { delivery: { handOnTo: to('={{ $workflow.id }}') } };
	let restarted: Promise<unknown> = Promise.resolve();
	await send(new Taker(), people, {
		parameters: own,
		executeWorkflow: async () => {
			restarted = send(again, people, { parameters: own, mode: 'integrated' });
			await restarted.catch(() => undefined);
			return { executionId: '7', data: [] };
		},
	});
	await expect(restarted).rejects.toThrow("started by its own 'Hand On Results To'");
	expect(again.portions).toEqual([]);
	await send(again, people, { parameters: own, mode: 'integrated' });
	expect(again.rows).toHaveLength(3);
});

test('an empty choice is told before anything goes out', async () => {
	const sending = send(new Taker(), people, { parameters: { delivery: { handOnTo: to('') } } });
	await expect(sending).rejects.toThrow("'Hand On Results To' names no workflow");
});
