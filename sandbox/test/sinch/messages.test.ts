import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import type { SinchFault } from '../../sinch/faults.ts';
import { bodyOf, call } from '../shared/providers.ts';
import { eventually } from '../shared/receiver.ts';
import { AnyObject, BATCHES, Callback, PLAN, PROJECT, Sinch, SMS, WHATSAPP, WHO } from './sinch.ts';

const { sinch: ACCOUNT } = WORLD;
const { customer, digits: CUSTOMER } = WHO;
const LINK = 'https://example.com/a.png';
const ON_WHATSAPP = { channel: 'WHATSAPP', identity: CUSTOMER };
const BY_SMS = { channel: 'SMS', identity: customer.phoneNumber };

let sinch: Sinch;

beforeEach(async () => {
	sinch = await Sinch.start();
});

afterEach(() => sinch.close());

const request = (message: object, more: object = {}) => ({
	app_id: ACCOUNT.appId,
	recipient: { identified_by: { channel_identities: [ON_WHATSAPP] } },
	message,
	...more,
});

const accepted = () => sinch.api.ledger.accepted;
const post = (body: unknown) => sinch.call('POST', `${PROJECT}/messages:send`, body);

async function send(body: unknown): Promise<string> {
	const { status, data } = await post(body);
	assert.equal(status, 200, JSON.stringify(data));
	return z.object({ message_id: z.string() }).parse(data).message_id;
}

const Report = z.object({
	message_id: z.string(),
	status: z.string(),
	channel_identity: z.object({ channel: z.string() }),
	reason: z.object({ code: z.string() }).optional(),
});

/** Channel, status and reason of every report. */
const reportsOf = (id: string) =>
	sinch.receiver.received
		.flatMap((webhook) => Callback.parse(bodyOf(webhook)).message_delivery_report ?? [])
		.map((report) => Report.parse(report))
		.filter((report) => report.message_id === id)
		.map(({ channel_identity: { channel }, status, reason }) =>
			[channel, status, reason?.code].filter((word) => word !== undefined).join(' '),
		);

const change = (rules: object) =>
	call('POST', `${sinch.sandbox.url}/sandbox/rules`, {
		data: { provider: 'sinch', ...rules },
		headers: { 'content-type': 'application/json' },
	});

const answer = (label: string) => ({ text_message: { text: label }, postback_data: label });
const card = { title: 'Card', media_message: { url: LINK }, choices: [answer('Yes')] };
const item = (title: string) => ({ choice: { title, postback_data: title } });

describe('every kind of message is taken and delivered', () => {
	const cases: [string, object, string][] = [
		['text_message', { text: 'Hi' }, 'Hi'],
		['media_message', { url: LINK, filename_override: 'a.png' }, 'a.png'],
		['card_message', card, 'Card'],
		['carousel_message', { cards: [card, { ...card, title: 'Other' }] }, 'Card\nOther'],
		[
			'choice_message',
			{
				text_message: { text: 'Choose' },
				choices: [answer('Yes'), { url_message: { title: 'Open', url: LINK } }],
			},
			'Choose',
		],
		['list_message', { title: 'Menu', sections: [{ title: 'A', items: [item('a'), item('b')] }] }, 'Menu'],
		['location_message', { title: 'Here', coordinates: { latitude: 1, longitude: 2 } }, 'Here'],
		[
			'contact_info_message',
			{ name: { full_name: 'Ana R' }, phone_numbers: [{ phone_number: '+15550123001' }] },
			'Ana R',
		],
	];
	for (const [kind, content, shown] of cases) {
		test(kind, async () => {
			await sinch.writes(WHATSAPP.id).delivered;
			const id = await send(request({ [kind]: content }, { message_metadata: 'ref' }));
			await eventually(() => reportsOf(id).includes('WHATSAPP DELIVERED'), 'report');
			assert.deepEqual(
				accepted().map(({ type, text, callbackData }) => [type, text, callbackData]),
				[[kind, shown, 'ref']],
			);
		});
	}

	test('a flow beside the text for other channels', async () => {
		await sinch.writes(WHATSAPP.id).delivered;
		const flow = { flow_id: '1', flow_cta: 'Go', body: { text: 'Fill in' } };
		const specific = { WHATSAPP: { message_type: 'FLOWS', message: flow } };
		await send(request({ text_message: { text: 'Text' }, channel_specific_message: specific }));
		assert.equal(accepted()[0]?.text, 'Fill in');
	});
});

