import type { RegistrationTarget, WebhookSecrets, Account } from '../../../core';

/** How a trigger tells the provider's calls from forged ones. */
export interface WebhookAccess {
	secrets: WebhookSecrets;
	/** Word that the provider's verification handshake must name; only providers that have one. */
	verifyToken?: string;
	/** The person chose to let everybody in. */
	isOpen: boolean;
	/** Fields of the credential without which no call could be authenticated, by their labels. */
	missing: string[];
}

/** What the nodes need of a provider's credential, whatever fields the credential has. */
export interface Connection {
	/** Where the provider's API is called, without a slash at the end. */
	hosts: { main: string; sms?: string; provisioning?: string; numbers?: string; templates?: string };
	/** What requests for sending and templates name of the credential. */
	line: Account;
	/** The account that numbers and templates belong to. */
	accountId: string;
	webhook: WebhookAccess;
	/** What registering a trigger's URL with the provider takes; absent where the provider has no API for it. */
	registrationTarget?: (callback: Callback) => RegistrationTarget;
	/** For the provider's own check of what a token is good for. */
	accessToken?: string;
}

/** A trigger's URL and what it wants to hear of. */
export type Callback = Pick<RegistrationTarget, 'callbackUrl' | 'siblingUrl' | 'purpose' | 'kinds'> & {
	/** Our numbers or senders that alone are of interest; all where empty. */
	senders: readonly string[];
};

/** The part of every n8n context that hands out credentials. */
export interface CredentialSource {
	getCredentials<T extends object>(type: string): Promise<T>;
}

/** What the nodes can do with a provider: be started by its webhooks, send messages, set up and look after what is there. */
export type Offer = 'receive' | 'send' | 'setUp';

/** One provider as the nodes see it. */
export interface ProviderAccess {
	offers: readonly Offer[];
	displayName: string;
	credentialType: string;
	/** Whether the credential fetches a token that expires, which n8n renews. */
	renewsToken?: boolean;
	connect(source: CredentialSource): Promise<Connection>;
}

/** Secrets that a person wrote into one field: two of them while one is being rotated. */
export function splitSecrets(secrets: string | undefined): string[] {
	return (secrets ?? '')
		.split(',')
		.map((secret) => secret.trim())
		.filter((secret) => secret !== '');
}

/** An address in whatever form people paste it, with its scheme and without a slash at the end. */
export function readUrl(pasted: string | undefined, fallback: string): string {
	const address = (pasted ?? '').trim().replace(/\/+$/, '');
	if (address === '') return fallback;
	return /^https?:\/\//i.test(address) ? address : `https://${address}`;
}

const LOOPBACK = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/i;

/** A provider on this machine is a stand-in, which also reaches a webhook URL on this machine. */
export function isSandbox(apiUrl: string): boolean {
	return LOOPBACK.test(apiUrl);
}
