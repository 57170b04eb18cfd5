import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { execute } from './harness';

const OUTPUTS = ['optIn', 'optOut', 'doubleOptIn', 'help', 'custom', 'fuzzyOptOut', 'default'];

const Consent = z.object({ status: z.string() });

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
	['is it summer', { customKeywords: { lists: [{ keywords: 'SUMMER', match: 'contains' }] } }, 'custom'],
	['summer is here', { customKeywords: { lists: [{ keywords: 'SUMMER', match: 'First Word' }] } }, 'custom'],
	['is it summer', { customKeywords: { lists: [{ keywords: 'SUMMER', match: 'firstWord' }] } }, 'default'],
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
				audit: expect.objectContaining({ previousStatus: 'none', status: 'optedOut' }),
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
	const outputs = await execute(new MessagingKeywords(), [{ text: 'stop' }], {
		parameters: { options: { defaultReplies: false } },
	});
	expect(Object.keys(outputs[1]?.[0]?.json ?? {})).toEqual(['keywords', 'text']);
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

const consentChange = { ...message, kind: 'consent', action: 'optOut', scope: 'marketing' };

test('a consent change of the provider counts without any word', async () => {
	const outputs = await execute(new MessagingKeywords(), [consentChange], {
		parameters: { categories: { optOut: { reply: 'Done' } } },
	});
	expect(used(outputs)).toEqual(['optOut']);
	expect(outputs[1]?.[0]?.json).toMatchObject({
		keywords: { category: 'optOut', scope: 'marketing' },
		consent: { source: 'provider', scope: 'marketing', status: 'optedOut' },
		reply: { text: 'Done' },
	});
});

test('sentences in other languages are understood', async () => {
	const outputs = await execute(new MessagingKeywords(), [
		{ ...message, text: 'Bitte keine Nachrichten mehr' },
		{ ...message, text: 'please stop texting me' },
		{ ...message, text: 'I will stop by the shop' },
	]);
	expect(outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(outputs[6]).toHaveLength(1);
});

test.each([
	['off', 'default'],
	['confirm', 'fuzzyOptOut'],
	['optOut', 'optOut'],
])('a near miss with fuzzy opt-out %s leaves on %s', async (fuzzyOptOut, output) => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text: 'stpo' }], {
		parameters: { categories: { fuzzyOptOut: { reply: 'Did you mean STOP?' } }, options: { fuzzyOptOut } },
	});
	expect(used(outputs)).toEqual([output]);
	const [item] = outputs.flat();
	expect(item?.json.reply).toEqual(
		{
			confirm: { text: 'Did you mean STOP?' },
			optOut: { text: expect.stringContaining('unsubscribed') },
			off: { text: expect.stringContaining('Thank you') },
		}[fuzzyOptOut],
	);
	expect(item?.json.consent).toEqual(
		fuzzyOptOut === 'optOut' ? expect.objectContaining({ source: 'nearMatch' }) : undefined,
	);
});

test.each<[string, INodeParameters, unknown]>([
	['with the short standard text', {}, { text: expect.stringMatching(/^Thank you.*HELP.*STOP/) }],
	['with its own text', { categories: { default: { reply: 'Soon.' } } }, { text: 'Soon.' }],
	['with nothing where its reply was left empty', { categories: { default: { reply: '' } } }, undefined],
	['with nothing where default replies are off', { options: { defaultReplies: false } }, undefined],
])('an ordinary message is answered %s', async (_name, parameters, reply) => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text: 'Are you open?' }], {
		parameters,
	});
	expect(outputs.flat()[0]?.json.reply).toEqual(reply);
});

test.each([
	['START', {}],
	['STOP', {}],
	['HELP', {}],
	['STPO', { options: { fuzzyOptOut: 'confirm' } }],
	['START', { options: { doubleOptIn: true } }],
	['Are you open?', {}],
])('the panel says beforehand what "%s" with %j is answered', async (text, parameters) => {
	const node = new MessagingKeywords();
	const outputs = await execute(node, [{ ...message, text }], { parameters });
	const reply = z.object({ text: z.string() }).parse(outputs.flat()[0]?.json.reply);
	const shown = node.description.properties.filter(({ type }) => type === 'notice');
	expect(shown.map(({ displayName }) => displayName).join()).toContain(reply.text);
});

