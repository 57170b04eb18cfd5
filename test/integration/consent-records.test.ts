import { WorkflowExpression } from 'n8n-workflow';
import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, type Setting } from './harness';

const PEOPLE = ['+15550123001', '+15550123002', '+15550123003'];

/** Each item is a message of a person and a row of the consent table; the second one has left. */
const items = PEOPLE.map((from, index) => ({
	kind: 'message',
	provider: 'whatsAppCloud',
	channel: 'whatsapp',
	channelId: '2001',
	from,
	text: 'hello',
	address: from,
	status: index === 1 ? 'optedOut' : 'optedIn',
	scope: 'all',
	timestamp: '2026-11-01T10:00:00.000Z',
}));
const itemsWithRows = items.map((item) => ({ ...item, rows: [item] }));

const NODES = {
	'Messaging Send': (consentRecords: string) => ({
		node: new MessagingSend(),
		parameters: {
			provider: 'whatsAppCloud',
			operation: 'sendResponse',
			runMode: 'dryRun',
			text: '={{ $json.text }}',
			permission: { consentRecords, purpose: 'marketing' },
		},
	}),
	'Messaging Keywords': (consentRecords: string) => ({
		node: new MessagingKeywords(),
		parameters: { text: 'yes', options: { consentRecords } },
	}),
};

/** What the consent of each person was found to be. */
async function states(name: keyof typeof NODES, consentRecords: string): Promise<string[]> {
	const { node, parameters } = NODES[name](consentRecords);
	const outputs = await execute(node, itemsWithRows, { parameters });
	const found = outputs.flatMap((output, index) =>
		output.map(({ json }): [unknown, number] => [json.from, index]),
	);
	return PEOPLE.map((from) => String(found.find(([person]) => person === from)?.[1]));
}

afterEach(() => {
	jest.restoreAllMocks();
});

describe.each(['Messaging Send', 'Messaging Keywords'] as const)('%s', (name) => {
	test('asks n8n once for the rows of a node, and for each item where they may vary', async () => {
		const asked = jest.spyOn(WorkflowExpression.prototype, 'getParameterValue');
		const timesFor = async (consentRecords: string) => {
			asked.mockClear();
			const { node, parameters } = NODES[name](consentRecords);
			await execute(node, itemsWithRows, { parameters });
			const isAsked = (written: unknown) => JSON.stringify(written).includes(consentRecords);
			return asked.mock.calls.filter(([written]) => isAsked(written)).length;
		};
		expect(await timesFor('={{ $input.all() }}')).toBe(1);
		expect(await timesFor('={{ [$json] }}')).toBe(PEOPLE.length);
		expect(await timesFor('={{ $json.rows }}')).toBe(0);
	});
});

test.each([
	['the rows of a node', '={{ $input.all() }}', ['0', '1', '0']],
	['rows that each item brings', '={{ [$json] }}', ['0', '1', '0']],
	['rows of nobody but the first', '={{ $itemIndex === 0 ? $input.all() : [] }}', ['0', '1', '1']],
	['rows in a field of the item', '={{ $json.rows }}', ['0', '1', '0']],
	['a text for each item', '={{ JSON.stringify([$json]) }}', ['0', '1', '0']],
])('Messaging Send reads %s rightly for every item', async (_name, consentRecords, expected) => {
	expect(await states('Messaging Send', consentRecords)).toEqual(expected);
});

describe('what was chosen on a preference page', () => {
	const [from = ''] = PEOPLE;
	const row = (more: object) => ({
		address: from,
		status: 'optedOut',
		scope: 'all',
		timestamp: '2026-11-02T10:00:00.000Z',
		source: 'preferences',
		...more,
	});
	const rows = [
		row({ channel: 'whatsapp', status: 'optedIn', source: 'keyword', timestamp: '2026-11-01T10:00:00.000Z' }),
		row({ channel: 'sms' }),
		row({ channel: 'whatsapp', scope: 'surveys' }),
	];

	const INFOBIP: Setting = {
		credentialType: 'infobipApi',
		credential: { baseUrl: 'https://graph.test', authentication: 'apiKey', apiKey: 'key' },
	};

	test.each([
		['whatsAppCloud', {}, 'offers', 'wouldBeSent'],
		['whatsAppCloud', {}, 'surveys', 'optedOutOfMarketing'],
		['infobip', { channel: 'whatsapp' }, 'offers', 'wouldBeSent'],
		['infobip', { channel: 'sms' }, 'offers', 'optedOut'],
	])('counts on its channel alone: %s %j, %s', async (provider, channel, topic, outcome) => {
		const parameters = {
			provider,
			operation: 'sendResponse',
			runMode: 'dryRun',
			sender: { __rl: true, mode: 'id', value: '447860099299' },
			recipientFrom: 'value',
			to: from,
			text: 'Hello',
			...channel,
			permission: { consentRecords: '={{ $json.rows }}', purpose: 'marketing', topic },
		};
		const setting = { parameters, ...(provider === 'infobip' && INFOBIP) };
		const [item] = (await execute(new MessagingSend(), [{ rows }], setting)).flat();
		const held = item?.json.suppressed ?? item?.json;
		expect(held).toMatchObject(outcome === 'wouldBeSent' ? { outcome } : { rule: outcome });
	});

	test('is recorded by Messaging Keywords with its source, each change on top of the one before', async () => {
		const change = (action: string, scope: string, second: number) => ({
			kind: 'consent',
			source: 'preferences',
			action,
			scope,
			from,
			channel: 'sms',
			id: `link-${second}`,
			timestamp: `2026-11-03T10:00:0${second}.000Z`,
		});
		const changes = [
			change('optIn', 'all', 1),
			change('optOut', 'surveys', 2),
			change('optIn', 'surveys', 3),
		];
		const parameters = { text: '', options: { consentRecords: JSON.stringify(rows) } };
		const outputs = await execute(new MessagingKeywords(), changes, { parameters });
		const found = outputs.flat().map(({ json: { consent, audit, reply } }) => ({ consent, audit, reply }));
		const key = (scope: string) => `sms||${from}|${scope}`;
		expect(found).toEqual(
			[
				['all', 'optedIn', 'optedOut', 1],
				['surveys', 'optedIn', 'optedOut', 3],
				['surveys', 'optedOut', 'optedIn', 2],
			].map(([scope, status, previousStatus, second]): unknown => ({
				consent: expect.objectContaining({ key: key(String(scope)), status, source: 'preferences' }),
				audit: expect.objectContaining({
					messageId: `link-${second}`,
					previousStatus,
					source: 'preferences',
				}),
				reply: undefined,
			})),
		);
	});
});
