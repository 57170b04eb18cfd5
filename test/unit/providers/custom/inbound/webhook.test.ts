import fc from 'fast-check';
import { type CustomMapping, parseMapping } from '../../../../../core/providers/custom/inbound/mapping';
import { READY_MAPPINGS } from '../../../../../core/providers/custom/ready';
import { parseWebhook } from '../../../../../core/providers/custom/inbound/webhook';
import { objectOf, rowOf } from '../../../../../core/lib/json';
import { EVENT_KINDS } from '../../../../../core/events';
import { fixturesOf } from '../../../fixtures';
import { anyBody, anyMapping } from '../arbitraries';

const { webhookCalls, payload } = fixturesOf('custom');

const { twilio } = READY_MAPPINGS;

/** Calls are named after the mapping that reads them. */
const mappingOf = (call: string) => rowOf<CustomMapping>(READY_MAPPINGS, call.split('__')[0]);

test.each(webhookCalls)('$name is nothing that another gateway sends', ({ name, body }) => {
	for (const mapping of Object.values<CustomMapping>(READY_MAPPINGS)) {
		if (mapping === mappingOf(name)) continue;
		expect(parseWebhook(body, { mapping })).toMatchObject([{ kind: 'unknown', raw: body }]);
	}
});

test('sent and delivered of one message have two keys', () => {
	const [delivered] = parseWebhook(payload('twilio__delivered'), { mapping: twilio });
	const sent = { ...objectOf(payload('twilio__delivered')), MessageStatus: 'sent' };
	expect(parseWebhook(sent, { mapping: twilio })[0]?.eventKey).not.toBe(delivered?.eventKey);
});

const batch: CustomMapping = {
	items: 'results',
	message: {
		when: { path: 'kind', equals: 'mo' },
		id: 'id',
		channelId: '$.account',
		from: 'from',
		to: 'to',
		text: 'text',
		timestamp: 'at',
	},
	status: {
		when: { path: 'kind', oneOf: ['dlr', 2] },
		messageId: 'id',
		to: 'to',
		callbackData: 'ref',
		status: 'state',
		statuses: { DELIVRD: 'delivered', Undeliv: 'failed', ACCEPTD: 'sent' },
		error: { code: 'err', title: 'reason', causes: { A1: 'optedOut' } },
		price: { amount: 'cost', currency: '"EUR"' },
	},
	consent: {
		when: 'choice',
		from: 'from',
		action: 'choice',
		actions: { out: 'optOut', in: 'optIn' },
	},
};

const read = (body: unknown, mapping: unknown = batch) => parseWebhook(body, { mapping });

test('elements of a batch stay in order, and a broken one harms none of its neighbours', () => {
	const results = [
		{ kind: 'mo', id: 1, from: '447700900123', to: '40404', text: 'Hi', at: 1577880000 },
		null,
		{ kind: 'dlr', id: 2, to: '447700900123', state: 'delivrd', err: '000', ref: 'r', cost: '0.05' },
		{ kind: 'mo', id: 3, text: 'from nobody' },
		{ kind: 2, id: 4, state: 'UNDELIV', err: 'A1', reason: 'Stopped' },
		{ kind: 'dlr', id: 5 },
		{ kind: 'dlr', state: 'DELIVRD' },
		{ kind: 'other' },
		{ choice: 'OUT', from: '+447700900123' },
		{ choice: 'maybe', from: '+447700900123' },
		{ choice: 'out' },
		{ choice: { a: 1 }, from: '+447700900123' },
		'text',
	];
	const events = read({ account: 'A', results });
	expect(events.map(({ raw }) => raw)).toEqual(results);
	expect(events).toMatchObject([
		{
			kind: 'message',
			id: '1',
			channelId: 'A',
			from: '+447700900123',
			to: '40404',
			conversationKey: 'custom:A:+447700900123',
			text: 'Hi',
			timestamp: '2020-01-01T12:00:00.000Z',
		},
		{ kind: 'unknown' },
		{
			kind: 'status',
			messageId: '2',
			status: 'delivered',
			final: true,
			callbackData: 'r',
			price: { amount: 0.05, currency: 'EUR' },
		},
		{ kind: 'unknown' },
		{ kind: 'status', status: 'failed', error: { code: 'A1', title: 'Stopped', cause: 'optedOut' } },
		{ kind: 'unknown' },
		{ kind: 'unknown' },
		{ kind: 'unknown' },
		{ kind: 'consent', from: '+447700900123', action: 'optOut' },
		{ kind: 'consent' },
		{ kind: 'unknown' },
		{ kind: 'unknown' },
		{ kind: 'unknown' },
	]);
	expect(events[2]).not.toHaveProperty('error');
	expect(events[9]).not.toHaveProperty('action');
});

test.each<[string, unknown, object[]]>([
	['an empty list', { results: [] }, []],
	['no list', { result: [] }, [{ kind: 'unknown', raw: { result: [] } }]],
	['one element instead of a list', { results: { choice: 'in', from: '1' } }, [{ kind: 'consent' }]],
	['a list of lists', { results: [[]] }, [{ kind: 'unknown', raw: [] }]],
	['no body', undefined, [{ kind: 'unknown', raw: null }]],
	['a text', 'results', [{ kind: 'unknown', raw: 'results' }]],
])('a batch with %s', (_case, body, events) => {
	expect(read(body)).toMatchObject(events);
});