test.each([
	['What is this?', 'help'],
	['Why am I getting these messages?', 'help'],
	['¿por qué recibo estos mensajes?', 'help'],
	['Warum bekomme ich das?', 'help'],
	['수신거부 해제', 'optIn'],
	['cho tôi nhận tin lại', 'optIn'],
	['that was a mistake, keep them coming', 'optIn'],
	['START', 'optIn'],
	['YES', 'default'],
	['yes please', 'default'],
	['where do I sign up?', 'default'],
	['Kann man sich anmelden?', 'default'],
])('"%s" from somebody who left leaves on %s', async (text, output) => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text }], {
		parameters: { options: { consentState: 'optedOut', doubleOptIn: false, fuzzyOptOut: 'confirm' } },
	});
	expect(used(outputs)).toEqual([output]);
	const [item] = outputs.flat();
	expect(item?.json.consent).toEqual(
		output === 'optIn' ? expect.objectContaining({ status: 'optedIn' }) : undefined,
	);
	expect(item?.json.reply === undefined).toBe(output === 'default');
});

describe('double opt-in', () => {
	const run = async (text: string, options: object) => {
		const outputs = await execute(new MessagingKeywords(), [{ ...message, text }], {
			parameters: {
				categories: {
					optIn: { reply: 'Welcome' },
					doubleOptIn: { reply: 'Reply YES' },
					optOut: { reply: 'Bye' },
				},
				options: { doubleOptIn: true, ...options },
			},
		});
		const [item] = outputs.flat();
		return { output: used(outputs)[0], json: item?.json };
	};

	test('an opt-in word asks for confirmation and leaves the consent pending', async () => {
		const { output, json } = await run('start', {});
		expect(output).toBe('optIn');
		expect(json).toMatchObject({
			reply: { text: 'Reply YES' },
			consent: { status: 'pending', expiry: expect.stringMatching(/^\d{4}-/) },
			audit: { previousStatus: 'none' },
		});
	});

	test('the confirming word completes it', async () => {
		const { output, json } = await run('yes', { consentState: 'pending' });
		expect(output).toBe('doubleOptIn');
		expect(json).toMatchObject({ reply: { text: 'Welcome' }, consent: { status: 'optedIn' } });
	});

	test('after the expiry it completes nothing', async () => {
		const { output, json } = await run('yes', {
			consentState: 'pending',
			consentExpiresAt: '2020-01-01T00:00:00.000Z',
		});
		expect(output).not.toBe('doubleOptIn');
		expect(json?.consent).not.toMatchObject({ status: 'optedIn' });
	});

	test('STOP after an opt-out of marketing is confirmed, for it covers more', async () => {
		const { json } = await run('stop', { consentState: 'optedOut', consentScope: 'marketing' });
		expect(json).toMatchObject({
			reply: { text: 'Bye' },
			consent: { status: 'optedOut', scope: 'all' },
			audit: { previousStatus: 'optedOut' },
		});
	});

	test('refusing marketing after STOP takes nothing back', async () => {
		const { output, json } = await run('no more promotions please', {
			consentState: 'optedOut',
			consentScope: 'all',
		});
		expect(output).toBe('optOut');
		expect(json).not.toHaveProperty('reply');
		expect(json).toMatchObject({ consent: { status: 'optedOut', scope: 'all' } });
	});

	test('a second STOP gets no reply, and has its line in the audit', async () => {
		const { output, json } = await run('stop', { consentState: 'optedOut' });
		expect(output).toBe('optOut');
		expect(json).not.toHaveProperty('reply');
		expect(json).toMatchObject({
			consent: { status: 'optedOut', scope: 'all' },
			audit: { previousStatus: 'optedOut' },
		});
	});
});

