import { secretsOf, type CallbackTarget } from '../../../webhooks/registration';

export interface WhatsAppCloudTarget extends CallbackTarget {
	provider: 'whatsAppCloud';
	/** The WhatsApp Business Account. */
	accountId: string;
	/** Only this number instead of the whole account. */
	phoneNumberId?: string;
	appId?: string;
	/** Whether calls can be made as the app. */
	hasAppSecret: boolean;
	verifyToken: string;
	/** Meta tells what a token is good for only to somebody who shows it. */
	accessToken?: string;
}

/** Most characters of a URL (Meta, Webhook overrides). */
export const LONGEST_URL = 200;

export const targetSecrets = (target: WhatsAppCloudTarget): string[] =>
	secretsOf(target, [target.verifyToken, target.accessToken]);
