import { LONGEST_URL, type WhatsAppCloudTarget } from '../registration/target';
import { judged, type Check, type Result } from '../../../operations/checks';
import { checkUrl } from '../../../operations/webhook-check';
import { isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import type { Reply } from '../../../http/ask';
import { checkCallbacks, type CallbackReplies } from '../registration/callback-checks';
import { checkToken, judgedReply, PERMISSIONS } from './token-check';
import { REFUSED_VERSION, VERSION_REFUSED, versionResult } from './graph-versions';

/** What Meta answers to a version counts for more than the day that it once named. */
export function checkVersion(
	version: string | undefined,
	replies: readonly (Reply | undefined)[],
	now: number,
): Check[] {
	const isRefused = replies.some((reply) => reply?.ok === false && reply.error.code === VERSION_REFUSED);
	if (version === undefined && !isRefused) return [];
	const result = isRefused || version === undefined ? REFUSED_VERSION : versionResult(version, now);
	return [judged('Graph API version', 'supported', 'field', result)];
}

/** An account that the token does not reach may be the wrong one. */
const otherAccount = ({ accountId }: WhatsAppCloudTarget) =>
	`If ${accountId} is not your account, correct "Business Account ID" in the credential.`;

/**
 * @param token the answer about the token; without one the account's tells at least whether it is taken
 */
export function checkAccessToken(
	token: Reply | undefined,
	account: Reply,
	facts: WhatsAppCloudTarget,
): Check[] {
	if (token !== undefined) {
		return checkToken(token, facts).map((check) =>
			check.state === 'failed' && check.name === PERMISSIONS && !account.ok
				? { ...check, nextStep: `${check.nextStep} ${otherAccount(facts)}` }
				: check,
		);
	}
	const isRefused = !account.ok && account.error.cause === 'credentialInvalid';
	return [
		judged(
			'Access token',
			'valid',
			'credential',
			isRefused
				? { state: 'failed', found: account.error.title, nextStep: account.error.advice }
				: { state: 'ok', found: 'accepted' },
		),
	];
}

const SECRET_PLACE = 'Copy it from the Meta App Dashboard under App Settings → Basic into the credential.';

/** A wrong secret shows in calls that are made as the app. */
export function checkAppSecret(app: Reply | undefined, { hasAppSecret }: WhatsAppCloudTarget): Check {
	const name = 'App secret';
	const expected = 'set, and that of the app';
	if (!hasAppSecret) {
		const nextStep = `Without it every webhook call is refused. ${SECRET_PLACE}`;
		return judged(name, expected, 'credential', { state: 'failed', found: 'missing', nextStep });
	}
	const isWrong = app?.ok === false && app.error.cause === 'credentialInvalid';
	return judged(
		name,
		expected,
		'credential',
		isWrong
			? { state: 'failed', found: 'Meta does not accept it', nextStep: SECRET_PLACE }
			: { state: 'ok', found: app?.ok === true ? 'accepted' : 'set' },
	);
}

export function checkVerifyToken({ verifyToken }: WhatsAppCloudTarget): Check {
	const result: Result =
		verifyToken === ''
			? {
					state: 'failed',
					found: 'missing',
					nextStep: 'Enter any word as "Webhook Verify Token" in the credential.',
				}
			: { state: 'ok', found: 'set' };
	return judged('Verify token', 'set', 'credential', result);
}

const MANAGER = 'https://business.facebook.com/wa/manage/home/';

export function checkAccount(reply: Reply): Check {
	return judgedReply('WhatsApp account', 'reachable and approved', 'entitlement', reply, (body) => {
		const account = objectOf(body);
		const name = textOf(account?.name) ?? 'reachable';
		const review = textOf(account?.account_review_status);
		if (review === undefined || review === 'APPROVED') return { state: 'ok', found: name };
		return {
			state: review === 'PENDING' ? 'warning' : 'failed',
			found: `${name}, review ${review}`,
			nextStep: 'Open the account in WhatsApp Manager and see what the review asks for.',
			link: MANAGER,
		};
	});
}

export interface Handshake {
	ok: boolean;
	found: string;
}

function checkHandshake(handshake: Handshake | undefined): Check[] {
	if (handshake === undefined) return [];
	const nextStep =
		'Publish the workflow of the trigger, and see that no proxy, login or warning page of a tunnel answers in its place.';
	return [
		judged('Webhook handshake', 'the challenge comes back', 'field', {
			state: handshake.ok ? 'ok' : 'failed',
			found: handshake.found,
			...(!handshake.ok && { nextStep }),
		}),
	];
}

/** Where the events go; where no URL is given only whether there is a place for them. */
export function checkWebhook(
	replies: CallbackReplies,
	facts: WhatsAppCloudTarget,
	handshake: Handshake | undefined,
): Check[] {
	const callbacks = checkCallbacks(replies, facts);
	if (facts.callbackUrl === '') return callbacks.filter(({ name }) => name === 'App subscription');
	return [checkUrl(facts, LONGEST_URL), ...checkHandshake(handshake), ...callbacks];
}

export function checkTemplates(reply: Reply): Check {
	return judgedReply('Approved template', 'at least one', 'field', reply, (body) => {
		const [template] = listOf(objectOf(body)?.data).filter(isJsonObject);
		if (template !== undefined) return { state: 'ok', found: textOf(template.name) ?? 'one or more' };
		return {
			state: 'failed',
			found: 'none',
			nextStep:
				'Create one with "Template: Create" and wait for its approval: without it nobody can be written to who has not written within 24 hours.',
		};
	});
}