describe('what is not complete is refused with the field', () => {
	const cases: [object, string][] = [
		[{}, 'message'],
		[{ text_message: {} }, 'message.text_message.text'],
		[{ text_message: { text: 'a' }, media_message: { url: LINK } }, 'message'],
		[{ fax_message: {} }, 'message.fax_message'],
		[{ media_message: { url: 'nowhere' } }, 'message.media_message.url'],
		[{ card_message: {} }, 'message.card_message'],
		[{ carousel_message: { cards: [] } }, 'message.carousel_message.cards'],
		[{ choice_message: { text_message: { text: 'a' }, choices: [] } }, 'message.choice_message.choices'],
		[{ choice_message: { text_message: { text: 'a' }, choices: [{}] } }, 'message.choice_message.choices[0]'],
		[
			{ choice_message: { text_message: { text: 'a' }, choices: [{ ...answer('a'), postback_data: {} }] } },
			'message.choice_message.choices[0].postback_data',
		],
		[
			{ text_message: { text: 'a' }, explicit_channel_omni_message: { WHATSAPP: {} } },
			'message.explicit_channel_omni_message.WHATSAPP',
		],
		[{ list_message: { title: 'a', sections: [] } }, 'message.list_message.sections'],
		[
			{ list_message: { title: 'a', sections: [{ items: [{}] }] } },
			'message.list_message.sections[0].items[0]',
		],
		[{ location_message: { title: 'a' } }, 'message.location_message.coordinates'],
		[{ contact_info_message: { name: { full_name: 'a' } } }, 'message.contact_info_message.phone_numbers'],
		[{ template_message: {} }, 'message.template_message'],
		[
			{ explicit_channel_omni_message: { WHATSAPP: { text_message: {} } } },
			'message.explicit_channel_omni_message.WHATSAPP.text_message.text',
		],
		[
			{ channel_specific_message: { WHATSAPP: { message_type: 'FLOWS', message: { flow_id: '1' } } } },
			'message.channel_specific_message.WHATSAPP.message.flow_cta',
		],
	];
	for (const [message, field] of cases) {
		test(`${field} of ${Object.keys(message).join(' and ') || 'nothing'}`, async () => {
			const { status, data } = await post(request(message));
			assert.equal(status, 400);
			const Violations = z.object({ field_violations: z.array(z.object({ field: z.string() })) });
			const { error } = z
				.object({
					error: z.object({ status: z.literal('INVALID_ARGUMENT'), details: z.tuple([Violations]) }),
				})
				.parse(data);
			const fields = error.details[0].field_violations.map((violation) => violation.field);
			assert(fields.includes(field), fields.join(', '));
			assert.equal(accepted().length, 0);
		});
	}

	const around: [object, RegExp][] = [
		[{ recipient: {} }, /recipient/],
		[{ message_metadata: 'x'.repeat(1_025) }, /message_metadata/],
		[{ correlation_id: 'x'.repeat(129) }, /correlation_id/],
		[{ ttl: 'a day' }, /ttl/],
		[{ message_content_type: 'SPAM' }, /message_content_type/],
	];
	for (const [more, words] of around) {
		test(String(words), async () => {
			const { status, data } = await post(request({ text_message: { text: 'Hi' } }, more));
			assert.equal(status, 400);
			assert.match(JSON.stringify(data), words);
		});
	}

	test('a contact is not found, as the app keeps none', async () => {
		const body = request({ text_message: { text: 'Hi' } }, { recipient: { contact_id: '01ABC' } });
		assert.equal((await post(body)).status, 404);
	});
});

