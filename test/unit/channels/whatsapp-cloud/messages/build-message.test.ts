import fc from 'fast-check';
import {
	buildMessage,
	parseSendResult,
	type OutgoingMessage,
	type SendResult,
} from '../../../../../core/channels/whatsapp-cloud/messages';

const text: OutgoingMessage = {
	type: 'text',
	senderId: '106540352242922',
	to: '+16505551234',
	text: 'Hello',
};

test('a text message to a phone number', () => {
	expect(buildMessage(text)).toEqual({
		ok: true,
		request: {
			path: '/106540352242922/messages',
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'Hello' },
			},
		},
	});
});

test('a text message with everything, to a user id', () => {
	const message: OutgoingMessage = {
		type: 'text',
		senderId: '106540352242922',
		text: 'Hello',
		toUserId: 'US.ENT.11815799212886844830',
		previewUrl: true,
		replyToId: 'wamid.1',
		callbackData: 'order-1042',
	};
	expect(buildMessage(message)).toEqual({
		ok: true,
		request: {
			path: '/106540352242922/messages',
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				recipient: 'US.ENT.11815799212886844830',
				type: 'text',
				text: { body: 'Hello', preview_url: true },
				context: { message_id: 'wamid.1' },
				biz_opaque_callback_data: 'order-1042',
			},
		},
	});
});

test.each<[string, Partial<OutgoingMessage>, object]>([
	['a number without + gets it', { to: '16505551234' }, { to: '+16505551234' }],
	['a formatted number is written plainly', { to: '+1 (650) 555-1234' }, { to: '+16505551234' }],
	['the phone number wins over the user id', { toUserId: 'US.1' }, { to: '+16505551234' }],
	[
		'empty options count as not given',
		{ replyToId: '', callbackData: '', toUserId: '' },
		{ to: '+16505551234' },
	],
	['a preview can be switched off', { previewUrl: false }, { text: { body: 'Hello', preview_url: false } }],
	['4096 characters fit', { text: 'x'.repeat(4096) }, { text: { body: 'x'.repeat(4096) } }],
	['the text stays as it is', { text: ' a\n\n b ' }, { text: { body: ' a\n\n b ' } }],
	['512 characters of callback data fit', { callbackData: 'x'.repeat(512) }, {}],
])('%s', (_, change, body) => {
	expect(buildMessage({ ...text, ...change })).toMatchObject({ ok: true, request: { body } });
});

test('what is not given is not written', () => {
	const built = buildMessage({ ...text, replyToId: '', callbackData: '' });
	expect(built.ok && Object.keys(built.request.body)).toEqual([
		'messaging_product',
		'recipient_type',
		'to',
		'type',
		'text',
	]);
});

test.each<[string, object, string, RegExp]>([
	['no text', { text: undefined }, 'text', /missing/],
	['an empty text', { text: '' }, 'text', /empty/],
	['a text of spaces', { text: ' \n' }, 'text', /empty/],
	['a text that is too long', { text: 'x'.repeat(4097) }, 'text', /longer than 4096 characters/],
	['a text that is none', { text: 7 }, 'text', /has to be text/],
	['nobody to send to', { to: undefined }, 'to', /missing/],
	['an empty recipient', { to: '', toUserId: '' }, 'to', /missing/],
	['a national number', { to: '0170 1234567' }, 'to', /"0170 1234567".*country code.*\+16505551234/],
	['a name as recipient', { to: 'Ana' }, 'to', /"Ana"/],
	['a wrong user id', { to: undefined, toUserId: 'ana' }, 'toUserId', /US\.1349/],
	['no sender', { senderId: undefined }, 'senderId', /missing/],
	['an empty sender', { senderId: '' }, 'senderId', /digits only/],
	['a phone number as sender', { senderId: '+15550783881' }, 'senderId', /digits only/],
	['a path as sender', { senderId: '1/../2' }, 'senderId', /digits only/],
	['too much callback data', { callbackData: 'x'.repeat(513) }, 'callbackData', /longer than 512 characters/],
	['a preview that is no switch', { previewUrl: 'yes' }, 'previewUrl', /on or off/],
	['no type', { type: undefined }, 'type', /no message type ""/],
	['an unknown type', { type: 'constructor' }, 'type', /no message type "constructor"/],
])('%s is refused and named', (_, change, field, message) => {
	const input: Record<string, unknown> = { ...text, ...change };
	expect(Reflect.apply(buildMessage, undefined, [input])).toEqual({
		ok: false,
		field,
		message: expect.stringMatching(message),
	});
});

test('any input gives a request or a problem', () => {
	const given = (value: unknown) =>
		fc.option(fc.oneof(fc.constant(value), fc.anything()), { nil: undefined });
	const input = fc.record({
		type: given('text'),
		senderId: given('1'),
		to: given('+16505551234'),
		toUserId: given('US.1'),
		text: given('Hello'),
		previewUrl: given(true),
		replyToId: given('wamid.1'),
		callbackData: given('x'),
	});
	fc.assert(
		fc.property(fc.oneof(input, fc.anything()), (value) => {
			const built: unknown = Reflect.apply(buildMessage, undefined, [value]);
			expect(built).toEqual(expect.objectContaining({ ok: expect.any(Boolean) }));
			expect(built).toHaveProperty(
				Reflect.get(Object(built), 'ok') === true ? 'request.body.type' : 'message',
			);
		}),
	);
});

test.each<[string, unknown, SendResult | undefined]>([
	[
		'to a phone number',
		{
			messaging_product: 'whatsapp',
			contacts: [{ input: '+16505551234', wa_id: '16505551234' }],
			messages: [{ id: 'wamid.1' }],
		},
		{ messageId: 'wamid.1', waId: '16505551234' },
	],
	[
		'to a user id',
		{ contacts: [{ input: 'US.1', user_id: 'US.1' }], messages: [{ id: 'wamid.1' }] },
		{ messageId: 'wamid.1', userId: 'US.1' },
	],
	[
		'of a template that is held',
		{ contacts: [], messages: [{ id: 'wamid.1', message_status: 'held_for_quality_assessment' }] },
		{ messageId: 'wamid.1', status: 'held_for_quality_assessment' },
	],
	['without contacts', { messages: [{ id: 'wamid.1' }] }, { messageId: 'wamid.1' }],
	['with odd contacts', { contacts: ['odd'], messages: [{ id: 'wamid.1' }] }, undefined],
	['without an id', { messages: [{}] }, undefined],
	['without messages', { messages: [] }, undefined],
	['that is no object', 'OK', undefined],
	['that is nothing', undefined, undefined],
])('the result of a send %s', (_, body, expected) => {
	expect(parseSendResult(body)).toStrictEqual(expected);
});
