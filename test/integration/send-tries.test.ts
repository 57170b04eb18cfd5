import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, TEXT_TO_PHONE, type Setting } from './harness';

const parameters = { ...TEXT_TO_PHONE, delivery: { concurrency: 1, attempts: 1 } };
const people = [1, 2, 3].map((number) => ({ phone: `+1555012300${number}` }));
const refusal = { error: { code: 131026, message: '(#131026) Refused', type: 'OAuthException' } };

/** Whom Meta took a message for, in order. */
let taken: string[] = [];

/** Meta, who takes no message for some of them. */
function meta(refused: readonly string[]): void {
	nock.cleanAll();
	nock('https://graph.test')
		.persist()
		.post('/v25.0/2001/messages')
		.reply((_uri, body) => {
			const to = typeof body === 'object' ? String(body.to) : '';
			if (refused.some((phone) => to.endsWith(phone.slice(1)))) return [400, refusal];
			taken.push(to.replace(/^\+?/, '+'));
			return [200, { messages: [{ id: `wamid.${taken.length}` }] }];
		});
}

let executions = 0;

/** A run of the node, which can be tried again. */
function run(setting: Setting = {}, items: IDataObject[] = people, changed: INodeParameters = {}) {
	executions += 1;
	const own = { retryOnFail: true, executionId: `try-${executions}`, ...setting };
	return async (): Promise<INodeExecutionData[][]> =>
		await execute(new MessagingSend(), items, { ...own, parameters: { ...parameters, ...changed } });
}

const outcomes = ([accepted = []]: INodeExecutionData[][]) =>
	accepted.map(({ json }) => json.outcome ?? json.error);
const failure = { code: '131026' };

beforeAll(() => {
	nock.disableNetConnect();
});
beforeEach(() => {
	taken = [];
});
afterAll(() => {
	nock.cleanAll();
	nock.enableNetConnect();
});

test('a list that stopped at a failure goes on where it was when n8n tries it again', async () => {
	const tryIt = run();
	meta(['+15550123003']);
	await expect(tryIt()).rejects.toThrow('131026');
	await expect(tryIt()).rejects.toMatchObject({
		description: expect.stringContaining('2 of 3 messages were accepted before'),
	});
	meta([]);
	expect(outcomes(await tryIt())).toEqual(['accepted', 'accepted', 'accepted']);
	expect(taken).toEqual(['+15550123001', '+15550123002', '+15550123003']);
});

test('with Continue, only what failed is sent again', async () => {
	const tryIt = run({ onError: 'continueRegularOutput' });
	meta(['+15550123001']);
	expect(outcomes(await tryIt())).toMatchObject([failure, 'accepted', 'accepted']);
	meta([]);
	expect(outcomes(await tryIt())).toEqual(['accepted', 'accepted', 'accepted']);
	expect(taken.toSorted()).toEqual(people.map(({ phone }) => phone));
});

test('a message that may have been accepted is not sent again', async () => {
	const tryIt = run({ onError: 'continueRegularOutput' });
	meta(['+15550123001']);
	nock.cleanAll();
	nock('https://graph.test').post('/v25.0/2001/messages').reply(400, refusal);
	nock('https://graph.test').post('/v25.0/2001/messages').times(2).reply(500, '<html>Bad gateway</html>');
	expect(outcomes(await tryIt())).toMatchObject([failure, 'unknown', 'unknown']);
	meta([]);
	expect(outcomes(await tryIt())).toEqual(['accepted', 'unknown', 'unknown']);
	expect(taken).toEqual(['+15550123001']);
});

test('an accepted message whose item came with an error, which n8n takes for a failure, is sent once', async () => {
	const tryIt = run({}, [{ phone: '+15550123001', error: { code: '131047' } }]);
	meta([]);
	const first = await tryIt();
	expect(outcomes(first)).toEqual(['accepted']);
	expect(await tryIt()).toEqual(first);
	expect(taken).toEqual(['+15550123001']);
});

test('the fault of a row that was found before anything went out is told as such at each try', async () => {
	const tryIt = run({}, [...people, { phone: 'nobody' }]);
	meta([]);
	for (let at = 0; at < 2; at += 1) await expect(tryIt()).rejects.toThrow('so nothing was sent');
	expect(taken).toEqual([]);
});

test.each<[string, Setting]>([
	['another execution', {}],
	['a node that is not to be tried again', { retryOnFail: false }],
])('%s sends anew', async (_who, setting) => {
	meta(['+15550123003']);
	await expect(run(setting)()).rejects.toThrow('131026');
	await expect(run(setting)()).rejects.toThrow('131026');
	expect(taken).toHaveLength(4);
});
