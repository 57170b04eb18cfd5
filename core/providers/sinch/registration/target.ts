import { secretsOf, type CallbackTarget } from '../../../webhooks/registration';

export interface SinchTarget extends CallbackTarget {
	provider: 'sinch';
	projectId: string;
	/** The app of the Conversation API. */
	appId?: string;
	/** The service plan of the SMS API. */
	servicePlanId?: string;
	/** Sinch signs with it; of several, the newest. */
	webhookSecret: string;
}

/** Most characters of a URL (Sinch, Conversation API webhooks). */
export const LONGEST_URL = 742;

export const targetSecrets = (target: SinchTarget): string[] => secretsOf(target, [target.webhookSecret]);
