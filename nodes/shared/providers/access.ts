import type { ICredentialType, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Account, OutgoingType, RegistrationTarget, WebhookSecrets } from '../../../core';

/** How a trigger tells the provider's calls from forged ones. */
export interface WebhookAccess {
	secrets: WebhookSecrets;
	/** Word that the provider's verification handshake must name; only providers that have one. */
	verifyToken?: string;
	/** Word in the URL by which it knows calls of the provider, where that is what was chosen. */
	urlToken?: string;
	/** What two triggers must have in common to hand calls on to each other; absent where calls are not authenticated. */
	handOverKeys?: string[];
	/** The person chose to let everybody in. */
	isOpen: boolean;
	/** Fields of the credential without which no call could be authenticated, by their labels. */
	missing: string[];
}

/** What the nodes need of a provider's credential, whatever fields the credential has. */
export interface Connection {
	/** Where the provider's API is called, without a slash at the end. */
	hosts: Readonly<Record<string, string>> & { main: string };
	/** What requests for sending and templates name of the credential. */
	account: Account;
	/** The account that numbers and templates belong to. */
	accountId: string;
	webhook: WebhookAccess;
	/** What registering a trigger's URL with the provider takes; absent where the provider has no API for it. */
	registrationTarget?: (callback: Callback) => RegistrationTarget;
	/** For the provider's own check of what a token is good for. */
	accessToken?: string;
}

/** A trigger's URL and what it wants to hear of. */
export type Callback = Pick<
	RegistrationTarget,
	'callbackUrl' | 'siblingUrl' | 'purpose' | 'kinds' | 'accountEvents'
> & {
	neighbourUrls?: readonly string[];
	/** Our numbers or senders that alone are of interest; all where empty. */
	senders: readonly string[];
	/** The same of this trigger and its neighbours together. */
	sendersOfAll?: readonly string[];
};

/** The part of every n8n context that hands out credentials. */
export interface CredentialSource {
	getCredentials<T extends object>(type: string): Promise<T>;
}

/** What the nodes can do with a provider, and so which of their fields show for it. */
export type Offer =
	/** A trigger is started by its webhooks. */
	| 'receive'
	/** Its API registers the URL of a trigger; otherwise a person enters it. */
	| 'register'
	/** Its numbers are there to choose from; otherwise a person writes them. */
	| 'listNumbers'
	| 'send'
	/** It holds files of messages; otherwise it fetches them from a link. */
	| 'upload'
	| 'markAsRead'
	| 'showTyping'
	/** A template can go out where the customer service window is closed. */
	| 'fallBack'
	/** Marketing templates can go by an API of their own. */
	| 'optimise'
	/** Accounts, numbers and the like are set up over its API. */
	| 'setUp';

/** One provider as the nodes see it. */
export interface ProviderAccess {
	offers: readonly Offer[];
	displayName: string;
	credential: ICredentialType;
	/** Where a person enters the URL of a trigger. */
	byHand: string;
	/** The field for what a message comes from. */
	sender: INodeProperties;
	/** Field of a received message that names our side as `sender` does; `to` where it is left out. */
	ownSide?: 'channelId';
	/** The channel of its messages, where it has only one. */
	channel?: string;
	/** The channels that it has, where a person chooses. */
	channels?: readonly INodePropertyOptions[];
	/** SMS where absent. */
	defaultChannel?: string;
	/** Types of messages that it carries besides text, common files and buttons. */
	messageTypes?: readonly OutgoingType[];
	/** Settings of a message besides those that all providers take. */
	options?: readonly INodeProperties[];
	/** Whether a whole address is the provider's, so that the credential may go there; by default its main host's are. */
	ownsUrl?: (url: string, connection: Connection) => boolean;
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
