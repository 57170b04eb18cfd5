import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../../settings.ts';
import { FIRST_SENDER_ID, SIGNED_UP } from '../../../sinch/administration/sender-record.ts';
import { eventually } from '../../shared/receiver.ts';
import { PROJECT, WHO } from '../sinch.ts';
import { APP, CODE, SENDERS, startSinch, TEMPLATES } from './set-up.ts';

const { sinch: ACCOUNT } = WORLD;
const { sinch, answer, refused } = await startSinch();

describe('WhatsApp senders', () => {
	const Sender = z.object({ id: z.string(), state: z.string(), bearerToken: z.string().optional() });
	const [unverified, verified] = SIGNED_UP;
	const create = (signedUp: (typeof SIGNED_UP)[number]) =>
		answer(Sender, 'POST', SENDERS, {
			region: 'US',
			wabaId: signedUp.wabaId,
			phoneNumberId: signedUp.phoneNumberId,
		});
	const reaches = (id: string, state: string) =>
		eventually(async () => {
			const sender = await answer(Sender, 'GET', `${SENDERS}/${id}`);
			return sender.state === state && sender;
		}, state);
	const Registered = z.object({ accepted: z.string(), verificationCodeSent: z.boolean() });

	test('one is created, verified with its code, active, and linked to the app', async () => {
		const { id, state, bearerToken } = await create(unverified);
		assert.deepEqual([state, bearerToken], ['IN_PROGRESS', undefined]);
		await reaches(id, 'PENDING_VERIFICATION');
		assert.match(
			await refused('POST', `${SENDERS}/${id}/verify`, { code: CODE }),
			/^400 .*Register the sender/,
		);
		const { verificationCodeSent } = await answer(Registered, 'POST', `${SENDERS}/${id}/register`, {
			method: 'SMS',
		});
		assert.equal(verificationCodeSent, true);
		assert.match(
			await refused('POST', `${SENDERS}/${id}/verify`, { code: '000000' }),
			/^400 .*validationErrors/,
		);
		await answer(Sender, 'POST', `${SENDERS}/${id}/verify`, { code: CODE });
		const { bearerToken: token } = await reaches(id, 'ACTIVE');
		assert(token !== undefined);

		const bearer = (claimed_identity: string, secret: string) => ({ claimed_identity, token: secret });
		await answer(z.unknown(), 'PATCH', `${APP}?update_mask=channel_credentials`, {
			channel_credentials: [
				{ channel: 'SMS', static_bearer: bearer(ACCOUNT.servicePlanId, ACCOUNT.smsApiToken) },
				{ channel: 'WHATSAPP', static_bearer: bearer(id, token) },
			],
		});
		const template = { channel_template: { WHATSAPP: { template_id: 'order_ready', language_code: 'es' } } };
		const sent = await sinch.call('POST', `${PROJECT}/messages:send`, {
			app_id: ACCOUNT.appId,
			recipient: {
				identified_by: { channel_identities: [{ channel: 'WHATSAPP', identity: WHO.digits }] },
			},
			message: { template_message: template },
		});
		assert.equal(sent.status, 200, JSON.stringify(sent.data));
		const line = sinch.api.lines.find(({ phoneNumber }) => phoneNumber === unverified.phoneNumber);
		assert(line);
		assert.equal(sinch.api.ledger.accepted.at(-1)?.numberId, line.id);
	});

	test('one that Meta has verified needs no code', async () => {
		const { id } = await create(verified);
		await reaches(id, 'PENDING_VERIFICATION');
		const { verificationCodeSent } = await answer(Registered, 'POST', `${SENDERS}/${id}/register`, {
			method: 'VOICE',
		});
		assert.equal(verificationCodeSent, false);
		await answer(Sender, 'POST', `${SENDERS}/${id}/verify`, {});
		await reaches(id, 'ACTIVE');
		const Page = z.object({ totalSize: z.number(), senders: z.array(Sender) });
		const { totalSize, senders } = await answer(Page, 'GET', SENDERS);
		assert.deepEqual([totalSize, senders.map((sender) => sender.id)], [2, [FIRST_SENDER_ID, id]]);
	});

	const wanted = { region: 'EU', wabaId: unverified.wabaId, phoneNumberId: unverified.phoneNumberId };
	const refusals: [what: string, path: string, body: object, expected: RegExp][] = [
		['another region', SENDERS, { ...wanted, region: 'AU' }, /^400 .*region must be/],
		['an account of others', SENDERS, { ...wanted, wabaId: '1' }, /^400 .*phoneNumberId was not found/],
		[
			'a place for data that is none',
			SENDERS,
			{ ...wanted, metaLocalStorage: 'Germany' },
			/^400 .*metaLocalStorage/,
		],
		[
			'an unknown method',
			`${SENDERS}/${FIRST_SENDER_ID}/register`,
			{ method: 'FAX' },
			/^400 .*The sender is ACTIVE/,
		],
		['a sender of others', `${SENDERS}/other/verify`, { code: CODE }, /^404 .*not_found/],
	];
	for (const [what, path, body, expected] of refusals) {
		test(`${what} is refused`, async () => {
			assert.match(await refused('POST', path, body), expected);
		});
	}
});

