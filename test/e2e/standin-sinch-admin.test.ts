import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../sandbox/settings.ts';
import {
	FIRST_SENDER_ID,
	SENDER_TOKEN,
	SIGNED_UP,
} from '../../sandbox/sinch/administration/sender-record.ts';
import { bodyOf } from './providers.ts';
import { eventually } from './receiver.ts';
import { BATCHES, KEY, PLAN, PROJECT, Sinch, SMS, WHATSAPP, WHO } from './sinch.ts';

const { sinch: ACCOUNT } = WORLD;
const CODE = '402917';
const NUMBERS = `/numbers${PROJECT}`;
const SENDERS = `/provisioning${PROJECT}/whatsapp/senders`;
const TEMPLATES = `/provisioning${PROJECT}/whatsapp/templates`;
const APP = `${PROJECT}/apps/${ACCOUNT.appId}`;
const FREE = '+15550100121';
let sinch: Sinch;

before(async () => {
	sinch = await Sinch.start();
});

beforeEach(() => {
	sinch.api.rules.change({ provisionMs: 1, reviewMs: 1, verificationCode: CODE });
});

afterEach(() => {
	sinch.api.setConsentManagement('off');
	sinch.sandbox.reset();
	sinch.receiver.received.length = 0;
});

after(() => sinch.close());

async function answer<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	...[method, path, data]: [method: string, path: string, data?: unknown]
): Promise<Output> {
	const response = await sinch.call(method, path, data);
	assert(response.status < 300, `${method} ${path}: ${response.status} ${JSON.stringify(response.data)}`);
	return schema.parse(response.data);
}

async function refused(method: string, path: string, data?: unknown): Promise<string> {
	const response = await sinch.call(method, path, data);
	return `${response.status} ${JSON.stringify(response.data)}`;
}

