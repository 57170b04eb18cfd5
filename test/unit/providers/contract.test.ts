import fc from 'fast-check';
import {
	classifyError,
	parseWebhook,
	verifyWebhook,
	type ProviderName,
	type WebhookSecrets,
} from '../../../core';
import {
	ACCOUNT_EVENTS,
	DELIVERY_CAUSES,
	EVENT_KINDS,
	MESSAGE_STATUSES,
	MESSAGE_TYPES,
	type DeliveryError,
	type JsonValue,
	type MessagingEvent,
} from '../../../core/events';
import { rowOf } from '../../../core/lib/json';
import { READY_MAPPINGS } from '../../../core/providers/custom/ready';
import { fixturesOf } from '../fixtures';

interface Row {
	provider: ProviderName;
	fixtures: ReturnType<typeof fixturesOf>;
	/** The mapping that a call is read with, by the call's name. */
	mappingOf?: (call: string) => object;
	/** Every method of authentication that the provider has, each with a secret of its own. */
	secrets: WebhookSecrets;
	/** The same with every secret left blank. */
	blank: WebhookSecrets;
	/** A header that every signed call carries. */
	signature: string;
	/** Elements of which `raw` holds a part, because they are about more than one event. */
	isDivided?: (raw: JsonValue) => boolean;
	/** A call with elements beside each other, one that is right, and what becomes of it. */
	neighbours: { call: (elements: unknown[]) => unknown; good: object; event: object };
	/** Elements of which none is right. */
	broken?: fc.Arbitrary<unknown>;
}

const PASSWORD = 'pa55-of-the-contract';
const basic = { username: 'hook', password: PASSWORD };
const header = { name: 'x-contract', value: PASSWORD };

/** How a custom gateway's batch is read. */
const BATCH = {
	items: 'results',
	status: { messageId: 'id', status: 'state', statuses: { OK: 'delivered' } },
};

/** One row for each provider: a new one has to hold all of this. */
const ROWS: Row[] = [
	{
		provider: 'whatsAppCloud',
		fixtures: fixturesOf('whatsapp-cloud'),
		secrets: { whatsAppCloud: { appSecrets: [PASSWORD] } },
		blank: { whatsAppCloud: { appSecrets: [''] } },
		signature: 'x-hub-signature-256',
		neighbours: {
			call: (messages) => ({
				object: 'whatsapp_business_account',
				entry: [{ changes: [{ field: 'messages', value: { messages } }] }],
			}),
			good: { id: 'wamid.good', from: '16505551234', type: 'text', text: { body: 'hello' } },
			event: { kind: 'message', id: 'wamid.good', text: 'hello' },
		},
	},
	{
		provider: 'infobip',
		fixtures: fixturesOf('infobip'),
		secrets: {
			infobip: {
				basic,
				header,
				hmac: { secret: PASSWORD, header: 'x-signature', algorithm: 'sha256', encoding: 'hex' },
			},
		},
		blank: {
			infobip: {
				basic: { username: '', password: '' },
				header: { name: 'x-contract', value: '' },
				hmac: { secret: '', header: 'x-signature', algorithm: 'sha256', encoding: 'hex' },
			},
		},
		signature: 'x-signature',
		neighbours: {
			call: (results) => ({ results }),
			good: { messageId: 'good', from: '447700900123', to: '447860099299', text: 'STOP' },
			event: { kind: 'message', id: 'good', text: 'STOP' },
		},
	},
	{
		provider: 'sinch',
		fixtures: fixturesOf('sinch'),
		secrets: { sinch: { webhookSecrets: [PASSWORD], basic, header } },
		blank: {
			sinch: {
				webhookSecrets: [''],
				basic: { username: '', password: '' },
				header: { name: 'x-contract', value: '' },
			},
		},
		signature: 'x-sinch-webhook-signature',
		isDivided: (raw) => typeof raw === 'object' && raw !== null && 'recipients' in raw,
		neighbours: {
			call: (statuses) => ({ type: 'delivery_report_sms', batch_id: '01BATCH', statuses }),
			good: { status: 'Delivered', code: 0, recipients: ['447700900123'] },
			event: { kind: 'status', to: '+447700900123' },
		},
		broken: fc.jsonValue().filter((value) => typeof value !== 'object' || Array.isArray(value)),
	},
	{
		provider: 'custom',
		fixtures: fixturesOf('custom'),
		mappingOf: (call) => rowOf<object>(READY_MAPPINGS, call.split('__')[0]) ?? BATCH,
		secrets: {
			custom: {
				basic,
				header,
				hmac: { secret: PASSWORD, header: 'x-signature', algorithm: 'sha256', encoding: 'hex' },
				twilio: { authTokens: [PASSWORD] },
			},
		},
		blank: {
			custom: {
				basic: { username: '', password: '' },
				header: { name: 'x-contract', value: '' },
				hmac: { secret: '', header: 'x-signature', algorithm: 'sha256', encoding: 'hex' },
				twilio: { authTokens: [''] },
			},
		},
		signature: 'x-signature',
		neighbours: {
			call: (results) => ({ results }),
			good: { id: 'm1', state: 'OK' },
			event: { kind: 'status', messageId: 'm1' },
		},
	},
];

