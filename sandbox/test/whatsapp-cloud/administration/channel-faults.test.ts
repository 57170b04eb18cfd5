import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { z } from 'zod';
import {
	CHANNEL_FAULTS,
	type ChannelFaultName,
} from '../../../whatsapp-cloud/administration/channel-faults.ts';
import { FIRST_PIN, PORTFOLIO } from '../../../whatsapp-cloud/administration/portfolio.ts';
import { WORLD } from '../../../settings.ts';
import { eventually } from '../../shared/receiver.ts';
import { describeFaults } from '../../shared/shown-faults.ts';
import { ErrorBody, MESSAGES, WhatsAppCloud, text, WHO } from '../whatsapp-cloud.ts';

const { customer, number } = WHO;
const ACCOUNT = `/v25.0/${WORLD.businessAccountId}`;
const NUMBER = `/v25.0/${number.id}`;
const TOKEN = `/v25.0/debug_token?input_token=${WORLD.accessToken}`;
const APP_TOKEN = `Bearer ${WORLD.appId}|${WORLD.appSecret}`;
const CALLBACK = `/v25.0/${WORLD.appId}/subscriptions`;
let standIn: WhatsAppCloud;

before(async () => {
	standIn = await WhatsAppCloud.start();
});

afterEach(async () => {
	await standIn.call('POST', '/sandbox/reset', {});
	standIn.receiver.received.length = 0;
});

after(() => standIn.close());

const rules = (wish: object) => standIn.call('POST', '/sandbox/rules', wish);
const post = (path: string, body: object = {}) => standIn.call('POST', path, body);

/** A question to the Graph API. Its answer, or the code of its error, shows the fault. */
interface Look {
	at: string;
	as?: string;
	body?: object;
}

async function see({ at, as, body }: Look): Promise<string> {
	const { data, status } = await standIn.call(body ? 'POST' : 'GET', at, body, as);
	if (status === 200) return JSON.stringify(data);
	const { code, error_subcode: subcode } = ErrorBody.parse(data).error;
	return `error ${code}${subcode === undefined ? '' : `.${subcode}`}`;
}

const ofNumber = (fields: string): Look => ({ at: `${NUMBER}?fields=${fields}` });
const ACCOUNT_NODE: Look = { at: `${ACCOUNT}?fields=id,account_review_status` };
const NUMBERS: Look = { at: `${ACCOUNT}/phone_numbers?fields=id` };
const SEND: Look = { at: MESSAGES, body: text() };
const DEBUG: Look = { at: TOKEN };
const APP: Look = { at: CALLBACK, as: APP_TOKEN };
const APPS: Look = { at: `${ACCOUNT}/subscribed_apps` };
const PLACES = ofNumber('webhook_configuration');
const APPROVED: Look = { at: `${ACCOUNT}/message_templates?fields=name&status=APPROVED&limit=1` };