describe('numbers', () => {
	const Active = z.object({
		phoneNumber: z.string(),
		displayName: z.string(),
		callbackUrl: z.string(),
		expireAt: z.string().nullable(),
		smsConfiguration: z.object({
			servicePlanId: z.string(),
			scheduledProvisioning: z.object({ servicePlanId: z.string(), status: z.string() }).nullable(),
		}),
	});
	const one = (number: string) => `${NUMBERS}/activeNumbers/${encodeURIComponent(number)}`;
	const rent = (number: string, body: object = {}) =>
		answer(Active, 'POST', `${NUMBERS}/availableNumbers/${encodeURIComponent(number)}:rent`, body);
	const linkOf = async (number: string) => (await answer(Active, 'GET', one(number))).smsConfiguration;
	const linked = (number: string, plan: string) =>
		eventually(async () => {
			const { servicePlanId, scheduledProvisioning } = await linkOf(number);
			return servicePlanId === plan && scheduledProvisioning === null;
		}, `the link of ${number} with ${plan}`);
	const smsConfiguration = { servicePlanId: ACCOUNT.servicePlanId };

	const searches: [query: string, found: string[]][] = [
		['regionCode=US&type=LOCAL&capabilities=SMS', ['+15550100121', '+15550100122']],
		['regionCode=US&type=LOCAL&capabilities=SMS&capabilities=VOICE', ['+15550100121']],
		['regionCode=US&type=LOCAL&size=1', ['+15550100121']],
		['regionCode=SE', ['+46701740621', '+46701740622']],
		['regionCode=SE&numberPattern.pattern=622&numberPattern.searchPattern=END', ['+46701740622']],
		['regionCode=SE&numberPattern.pattern=4670', ['+46701740621', '+46701740622']],
		['regionCode=SE&numberPattern.pattern=0622&numberPattern.searchPattern=CONTAIN', ['+46701740622']],
		['regionCode=SE&type=TOLL_FREE', []],
	];
	for (const [query, found] of searches) {
		test(`a search for ${query}`, async () => {
			const Found = z.object({ availableNumbers: z.array(z.object({ phoneNumber: z.string() })) });
			const { availableNumbers } = await answer(Found, 'GET', `${NUMBERS}/availableNumbers?${query}`);
			assert.deepEqual(
				availableNumbers.map(({ phoneNumber }) => phoneNumber),
				found,
			);
		});
	}

	const batch = (from: string) =>
		sinch.call('POST', BATCHES, { from, to: [WHO.customer.phoneNumber], body: 'Hi', type: 'mt_text' }, PLAN);

	test('a number is rented, linked after a while, sends, receives and is released', async () => {
		sinch.api.rules.change({ provisionMs: 400 });
		const { smsConfiguration: link } = await rent(FREE, { smsConfiguration });
		assert.deepEqual(link, {
			servicePlanId: '',
			scheduledProvisioning: { servicePlanId: ACCOUNT.servicePlanId, status: 'WAITING' },
		});
		assert.equal((await batch(FREE)).status, 403);
		await linked(FREE, ACCOUNT.servicePlanId);
		assert.equal((await batch(FREE)).status, 201);
		const line = sinch.api.lines.find(({ phoneNumber }) => phoneNumber === FREE);
		assert.equal((await sinch.writes(line?.id ?? '').delivered).state, 'taken');

		const released = await answer(Active, 'POST', `${one(FREE)}:release`);
		assert.notEqual(released.expireAt, null);
		assert.match(await refused('GET', one(FREE)), /^404 .*NOT_FOUND/);
		assert.equal((await batch(FREE)).status, 403);
	});

	test('any local number of the US can be rented', async () => {
		const body = { regionCode: 'US', type: 'LOCAL', capability: ['SMS'], smsConfiguration };
		const { phoneNumber } = await answer(Active, 'POST', `${NUMBERS}/availableNumbers:rentAny`, body);
		assert.equal(phoneNumber, FREE);
		const elsewhere = { ...body, regionCode: 'SE', type: 'MOBILE' };
		assert.match(
			await refused('POST', `${NUMBERS}/availableNumbers:rentAny`, elsewhere),
			/^400 .*INVALID_ARGUMENT/,
		);
	});

	test('a number tells its own URL of its links, signed with the secret of the project', async () => {
		await answer(z.unknown(), 'PATCH', `${NUMBERS}/callbackConfiguration`, { hmacSecret: 'numbers' });
		await rent(FREE, { smsConfiguration, callbackUrl: sinch.receiver.url });
		const [webhook] = await eventually(
			() => sinch.receiver.received.length > 0 && sinch.receiver.received,
			'the event',
		);
		assert(webhook);
		const { eventType, resourceId, timestamp } = z.record(z.string()).parse(bodyOf(webhook));
		assert.deepEqual([eventType, resourceId], ['PROVISIONING_TO_SMS_PLATFORM', FREE]);
		assert.doesNotMatch(timestamp ?? '', /Z$/);
		const expected = createHmac('sha1', 'numbers').update(webhook.raw).digest('hex');
		assert.equal(webhook.headers['x-sinch-signature'], expected);
	});

	test('a number is named, unlinked and linked again', async () => {
		const change = (body: object) => answer(Active, 'PATCH', one(SMS.phoneNumber), body);
		assert.equal((await change({ displayName: 'Front desk' })).displayName, 'Front desk');
		await change({ smsConfiguration: { servicePlanId: '' } });
		await linked(SMS.phoneNumber, '');
		assert.equal((await batch(SMS.phoneNumber)).status, 403);
		await change({ smsConfiguration });
		await linked(SMS.phoneNumber, ACCOUNT.servicePlanId);
		assert.equal((await batch(SMS.phoneNumber)).status, 201);
	});

	test('the numbers of the project come by page', async () => {
		await rent(FREE);
		const Page = z.object({ activeNumbers: z.array(Active), nextPageToken: z.string() });
		const first = await answer(Page, 'GET', `${NUMBERS}/activeNumbers?pageSize=1`);
		assert.deepEqual([first.activeNumbers.length, first.nextPageToken], [1, '1']);
		const second = await answer(Page, 'GET', `${NUMBERS}/activeNumbers?pageSize=1&pageToken=1`);
		assert.deepEqual([second.activeNumbers[0]?.phoneNumber, second.nextPageToken], [FREE, '']);
		const ofSweden = await answer(
			Page,
			'GET',
			`${NUMBERS}/activeNumbers?regionCode=SE&type=MOBILE&capability=SMS`,
		);
		assert.deepEqual(ofSweden.activeNumbers, []);
	});

	const rentPath = (number: string) => `${NUMBERS}/availableNumbers/${encodeURIComponent(number)}:rent`;
	const refusals: [what: string, method: string, path: string, body: object | undefined, expected: RegExp][] =
		[
			[
				'a search without a country',
				'GET',
				`${NUMBERS}/availableNumbers?type=LOCAL`,
				undefined,
				/^400 .*regionCode/,
			],
			[
				'an unknown type',
				'GET',
				`${NUMBERS}/availableNumbers?regionCode=US&type=FAX`,
				undefined,
				/^400 .*type/,
			],
			['a number that is not for rent', 'POST', rentPath('+15550109999'), {}, /^404 .*NOT_FOUND/],
			['a number of the project', 'POST', rentPath(SMS.phoneNumber), {}, /^404 .*NOT_FOUND/],
			[
				'a plan of others',
				'POST',
				rentPath(FREE),
				{ smsConfiguration: { servicePlanId: 'other' } },
				/^400 .*smsConfiguration\.servicePlanId/,
			],
			[
				'a number without SMS',
				'POST',
				rentPath('+15550100123'),
				{ smsConfiguration },
				/^400 .*carries no SMS/,
			],
			[
				'an empty voice configuration',
				'POST',
				rentPath(FREE),
				{ voiceConfiguration: {} },
				/^400 .*voiceConfiguration/,
			],
			[
				'a callback that is no URL',
				'PATCH',
				one(SMS.phoneNumber),
				{ callbackUrl: 'here' },
				/^400 .*callbackUrl/,
			],
		];
	for (const [what, method, path, body, expected] of refusals) {
		test(`${what} is refused`, async () => {
			assert.match(await refused(method, path, body), expected);
		});
	}

	test('a number whose link is under way is not linked anew', async () => {
		sinch.api.rules.change({ provisionMs: 1_000 });
		await rent(FREE, { smsConfiguration });
		assert.match(await refused('PATCH', one(FREE), { smsConfiguration }), /^400 .*FAILED_PRECONDITION/);
	});
});

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

