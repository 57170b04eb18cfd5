import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import {
	CHANNEL_FAULTS,
	type InfobipChannelFault,
	REPLACED_KEY,
} from '../../../infobip/administration/channel-faults.ts';
import { Infobip, KEY, SMS, sms, WHATSAPP } from '../infobip.ts';
import { describeFaults } from '../../shared/shown-faults.ts';

const NUMBER = SMS.phoneNumber.slice(1);
const SENDER = WHATSAPP.phoneNumber.slice(1);
const SUBSCRIPTION = '/subscriptions/1/subscription/SMS';
let infobip: Infobip;

before(async () => {
	infobip = await Infobip.start();
	const profile = { profileId: 'ours', webhook: { notifyUrl: infobip.receiver.url } };
	const body = { subscriptionId: 'ours', events: ['INBOUND_MESSAGE'], profile };
	assert.equal((await infobip.call('POST', SUBSCRIPTION, body)).status, 201);
});

afterEach(() => {
	infobip.sandbox.reset();
});

after(() => infobip.close());

/** A question to Infobip. Its answer, or the code of its error, shows the fault. */
interface Look {
	at: string;
	body?: object;
	key?: string;
}

async function see({ at, body, key = KEY.Authorization }: Look): Promise<string> {
	infobip.api.rules.change({ isPaced: false });
	const { data, status } = await infobip.call(body ? 'POST' : 'GET', at, body, { Authorization: key });
	return `${status} ${JSON.stringify(data)}`;
}

const BALANCE: Look = { at: '/account/1/balance' };
const OWN: Look = { at: `/numbers/1/numbers?number=${NUMBER}` };
const QUALITY: Look = { at: `/whatsapp/1/senders/quality?senders=${SENDER}` };
const forwarding = (number: string, channel: string): Look => ({
	at: `/resource-management/1/inbound-message-configurations?number=${number}&channel=${channel}`,
});

/** Where each fault shows. */
const SHOWN: Record<InfobipChannelFault, [Look, RegExp]> = {
	keyReplaced: [BALANCE, /^401 /],
	numbersScopeMissing: [OWN, /^403 .*FORBIDDEN/],
	whatsAppScopeMissing: [QUALITY, /^403 .*FORBIDDEN/],
	fundsGone: [{ at: '/sms/3/messages', body: sms() }, /REJECTED_NOT_ENOUGH_CREDITS/],
	fundsLow: [BALANCE, /"balance":4\.2/],
	numberReleased: [OWN, /"numbers":\[\]/],
	numberPending: [OWN, /"reservationStatus":"PENDING"/],
	numberWithoutSms: [OWN, /"capabilities":\["VOICE"\]/],
	numberForwardedElsewhere: [forwarding(NUMBER, 'SMS'), /elsewhere\.example/],
	senderForwardedElsewhere: [forwarding(SENDER, 'WHATSAPP'), /elsewhere\.example/],
	senderGone: [QUALITY, /"results":\[\]/],
	senderUnverified: [QUALITY, /"UNVERIFIED"/],
	senderBanned: [QUALITY, /"BANNED"/],
	senderRestricted: [QUALITY, /"RESTRICTED"/],
	senderFlagged: [QUALITY, /"FLAGGED"/],
	limitReached: [QUALITY, /"RATE_LIMITED"/],
	qualityLow: [QUALITY, /"qualityRating":"LOW"/],
	noApprovedTemplate: [{ at: '/whatsapp/1/templates?status=APPROVED' }, /"results":\[\]/],
	subscriptionsEnded: [{ at: SUBSCRIPTION }, /"results":\[\]/],
	callbackElsewhere: [{ at: '/subscriptions/1/profiles/ours' }, /elsewhere\.example/],
};

const switched = (wish: object) => {
	infobip.api.rules.change(wish);
};

describeFaults(CHANNEL_FAULTS, SHOWN, {
	see,
	switched,
	reset: () => {
		infobip.sandbox.reset();
	},
});

test('the key that took the place of the old one lets in', async () => {
	switched({ break: ['keyReplaced'] });
	assert.match(await see({ ...BALANCE, key: `App ${REPLACED_KEY}` }), /^200 /);
});

test('what was set anew meanwhile stays when the fault is undone', async () => {
	switched({ break: ['numberReleased'], provisionMs: 0 });
	const bought = await infobip.call('POST', '/numbers/1/numbers', { number: NUMBER });
	assert.equal(bought.status, 200);
	switched({ repair: ['numberReleased'] });
	assert.match(await see(OWN), /"numberCount":1/);
});

test('a wish that is not understood changes nothing', () => {
	assert.throws(() => {
		switched({ break: ['fundsGone'], repair: ['nothing'] });
	});
	assert.throws(() => {
		switched({ break: ['fundsGone'], shoes: 2 });
	});
	assert.deepEqual(infobip.api.rules.read().broken, []);
});
