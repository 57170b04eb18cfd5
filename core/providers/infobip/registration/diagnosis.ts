import type { Check, Diagnose } from '../../../webhooks/diagnosis';
import type { InfobipTarget } from './target';
import type { InfobipChannel } from './target';
import { isSameEndpoint, withoutSecrets } from '../../../webhooks/callback-url';
import { checkOurSide, checkPresence, checkRegistration, checkReply } from '../../../operations/checks';
import { isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { registrationAsk, type Ask } from '../../../http/ask';
import { LONGEST_URL, targetSecrets } from './target';
import { classifyError } from '../errors/classify';
import { followSubscriptions } from './manual-steps';
import { registration } from '.';
import { wantedEvents } from './webhook-events';

/** Channels whose numbers can have a setting of their own. */
const WITH_NUMBERS: readonly InfobipChannel[] = ['SMS', 'MMS', 'WHATSAPP'];

/** A number's own forwarding wins over every subscription (Infobip, Configure your inbound messages). */
async function checkForwarding(
	ask: Ask,
	channel: InfobipChannel,
	sender: string,
	facts: InfobipTarget,
): Promise<Check> {
	const reply = await ask({
		method: 'GET',
		path: '/resource-management/1/inbound-message-configurations',
		query: { number: sender, channel },
	});
	const name = `Forwarding of ${sender} (${channel})`;
	return checkReply(name, 'follows the subscription', reply, (body) => {
		const urls = listOf(body)
			.filter(isJsonObject)
			.flatMap(({ forwarding }) => textOf(objectOf(forwarding)?.url) ?? []);
		const elsewhere = urls.find((url) => !isSameEndpoint(url, facts.callbackUrl));
		if (elsewhere === undefined)
			return { state: 'ok', found: urls.length > 0 ? 'comes here' : 'none of its own' };
		const { place, action, link } = followSubscriptions(sender, elsewhere);
		const found = `to ${withoutSecrets(elsewhere)}`;
		return { state: 'failed', found, nextStep: `${place}: ${action}`, ...(link !== undefined && { link }) };
	});
}

async function checkSender(ask: Ask, sender: string): Promise<Check> {
	const reply = await ask({
		method: 'GET',
		path: '/whatsapp/1/senders/quality',
		query: { senders: sender },
	});
	return checkReply(`WhatsApp sender ${sender}`, 'CONNECTED', reply, (body) => {
		const row = listOf(objectOf(body)?.results).find(isJsonObject);
		const status = textOf(row?.status) ?? 'UNKNOWN';
		const found = [status, `quality ${textOf(row?.qualityRating) ?? 'UNKNOWN'}`].join(', ');
		if (status === 'CONNECTED') return { state: 'ok', found };
		if (status === 'UNKNOWN') return { state: 'unknown', found };
		const nextStep =
			'Open the sender in the Infobip portal under Channels and Numbers → WhatsApp and follow what it asks for.';
		return {
			state: status === 'FLAGGED' || status === 'RATE_LIMITED' ? 'warning' : 'failed',
			found,
			nextStep,
		};
	});
}

function isAuthenticated({ secrets: { basic, header, hmac }, callbackUrl }: InfobipTarget): boolean {
	return [basic, header, hmac].some((method) => method !== undefined) || callbackUrl.includes('?token=');
}

/** Why no event of Infobip arrives. */
export const diagnoseInfobip: Diagnose<InfobipTarget> = async (call, facts) => {
	const { channels, kinds, sender } = facts;
	const ask = registrationAsk(call, classifyError, targetSecrets(facts));
	const chosen = wantedEvents(channels, kinds).map(({ channel }) => channel);
	const withNumber = sender === undefined ? [] : WITH_NUMBERS.filter((channel) => chosen.includes(channel));
	const [inspection, ...ofSender] = await Promise.all([
		registration.inspect(call, facts),
		...withNumber
			.filter(() => kinds.includes('message'))
			.map(async (channel) => await checkForwarding(ask, channel, sender ?? '', facts)),
		...withNumber
			.filter((channel) => channel === 'WHATSAPP')
			.map(async () => await checkSender(ask, sender ?? '')),
	]);
	return {
		checks: [
			checkRegistration(inspection, facts.callbackUrl),
			...ofSender,
			checkPresence(
				'Webhook authentication',
				isAuthenticated(facts),
				'Choose one in the credential: without it nobody can tell calls of Infobip from forged ones.',
			),
			...checkOurSide(facts, LONGEST_URL),
		],
	};
};
