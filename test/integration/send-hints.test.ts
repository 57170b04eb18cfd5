import { ExecuteContext } from 'n8n-core';
import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute } from './harness';

const toList = {
	provider: 'whatsAppCloud',
	sender: { __rl: true, mode: 'id', value: '2001' },
	recipientFrom: 'fields',
	recipientFields: 'phone',
};
const response: INodeParameters = { ...toList, operation: 'sendResponse', text: 'We open at ten.' };
const template: INodeParameters = {
	...toList,
	operation: 'sendTemplate',
	template: { __rl: true, mode: 'id', value: 'hours|en_US' },
};
const people: IDataObject[] = [{ phone: '+15550123001' }, { phone: '+15550123002' }];

function graph() {
	return nock('https://graph.test');
}

function listing(category: string): void {
	graph().persist().get('/v25.0/1001').query(true).optionally().reply(200, { id: '1001' });
	const body = { type: 'BODY', text: 'We open at ten.' };
	const hours = {
		id: '1',
		name: 'hours',
		language: 'en_US',
		status: 'APPROVED',
		category,
		components: [body],
	};
	graph()
		.get('/v25.0/1001/message_templates')
		.query(true)
		.reply(200, { data: [hours], paging: { cursors: { after: 'end' } } });
}

/** Runs the node, where Meta takes this many messages, and gives the sentences above its output. */
async function hintsOf(items: IDataObject[], parameters: INodeParameters, taken: number): Promise<string[]> {
	const hints = jest.spyOn(ExecuteContext.prototype, 'addExecutionHints');
	for (let message = 0; message < taken; message++) {
		graph()
			.post('/v25.0/2001/messages')
			.reply(200, { messaging_product: 'whatsapp', messages: [{ id: `w${message}` }] });
	}
	await execute(new MessagingSend(), items, { parameters });
	return hints.mock.calls.flat().map(({ message }) => message);
}

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	jest.restoreAllMocks();
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

const NOT_LOOKED_AT = 'so that people who opted out are not held back.';

describe('a run in which nobody looked at consent says so', () => {
	test('for a template whose items have no field of consent', async () => {
		listing('UTILITY');
		const items = [...people, { phone: '+15550123003', consent: { status: 'none' } }];
		expect(await hintsOf(items, template, 3)).toEqual([
			`No consent was looked at for 2 of 3 messages, ${NOT_LOOKED_AT} Name the field of the item that holds it under 'Consent Field', or add 'Consent Records' under 'Permission'. If you made sure before that everybody may get the template, choose 'No Check' under 'Consent'.`,
		]);
	});

	test('for a text to a list', async () => {
		expect(await hintsOf(people, response, 2)).toEqual([
			`No consent was looked at for 2 messages, ${NOT_LOOKED_AT} Add 'Consent Records' or 'Consent State' under 'Permission'.`,
		]);
	});

	test('in a dry run, too', async () => {
		expect(await hintsOf(people, { ...response, runMode: 'dryRun' }, 0)).toEqual([
			expect.stringContaining('Dry run'),
			expect.stringContaining('No consent was looked at for 2 messages'),
		]);
	});

	test.each([
		['whose state is given', { ...response, permission: { consentState: 'optedIn' } }],
		['whose records are given', { ...response, permission: { consentRecords: '[]' } }],
		['who have just written', { ...response, recipientFrom: 'writer' }],
		['who may get the message whatever they said', { ...response, permission: { confirmation: 'help' } }],
	])('not for people %s', async (_name, parameters) => {
		const [one] = people;
		expect(await hintsOf([{ ...one, from: one?.phone }], parameters, 1)).toEqual([]);
	});

	test('not for an answer, nor where somebody made sure before', async () => {
		const message = { ...people[0], kind: 'message', from: people[0]?.phone };
		expect(await hintsOf([message], response, 1)).toEqual([]);
		listing('UTILITY');
		expect(await hintsOf(people, { ...template, consentFrom: 'none' }, 2)).toEqual([]);
	});
});

describe('what is held back is told with its output', () => {
	const states = (...given: string[]) =>
		given.map((status, index) => ({ phone: `+1555012300${index}`, consent: { status } }));

	test('where nothing is left to send', async () => {
		listing('MARKETING');
		const items = states('optedOut', 'optedOut', 'none');
		expect(await hintsOf(items, template, 0)).toEqual([
			'Nothing was sent: 2 opted out, 1 never opted in. The output Suppressed has each with its reason.',
		]);
	});

	test('where some go out', async () => {
		listing('MARKETING');
		expect(await hintsOf(states('optedIn', 'pending'), template, 1)).toEqual([
			'1 of 2 messages held back: 1 did not confirm the opt-in. The output Suppressed has each with its reason.',
		]);
	});
});

test.each<[string, INodeParameters, string]>([
	['a response', { ...response, permission: { purpose: 'marketing' } }, "Add 'Consent Records' or"],
	['a template', template, "under 'Consent Field'"],
	['a template that may go to all', template, "choose 'No Check' under 'Consent'"],
])('the advice for %s of unknown consent names what its panel shows', async (_name, parameters, advice) => {
	if (parameters.operation === 'sendTemplate') listing('MARKETING');
	const [, suppressed] = await execute(new MessagingSend(), people, { parameters });
	expect(suppressed?.[0]?.json).toMatchObject({
		suppressed: { rule: 'unknownConsent', advice: expect.stringContaining(advice) },
	});
});

test.each<[string, INodeParameters, boolean]>([
	['a response to a list', response, true],
	['a response to a list, with a state', { ...response, permission: { consentState: 'none' } }, false],
	['a response to a list, with records', { ...response, permission: { consentRecords: '=x' } }, false],
	['a response to whoever wrote', { ...response, recipientFrom: 'writer' }, false],
	['a template', template, false],
	['a question to a number', { ...response, operation: 'sendAndWait' }, true],
])('whether the panel says that nobody is held back, for %s', (_name, parameters, isShown) => {
	const { description } = new MessagingSend();
	const notices = description.properties.filter(({ name }) => name === 'uncheckedNotice');
	const node = { typeVersion: 1 };
	const shown = notices.some((notice) => NodeHelpers.displayParameter(parameters, notice, node, description));
	expect(shown).toBe(isShown);
});