describe('the question whether an opt-out was meant', () => {
	const hours = (count: number) => new Date(Date.now() - count * 3_600_000).toISOString();
	const run = async (text: string, options: object) => {
		const outputs = await execute(new MessagingKeywords(), [{ ...message, text, timestamp: hours(0) }], {
			parameters: { options: { fuzzyOptOut: 'confirm', doubleOptIn: false, ...options } },
		});
		const [item] = outputs.flat();
		return { output: used(outputs)[0], json: item?.json };
	};

	test('a new node asks it, and a saved one without the option does not', async () => {
		const fresh = await execute(new MessagingKeywords(), [{ ...message, text: 'stpo' }], { parameters: {} });
		expect(used(fresh)).toEqual(['fuzzyOptOut']);
		const saved = await execute(new MessagingKeywords(), [{ ...message, text: 'stpo' }], {
			parameters: { options: {} },
		});
		expect(used(saved)).toEqual(['default']);
	});

	test('is put on no row where nobody tells what the record says', async () => {
		expect((await run('stpo', {})).json).not.toHaveProperty('consent');
	});

	test('is put on the row with its time, and has a line in the audit', async () => {
		const { output, json } = await run('I thought I unsubscribed', { consentState: 'optedIn' });
		expect(output).toBe('fuzzyOptOut');
		expect(json).toMatchObject({
			reply: { text: expect.stringContaining('STOP') },
			consent: { status: 'optedIn', optOutAsked: expect.stringMatching(/^\d{4}-/) },
			audit: { previousStatus: 'optedIn', status: 'optedIn', optOutAsked: expect.any(String) },
		});
	});

	test.each(['STOP', 'yes', 'sí', 'Ja bitte', 'はい', 'stpo'])(
		'%s confirms it within a day',
		async (text) => {
			const { output, json } = await run(text, { consentState: 'optedIn', optOutAskedAt: hours(23) });
			expect(output).toBe('optOut');
			expect(json).toMatchObject({
				reply: { text: expect.any(String) },
				consent: { status: 'optedOut', scope: 'all', optOutAsked: '' },
			});
		},
	);

	test.each([
		['yes', 'optIn'],
		['stpo', 'fuzzyOptOut'],
		['STOP', 'optOut'],
	])('%s a day later leaves on %s, as without it', async (text, output) => {
		expect((await run(text, { consentState: 'none', optOutAskedAt: hours(25) })).output).toBe(output);
	});

	test('no within a day declines it, and is no opt-out', async () => {
		const { output, json } = await run('No!', { consentState: 'optedIn', optOutAskedAt: hours(1) });
		expect(output).toBe('fuzzyOptOut');
		expect(json).not.toHaveProperty('reply');
		expect(json).toMatchObject({
			keywords: { category: 'fuzzyOptOut', keyword: 'NO' },
			consent: { status: 'optedIn', optOutAsked: '' },
		});
	});

	test('a bare yes answers the later of two questions', async () => {
		const pending = {
			consentState: 'pending',
			doubleOptIn: true,
			pendingDays: 7,
			consentExpiresAt: hours(2 - 7 * 24),
		};
		expect((await run('yes', { ...pending, optOutAskedAt: hours(1) })).output).toBe('optOut');
		expect((await run('yes', { ...pending, optOutAskedAt: hours(3) })).output).toBe('doubleOptIn');
	});
});