/** Where each fault shows. */
const SHOWN: Record<ChannelFaultName, [Look, RegExp]> = {
	versionEnded: [ACCOUNT_NODE, /^error 2635$/],
	tokenExpired: [ACCOUNT_NODE, /^error 190\.463$/],
	tokenRevoked: [SEND, /^error 190\.460$/],
	tokenExpiring: [DEBUG, /"expires_at":[1-9]/],
	tokenOfOtherApp: [DEBUG, /"app_id":"300000000000009"/],
	messagingPermissionMissing: [SEND, /^error 200$/],
	managementPermissionMissing: [ACCOUNT_NODE, /^error 200$/],
	businessPermissionMissing: [
		{ at: `/v25.0/${PORTFOLIO.id}/owned_whatsapp_business_accounts` },
		/^error 200$/,
	],
	accountNotAssigned: [ACCOUNT_NODE, /^error 200$/],
	appSecretChanged: [APP, /^error 190$/],
	accountGone: [ACCOUNT_NODE, /^error 100\.33$/],
	accountPending: [ACCOUNT_NODE, /"account_review_status":"PENDING"/],
	accountRejected: [ACCOUNT_NODE, /"account_review_status":"REJECTED"/],
	accountLocked: [ACCOUNT_NODE, /^error 131031$/],
	paymentMissing: [ofNumber('health_status'), /"error_code":141006/],
	businessUnverified: [ofNumber('health_status'), /"error_code":141010/],
	numberGone: [ofNumber('id'), /^error 100\.33$/],
	numberOfOtherAccount: [NUMBERS, /^(?!.*200000000000001)/],
	numberBanned: [ofNumber('status'), /"BANNED"/],
	numberRestricted: [ofNumber('status'), /"RESTRICTED"/],
	numberFlagged: [ofNumber('status'), /"FLAGGED"/],
	numberUnverified: [ofNumber('code_verification_status'), /"NOT_VERIFIED"/],
	verificationExpired: [ofNumber('code_verification_status,status'), /"EXPIRED","status":"DISCONNECTED"/],
	numberNotRegistered: [ofNumber('platform_type'), /"NOT_APPLICABLE"/],
	numberOnPremise: [ofNumber('platform_type'), /"ON_PREMISE"/],
	pinMissing: [ofNumber('is_pin_enabled'), /false/],
	nameDeclined: [ofNumber('name_status'), /"DECLINED"/],
	namePending: [ofNumber('name_status'), /"PENDING_REVIEW"/],
	nameExpired: [ofNumber('name_status'), /"EXPIRED"/],
	testNumber: [ofNumber('account_mode'), /"SANDBOX"/],
	qualityLow: [ofNumber('quality_rating'), /"RED"/],
	qualityMedium: [ofNumber('quality_rating'), /"YELLOW"/],
	limitReached: [ofNumber('status'), /"RATE_LIMITED"/],
	throughputMissing: [ofNumber('throughput'), /"NOT_APPLICABLE"/],
	appNotSubscribed: [APPS, /"data":\[\]/],
	accountCallbackElsewhere: [APPS, /elsewhere\.example/],
	numberCallbackElsewhere: [PLACES, /"phone_number":"https:\/\/elsewhere\.example/],
	callbackMissing: [APP, /"data":\[\]/],
	callbackElsewhere: [APP, /elsewhere\.example/],
	messagesFieldMissing: [APP, /^(?!.*"messages")/],
	noApprovedTemplate: [APPROVED, /"data":\[\]/],
};

describeFaults(CHANNEL_FAULTS, SHOWN, {
	see,
	switched: async (wish) => {
		assert.equal((await rules(wish)).status, 200);
	},
	reset: () => standIn.call('POST', '/sandbox/reset', {}),
});

test('what is broken is told, and an unknown fault changes nothing', async () => {
	await rules({ break: ['qualityLow', 'pinMissing'] });
	assert.equal((await rules({ break: ['earthquake'], repair: ['qualityLow'] })).status, 400);
	const { data } = await standIn.call('GET', '/sandbox/rules');
	const Broken = z.object({
		broken: z.array(z.string()),
		canBreak: z.array(z.object({ fault: z.string() })),
	});
	const { broken, canBreak } = Broken.parse(data);
	assert.deepEqual(broken, ['qualityLow', 'pinMissing']);
	assert.equal(canBreak.length, Object.keys(SHOWN).length);
});

test('what was set anew meanwhile outlives the repair', async () => {
	const other = `${standIn.receiver.url}?anew`;
	await rules({ break: ['callbackElsewhere', 'noApprovedTemplate'] });
	await standIn.api.setWebhook(other);
	await rules({ reviewMs: 0 });
	const components = [{ type: 'BODY', text: 'The autumn menu is here.' }];
	const draft = { name: 'autumn_menu', language: 'en_US', category: 'MARKETING', components };
	await post(`${ACCOUNT}/message_templates`, draft);
	await eventually(async () => (await see(APPROVED)).includes('autumn_menu'), 'approved');
	await rules({ repair: ['callbackElsewhere', 'noApprovedTemplate'] });
	assert.equal(standIn.api.webhook.url, other);
	assert.match(await see({ at: `${ACCOUNT}/message_templates?name=autumn&fields=name` }), /autumn_menu/);
	assert.match(await see(APPROVED), /welcome/);
	await standIn.api.setWebhook(standIn.receiver.url);
});

describe('followed through the API, the next step mends', () => {
	const registration = { messaging_product: 'whatsapp', pin: FIRST_PIN };
	const register = () => post(`${NUMBER}/register`, registration);
	const verify = async () => {
		await post(`${NUMBER}/request_code`, { code_method: 'SMS', language: 'en_US' });
		await post(`${NUMBER}/verify_code`, { code: '123456' });
		await register();
	};
	const rename = async () => {
		await rules({ reviewMs: 5 });
		await post(`${NUMBER}?new_display_name=Sunset`);
		await eventually(async () => (await see(ofNumber('name_status'))).includes('"APPROVED"'), 'approved');
		await register();
	};
	const mended: [ChannelFaultName, () => Promise<unknown>][] = [
		['numberUnverified', verify],
		['verificationExpired', verify],
		['numberNotRegistered', register],
		[
			'numberOnPremise',
			() => post(`${NUMBER}/register`, { ...registration, backup: { data: 'a', password: 'b' } }),
		],
		['throughputMissing', register],
		['pinMissing', () => post(NUMBER, { pin: '135790' })],
		['nameDeclined', rename],
		['nameExpired', rename],
		['appNotSubscribed', () => post(`${ACCOUNT}/subscribed_apps`)],
		['accountCallbackElsewhere', () => post(`${ACCOUNT}/subscribed_apps`)],
		['numberCallbackElsewhere', () => post(NUMBER, { webhook_configuration: { override_callback_uri: '' } })],
	];
	for (const [name, mend] of mended) {
		test(name, async () => {
			const [look, pattern] = SHOWN[name];
			await rules({ break: [name] });
			assert.match(await see(look), pattern);
			await mend();
			assert.doesNotMatch(await see(look), pattern);
		});
	}
});

describe('sending', () => {
	const template = {
		messaging_product: 'whatsapp',
		to: customer.phoneNumber,
		type: 'template',
		template: { name: 'welcome', language: { code: 'en_US' } },
	};
	const stranger = text('Hi', '+15550999999');
	const refused: [ChannelFaultName, object, string][] = [
		['numberNotRegistered', text(), 'error 133010'],
		['numberOnPremise', text(), 'error 133010'],
		['numberBanned', text(), 'error 131031'],
		['accountLocked', text(), 'error 131031'],
		['accountNotAssigned', text(), 'error 200'],
		['messagingPermissionMissing', text(), 'error 200'],
		['testNumber', stranger, 'error 131030'],
		['noApprovedTemplate', template, 'error 132015'],
		['versionEnded', text(), 'error 2635'],
	];
	for (const [name, body, expected] of refused) {
		test(`is refused with ${name}`, async () => {
			await rules({ break: [name] });
			assert.equal(await see({ at: MESSAGES, body }), expected);
		});
	}

	test('works with a number that is only flagged', async () => {
		await rules({ break: ['numberFlagged'] });
		assert.match(await see(ofNumber('health_status')), /^{"health_status":{"can_send_message":"AVAILABLE"/);
		await standIn.send();
	});

	test('fails for want of a payment method, but for replies', async () => {
		await rules({ break: ['paymentMissing'] });
		const id = await standIn.send(template);
		const failed = await eventually(() => standIn.receiver.statusesOf(id)[0], 'failed');
		assert.match(JSON.stringify(failed.errors), /131042/);
		await standIn.api.customerSends(customer.phoneNumber, 'Hi').delivered;
		const reply = await standIn.send(text());
		const sent = await eventually(() => standIn.receiver.statusesOf(reply)[0], 'sent');
		assert.equal(sent.status, 'sent');
	});
});