describe('fallback', () => {
	const both = (message: object = { text_message: { text: 'Hi' } }) =>
		request(message, {
			recipient: { identified_by: { channel_identities: [BY_SMS, ON_WHATSAPP] } },
			channel_priority_order: ['WHATSAPP', 'SMS'],
		});

	test('somebody without WhatsApp gets an SMS', async () => {
		await change({ withoutWhatsApp: [customer.phoneNumber] });
		const id = await send(
			both({
				text_message: { text: 'By SMS' },
				explicit_channel_omni_message: { WHATSAPP: { text_message: { text: 'On WhatsApp' } } },
			}),
		);
		await eventually(() => reportsOf(id).length === 3, 'three reports');
		assert.deepEqual(reportsOf(id), [
			'WHATSAPP SWITCHING_CHANNEL RECIPIENT_NOT_REACHABLE',
			'SMS QUEUED_ON_CHANNEL',
			'SMS DELIVERED',
		]);
		assert.equal(accepted().length, 1);
		const { data } = await call('GET', `${sinch.sandbox.url}/sandbox/state`);
		const Thread = z.object({ numberId: z.string(), messages: z.array(z.object({ text: z.string() })) });
		const { threads } = z.object({ threads: z.array(Thread) }).parse(data);
		const bySms = threads.find(({ numberId }) => numberId === SMS.id);
		assert.deepEqual(
			bySms?.messages.map(({ text }) => text),
			['By SMS'],
		);
	});

	test('who can be reached on no channel: the last one fails', async () => {
		await change({ unreachable: [customer.phoneNumber] });
		const id = await send(both());
		await eventually(() => reportsOf(id).length === 2, 'two reports');
		assert.deepEqual(reportsOf(id), [
			'WHATSAPP SWITCHING_CHANNEL RECIPIENT_NOT_REACHABLE',
			'SMS FAILED RECIPIENT_NOT_REACHABLE',
		]);
	});

	test('a channel that delivers ends it', async () => {
		await sinch.writes(WHATSAPP.id).delivered;
		const id = await send(both());
		await eventually(() => reportsOf(id).length === 2, 'two reports');
		assert.deepEqual(reportsOf(id), ['WHATSAPP QUEUED_ON_CHANNEL', 'WHATSAPP DELIVERED']);
	});
});

describe('templates', () => {
	const template = (parameters: object, more: object = {}) =>
		request({
			template_message: {
				channel_template: {
					WHATSAPP: { template_id: 'order_ready', language_code: 'en', parameters, ...more },
				},
			},
		});
	const fitting = { 'body[1]text': 'Ana', 'body[2]text': '7', 'button[0]url[1]text': '7' };

	test('are listed by the provisioning API', async () => {
		const list = (project: string, authorization?: string) =>
			sinch.call('GET', `/provisioning/v1/projects/${project}/whatsapp/templates`, undefined, authorization);
		const { status, data } = await list(ACCOUNT.projectId);
		assert.equal(status, 200);
		const Template = z.object({ name: z.string(), language: z.string(), state: z.string() });
		assert(z.object({ templates: z.array(Template) }).parse(data).templates.length >= 6);
		const refused = await list(ACCOUNT.projectId, 'Bearer made-up');
		assert.equal(refused.status, 401);
		assert.match(JSON.stringify(refused.data), /"errorCode":"unauthorized"/);
		assert.equal((await list('other')).status, 403);
	});

	test('reach somebody who never wrote', async () => {
		const id = await send(template(fitting));
		await eventually(() => reportsOf(id).includes('WHATSAPP DELIVERED'), 'report');
		assert.equal(accepted()[0]?.text, 'Hi Ana, your order 7 is ready.\nSunrise Coffee\n[Track]');
	});

	const unfit: [string, object, object, string][] = [
		['a name that does not exist', fitting, { template_id: 'lost' }, 'TEMPLATE_NOT_FOUND'],
		[
			'a language that does not exist',
			fitting,
			{ language_code: 'en_GB' },
			'TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION',
		],
		['a parameter too few', { 'body[1]text': 'Ana' }, {}, 'TEMPLATE_INSUFFICIENT_PARAMETERS'],
		['bare keys', { 1: 'Ana', 2: '7' }, {}, 'TEMPLATE_INSUFFICIENT_PARAMETERS'],
		['a template that is paused', {}, { template_id: 'summer_offer' }, 'DELIVERY_REJECTED_DUE_TO_POLICY'],
	];
	for (const [what, parameters, more, code] of unfit) {
		test(`${what} is accepted, and fails with ${code}`, async () => {
			const id = await send(template(parameters, more));
			const [report] = await eventually(() => reportsOf(id).length > 0 && reportsOf(id), 'report');
			assert.equal(report, `WHATSAPP FAILED ${code}`);
		});
	}
});

