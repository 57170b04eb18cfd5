import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { BUSINESS_ACCOUNT_ID, VERIFIED_BY_META } from '../../../infobip/administration/sender-record.ts';
import { WHATSAPP, WHO } from '../infobip.ts';
import { bodyOf } from '../../shared/providers.ts';
import { eventually } from '../../shared/receiver.ts';
import { CODE, startInfobip } from './set-up.ts';

const SENDER = WHATSAPP.phoneNumber.slice(1);
const REGISTRATIONS = '/whatsapp/1/embedded-signup/registrations';
const TEMPLATES = `/whatsapp/2/senders/${SENDER}/templates`;
const Template = z.object({ id: z.string(), name: z.string(), status: z.string() });
const { infobip, answer, refused } = await startInfobip();

describe('WhatsApp senders', () => {
	const register = `${REGISTRATIONS}/business-account/${BUSINESS_ACCOUNT_ID}/senders`;
	const wanted = {
		countryCode: '1',
		phoneNumber: '5550100119',
		displayName: 'Sunrise Roastery',
		type: 'EXTERNAL_SMS',
		locale: 'en_US',
	};
	const verification = `${REGISTRATIONS}/senders/15550100119/verification`;
	const Row = z.object({ status: z.string(), qualityRating: z.string(), currentLimit: z.string() });
	const stateOf = async (sender: string) => {
		const { results } = await answer(
			z.object({ results: z.array(Row) }),
			'GET',
			`/whatsapp/1/senders/quality?senders=${sender}`,
		);
		return results[0]?.status;
	};

	test('one is registered, verified with its code, connected, and sends', async () => {
		const { status } = await answer(z.object({ status: z.string() }), 'POST', register, wanted);
		assert.equal(status, 'OTP_REQUESTED');
		assert.equal(await stateOf('15550100119'), 'UNVERIFIED');
		assert.deepEqual(await refused('POST', verification, { code: '000000' }), ['400', 'BAD_REQUEST', 'code']);
		assert.equal(
			(await infobip.call('PUT', verification, { type: 'EXTERNAL_VOICE', locale: 'en_US' })).status,
			202,
		);
		assert.equal((await infobip.call('POST', verification, { code: CODE })).status, 202);
		await eventually(async () => (await stateOf('15550100119')) === 'CONNECTED', 'the registration');
		const content = {
			templateName: 'opening_hours',
			language: 'en',
			templateData: { body: { placeholders: [] } },
		};
		const message = { from: '15550100119', to: WHO.digits, content };
		const sent = await infobip.call('POST', '/whatsapp/1/message/template', { messages: [message] });
		assert.equal(sent.status, 200, JSON.stringify(sent.data));
	});

	test('one that Meta has verified needs no code', async () => {
		const { status } = await answer(z.object({ status: z.string() }), 'POST', register, {
			...wanted,
			phoneNumber: VERIFIED_BY_META.slice(1),
		});
		assert.equal(status, 'SUBMITTED_FOR_REGISTRATION');
		await eventually(async () => (await stateOf(VERIFIED_BY_META)) === 'CONNECTED', 'the registration');
	});

	test('five wrong codes end a code', async () => {
		await infobip.call('POST', register, wanted);
		for (let guess = 0; guess < 5; guess++) await infobip.call('POST', verification, { code: '000000' });
		assert.deepEqual(await refused('POST', verification, { code: CODE }), ['400', 'BAD_REQUEST', 'code']);
	});

	test('senders of other accounts are left out, and none at all is refused', async () => {
		assert.equal(await stateOf('447700900999'), undefined);
		assert.equal(await stateOf(SENDER), 'CONNECTED');
		const path = '/whatsapp/1/senders/quality';
		assert.deepEqual(await refused('GET', path), ['400', 'BAD_REQUEST', 'senders']);
	});

	const refusals: [what: string, path: string, body: object, expected: string[]][] = [
		[
			'a country code with a plus',
			register,
			{ ...wanted, countryCode: '+1' },
			['400', 'BAD_REQUEST', 'countryCode'],
		],
		['no display name', register, { ...wanted, displayName: '' }, ['400', 'BAD_REQUEST', 'displayName']],
		['another way for the code', register, { ...wanted, type: 'SMS' }, ['400', 'BAD_REQUEST', 'type']],
		['a locale with a dash', register, { ...wanted, locale: 'en-US' }, ['400', 'BAD_REQUEST', 'locale']],
		[
			'a sender that there is',
			register,
			{ ...wanted, phoneNumber: SENDER.slice(1) },
			['400', 'BAD_REQUEST', 'phoneNumber'],
		],
		['another account', `${REGISTRATIONS}/business-account/1/senders`, wanted, ['404', 'NOT_FOUND']],
		['a code for nobody', verification, { code: CODE }, ['404', 'NOT_FOUND']],
		[
			'a code for a sender that is verified',
			`${REGISTRATIONS}/senders/${SENDER}/verification`,
			{ code: CODE },
			['400', 'BAD_REQUEST', 'sender'],
		],
	];
	for (const [what, path, body, expected] of refusals) {
		test(`${what} is refused`, async () => {
			assert.deepEqual(await refused('POST', path, body), expected);
		});
	}

	test('the business profile changes field by field', async () => {
		const path = `/whatsapp/1/senders/${SENDER}/business-info`;
		assert.equal(
			(await infobip.call('PATCH', path, { about: 'Open', websites: ['https://example.com'] })).status,
			204,
		);
		assert.equal((await infobip.call('PATCH', path, { vertical: 'RESTAURANT' })).status, 204);
		assert.deepEqual((await infobip.call('GET', path)).data, {
			about: 'Open',
			address: '',
			description: '',
			email: '',
			vertical: 'RESTAURANT',
			websites: ['https://example.com'],
			displayName: WHATSAPP.verifiedName,
		});
		const newer = z.object({
			errorCode: z.string(),
			violations: z.array(z.object({ property: z.string() })),
		});
		const tooLong = newer.parse((await infobip.call('PATCH', path, { about: 'x'.repeat(131) })).data);
		assert.deepEqual(tooLong, { errorCode: 'E400', violations: [{ property: 'about' }] });
		const elsewhere = await infobip.call('GET', '/whatsapp/1/senders/447700900999/business-info');
		assert.equal(newer.parse(elsewhere.data).errorCode, 'E404');
	});
});