describe('templates', () => {
	const Template = z.object({
		name: z.string(),
		state: z.string().optional(),
		rejectionCode: z.string().optional(),
		changes: z.object({ status: z.string() }).optional(),
		details: z.object({ components: z.array(z.object({ text: z.string().optional() })) }),
	});
	const body = (text = 'Hi {{1}}', examples = ['Ana']) => ({ type: 'BODY', text, examples });
	const draft = (more: object = {}) => ({
		name: 'autumn_menu',
		language: 'EN',
		category: 'MARKETING',
		details: { components: [body()] },
		status: 'SUBMIT',
		...more,
	});
	const one = `${TEMPLATES}/autumn_menu/languages/EN`;
	const found = async (name = 'autumn_menu') => {
		const { templates } = await answer(z.object({ templates: z.array(Template) }), 'GET', TEMPLATES);
		return templates.filter((template) => template.name === name);
	};
	const reaches = (state: string) => eventually(async () => (await found())[0]?.state === state, state);

	test('one is reviewed, and its change as well, while it stays in use', async () => {
		const created = await answer(Template, 'POST', TEMPLATES, draft());
		assert.deepEqual([created.state, created.changes?.status], [undefined, 'IN_PROGRESS']);
		await reaches('APPROVED');
		sinch.api.rules.change({ reviewMs: 300 });
		const details = { components: [body('Anew', [])] };
		const changed = await answer(Template, 'PATCH', one, { status: 'SUBMIT', details });
		assert.deepEqual([changed.state, changed.changes?.status], ['APPROVED', 'IN_PROGRESS']);
		assert.equal(changed.details.components[0]?.text, 'Hi {{1}}');
		assert.match(await refused('PATCH', one, { status: 'SUBMIT' }), /^400 .*under review/);
		await eventually(async () => (await found())[0]?.details.components[0]?.text === 'Anew', 'the change');
	});

	test('one that does not pass is rejected', async () => {
		sinch.api.rules.change({ rejectedTemplates: ['autumn_menu'] });
		await answer(Template, 'POST', TEMPLATES, draft());
		await reaches('REJECTED');
		assert.equal((await found())[0]?.rejectionCode, 'INVALID_FORMAT');
	});

	test('a draft waits until it is submitted', async () => {
		await answer(Template, 'POST', TEMPLATES, draft({ status: 'DRAFT' }));
		await sinch.quiet();
		assert.deepEqual(
			(await found()).map(({ changes }) => changes?.status),
			['DRAFT'],
		);
		await answer(Template, 'PATCH', one, { status: 'SUBMIT' });
		await reaches('APPROVED');
	});

	test('by language only a draft is deleted, unless more is asked for; by name all languages', async () => {
		await answer(Template, 'POST', TEMPLATES, draft());
		await reaches('APPROVED');
		const words = await refused('DELETE', one);
		assert.match(words, /^409 .*template_not_deletable_due_to_input_config/);
		assert.equal((await found()).length, 1);
		assert.equal((await sinch.call('DELETE', `${one}?deleteSubmitted=true`)).status, 204);
		assert.equal((await found()).length, 0);
		assert.match(await refused('POST', TEMPLATES, draft()), /^400 .*30 days/);

		assert.equal((await found('order_ready')).length, 2);
		assert.equal((await sinch.call('DELETE', `${TEMPLATES}/order_ready`)).status, 204);
		assert.equal((await found('order_ready')).length, 0);
		assert.match(await refused('DELETE', `${TEMPLATES}/order_ready`), /^404 .*not_found/);
	});

	const components = (...parts: object[]) => ({ details: { components: parts } });
	const refusals: [what: string, more: object, expected: RegExp][] = [
		['a name in capitals', { name: 'Autumn' }, /name must be/],
		["a language in Meta's spelling", { language: 'en_US' }, /valid enum value/],
		['a name that is taken', { name: 'order_ready' }, /name is taken/],
		['no body', components({ type: 'FOOTER', text: 'Bye' }), /must have one BODY/],
		['a blank without an example', components(body('Hi {{1}}', [])), /one example/],
		['a body that is too long', components(body('x'.repeat(1_025), [])), /details/],
		[
			'a file for the header',
			components({ type: 'HEADER', format: 'IMAGE', example: 'https://a' }, body()),
			/details/,
		],
		['an unknown button', components(body(), { type: 'BUTTONS', buttons: [{ type: 'CATALOG' }] }), /details/],
	];
	for (const [what, more, expected] of refusals) {
		test(`${what} is refused`, async () => {
			const words = await refused('POST', TEMPLATES, draft(more));
			assert.match(words, /^400 .*"errorCode":"invalid_input".*"resolution".*validationErrors/);
			assert.match(words, expected);
		});
	}
});
