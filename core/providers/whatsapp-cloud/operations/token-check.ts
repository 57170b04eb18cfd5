import type { Check } from '../../../webhooks/diagnosis';
import type { WhatsAppCloudTarget } from '../registration/target';
import { checkReply } from '../../../operations/checks';
import { idOf, isJsonObject, listOf, numberOf, objectOf, textOf } from '../../../lib/json';
import type { Reply } from '../../../http/provider-call';

const SCOPES = ['whatsapp_business_management', 'whatsapp_business_messaging'];
const BUSINESS_SETTINGS = 'https://business.facebook.com/settings/system-users';

const NEW_TOKEN =
	'Make a token for a system user in Meta Business Settings that never expires, and put it into the credential.';

/** The token's own data, out of `GET /debug_token` (Meta, Access tokens). */
function dataOf(body: unknown) {
	return objectOf(objectOf(body)?.data) ?? {};
}

function checkValidity(reply: Reply, appId: string | undefined): Check {
	return checkReply('Access token', 'valid, of the app of this credential', reply, (body) => {
		const { is_valid, error, expires_at, app_id, application } = dataOf(body);
		if (is_valid !== true) {
			const reason = textOf(objectOf(error)?.message) ?? 'expired or revoked';
			return { state: 'failed', found: `not valid: ${reason}`, nextStep: NEW_TOKEN, link: BUSINESS_SETTINGS };
		}
		const ofApp = idOf(app_id);
		if (appId !== undefined && ofApp !== undefined && ofApp !== appId) {
			return {
				state: 'failed',
				found: `of another app, ${textOf(application) ?? ''} (${ofApp})`,
				nextStep:
					'Enter App ID and App Secret of that app in the credential, or make the token with the other app.',
			};
		}
		const seconds = numberOf(expires_at) ?? 0;
		return seconds > 0
			? {
					state: 'warning',
					found: `valid until ${new Date(seconds * 1000).toISOString()}`,
					nextStep: NEW_TOKEN,
					link: BUSINESS_SETTINGS,
				}
			: { state: 'ok', found: 'valid' };
	});
}

function checkPermissions(reply: Reply, accountId: string): Check {
	return checkReply('Permissions', SCOPES.join(', '), reply, (body) => {
		const { scopes, granular_scopes } = dataOf(body);
		const given = listOf(scopes).flatMap((scope) => textOf(scope) ?? []);
		const missing = SCOPES.filter((scope) => !given.includes(scope));
		const found = given.join(', ') || 'none';
		if (missing.length > 0) {
			const nextStep = `Make the token again with ${missing.join(' and ')} ticked.`;
			return { state: 'failed', found, nextStep, link: BUSINESS_SETTINGS };
		}
		// Without targets a permission holds for all accounts.
		const isElsewhere = listOf(granular_scopes)
			.filter(isJsonObject)
			.filter(({ scope }) => SCOPES.includes(textOf(scope) ?? ''))
			.map(({ target_ids }) => listOf(target_ids).flatMap((id) => idOf(id) ?? []))
			.some((targets) => targets.length > 0 && !targets.includes(accountId));
		return isElsewhere
			? {
					state: 'failed',
					found: 'for other WhatsApp accounts only',
					nextStep: `Give the system user full control of the account ${accountId}, then make the token again.`,
					link: BUSINESS_SETTINGS,
				}
			: { state: 'ok', found };
	});
}

export function checkToken(reply: Reply, { appId, accountId }: WhatsAppCloudTarget): Check[] {
	const validity = checkValidity(reply, appId);
	// What an invalid token may do says nothing.
	return validity.state === 'failed' ? [validity] : [validity, checkPermissions(reply, accountId)];
}
