import { secretsOf, type CallbackTarget } from '../../../webhooks/registration';
import type { InfobipSecrets } from '../inbound/signature';

export const INFOBIP_CHANNELS = ['SMS', 'MMS', 'WHATSAPP', 'BLOCKLIST', 'REGISTRATION'] as const;
export type InfobipChannel = (typeof INFOBIP_CHANNELS)[number];

export interface InfobipTarget extends CallbackTarget {
	provider: 'infobip';
	/** All where none are given. */
	channels?: readonly InfobipChannel[];
	/** Only this sender instead of the whole account. */
	sender?: string;
	/** How Infobip is to authenticate its calls. */
	secrets: InfobipSecrets;
}

/** Most characters of a URL (Infobip, OpenAPI 3.210.0). */
export const LONGEST_URL = 512;

export const targetSecrets = (target: InfobipTarget): string[] =>
	secretsOf(target, [
		target.secrets.basic?.password,
		target.secrets.header?.value,
		target.secrets.hmac?.secret,
		target.secrets.urlToken,
	]);
