import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { WORLD } from '../../../settings.ts';
import {
	CHANNEL_FAULTS,
	REPLACED,
	type SinchChannelFault,
} from '../../../sinch/administration/channel-faults.ts';
import { FIRST_SENDER_ID } from '../../../sinch/administration/sender-record.ts';
import { describeFaults } from '../../shared/shown-faults.ts';
import { BATCHES, KEY, PLAN, PROJECT, Sinch, SMS } from '../sinch.ts';

const { sinch: ACCOUNT } = WORLD;
let sinch: Sinch;

before(async () => {
	sinch = await Sinch.start();
});

afterEach(() => {
	sinch.sandbox.reset();
});

after(() => sinch.close());

/** A question to Sinch. Its answer, or its refusal, shows the fault. */
interface Look {
	at: string;
	authorization?: string;
}

async function see({ at, authorization = KEY }: Look): Promise<string> {
	const { data, status } = await sinch.call('GET', at, undefined, authorization);
	return `${status} ${JSON.stringify(data)}`;
}

const APP: Look = { at: `${PROJECT}/apps/${ACCOUNT.appId}` };
const NUMBER: Look = { at: `/numbers${PROJECT}/activeNumbers/${encodeURIComponent(SMS.phoneNumber)}` };
const SENDER: Look = { at: `/provisioning${PROJECT}/whatsapp/senders/${FIRST_SENDER_ID}` };
const TEMPLATES: Look = { at: `/provisioning${PROJECT}/whatsapp/templates` };
const WEBHOOKS: Look = { at: `${PROJECT}/apps/${ACCOUNT.appId}/webhooks` };
const PLAN_BATCHES: Look = { at: BATCHES, authorization: PLAN };

/** Where each fault shows. */
const SHOWN: Record<SinchChannelFault, [Look, RegExp]> = {
	keyReplaced: [APP, /^401 /],
	smsTokenReplaced: [PLAN_BATCHES, /^401 /],
	numberReleased: [NUMBER, /^404 .*NOT_FOUND/],
	numberWithoutSms: [NUMBER, /"capability":\["VOICE"\]/],
	numberUnlinked: [NUMBER, /"smsConfiguration":\{"servicePlanId":"",.*"scheduledProvisioning":null/],
	numberLinkedElsewhere: [NUMBER, /"servicePlanId":"5a0d6e1000004000800000000000000c"/],
	linkFailed: [NUMBER, /"status":"FAILED","errorCodes":\["CAMPAIGN_NOT_AVAILABLE"\]/],
	senderGone: [SENDER, /^404 .*not_found/],
	senderUnverified: [SENDER, /"state":"PENDING_VERIFICATION"/],
	senderSuspended: [SENDER, /"state":"SUSPENDED"/],
	qualityLow: [SENDER, /"qualityRating":"RED"/],
	noApprovedTemplate: [TEMPLATES, /^(?!.*"APPROVED")/],
	smsNotInApp: [APP, /^(?!.*"channel":"SMS")/],
	senderNotInApp: [APP, /^(?!.*"channel":"WHATSAPP")/],
	smsFailing: [APP, /"FAILING"/],
	webhookDeleted: [WEBHOOKS, /"webhooks":\[\]/],
	webhookElsewhere: [WEBHOOKS, /elsewhere\.example/],
};

const switched = (wish: object) => {
	sinch.api.rules.change(wish);
};

describeFaults(CHANNEL_FAULTS, SHOWN, {
	see,
	switched,
	reset: () => {
		sinch.sandbox.reset();
	},
});

test('the secrets that took the place of the old ones let in', async () => {
	switched({ break: ['keyReplaced', 'smsTokenReplaced'] });
	const pair = Buffer.from(`${ACCOUNT.keyId}:${REPLACED.keySecret}`).toString('base64');
	assert.match(await see({ ...APP, authorization: `Basic ${pair}` }), /^200 /);
	assert.match(await see({ at: BATCHES, authorization: `Bearer ${REPLACED.smsApiToken}` }), /^200 /);
});

test('what was linked meanwhile stays when the fault is undone', async () => {
	switched({ break: ['numberUnlinked'], provisionMs: 0 });
	const body = { smsConfiguration: { servicePlanId: ACCOUNT.servicePlanId } };
	assert.equal((await sinch.call('PATCH', NUMBER.at, body)).status, 200);
	await sinch.quiet();
	switched({ repair: ['numberUnlinked'] });
	assert.match(await see(NUMBER), new RegExp(`"servicePlanId":"${ACCOUNT.servicePlanId}"`));
});