/** Every list and object of a payload, by reference. */
function partsOf(root: unknown): Set<unknown> {
	const parts = new Set<unknown>();
	const rest: unknown[] = [root];
	for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
		if (typeof value !== 'object' || value === null) continue;
		parts.add(value);
		rest.push(...Object.values<unknown>({ ...value }));
	}
	return parts;
}

/** What the provider wrote and what is handed on as it is. */
const HANDED_ON = new Set(['raw', 'details', 'payload', 'contacts', 'order', 'referral']);

/** The fields that are ours, those within `media`, `location`, `price` and `error` included. */
function ownFieldsOf(value: object): [string, unknown][] {
	return Object.entries(value).flatMap(([name, field]: [string, unknown]): [string, unknown][] => {
		if (HANDED_ON.has(name)) return [];
		const inner = typeof field === 'object' && field !== null ? ownFieldsOf(field) : [];
		return [[name, field], ...inner];
	});
}

/** The words of the provider are empty where it gave none. */
const MAY_BE_EMPTY = new Set(['detail']);

function expectNothingEmpty(event: MessagingEvent): void {
	for (const [name, value] of ownFieldsOf(event)) {
		expect(value).not.toBeUndefined();
		expect(value).not.toBeNull();
		if (!MAY_BE_EMPTY.has(name)) expect(value).not.toBe('');
		if (typeof value === 'object') expect(Object.keys({ ...value })).not.toHaveLength(0);
	}
}

const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Channels without phone numbers write ids that only look like some. */
const PHONE_CHANNELS = new Set(['whatsapp', 'sms', 'mms']);
const BARE_PHONE_NUMBER = /^[1-9]\d{6,14}$/;
const E164 = /^\+[1-9]\d{6,14}$/;

function addressesOf(event: MessagingEvent): string[] {
	if (!('from' in event || 'to' in event) || !PHONE_CHANNELS.has(event.channel ?? '')) return [];
	return [event.from, event.to].filter((address) => address !== undefined);
}

function expectFormats(event: MessagingEvent): void {
	if (event.timestamp !== undefined) expect(event.timestamp).toMatch(ISO_UTC);
	if (event.channel !== undefined) expect(event.channel).toBe(event.channel.toLowerCase());
	for (const address of addressesOf(event)) expect(address).not.toMatch(BARE_PHONE_NUMBER);
}

function expectCompleteError(error: DeliveryError): void {
	const { code, title, detail, cause, retryable, retryAfterMs, advice, ...more } = error;
	expect(code).not.toBe('');
	expect(title).not.toBe('');
	expect(typeof detail).toBe('string');
	expect(DELIVERY_CAUSES).toContain(cause);
	expect(typeof retryable).toBe('boolean');
	expect(retryAfterMs ?? 1).toBeGreaterThan(0);
	expect(advice).toMatch(/^[A-Z].*\.$/s);
	expect(more).toEqual({});
}

const COMMON = ['kind', 'provider', 'channel', 'id', 'eventKey', 'timestamp', 'channelId', 'raw'];
const ADDRESSED = [...COMMON, 'from', 'to', 'conversationKey'];

