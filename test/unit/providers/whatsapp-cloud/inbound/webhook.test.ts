import fc from 'fast-check';
import { EVENT_KINDS, type MessagingEvent } from '../../../../../core/events';
import { parseWebhook } from '../../../../../core/providers/whatsapp-cloud/inbound/webhook';
import { expectedEvents, fixture, webhookCalls } from '../fixtures';

/** Every list and object of a payload, by reference. */
function partsOf(root: unknown): Set<object> {
	const parts = new Set<object>();
	const rest: unknown[] = [root];
	for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
		if (typeof value !== 'object' || value === null) continue;
		parts.add(value);
		for (const member of Object.values<unknown>({ ...value })) rest.push(member);
	}
	return parts;
}

const PAYLOAD = new Set(['raw', 'details']);

function withoutPayload(event: MessagingEvent): object {
	return Object.fromEntries(Object.entries(event).filter(([name]) => !PAYLOAD.has(name)));
}

describe.each(webhookCalls)('$name', ({ name, body }) => {
	const events = parseWebhook(body);

	test('becomes the expected events', () => {
		expect(events.map(withoutPayload)).toStrictEqual(expectedEvents(name));
	});

	test('hands on its own parts, untouched', () => {
		const before = structuredClone(body);
		const parts = partsOf(body);
		for (const event of parseWebhook(body)) {
			if (typeof event.raw === 'object' && event.raw !== null) expect(parts).toContain(event.raw);
			if (event.kind === 'account' && !parts.has(event.details)) {
				expect(event.details).toStrictEqual({ errors: event.raw });
			}
		}
		expect(body).toEqual(before);
	});

	test('has the same keys when it is delivered again, and another key for each event', () => {
		const keys = events.map(({ eventKey }) => eventKey);
		const again: unknown = JSON.parse(JSON.stringify(body));
		expect(parseWebhook(again).map(({ eventKey }) => eventKey)).toEqual(keys);
		expect(new Set(keys).size).toBe(keys.length);
	});

	test('leaves nothing empty', () => {
		for (const event of events) {
			for (const value of Object.values(withoutPayload(event))) {
				expect(value).not.toBe('');
				expect(value).not.toBeUndefined();
			}
		}
	});
});

test('the details of an account event are the values of the provider', () => {
	expect(parseWebhook(fixture('pywa__template_status_update__rejected'))).toMatchObject([
		{ event: 'templateStatus', details: { event: 'REJECTED', message_template_id: 1689556908129835 } },
	]);
	expect(parseWebhook(fixture('own__errors__alone'))).toMatchObject([
		{ event: 'channelEvent', details: { errors: [{ code: 130429 }] } },
	]);
	expect(parseWebhook(fixture('openapi__group_settings_update'))).toMatchObject([
		{ event: 'channelEvent', details: { type: 'group_settings_update' } },
	]);
});

test.each([
	['a text', 'text'],
	['nothing', undefined],
	['null', null],
	['a list', []],
	['an empty object', {}],
	['an object of another kind', { object: 'instagram', entry: [] }],
	['an entry that is no list', { object: 'whatsapp_business_account', entry: {} }],
])('%s is one unknown event', (_, body) => {
	const events = parseWebhook(body);
	expect(events).toHaveLength(1);
	expect(events).toMatchObject([{ kind: 'unknown', provider: 'whatsAppCloud', raw: body ?? null }]);
});

test('of several errors beside a message none is lost', () => {
	const value = {
		messages: [{ id: 'wamid.1', from: '16505551234', type: 'interactive' }],
		errors: [{ code: 131000 }, { code: 131031 }],
	};
	const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
	expect(parseWebhook({ object: 'whatsapp_business_account', entry })).toMatchObject([
		{ kind: 'message', type: 'unsupported', error: { code: '131000' } },
		{ kind: 'account', event: 'channelEvent', details: { errors: value.errors } },
	]);
});

test('a price that says nothing is none', () => {
	const statuses = [{ id: 'wamid.1', status: 'sent', pricing: {} }];
	const change = { field: 'messages', value: { statuses } };
	const [event] = parseWebhook({ object: 'whatsapp_business_account', entry: [{ changes: [change] }] });
	expect(event).toMatchObject({ kind: 'status', status: 'sent' });
	expect(event).not.toHaveProperty('price');
});

