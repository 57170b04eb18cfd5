import type { InfobipTarget } from '../registration/target';
import { digitsOf, toE164 } from '../../../lib/phone/address';
import { isSameEndpoint, withoutSecrets } from '../../../webhooks/callback-url';
import { blameBy, judgeBy, judged, resultOf, type Check, type Result } from '../../../operations/checks';
import { idOf, isJsonObject, listOf, numberOf, objectOf, textOf } from '../../../lib/json';
import type { Reply } from '../../../http/ask';
import { followSubscriptions } from '../registration/manual-steps';

import { knownError } from '../errors/classify';

export const faultOf = blameBy(knownError);
const judgedReply = judgeBy(faultOf);

const PORTAL = 'https://portal.infobip.com/';

/** A key that may not read the balance is a valid key. */
export function checkCredential(balance: Reply): Check {
	const name = 'API key';
	if (balance.ok) return judged(name, 'valid', 'credential', { state: 'ok', found: 'accepted' });
	const fault = faultOf(balance.error);
	return fault === 'entitlement'
		? judged(name, 'valid', fault, { state: 'ok', found: 'accepted' })
		: judged(name, 'valid', fault, resultOf(balance.error));
}

export interface Funds {
	least: number;
	isPostpaid: boolean;
}

function fundsResult(body: unknown, { least, isPostpaid }: Funds): Result {
	const { balance: given, currency } = objectOf(body) ?? {};
	const balance = numberOf(given);
	if (balance === undefined) return { state: 'unknown', found: 'the answer names no balance' };
	const found = [String(balance), textOf(currency) ?? ''].join(' ').trim();
	const link = PORTAL;
	if (isPostpaid || (balance > 0 && balance >= least)) return { state: 'ok', found };
	if (balance > 0) {
		return { state: 'warning', found, nextStep: 'Top the account up in the Infobip portal soon.', link };
	}
	const nextStep = 'Top the account up in the Infobip portal: without funds nothing is sent.';
	return { state: 'failed', found, nextStep, link };
}

export function checkFunds(balance: Reply, funds: Funds): Check {
	const expected = funds.isPostpaid ? 'paid afterwards' : `more than ${funds.least}`;
	const check = judgedReply('Account funds', expected, 'entitlement', balance, (body) =>
		fundsResult(body, funds),
	);
	return check.fault === 'entitlement' && !balance.ok ? { ...check, state: 'unknown' } : check;
}

/** @param channel of text messages, which the number has to be able to carry */
export function checkNumber(numbers: Reply, sender: string, channel: string): Check {
	const name = `Number ${sender} (${channel})`;
	const expected = `of the account, able to carry ${channel}`;
	if (toE164(sender) === undefined) {
		const found = 'a name or a short code, which the API does not list';
		const nextStep = 'Look in the Infobip portal under Channels and Numbers whether it is registered.';
		return judged(name, expected, 'field', { state: 'unknown', found, nextStep });
	}
	return judgedReply(name, expected, 'field', numbers, (body) => {
		const row = listOf(objectOf(body)?.numbers)
			.filter(isJsonObject)
			.find(({ number }) => digitsOf(idOf(number) ?? '') === digitsOf(sender));
		if (row === undefined) {
			const nextStep =
				'Choose a number of this account as the sender, or buy one with Number: Search and Number: Buy.';
			return { state: 'failed', found: 'not a number of this account', nextStep };
		}
		const reserved = textOf(row.reservationStatus);
		if (reserved !== undefined) {
			const nextStep = 'Wait until the purchase is done; if it failed, buy the number again.';
			return { state: 'failed', found: `its purchase is ${reserved}`, nextStep };
		}
		const found = listOf(row.capabilities)
			.flatMap((capability) => textOf(capability) ?? [])
			.join(', ');
		if (found.split(', ').includes(channel)) return { state: 'ok', found };
		const nextStep = `Choose a number that can carry ${channel}, or ask Infobip to enable it for this one.`;
		return { state: 'failed', found: found || 'nothing', nextStep };
	});
}

const REGISTER =
	'Verify the code of the sender with Number: Request Verification Code and Number: Verify Code.';