describe('with the rows of the consent table', () => {
	const at = (minute: number) => `2026-11-21T12:${String(minute).padStart(2, '0')}:00.000Z`;
	const sms = { ...message, channel: 'sms', to: '+15550100009' };
	const row = (status: string, minute: number, more: object = {}) => ({
		key: `whatsapp|${message.to}|${message.from}|all`,
		address: message.from,
		channel: 'whatsapp',
		sender: message.to,
		scope: 'all',
		status,
		timestamp: at(minute),
		expiry: '',
		...more,
	});
	const run = async (messages: object[], rows: object[], options: object = {}) => {
		const items = messages.map((one, index) => ({ ...message, ...one, timestamp: at(30 + index) }));
		const outputs = await execute(new MessagingKeywords(), items, {
			parameters: {
				categories: { default: { reply: 'Thank you' } },
				options: { doubleOptIn: false, consentRecords: JSON.stringify(rows), ...options },
			},
		});
		return outputs
			.flatMap((output, place) => output.map(({ json, pairedItem }) => ({ place, json, pairedItem })))
			.sort((a, b) => JSON.stringify(a.pairedItem).localeCompare(JSON.stringify(b.pairedItem)))
			.map(({ place, json }) => ({
				place,
				replies: json.reply !== undefined,
				status: Consent.optional().parse(json.consent)?.status,
				audited: json.audit !== undefined,
			}));
	};
	const [optIn, optOut, byDefault] = [0, 1, 6];

	test('the newest row of the person counts, and a bare YES takes nobody back', async () => {
		const rows = [
			{ json: row('optedOut', 20) },
			{ json: row('optedIn', 10, { channel: 'sms' }) },
			{ json: row('optedIn', 25, { address: '+15550123009' }) },
			{ json: {} },
		];
		expect(await run([{ text: 'yes' }], rows)).toEqual([
			{ place: byDefault, replies: false, status: undefined, audited: false },
		]);
	});

	test('a message counts for those behind it: two STOPs are answered once, and YES takes nobody back', async () => {
		expect(
			await run([{ text: 'stop' }, { text: 'Please stop' }, { text: 'yes' }, { text: 'start' }], []),
		).toEqual([
			{ place: optOut, replies: true, status: 'optedOut', audited: true },
			{ place: optOut, replies: false, status: 'optedOut', audited: true },
			{ place: byDefault, replies: false, status: undefined, audited: false },
			{ place: optIn, replies: true, status: 'optedIn', audited: true },
		]);
	});

	test('who left in another chat gets the confirmation in this one, once', async () => {
		expect(
			await run(
				[
					{ ...sms, text: 'stop' },
					{ ...sms, text: 'stop' },
				],
				[row('optedOut', 10)],
			),
		).toEqual([
			{ place: optOut, replies: true, status: 'optedOut', audited: true },
			{ place: optOut, replies: false, status: 'optedOut', audited: true },
		]);
	});

	test('START of a subscriber is answered, has its line, and leaves the record as it is', async () => {
		expect(await run([{ text: 'start' }], [row('optedIn', 10)])).toEqual([
			{ place: optIn, replies: true, status: 'optedIn', audited: true },
		]);
	});

	test('a message that is older than the record leaves it as it is, with a line in the audit', async () => {
		expect(await run([{ text: 'start' }], [row('optedOut', 45)])).toEqual([
			{ place: optIn, replies: false, status: 'optedOut', audited: true },
		]);
	});

	test('a message of the same second is not older, for WhatsApp gives whole seconds', async () => {
		const left = row('optedOut', 30, { channel: 'sms', timestamp: at(30).replace('.000', '.700') });
		expect(await run([{ text: 'stop' }], [left])).toEqual([
			{ place: optOut, replies: true, status: 'optedOut', audited: true },
		]);
	});

	test('what the provider reports by itself is recorded and not answered', async () => {
		expect(await run([{ ...consentChange, text: undefined }], [])).toEqual([
			{ place: optOut, replies: false, status: 'optedOut', audited: true },
		]);
	});

	test('an opt-in that lapsed is none', async () => {
		const rows = [row('pending', 10, { expiry: at(20) })];
		expect(await run([{ text: 'yes' }], rows, { doubleOptIn: true })).toEqual([
			{ place: optIn, replies: true, status: 'pending', audited: true },
		]);
	});

	const optOutAsked = new Date(Date.now() - 3_600_000).toISOString();
	const fuzzyOptOut = 5;
	const asking = { fuzzyOptOut: 'confirm' };
	const full = async (texts: string[], rows: object[], options: object = asking) => {
		const items = texts.map((text, index) => ({ ...message, text, timestamp: at(30 + index) }));
		const outputs = await execute(new MessagingKeywords(), items, {
			parameters: { options: { doubleOptIn: false, consentRecords: JSON.stringify(rows), ...options } },
		});
		return outputs.flat().map(({ json }) => json);
	};

	test('the question is asked once: a second likely message confirms', async () => {
		expect(await run([{ text: 'stpo' }, { text: 'I thought I unsubscribed' }], [], asking)).toEqual([
			{ place: fuzzyOptOut, replies: true, status: 'none', audited: true },
			{ place: optOut, replies: true, status: 'optedOut', audited: true },
		]);
	});

	test('whatever is likely an opt-out has its line and its row, also from somebody who left', async () => {
		const rows = [row('optedOut', 10, { evidence: 'STOP' })];
		expect(await full(['stpo'], rows)).toMatchObject([
			{ consent: { status: 'optedOut', evidence: 'STOP' }, audit: { evidence: 'stpo' } },
		]);
	});

	test('the question leaves the proof of an opt-in where it is', async () => {
		const joined = row('optedIn', 10, { evidence: 'START', keyword: 'START', source: 'keyword' });
		const [item] = await full(['stpo'], [joined]);
		expect(item).toMatchObject({
			consent: { status: 'optedIn', evidence: 'START', timestamp: at(10), optOutAsked: expect.any(String) },
			audit: { evidence: 'stpo', status: 'optedIn' },
		});
	});

	test('an open question of the record is answered by yes, and closed by no', async () => {
		const rows = [row('optedIn', 10, { optOutAsked, evidence: 'START' })];
		expect(await full(['yes'], rows)).toMatchObject([{ consent: { status: 'optedOut', optOutAsked: '' } }]);
		expect(await full(['no'], rows)).toMatchObject([
			{ consent: { status: 'optedIn', optOutAsked: '', evidence: 'START', timestamp: at(10) } },
		]);
		expect(await full(['START'], rows)).toMatchObject([{ consent: { status: 'optedIn', optOutAsked: '' } }]);
	});

	test('scopes are facts of their own, and START takes all of them back', async () => {
		const items = await full(['no more surveys', 'stop promotions', 'STOP', 'START'], []);
		const facts = items.map(({ consent, reply }) => ({
			...z.object({ scope: z.string(), status: z.string() }).parse(consent),
			replies: reply !== undefined,
		}));
		expect(facts).toEqual([
			{ scope: 'all', status: 'optedIn', replies: true },
			{ scope: 'surveys', status: 'optedOut', replies: true },
			{ scope: 'marketing', status: 'optedOut', replies: true },
			{ scope: 'all', status: 'optedOut', replies: true },
		]);
	});

	test('an older opt-out of marketing stays beside a newer one of surveys', async () => {
		const rows = [row('optedOut', 10, { scope: 'marketing' }), row('optedOut', 20, { scope: 'surveys' })];
		expect(await full(['stop promotions'], rows)).toMatchObject([
			{ consent: { scope: 'marketing', status: 'optedOut' } },
		]);
		const [item] = await full(['stop promotions'], rows);
		expect(item).not.toHaveProperty('reply');
	});

	test('an unknown status stops the workflow, for it may be an opt-out', async () => {
		await expect(run([{ text: 'hi' }], [row('gone', 10)])).rejects.toThrow(/status of Consent Records/);
	});
});

