import type { WhatsAppCloudTarget } from '../registration/target';
import { blameBy, judgeBy, type Check } from '../../../operations/checks';
import type { Reply } from '../../../http/ask';
import { knownError } from '../errors/classify';
import { parseToken } from './token';

export const faultOf = blameBy(knownError);
export const judgedReply = judgeBy(faultOf);

export const PERMISSIONS = 'Permissions';
const SCOPES = ['whatsapp_business_management', 'whatsapp_business_messaging'];
const BUSINESS_SETTINGS = 'https://business.facebook.com/settings/system-users';

const NEW_TOKEN =
	'Make a token for a system user in Meta Business Settings that never expires, and put it into the credential.';

function checkValidity(reply: Reply, appId: string | undefined): Check {
	return judgedReply('Access token', 'valid, of the app of this credential', 'credential', reply, (body) => {
		const { isValid, reason = 'expired or revoked', app, expiresAt } = parseToken(body);
		if (!isValid) {
			return { state: 'failed', found: `not valid: ${reason}`, nextStep: NEW_TOKEN, link: BUSINESS_SETTINGS };
		}
		if (appId !== undefined && app.id !== undefined && app.id !== appId) {
			return {
				state: 'failed',
				found: `of another app, ${app.name} (${app.id})`,
				nextStep:
					'Enter App ID and App Secret of that app in the credential, or make the token with the other app.',
			};
		}
		return expiresAt > 0
			? {
					state: 'warning',
					found: `valid until ${new Date(expiresAt * 1000).toISOString()}`,
					nextStep: NEW_TOKEN,
					link: BUSINESS_SETTINGS,
				}
			: { state: 'ok', found: 'valid' };
	});
}

function checkPermissions(reply: Reply, accountId: string): Check {
	return judgedReply(PERMISSIONS, SCOPES.join(', '), 'entitlement', reply, (body) => {
		const { scopes, grants } = parseToken(body);
		const missing = SCOPES.filter((scope) => !scopes.includes(scope));
		const found = scopes.join(', ') || 'none';
		if (missing.length > 0) {
			const nextStep = `Make the token again with ${missing.join(' and ')} ticked.`;
			return { state: 'failed', found, nextStep, link: BUSINESS_SETTINGS };
		}
		// Without targets a permission holds for all accounts.
		const isElsewhere = grants
			.filter(({ scope }) => SCOPES.includes(scope))
			.some(({ targets }) => targets.length > 0 && !targets.includes(accountId));
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
