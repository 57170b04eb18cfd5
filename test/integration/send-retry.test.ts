import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, type Setting } from './harness';

const sender = { __rl: true, mode: 'id', value: '2001' };
const response: INodeParameters = {
	provider: 'whatsAppCloud',
	operation: 'sendResponse',
	sender,
	recipientFrom: 'fields',
	recipientFields: 'phone',
	text: 'Hello',
};
const template: INodeParameters = {
	provider: 'whatsAppCloud',
	operation: 'sendTemplate',
	sender,
	recipientFrom: 'fields',
	recipientFields: 'phone',
	template: { __rl: true, mode: 'id', value: 'order_update|en' },
	fillIn: 'json',
	valuesJson: '{}',
	permission: { consentState: 'optedIn' },
};
const outbox: INodeParameters = {
	callbackData: '={{ $json.reference }}',
	claimedBy: '={{ $json.claimed_by }}',
	alreadySent: '={{ $json.message_id }}',
};
const person = { phone: '+15550123001', reference: 'row-1' };

/** The executions of the tests have this number, and those that they repeat the one before. */
const RUN: Setting = { executionId: '42', onError: 'continueRegularOutput' };
const RETRY: Setting = { ...RUN, mode: 'retry' };

const calls: string[] = [];

beforeAll(() => {
	nock.disableNetConnect();
});
beforeEach(() => {
	calls.length = 0;
	nock('https://graph.test')
		.persist()
		.post('/v25.0/2001/messages')
		.reply((uri) => {
			calls.push(uri);
			return [200, { messages: [{ id: 'wamid.out' }], success: true }];
		});
	nock('https://graph.test')
		.persist()
		.get(/message_templates|phone_numbers|2001/)
		.reply(200, { data: [] });
});
afterEach(() => {
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

async function send(items: IDataObject[], parameters: INodeParameters, setting: Setting) {
	const outputs = await execute(new MessagingSend(), items, { ...setting, parameters });
	return outputs.flat().map(({ json }) => json);
}

const refused = (code: string) => ({ error: expect.objectContaining({ code, retryable: false }) });
const accepted = { outcome: 'accepted' };

describe('what n8n runs again', () => {
	test.each<[string, INodeParameters]>([
		['a response', response],
		['a template', template],
	])('%s is refused, and is sent where the panel says so', async (_, parameters) => {
		expect(await send([person], parameters, RETRY)).toEqual([expect.objectContaining(refused('retried'))]);
		expect(calls).toEqual([]);
		const allowed = { ...parameters, delivery: { onRetry: 'send' } };
		expect(await send([person], allowed, RETRY)).toEqual([expect.objectContaining(accepted)]);
		expect(calls).toHaveLength(1);
	});

	test('reading is marked all the same, as nobody is written to', async () => {
		const parameters = { provider: 'whatsAppCloud', operation: 'markAsRead', sender, messageId: 'wamid.in' };
		expect(await send([{}], parameters, RETRY)).toEqual([expect.objectContaining(accepted)]);
	});

	test.each(['dryRun', 'test'])('a %s shows what it did the first time', async (runMode) => {
		const parameters = { ...response, runMode, testRecipient: '+15550123009' };
		const [item] = await send([person], parameters, RETRY);
		expect(item).toMatchObject({ outcome: runMode === 'dryRun' ? 'wouldBeSent' : 'accepted' });
	});

	test('a list ends with one sentence, what it means and what to do', async () => {
		const run = send([person, person], response, { ...RETRY, onError: 'stopWorkflow' });
		await expect(run).rejects.toMatchObject({
			message: expect.stringMatching(/^None of 2 messages can be sent\. n8n runs this execution again/),
			description: expect.stringMatching(/On Retry.*Retry with currently saved workflow/),
		});
		expect(calls).toEqual([]);
	});

	test.each(['trigger', 'webhook', 'manual', 'integrated'] as const)('mode %s is no retry', async (mode) => {
		expect(await send([person], response, { ...RUN, mode })).toEqual([expect.objectContaining(accepted)]);
	});
});

describe('what an outbox says of an item', () => {
	const item = (fields: IDataObject) => ({ ...person, ...fields });
	const parameters = { ...response, options: outbox };

	test.each<[string, IDataObject, Setting, object]>([
		['claimed by this execution', { claimed_by: '42' }, RUN, accepted],
		['claimed by this execution, in a retry', { claimed_by: 42 }, RETRY, accepted],
		['claimed by the execution that is repeated', { claimed_by: '41' }, RETRY, refused('claimedByOther')],
		['claimed by another execution', { claimed_by: '41' }, RUN, refused('claimedByOther')],
		['claimed by nobody, in a retry', { claimed_by: null }, RETRY, refused('retried')],
		['claimed by nobody', {}, RUN, accepted],
		['out', { message_id: 'wamid.1' }, RUN, refused('alreadySent')],
		['out since', { message_id: new Date(0) }, RUN, refused('alreadySent')],
		['out, and claimed anew', { message_id: true, claimed_by: '42' }, RETRY, refused('alreadySent')],
		['not out, by an empty column', { message_id: null }, RUN, accepted],
		['not out, by a switch', { message_id: false }, RUN, accepted],
		['not out, by the word of one', { message_id: 'False' }, RUN, accepted],
	])('%s', async (_, fields, setting, expected) => {
		expect(await send([item(fields)], parameters, setting)).toEqual([expect.objectContaining(expected)]);
		expect(calls).toHaveLength('outcome' in expected ? 1 : 0);
	});

	test('On Retry: Send sends nothing that is out or belongs to another execution', async () => {
		const allowed = { ...parameters, delivery: { onRetry: 'send' } };
		const items = [item({ claimed_by: '41' }), item({ message_id: 'wamid.1' }), item({})];
		expect(await send(items, allowed, RETRY)).toEqual(
			[refused('claimedByOther'), refused('alreadySent'), accepted].map((one): unknown =>
				expect.objectContaining(one),
			),
		);
	});

	test('those that are refused take none of the others along', async () => {
		const items = [item({ claimed_by: '42' }), item({ claimed_by: '41' }), item({ claimed_by: '42' })];
		const outcomes = await send(items, parameters, RETRY);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', undefined, 'accepted']);
	});
});