test('replies follow the language of the keyword', async () => {
	const texts = [{ category: 'optOut', language: 'es', text: 'Baja hecha' }];
	const items = ['baja', 'stop'].map((text) => ({ ...message, text }));
	const outputs = await execute(new MessagingKeywords(), items, {
		parameters: { categories: { optOut: { reply: 'You are out' } }, repliesByLanguage: { texts } },
	});
	expect(outputs[1]?.map(({ json }) => json.reply)).toEqual([
		{ text: 'Baja hecha' },
		{ text: 'You are out' },
	]);
});

test.each([
	['stop', 1, 'unsubscribed'],
	['start', 0, 'subscribed'],
	['help', 3, 'STOP'],
	['baja', 1, 'START'],
])('a new node answers "%s", in the language of the person', async (text, output, words) => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text }]);
	expect(outputs[output]?.[0]?.json.reply).toEqual({ text: expect.stringContaining(words) });
});

test('what the node found out stands in front of what came in', async () => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, text: 'stop', reply: 'old' }]);
	expect(Object.keys(outputs[1]?.[0]?.json ?? {}).slice(0, 5)).toEqual([
		'reply',
		'keywords',
		'consent',
		'audit',
		'kind',
	]);
});

test('the groups of replies stand in the order of the outputs', () => {
	const { outputNames, properties } = new MessagingKeywords().description;
	const { options = [] } = properties.find(({ name }) => name === 'categories') ?? {};
	const groups = options.map((group) => ('displayName' in group ? group.displayName : ''));
	const ordered = [...groups].sort(
		(one, other) => (outputNames?.indexOf(one) ?? 0) - (outputNames?.indexOf(other) ?? 0),
	);
	expect(groups).toHaveLength(6);
	expect(groups).toEqual(ordered);
});

test('an SMS reply says how many messages it takes', async () => {
	const outputs = await execute(new MessagingKeywords(), [{ ...message, channel: 'sms', text: 'help' }], {
		parameters: { categories: { help: { reply: 'x'.repeat(161) } } },
	});
	expect(outputs[3]?.[0]?.json.reply).toMatchObject({ sms: { encoding: 'GSM-7', segments: 2 } });
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

test.each([
	['continueRegularOutput', { own: 7, error: expect.objectContaining({ code: 'notEvaluated' }) }],
	['continueErrorOutput', { error: expect.objectContaining({ code: 'notEvaluated' }) }],
] as const)('%s: an item that fails goes on with what went wrong', async (onError, json) => {
	const outputs = await execute(new MessagingKeywords(), [{ own: 7 }], {
		parameters: { text: '={{ $("Nowhere").item.json.text }}' },
		onError,
	});
	expect(outputs[6]).toEqual([{ json, pairedItem: { item: 0 } }]);
});

test.each([
	['Mexico', '+5215512345678', '+525512345678'],
	['Mexico, as somebody writes it', '52 1 55 1234 5678', '+525512345678'],
	['Brazil', '+551187654321', '+5511987654321'],
	['Argentina', '+541123456789', '+5491123456789'],
	['Argentina, as it is dialled there', '+54 11 15 2345-6789', '+5491123456789'],
])('%s: a person has one record under both spellings of a number', async (_country, from, other) => {
	const rows = await Promise.all(
		[from, other].map(async (one) => {
			const [, left] = await execute(new MessagingKeywords(), [{ ...message, from: one, text: 'STOP' }], {
				parameters: {},
			});
			return left?.[0]?.json.consent;
		}),
	);
	expect(rows[0]).toMatchObject({ address: other, key: `whatsapp|+15550100001|${other}|all` });
	expect(rows[1]).toEqual(rows[0]);
});