test('several lists follow each other', () => {
	const mapping = { items: ['statuses', 'messages'], message: { from: 'from' } };
	const body = { messages: [{ from: '1' }], statuses: [{ from: '2' }] };
	expect(read(body, mapping)).toMatchObject([{ from: '2' }, { from: '1' }]);
	expect(read({ messages: [] }, mapping)).toEqual([]);
});

test('an element may be a message and a consent, and one of them broken', () => {
	const both = { kind: 'mo', choice: 'out', from: '447700900123', text: 'Stop' };
	expect(read({ results: [both] })).toMatchObject([{ kind: 'message', text: 'Stop' }, { kind: 'consent' }]);
	expect(read({ results: [{ ...both, choice: { a: 1 } }] })).toMatchObject([
		{ kind: 'message' },
		{ kind: 'unknown' },
	]);
});

const message = {
	from: 'from',
	text: 'text',
	type: 'type',
	types: { pic: 'image', Say: 'text' },
	media: { url: 'files[*].url', id: 'files[*].id', mimeType: 'files[*].mime', filename: 'files[*].name' },
	location: { latitude: 'lat', longitude: 'lon' },
	payload: 'data',
};

test.each<[string, object, object]>([
	['a known word', { type: 'PIC' }, { type: 'image' }],
	['no word', { text: 'Hi' }, { type: 'text', text: 'Hi' }],
	['no text', {}, { type: 'text' }],
	['an unknown word with a text', { type: 'new', text: 'STOP' }, { type: 'text', text: 'STOP' }],
	['an unknown word without a text', { type: 'new' }, { type: 'unsupported' }],
	['a place', { lat: '1.5', lon: 2 }, { type: 'location', location: { latitude: 1.5, longitude: 2 } }],
	['half a place', { lat: '1.5' }, { type: 'text' }],
	['a file', { files: [{ id: 7 }] }, { type: 'document', media: { id: '7' } }],
	[
		'files, one of them empty',
		{ files: [{}, { url: 'u1', mime: 'image/png', name: 'a' }, { url: 'u2' }] },
		{
			type: 'image',
			media: { url: 'u1', mimeType: 'image/png', filename: 'a' },
			attachments: [{ url: 'u1', mimeType: 'image/png', filename: 'a' }, { url: 'u2' }],
		},
	],
	['an object as payload', { data: { a: [1] } }, { payload: { a: [1] } }],
	['a number as text', { text: 7 }, { text: '7' }],
	['an object as text', { text: { a: 1 } }, { type: 'text' }],
])('a message with %s', (_case, body, event) => {
	const [read] = parseWebhook({ from: '1', ...body }, { mapping: { message } });
	expect(read).toMatchObject(event);
});

test('digits are a phone number only on a channel of phone numbers', () => {
	const mapping = { message: { from: 'from', channel: 'via' } };
	const from = (via?: string) => read({ from: '447700900123', via }, mapping)[0];
	expect(from('SMS')).toMatchObject({ channel: 'sms', from: '+447700900123' });
	expect(from()).toMatchObject({ from: '+447700900123' });
	expect(from('telegram')).toMatchObject({ channel: 'telegram', from: '447700900123' });
});

test('without an id the content stands for it', () => {
	const [one] = read({ from: '1', text: 'a' }, { message: { from: 'from' } });
	const [same] = read({ text: 'a', from: '1' }, { message: { from: 'from' } });
	const [other] = read({ from: '1', text: 'b' }, { message: { from: 'from' } });
	expect(same?.eventKey).toBe(one?.eventKey);
	expect(other?.eventKey).not.toBe(one?.eventKey);
});

test('a mapping may be handed over as JSON or checked', () => {
	const checked = parseMapping(batch);
	const body = { results: [{ kind: 'mo', from: '1' }] };
	expect(read(body, checked.ok ? checked.value : undefined)).toEqual(read(body));
	expect(read(body)).toMatchObject([{ kind: 'message' }]);
});

test.each<[string, unknown]>([
	['no mapping', undefined],
	['a broken mapping', { message: { from: '|' } }],
	['a text', 'twilio'],
])('with %s a call is one unknown event', (_case, mapping) => {
	const body = { results: [{ kind: 'mo', from: '1' }] };
	expect(read(body, mapping ?? null)).toMatchObject([{ kind: 'unknown', raw: body }]);
	expect(parseWebhook(body)).toHaveLength(1);
});

test('any mapping makes events of any value', () => {
	fc.assert(
		fc.property(anyBody, anyMapping, (body, mapping) => {
			const before = JSON.stringify(body);
			for (const event of parseWebhook(body, { mapping })) {
				expect(EVENT_KINDS).toContain(event.kind);
				expect(event.eventKey).toMatch(/^custom:/);
				for (const value of Object.values(event)) expect(value).not.toBeUndefined();
			}
			expect(JSON.stringify(body)).toBe(before);
		}),
		{ numRuns: 1000 },
	);
});