/** The fields of each kind of event, which users write expressions against. */
const FIELDS: Record<MessagingEvent['kind'], readonly string[]> = {
	message: [
		...ADDRESSED,
		...['fromUserId', 'fromName', 'type', 'text', 'payload', 'media', 'attachments', 'location', 'contacts'],
		...['order', 'referral', 'replyToId', 'forwarded', 'error'],
		...['fromUsername', 'fromParentUserId', 'fromIdentityHash', 'cleanText', 'keyword', 'answered'],
		...['previousAddress', 'newAddress', 'previousUserId', 'newUserId', 'newConversationKey'],
		...['previousParentUserId', 'newParentUserId', 'partReference', 'partNumber', 'partCount'],
	],
	status: [
		...ADDRESSED,
		...['toUserId', 'toUsername', 'toParentUserId', 'toIdentityHash'],
		...['messageId', 'status', 'final', 'callbackData', 'error', 'price'],
	],
	consent: [
		...ADDRESSED,
		...['fromUserId', 'fromUsername', 'fromParentUserId'],
		...['action', 'scope', 'text', 'answered', 'error'],
	],
	account: [...COMMON, 'event', 'details'],
	unknown: COMMON,
};

function expectVocabulary(event: MessagingEvent): void {
	expect(EVENT_KINDS).toContain(event.kind);
	expect(FIELDS[event.kind]).toEqual(expect.arrayContaining(Object.keys(event)));
	if (event.kind === 'message') expect(MESSAGE_TYPES).toContain(event.type);
	if (event.kind === 'status') expect(MESSAGE_STATUSES).toContain(event.status);
	if (event.kind === 'status') expect(typeof event.final).toBe('boolean');
	if (event.kind === 'account') expect(ACCOUNT_EVENTS).toContain(event.event);
	if (event.kind === 'consent') expect(['optIn', 'optOut', undefined]).toContain(event.action);
	if ('error' in event && event.error !== undefined) expectCompleteError(event.error);
}

function expectEvents(provider: ProviderName, body: unknown, mapping?: object): void {
	for (const event of parseWebhook(provider, body, { mapping })) {
		expect(event.provider).toBe(provider);
		expect(event.eventKey.startsWith(`${provider}:`)).toBe(true);
		expect(event.eventKey.length).toBeGreaterThan(provider.length + 1);
		expectVocabulary(event);
		expectNothingEmpty(event);
		expectFormats(event);
	}
}

function nest(depth: number, wrap: (inner: unknown) => unknown): unknown {
	let value: unknown = 1;
	for (let level = 0; level < depth; level++) value = wrap(value);
	return value;
}

function mutate(body: unknown, choice: number, value: unknown): unknown {
	const copy = structuredClone(body);
	const places = [...partsOf(copy)].flatMap((container) =>
		typeof container === 'object' && container !== null
			? Object.keys(container).map((key) => ({ container, key }))
			: [],
	);
	const place = places[choice % Math.max(places.length, 1)];
	if (place === undefined) return value;
	const { container, key } = place;
	if (value !== undefined) Reflect.set(container, key, value);
	else if (Array.isArray(container)) container.splice(Number(key), 1);
	else Reflect.deleteProperty(container, key);
	return copy;
}

const PAYLOAD = new Set(['raw', 'details']);

function withoutPayload(event: MessagingEvent): object {
	return Object.fromEntries(Object.entries(event).filter(([name]) => !PAYLOAD.has(name)));
}

