import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { questionName, writeReference } from '../../core';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute } from './harness';

const ana = '+15550123001';
const reply = {
	kind: 'message',
	provider: 'whatsAppCloud',
	id: 'wamid.in',
	type: 'text',
	from: ana,
	channelId: '2001',
	text: 'Saturday',
};

const hourAgo = Date.now() - 3_600_000;
const referenceOf = (execution: string) =>
	writeReference({
		executionId: execution,
		nodeId: 'ask',
		question: questionName(0, hourAgo),
		signature: 'ab'.repeat(32),
	});

/** A row of the table; `askedAt` orders them. */
const row = (execution: string, askedAt: string, more: IDataObject = {}) => ({
	json: { reference: referenceOf(execution), askedAt, address: ana, tries: 0, ...more },
});

/** What waiting executions say, by their ids; the calls are kept in order. */
function n8n(answers: Record<string, [status: number, body: object | string]>) {
	const calls: { execution: string; tries: unknown }[] = [];
	for (const [execution, [status, body]] of Object.entries(answers)) {
		nock('https://n8n.example.com')
			.persist()
			.post((uri) => uri.startsWith(`/webhook-waiting/${execution}/ask?`))
			.reply((_uri, sent) => {
				calls.push({ execution, tries: typeof sent === 'object' ? sent.tries : undefined });
				return [status, body];
			});
	}
	return calls;
}

async function handOver(
	openQuestions: unknown,
	event: IDataObject = reply,
	more: INodeParameters = {},
): Promise<INodeExecutionData[][]> {
	return await execute(new MessagingSend(), [event], {
		parameters: {
			provider: 'whatsAppCloud',
			operation: 'handOverAnswer',
			openQuestions: JSON.stringify(openQuestions),
			...more,
		},
		executionId: '99',
		waitingBaseUrl: 'https://n8n.example.com/webhook-waiting',
	});
}

const answered: [number, object] = [200, { outcome: 'answered' }];
const over: [number, string] = [200, '<html>No action required</html>'];
const older = row('7', '2026-11-30T10:00:00Z');
const newer = row('8', '2026-11-30T11:00:00Z', { messageId: 'wamid.8' });

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

test.each<[string, INodeExecutionData[], IDataObject, Parameters<typeof n8n>[0], string[], string]>([
	['the oldest question has it', [newer, older], {}, { 7: answered, 8: answered }, ['7'], '7'],
	['one that is over leaves it to the next', [older, newer], {}, { 7: over, 8: answered }, ['7', '8'], '8'],
	[
		'one that it does not fit leaves it to the next',
		[older, newer],
		{},
		{ 7: [200, { outcome: 'notTaken' }], 8: answered },
		['7', '8'],
		'8',
	],
	[
		'a reply that quotes a question goes there',
		[older, newer],
		{ replyToId: 'wamid.8' },
		{ 7: answered, 8: answered },
		['8'],
		'8',
	],
	[
		'questions to others are left alone',
		[row('6', '2026-11-30T09:00:00Z', { address: '+15550123002' }), older],
		{},
		{ 6: answered, 7: answered },
		['7'],
		'7',
	],
])('%s', async (_name, rows, more, answers, called, taken) => {
	const calls = n8n(answers);
	const outputs = await handOver(rows, { ...reply, ...more });
	expect(outputs).toMatchObject([
		[{ json: { text: 'Saturday', handOver: { outcome: 'answered', reference: referenceOf(taken) } } }],
		[],
	]);
	expect(calls.map(({ execution }) => execution)).toEqual(called);
});

test.each<[string, unknown, IDataObject, Parameters<typeof n8n>[0], string]>([
	['nothing is open', [{ json: {} }], {}, {}, 'notTaken'],
	['no row was found', [], {}, {}, 'notTaken'],
	['it is a status', [older], { kind: 'status' }, {}, 'notTaken'],
	['it asks to stop', [older], { text: 'STOP' }, { 7: [200, { outcome: 'optedOut' }] }, 'optedOut'],
	['no question takes it', [older], {}, { 7: over }, 'notTaken'],
])('where %s the message goes on', async (_name, rows, more, answers, outcome) => {
	n8n(answers);
	const outputs = await handOver(rows, { ...reply, ...more });
	expect(outputs).toMatchObject([[], [{ json: { handOver: { outcome } } }]]);
});

test('tries are counted in the row', async () => {
	const calls = n8n({ 7: [200, { outcome: 'askedAgain', tries: 2 }] });
	const outputs = await handOver([row('7', '', { tries: 1 })]);
	expect(calls).toEqual([{ execution: '7', tries: 1 }]);
	expect(outputs).toMatchObject([[{ json: { handOver: { outcome: 'askedAgain', tries: 2 } } }], []]);
});

test('a table without references is told', async () => {
	await expect(handOver([{ json: { question: 'When?' } }])).rejects.toThrow(/no 'reference' of a question/);
});

test('where n8n cannot call itself the setting is named', async () => {
	await expect(handOver([older])).rejects.toThrow(/N8N_SSRF_ALLOWED_HOSTNAMES/);
});
