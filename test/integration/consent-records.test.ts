import { WorkflowExpression } from 'n8n-workflow';
import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute } from './harness';

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