describe('the app', () => {
	const App = z.object({
		display_name: z.string(),
		channel_credentials: z.array(
			z.object({
				channel: z.string(),
				static_bearer: z.object({ claimed_identity: z.string(), token: z.string() }),
				state: z.object({ status: z.string() }),
			}),
		),
	});
	const statesOf = ({ channel_credentials: channels }: z.output<typeof App>) =>
		channels.map(({ channel, state: { status } }) => `${channel} ${status}`);

	test('it has its channels, and another token lets one of them fail', async () => {
		const { apps } = await answer(z.object({ apps: z.tuple([App]) }), 'GET', `${PROJECT}/apps`);
		assert.deepEqual(statesOf(apps[0]), ['SMS ACTIVE', 'WHATSAPP ACTIVE']);
		const [, whatsApp] = apps[0].channel_credentials;
		const token = { ...whatsApp?.static_bearer, token: 'wrong' };
		const changed = await answer(App, 'PATCH', `${APP}?update_mask=channel_credentials`, {
			channel_credentials: [{ channel: 'WHATSAPP', static_bearer: token }],
		});
		assert.deepEqual(statesOf(changed), ['WHATSAPP FAILING']);
		assert.equal(whatsApp?.static_bearer.token, SENDER_TOKEN);
	});

	test('a change of the name leaves the channels', async () => {
		const changed = await answer(App, 'PATCH', APP, { display_name: 'Roastery' });
		assert.equal(changed.display_name, 'Roastery');
		assert.deepEqual(statesOf(changed), ['SMS ACTIVE', 'WHATSAPP ACTIVE']);
	});

	test('a channel without a token is refused', async () => {
		const body = {
			channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'x', token: '' } }],
		};
		assert.match(await refused('PATCH', APP, body), /^400 .*static_bearer\.token/);
	});
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
		language: 'en',
		category: 'MARKETING',
		details: { components: [body()] },
		status: 'SUBMIT',
		...more,
	});
	const one = `${TEMPLATES}/autumn_menu/languages/en`;
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
		await new Promise((resolve) => setTimeout(resolve, 20));
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
		assert.equal((await sinch.call('DELETE', one)).status, 204);
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

describe('consents', () => {
	const list = (name: string, query = '') =>
		answer(
			z.object({ identities: z.array(z.object({ identity: z.string() })), next_page_token: z.string() }),
			'GET',
			`${APP}/consents/${name}${query}`,
		);
	const person = `${APP}/consents/identities/${encodeURIComponent(WHO.customer.phoneNumber)}`;
	const Audit = z.object({
		audit_records: z.array(z.object({ operation: z.string(), list_type: z.string(), origin: z.string() })),
	});

	test('people come onto the list by their keyword and off it again', async () => {
		sinch.api.setConsentManagement('primary');
		await sinch.writes(WHATSAPP.id, 'STOP').delivered;
		sinch.api.customerSends(WHO.other.phoneNumber, 'STOP', { numberId: WHATSAPP.id });
		const first = await list('OPT_OUT_ALL', '?page_size=1');
		assert.deepEqual(first, { identities: [{ identity: WHO.digits }], next_page_token: '1' });
		assert.deepEqual((await list('OPT_OUT_MARKETING')).identities, []);
		await sinch.writes(WHATSAPP.id, 'START').delivered;
		assert.deepEqual((await list('OPT_OUT_ALL')).identities, [{ identity: WHO.other.phoneNumber.slice(1) }]);
		const { audit_records: records } = await answer(Audit, 'GET', person);
		assert.deepEqual(records, [
			{ origin: 'ORIGIN_MO', operation: 'OPERATION_INSERT', list_type: 'OPT_OUT_ALL' },
			{ origin: 'ORIGIN_MO', operation: 'OPERATION_DELETE', list_type: 'OPT_OUT_ALL' },
		]);
	});

	test('a person of whom nothing is known, a list that there is not and too long a page are refused', async () => {
		assert.match(await refused('GET', person), /^404 .*NOT_FOUND/);
		assert.match(await refused('GET', `${APP}/consents/OPT_IN`), /^400 .*list_type/);
		assert.match(await refused('GET', `${APP}/consents/OPT_OUT_ALL?page_size=51`), /^400 .*page_size/);
	});
});

test('everything that sets up wants the access key of the project', async () => {
	for (const path of [
		`${NUMBERS}/activeNumbers`,
		SENDERS,
		TEMPLATES,
		`${PROJECT}/apps`,
		`${APP}/consents/OPT_OUT_ALL`,
	]) {
		assert.equal((await sinch.call('GET', path, undefined, KEY)).status, 200, path);
		assert.equal((await sinch.call('GET', path, undefined, 'Basic eDp5')).status, 401, path);
		const elsewhere = path.replace(ACCOUNT.projectId, 'other');
		assert.equal((await sinch.call('GET', elsewhere)).status, 403, path);
	}
});