const OPEN =
	'Open the sender in the Infobip portal under Channels and Numbers → WhatsApp and follow what it asks for.';

/**
 * States in which a sender does not send, or not for long (Infobip, WhatsApp senders quality). One that is limited or
 * restricted still receives and answers, so that the channel is degraded and not broken.
 */
const SENDER_STATES: Readonly<Record<string, Pick<Result, 'state' | 'nextStep'>>> = {
	CONNECTED: { state: 'ok', nextStep: '' },
	FLAGGED: { state: 'warning', nextStep: 'Send fewer messages, to people who asked for them.' },
	RATE_LIMITED: { state: 'warning', nextStep: 'Wait until the limit of the day is over, and send fewer.' },
	RESTRICTED: { state: 'warning', nextStep: OPEN },
	PENDING: { state: 'failed', nextStep: REGISTER },
	UNVERIFIED: { state: 'failed', nextStep: REGISTER },
};

export function checkSender(quality: Reply, sender: string): Check[] {
	const name = `WhatsApp sender ${sender}`;
	const row = quality.ok
		? listOf(objectOf(quality.body)?.results)
				.filter(isJsonObject)
				.find((one) => digitsOf(idOf(one.sender) ?? '') === digitsOf(sender))
		: undefined;
	const state = judgedReply(name, 'CONNECTED', 'field', quality, () => {
		if (row === undefined) {
			const nextStep = 'Choose a sender of this account, or register this one with Number: Register Sender.';
			return { state: 'failed', found: 'not a sender of this account', nextStep };
		}
		const status = textOf(row.status) ?? 'UNKNOWN';
		return { found: status, ...(SENDER_STATES[status] ?? { state: 'failed', nextStep: OPEN }) };
	});
	if (row === undefined) return [state];
	const rating = textOf(row.qualityRating) ?? 'UNKNOWN';
	const result: Result =
		rating === 'LOW'
			? {
					state: 'warning',
					found: rating,
					nextStep: 'Send fewer messages, to people who asked for them, and see which templates they block.',
				}
			: { state: 'ok', found: rating };
	return [state, judged('Quality', 'HIGH or MEDIUM', 'entitlement', result)];
}

export function checkTemplates(templates: Reply): Check {
	return judgedReply('Approved template', 'at least one', 'field', templates, (body) => {
		const [row] = listOf(objectOf(body)?.results).filter(isJsonObject);
		if (row !== undefined) return { state: 'ok', found: textOf(row.name) ?? 'approved' };
		const nextStep =
			'Create a template with Template: Create and wait for its approval: without one nobody can be written to first.';
		return { state: 'failed', found: 'none', nextStep };
	});
}

/** A number's own forwarding wins over every subscription (Infobip, Configure your inbound messages). */
export function checkForwarding(configurations: Reply, facts: InfobipTarget, channel: string): Check {
	const { sender = '', callbackUrl } = facts;
	const name = `Forwarding of ${sender} (${channel})`;
	return judgedReply(name, 'follows the subscription', 'field', configurations, (body) => {
		const urls = listOf(body)
			.filter(isJsonObject)
			.flatMap(({ forwarding }) => textOf(objectOf(forwarding)?.url) ?? []);
		const elsewhere = urls.find((url) => !isSameEndpoint(url, callbackUrl));
		if (elsewhere === undefined) {
			return { state: 'ok', found: urls.length > 0 ? 'comes here' : 'none of its own' };
		}
		const { place, action } = followSubscriptions(sender, elsewhere);
		const found = `to ${withoutSecrets(elsewhere)}`;
		return { state: 'failed', found, nextStep: `${place}: ${action}`, link: PORTAL };
	});
}

/** A preview counts the parts of a text and sends nothing. A key may send SMS without being allowed it. */
export function checkSmsPath(preview: Reply): Check {
	const check = judgedReply('SMS delivery path', 'the SMS API answers', 'entitlement', preview, () => ({
		state: 'ok',
		found: 'answers',
	}));
	return check.fault === 'entitlement' ? { ...check, state: 'unknown' } : check;
}
