import fc from 'fast-check';
import { parseWebhook } from '../../../../../core/providers/whatsapp-cloud/inbound/webhook';
import { fixturesOf } from '../../../fixtures';

const { webhookCalls, payload } = fixturesOf('whatsapp-cloud');

/** A call with one change. */
const callWith = (value: unknown, field = 'messages') => ({
	object: 'whatsapp_business_account',
	entry: [{ id: '1', changes: [{ field, value }] }],
});

test.each(webhookCalls)('the details in $name are parts of the payload', ({ body }) => {
	for (const event of parseWebhook(body)) {
		if (event.kind !== 'account') continue;
		const { raw, details } = event;
		const parts: unknown[] = typeof raw === 'object' ? [raw, ...Object.values({ ...raw })] : [];
		if (!parts.includes(details)) expect(details).toStrictEqual({ errors: raw });
	}
});

test('the details of an account event are the values of the provider', () => {
	expect(parseWebhook(payload('pywa__template_status_update__rejected'))).toMatchObject([
		{ event: 'templateStatus', details: { event: 'REJECTED', message_template_id: 1689556908129835 } },
	]);
	expect(parseWebhook(payload('own__errors__alone'))).toMatchObject([
		{ event: 'channelEvent', details: { errors: [{ code: 130429 }] } },
	]);
	expect(parseWebhook(payload('openapi__group_settings_update'))).toMatchObject([
		{ event: 'channelEvent', details: { type: 'group_settings_update' } },
	]);
});

test.each([
	['an object of another kind', { object: 'instagram', entry: [] }],
	['an entry that is no list', { object: 'whatsapp_business_account', entry: {} }],
])('%s is one unknown event', (_, body) => {
	const events = parseWebhook(body);
	expect(events).toHaveLength(1);
	expect(events).toMatchObject([{ kind: 'unknown', provider: 'whatsAppCloud', raw: body }]);
});

test('of several errors beside a message none is lost', () => {
	const value = {
		messages: [{ id: 'wamid.1', from: '16505551234', type: 'interactive' }],
		errors: [{ code: 131000 }, { code: 131031 }],
	};
	expect(parseWebhook(callWith(value))).toMatchObject([
		{ kind: 'message', type: 'unsupported', error: { code: '131000' } },
		{ kind: 'account', event: 'channelEvent', details: { errors: value.errors } },
	]);
});

test('a price that says nothing is none', () => {
	const [event] = parseWebhook(callWith({ statuses: [{ id: 'wamid.1', status: 'sent', pricing: {} }] }));
	expect(event).toMatchObject({ kind: 'status', status: 'sent' });
	expect(event).not.toHaveProperty('price');
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('"%s" is not a field', (field) => {
	expect(parseWebhook(callWith({}, field))).toMatchObject([{ kind: 'unknown' }]);
});

test.each(['constructor', '__proto__'])('a message of the type "%s" is unsupported', (type) => {
	const messages = [{ id: 'wamid.1', from: '16505551234', type }];
	expect(parseWebhook(callWith({ messages }))).toMatchObject([{ kind: 'message', type: 'unsupported' }]);
});

test.each([
	['lists', (inner: unknown) => [inner]],
	['objects', (inner: unknown) => ({ a: inner })],
	['edits of edits', (message: unknown) => ({ type: 'edit', edit: { message } })],
])('%s that nest without end do not exhaust the stack', (_, wrap) => {
	let deep: unknown = 1;
	for (let level = 0; level < 20_000; level++) deep = wrap(deep);
	const value = { messages: [deep, { id: '1', type: 'edit', edit: { message: deep } }], contacts: [deep] };
	const body = {
		object: 'whatsapp_business_account',
		entry: [deep, { changes: [{ field: 'messages', value }, deep] }],
	};
	expect(parseWebhook(body)).toHaveLength(4);
	expect(parseWebhook(deep)).toHaveLength(1);
});

test('any JSON value in the place of a message, status or field becomes events', () => {
	const lists = ['messages', 'statuses', 'errors', 'user_actions', 'user_preferences', 'calls', 'history'];
	const fields = ['messages', 'user_preferences', 'calls', 'history', 'security', 'group_status_update'];
	const value = fc
		.tuple(fc.constantFrom(...lists), fc.array(fc.jsonValue()), fc.jsonValue())
		.map(([list, elements, other]) => ({ [list]: elements, contacts: other, metadata: other }));
	fc.assert(
		fc.property(fc.constantFrom(...fields), value, (field, change) => {
			for (const event of parseWebhook(callWith(change, field))) {
				expect(event.id).not.toBe('');
				expect(event.eventKey).toMatch(/^whatsAppCloud:./);
			}
		}),
		{ numRuns: 500 },
	);
});