describe.each(ROWS)('$provider', ({ provider, fixtures, secrets, blank, signature, ...row }) => {
	const { webhookCalls, expectedEvents } = fixtures;

	describe.each(webhookCalls)('$name', ({ name, body }) => {
		const mapping = row.mappingOf?.(name);

		test('becomes the expected events', () => {
			const events = parseWebhook(provider, body, { mapping });
			expect(events.map(withoutPayload)).toStrictEqual(expectedEvents(name));
		});

		test('becomes events of the contract', () => {
			expectEvents(provider, body, mapping);
			const addresses = parseWebhook(provider, body, { mapping }).flatMap(addressesOf);
			for (const address of addresses.filter((given) => given.startsWith('+'))) {
				expect(address).toMatch(E164);
			}
		});

		test('hands on its own parts, untouched', () => {
			const before = structuredClone(body);
			const parts = partsOf(body);
			for (const { raw } of parseWebhook(provider, body, { mapping })) {
				if (typeof raw === 'object' && raw !== null && !row.isDivided?.(raw)) expect(parts).toContain(raw);
			}
			expect(body).toEqual(before);
		});

		test('has the same keys in every delivery, and another one for each event', () => {
			const keys = parseWebhook(provider, body, { mapping }).map(({ eventKey }) => eventKey);
			const again: unknown = JSON.parse(JSON.stringify(body));
			expect(parseWebhook(provider, again, { mapping }).map(({ eventKey }) => eventKey)).toEqual(keys);
			expect(new Set(keys).size).toBe(keys.length);
		});
	});

	test.each([
		['a text', 'text'],
		['a number', 7],
		['nothing', undefined],
		['null', null],
		['a list', []],
		['an empty object', {}],
		['an object of another kind', { hello: 'world' }],
		['a key that JavaScript knows', JSON.parse('{"__proto__":{"message":{}},"constructor":{}}')],
	])('%s is one unknown event', (_, body: unknown) => {
		const events = parseWebhook(provider, body);
		expect(events).toMatchObject([{ kind: 'unknown', provider, raw: body ?? null }]);
		expectEvents(provider, body);
	});

	test('any JSON value becomes events', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (body) => {
				expectEvents(provider, body);
			}),
			{ numRuns: 300 },
		);
	});

	test('any mutation of a payload becomes events', () => {
		const call = fc.constantFrom(...webhookCalls);
		const change = fc.record({
			choice: fc.nat(),
			value: fc.option(fc.jsonValue(), { nil: undefined, freq: 3 }),
		});
		fc.assert(
			fc.property(call, fc.array(change, { minLength: 1, maxLength: 3 }), ({ name, body }, changes) => {
				const mutated = changes.reduce((part, { choice, value }) => mutate(part, choice, value), body);
				expectEvents(provider, mutated, row.mappingOf?.(name));
			}),
			{ numRuns: 1000 },
		);
	});

	test('a broken element takes none of its neighbours with it', () => {
		const { broken = fc.jsonValue(), neighbours } = row;
		const { call, good, event } = neighbours;
		fc.assert(
			fc.property(fc.array(broken, { maxLength: 5 }), fc.nat(5), (others, position) => {
				const elements = others.toSpliced(position, 0, good);
				const events = parseWebhook(provider, call(elements), { mapping: row.mappingOf?.('neighbours') });
				expect(events).toHaveLength(elements.length);
				expect(events[elements.indexOf(good)]).toMatchObject(event);
			}),
		);
	});

	test.each([
		['lists', (inner: unknown) => [inner]],
		['objects', (inner: unknown) => ({ a: inner })],
		['results', (inner: unknown) => ({ results: [inner] })],
		['messages', (inner: unknown) => ({ message: inner })],
	])('%s that nest without end do not exhaust the stack', (_, wrap) => {
		expect(parseWebhook(provider, nest(20_000, wrap))).toHaveLength(1);
	});

	test('any answer is classified', () => {
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (httpStatus, body) => {
				expectCompleteError(classifyError(provider, httpStatus, body));
				expectCompleteError(classifyError(provider, httpStatus, { error: body, code: body, status: body }));
				expectCompleteError(classifyError(provider, httpStatus, JSON.stringify(body)));
			}),
		);
	});

	test('throttling and a refused credential are the same everywhere', () => {
		expect(classifyError(provider, 429, '')).toMatchObject({ cause: 'rateLimited', retryable: true });
		expect(classifyError(provider, 401, '')).toMatchObject({ cause: 'credentialInvalid', retryable: false });
		expect(classifyError(provider, 502, '<html></html>')).toMatchObject({
			cause: 'temporarilyUnavailable',
			retryable: false,
		});
	});

	const anyHeaders = fc.dictionary(
		fc.constantFrom(signature, signature.toUpperCase(), 'authorization', 'x-contract', 'content-type'),
		fc.oneof(
			fc.string(),
			fc.array(fc.string(), { maxLength: 2 }),
			fc.constant(undefined),
			fc.constant('sha256='),
			fc.constant('Basic '),
		),
	);

	test.each([
		['secrets', secrets],
		['blank secrets', blank],
		['no secrets', {}],
	])('with %s nobody gets in without signing, and no reason tells a secret', (_, configured) => {
		fc.assert(
			fc.property(anyHeaders, fc.uint8Array(), (headers, bytes) => {
				const verification = verifyWebhook(provider, { headers, rawBody: Buffer.from(bytes) }, configured);
				expect(verification).toEqual({ ok: false, reason: expect.stringMatching(/^[a-z].+/i) });
				expect(JSON.stringify(verification)).not.toContain(PASSWORD);
			}),
		);
	});
});