describe('batches', () => {
	const batch = (more: object = {}) => ({
		to: [customer.phoneNumber],
		body: 'Hello',
		delivery_report: 'per_recipient_final',
		...more,
	});
	const sendBatch = (body: unknown) => sinch.call('POST', BATCHES, body, PLAN);
	const codes = () => sinch.receiver.received.map((webhook) => AnyObject.parse(bodyOf(webhook)).code);

	const kinds: [string, object, string][] = [
		['mt_text', { body: 'Hi', flash_message: true, send_at: '2026-05-01T09:00:00Z' }, 'Hi'],
		['mt_binary', { body: 'SGk=', udh: '06050423F423F4' }, '(bytes) SGk='],
		['mt_media', { body: { url: LINK, message: 'Look' } }, 'Look'],
	];
	for (const [type, more, shown] of kinds) {
		test(`${type} is taken, and can be read again`, async () => {
			const { status, data } = await sendBatch(batch({ type, ...more }));
			assert.equal(status, 201, JSON.stringify(data));
			assert.deepEqual([accepted()[0]?.type, accepted()[0]?.text], [type, shown]);
			const { id } = z.object({ id: z.string() }).parse(data);
			const again = await sinch.call('GET', `${BATCHES}/${id}`, undefined, PLAN);
			assert.deepEqual(again.data, data);
		});
	}

	const failing: [SinchFault, number][] = [
		['undeliverable', 1],
		['optedOut', 257],
		['temporary', 404],
		['rejected', 408],
	];
	for (const [fault, code] of failing) {
		test(`${fault} is accepted, and fails with ${code}`, async () => {
			sinch.api.faults.set(fault);
			assert.equal((await sendBatch(batch())).status, 201);
			await eventually(() => codes().length === 1, 'report');
			assert.deepEqual(codes(), [code]);
		});
	}

	test('too many parts fail with 411', async () => {
		await sendBatch(batch({ body: 'x'.repeat(161), max_number_of_message_parts: 1 }));
		await eventually(() => codes().length === 1, 'report');
		assert.deepEqual(codes(), [411]);
	});

	const refused: [string, object, number, string][] = [
		['a recipient that is none', { to: ['abc'] }, 400, 'syntax_invalid_parameter_format'],
		['too many recipients', { to: Array(1_001).fill('+15550123001') }, 400, 'syntax_constraint_violation'],
		['a time that is none', { send_at: 'tomorrow' }, 400, 'syntax_invalid_parameter_format'],
		['too long a text', { body: 'x'.repeat(2_001) }, 400, 'syntax_constraint_violation'],
		['another type', { type: 'mt_fax' }, 400, 'syntax_constraint_violation'],
		['media without a link', { type: 'mt_media', body: {} }, 400, 'syntax_constraint_violation'],
		['a group that is none', { to: ['01FC66621XXXXX119Z8PMV1QPA'] }, 403, 'unknown_group'],
	];
	for (const [what, more, status, code] of refused) {
		test(`${what} is refused with ${code}`, async () => {
			const response = await sendBatch(batch(more));
			assert.equal(response.status, status);
			assert.equal(z.object({ code: z.string() }).parse(response.data).code, code);
			assert.equal(accepted().length, 0);
		});
	}

	test('a thousand recipients, each counted', async () => {
		const to = Array.from({ length: 1_000 }, (_, n) => `+1555${String(n).padStart(7, '0')}`);
		assert.equal(
			(await sendBatch(batch({ to, delivery_report: 'none', client_reference: 'c' }))).status,
			201,
		);
		assert.equal(accepted().length, 1_000);
		await sendBatch(batch({ to: to.slice(0, 1), client_reference: 'c' }));
		assert.deepEqual([...sinch.api.ledger.taken.entries(to[0])], [{ first: to[0], second: 'c', count: 2 }]);
	});
});

test('more calls within a second than allowed are refused, by both APIs', async () => {
	assert.equal((await change({ callsPerSecond: 1 })).status, 200);
	await send(request({ text_message: { text: 'Hi' } }));
	const { status, data } = await post(request({ text_message: { text: 'Hi' } }));
	assert.equal(status, 429);
	assert.match(JSON.stringify(data), /RESOURCE_EXHAUSTED/);
	const batch = { to: [customer.phoneNumber], body: 'Hi' };
	assert.equal((await sinch.call('POST', BATCHES, batch, PLAN)).status, 429);
	sinch.sandbox.reset();
	await send(request({ text_message: { text: 'Hi' } }));
});
