import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { execute } from './harness';

const OUTPUTS = ['optIn', 'optOut', 'doubleOptIn', 'help', 'custom', 'fuzzyOptOut', 'default'];

const message = {
	kind: 'message',
	provider: 'whatsAppCloud',
	channel: 'whatsapp',
	id: 'wamid.1',
	timestamp: '2026-11-21T12:00:00.000Z',
	from: '+15550123001',
	to: '+15550100001',
};

function used(outputs: unknown[][]): string[] {
	return OUTPUTS.filter((_name, index) => (outputs[index]?.length ?? 0) > 0);
}

test.each([
	['start', {}, 'optIn'],
	['Stop!', {}, 'optOut'],
	['ＳＴＯＰ', {}, 'optOut'],
	['help', {}, 'help'],
	['What are your hours?', {}, 'default'],
	['', {}, 'default'],
	['join', { categories: { optIn: { keywords: 'JOIN, sign up' } } }, 'optIn'],
	['sign up', { categories: { optIn: { keywords: 'JOIN, sign up' } } }, 'optIn'],
	['start', { categories: { optIn: { keywords: 'JOIN' } } }, 'default'],
	['stop', { categories: { optOut: { keywords: 'LEAVE' } } }, 'optOut'],
	['start', { preset: 'own' }, 'default'],
	[
		'ok',
		{ categories: { doubleOptIn: { keywords: 'OK' } }, options: { consentState: 'pending' } },
		'doubleOptIn',
	],
	['summer', { customKeywords: { lists: [{ name: 'Summer', keywords: 'SUMMER', reply: 'Hi' }] } }, 'custom'],
])('"%s" with %j leaves on %s', async (text, parameters, output) => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text }], { parameters });
	expect(outputs).toHaveLength(OUTPUTS.length);
	expect(used(outputs)).toEqual([output]);
});

test('the item keeps its fields and gains keywords, reply and consent', async () => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text: 'stop', own: 7 }], {
		parameters: { categories: { optOut: { reply: 'You are out, {{ $json.own }}' } } },
	});
	expect(outputs[1]).toEqual([
		{
			json: {
				...message,
				text: 'stop',
				own: 7,
				keywords: expect.objectContaining({ category: 'optOut', keyword: 'STOP', tier: 'exact' }),
				reply: { text: 'You are out, {{ $json.own }}' },
				consent: expect.objectContaining({
					address: '+15550123001',
					channel: 'whatsapp',
					status: 'optedOut',
					messageId: 'wamid.1',
					evidence: 'stop',
				}),
			},
			pairedItem: { item: 0 },
		},
	]);
});

test('replies are expressions of the item', async () => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text: 'help', fromName: 'Ana' }], {
		parameters: { categories: { help: { reply: '=Hello {{ $json.fromName }}' } } },
	});
	expect(outputs[3]?.[0]?.json.reply).toEqual({ text: 'Hello Ana' });
});

test('a custom list brings its own name and reply', async () => {
	const lists = [
		{ name: 'Summer', keywords: 'SUN', reply: 'Sunny' },
		{ name: 'Winter', keywords: 'SNOW, ICE', reply: 'Cold' },
	];
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text: 'ice' }], {
		parameters: { customKeywords: { lists } },
	});
	expect(outputs[4]?.[0]?.json).toMatchObject({ keywords: { name: 'Winter' }, reply: { text: 'Cold' } });
});

test('items without a reply or a person carry neither reply nor consent', async () => {
	const outputs = await execute(new MessagingKeywords(), [{ text: 'stop' }]);
	expect(Object.keys(outputs[1]?.[0]?.json ?? {})).toEqual(['text', 'keywords']);
});

test.each(['reaction', 'flowReply', 'system', 'unsupported'])(
	"the text of a %s is nobody's word",
	async (type) => {
		const outputs = await execute(new MessagingKeywords(), [{ ...message, type, text: 'stop' }]);
		expect(used(outputs)).toEqual(['default']);
	},
);

test('a tapped button counts like a word', async () => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, type: 'buttonReply', text: 'Stop' }]);
	expect(used(outputs)).toEqual(['optOut']);
});

test('many items go each to their own output and stay linked', async () => {
	const texts = ['start', 'hello', 'stop', 'hello'];
	const outputs = await execute(
		new MessagingKeywords(),
		texts.map((text) => ({ ...message, text })),
	);
	expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
		[{ item: 0 }],
		[{ item: 2 }],
		[],
		[],
		[],
		[],
		[{ item: 1 }, { item: 3 }],
	]);
});