describe('templates', () => {
	const draft = (more: object = {}) => ({
		name: 'autumn_menu',
		language: 'en',
		category: 'MARKETING',
		structure: { body: { text: 'Hi {{1}}, the autumn menu is here.', examples: ['Ana'] }, type: 'TEXT' },
		...more,
	});
	const create = async (more?: object) => await answer(Template, 'POST', TEMPLATES, draft(more));
	const statusOf = async (id: string) => (await answer(Template, 'GET', `${TEMPLATES}/${id}`)).status;
	const Update = z.object({
		messageTemplateName: z.string(),
		change: z.object({ type: z.string(), newStatus: z.string(), reason: z.string() }),
	});
	const told = (name: string) =>
		eventually(
			() =>
				infobip.receiver.received
					.flatMap((webhook) => Update.safeParse(bodyOf(webhook)).data ?? [])
					.find(({ messageTemplateName }) => messageTemplateName === name)?.change,
			'the event',
		);

	test('one is reviewed, told of, sent, listed and deleted with its name', async () => {
		infobip.api.rules.change({ reviewMs: 30 });
		const { id, status } = await create();
		assert.equal(status, 'PENDING');
		assert.deepEqual(await told('autumn_menu'), {
			type: 'TEMPLATE_STATUS_UPDATE',
			newStatus: 'APPROVED',
			reason: 'NONE',
		});
		assert.equal(await statusOf(id), 'APPROVED');
		const Listed = z.object({ results: z.array(Template), paging: z.object({ totalResults: z.number() }) });
		const list = `/whatsapp/1/templates?sender=${SENDER}&name=autumn_menu&status=APPROVED&size=1`;
		assert.equal((await answer(Listed, 'GET', list)).paging.totalResults, 1);

		const templateData = { body: { placeholders: ['Ana'] } };
		const content = { templateName: 'autumn_menu', language: 'en', templateData };
		const sent = await infobip.call('POST', '/whatsapp/1/message/template', {
			messages: [{ from: SENDER, to: WHO.digits, content }],
		});
		assert.equal(sent.status, 200, JSON.stringify(sent.data));
		assert.equal(infobip.api.ledger.accepted.at(-1)?.text, 'Hi Ana, the autumn menu is here.');

		assert.equal((await infobip.call('DELETE', `${TEMPLATES}/autumn_menu`)).status, 204);
		assert.deepEqual(await refused('GET', `${TEMPLATES}/${id}`), ['404', 'NOT_FOUND']);
		assert.deepEqual(await refused('POST', TEMPLATES, draft()), ['400', 'BAD_REQUEST', 'name']);
	});

	test('one that does not pass its review can be edited without a limit', async () => {
		infobip.api.rules.change({ rejectedTemplates: ['autumn_menu'] });
		const { id } = await create();
		assert.equal((await told('autumn_menu')).newStatus, 'REJECTED');
		infobip.api.rules.change({ rejectedTemplates: [] });
		const edited = await answer(Template, 'PATCH', `${TEMPLATES}/${id}`, { category: 'UTILITY' });
		assert.equal(edited.status, 'PENDING');
		await eventually(async () => (await statusOf(id)) === 'APPROVED', 'the second review');
		const edit = { structure: { body: { text: 'Anew.' }, type: 'TEXT' } };
		assert.deepEqual(await refused('PATCH', `${TEMPLATES}/${id}`, { category: 'MARKETING' }), [
			'400',
			'BAD_REQUEST',
			'category',
		]);
		await answer(Template, 'PATCH', `${TEMPLATES}/${id}`, edit);
		await eventually(async () => (await statusOf(id)) === 'APPROVED', 'the third review');
		assert.deepEqual(await refused('PATCH', `${TEMPLATES}/${id}`, edit), ['400', 'BAD_REQUEST', 'id']);
	});

	test('one for a code of one’s own gets its text from WhatsApp', async () => {
		const structure = {
			body: { addSecurityRecommendation: true },
			footer: { codeExpirationMinutes: 5 },
			buttons: [{ text: 'Copy', otpType: 'COPY_CODE' }],
		};
		const { data } = await infobip.call('POST', TEMPLATES, draft({ category: 'AUTHENTICATION', structure }));
		const { text } = z.object({ structure: z.object({ body: z.object({ text: z.string() }) }) }).parse(data)
			.structure.body;
		assert.match(text, /\{\{1\}\} is your verification code/);
	});

	const body = { text: 'Hi {{1}}', examples: ['Ana'] };
	const refusals: [what: string, more: object, property: string][] = [
		['a name in capitals', { name: 'Autumn' }, 'name'],
		['a name that is taken', { name: 'order_ready' }, 'name'],
		['a category of old', { category: 'TRANSACTIONAL' }, 'category'],
		['a language of no country', { language: 'english' }, 'language'],
		['no body', { structure: { type: 'TEXT' } }, 'structure.body'],
		['a body that is too long', { structure: { body: { text: 'x'.repeat(1_025) } } }, 'structure.body.text'],
		['a blank without an example', { structure: { body: { text: 'Hi {{1}}' } } }, 'structure.body.examples'],
		['blanks with a gap', { structure: { body: { ...body, text: 'Hi {{2}}' } } }, 'structure.body.examples'],
		[
			'a picture without a sample',
			{ structure: { body, header: { format: 'IMAGE' } } },
			'structure.header.example',
		],
		[
			'a footer that is too long',
			{ structure: { body, footer: { text: 'x'.repeat(61) } } },
			'structure.footer.text',
		],
		[
			'a label that is too long',
			{ structure: { body, buttons: [{ type: 'QUICK_REPLY', text: 'x'.repeat(26) }] } },
			'structure.buttons[0].text',
		],
		[
			'a link with a blank in its middle',
			{ structure: { body, buttons: [{ type: 'URL', text: 'A', url: 'https://a.example/{{1}}/b' }] } },
			'structure.buttons',
		],
	];
	for (const [what, more, property] of refusals) {
		test(`${what} is refused`, async () => {
			assert.deepEqual(await refused('POST', TEMPLATES, draft(more)), ['400', 'BAD_REQUEST', property]);
		});
	}

	test('an unknown status of the account’s list is refused in the newer envelope', async () => {
		const { status, data } = await infobip.call('GET', '/whatsapp/1/templates?status=FINE');
		assert.equal(status, 400);
		assert.match(JSON.stringify(data), /"errorCode":"E400".*"property":"status/);
	});
});