test('keys of a field that JavaScript knows are no fields', () => {
	for (const field of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
		const body: unknown = JSON.parse(
			`{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"${field}","value":{}}]}]}`,
		);
		expect(parseWebhook(body)).toMatchObject([{ kind: 'unknown' }]);
	}
});

test('messages of types that JavaScript knows are unsupported', () => {
	for (const type of ['constructor', '__proto__']) {
		const messages = [{ id: 'wamid.1', from: '16505551234', type }];
		const change = { field: 'messages', value: { messages } };
		const body = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] };
		expect(parseWebhook(body)).toMatchObject([{ kind: 'message', type: 'unsupported' }]);
	}
});

function nest(depth: number, wrap: (inner: unknown) => unknown): unknown {
	let value: unknown = 1;
	for (let level = 0; level < depth; level++) value = wrap(value);
	return value;
}

test.each([
	['lists', (inner: unknown) => [inner]],
	['objects', (inner: unknown) => ({ a: inner })],
	['edits of edits', (message: unknown) => ({ type: 'edit', edit: { message } })],
])('%s that nest without end do not exhaust the stack', (_, wrap) => {
	const deep = nest(20_000, wrap);
	const value = { messages: [deep, { id: '1', type: 'edit', edit: { message: deep } }], contacts: [deep] };
	const change = { field: 'messages', value };
	const body = { object: 'whatsapp_business_account', entry: [deep, { changes: [change, deep] }] };
	expect(parseWebhook(body)).toHaveLength(4);
	expect(parseWebhook(deep)).toHaveLength(1);
});

function expectEvents(body: unknown): void {
	for (const event of parseWebhook(body)) {
		expect(EVENT_KINDS).toContain(event.kind);
		expect(event.id).not.toBe('');
		expect(event.eventKey).toMatch(/^whatsAppCloud:./);
	}
}

test('any JSON value becomes events', () => {
	fc.assert(fc.property(fc.jsonValue(), expectEvents), { numRuns: 500 });
});

test('any JSON value in the place of a message, status or field becomes events', () => {
	const field = fc.constantFrom(
		'messages',
		'user_preferences',
		'calls',
		'history',
		'security',
		'group_status_update',
	);
	const list = fc.constantFrom(
		'messages',
		'statuses',
		'errors',
		'user_actions',
		'user_preferences',
		'calls',
		'history',
	);
	fc.assert(
		fc.property(field, list, fc.array(fc.jsonValue()), fc.jsonValue(), (name, key, elements, contacts) => {
			const change = { field: name, value: { [key]: elements, contacts, metadata: contacts } };
			expectEvents({ object: 'whatsapp_business_account', entry: [{ changes: [change] }] });
		}),
		{ numRuns: 500 },
	);
});

function placesOf(root: unknown): { container: object; key: string }[] {
	return [...partsOf(root)].flatMap((container) => Object.keys(container).map((key) => ({ container, key })));
}

function remove(container: object, key: string): void {
	if (Array.isArray(container)) container.splice(Number(key), 1);
	else Reflect.deleteProperty(container, key);
}

test('any value anywhere in a valid payload becomes events', () => {
	const payload = fc.constantFrom(...webhookCalls.map(({ body }) => body));
	fc.assert(
		fc.property(payload, fc.nat(), fc.option(fc.jsonValue(), { nil: undefined }), (valid, choice, value) => {
			const body = structuredClone(valid);
			const places = placesOf(body);
			const place = places[choice % places.length];
			if (place === undefined) return;
			if (value === undefined) remove(place.container, place.key);
			else Reflect.set(place.container, place.key, value);
			expectEvents(body);
		}),
		{ numRuns: 2000 },
	);
});

test('a broken element takes none of its neighbours with it', () => {
	const good = { id: 'wamid.good', from: '16505551234', type: 'text', text: { body: 'hello' } };
	fc.assert(
		fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.nat(5), (others, position) => {
			const messages = others.toSpliced(position, 0, good);
			const change = { field: 'messages', value: { messages } };
			const events = parseWebhook({ object: 'whatsapp_business_account', entry: [{ changes: [change] }] });
			expect(events).toHaveLength(messages.length);
			expect(events[messages.indexOf(good)]).toMatchObject({
				kind: 'message',
				id: 'wamid.good',
				text: 'hello',
			});
		}),
	);
});
