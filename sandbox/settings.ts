/**
 * The sandbox's world: one business with its accounts and numbers at three providers, and the people who write to it. Made-up values;
 * the stand-ins accept nothing else, and the launcher puts the same values into n8n's credentials.
 */

export type Provider = 'whatsAppCloud' | 'infobip' | 'sinch';

/** A number of the business at one provider. */
export interface SandboxLine {
	/** Unique in this world; at WhatsApp Cloud the phone number id. */
	id: string;
	provider: Provider;
	channel: 'whatsapp' | 'sms';
	/** E.164 with `+`. */
	phoneNumber: string;
	verifiedName: string;
}

export interface SandboxCustomer {
	/** E.164 with `+`. */
	phoneNumber: string;
	name: string;
	/** Business-scoped user id. */
	userId: string;
}

/** An app at Meta. */
export interface SandboxApp {
	id: string;
	secret: string;
	name: string;
	/** Of its system user; the app that a token belongs to is the one that it subscribes. */
	accessToken: string;
}

/** What tells the webhook calls of a provider without a signature of its own from forged ones. */
export type WebhookAuthentication =
	| { kind: 'none' }
	/** `?token=` at the end of the URL. */
	| { kind: 'urlToken'; token: string }
	| { kind: 'basic'; username: string; password: string }
	| { kind: 'header'; name: string; value: string }
	| { kind: 'hmac'; secret: string; header: string; algorithm: string; encoding: 'hex' | 'base64' };

export interface InfobipAccount {
	apiKey: string;
	username: string;
	password: string;
	lines: SandboxLine[];
	/** Of webhooks that are set as in Infobip's portal. Subscriptions bring their own. */
	webhookAuthentication: WebhookAuthentication;
	/** Infobip publishes neither for its HMAC security: this world's choice. */
	signature: { header: string; encoding: 'hex' | 'base64' };
}

export interface SinchAccount {
	/** Another region in the address finds neither app nor plan. */
	region: string;
	projectId: string;
	keyId: string;
	keySecret: string;
	appId: string;
	/** Of the Conversation webhook that is set as in Sinch's dashboard. */
	webhookSecret: string;
	/** Of receipts that go to the `callback_url` of a message. */
	overrideSecret: string;
	servicePlanId: string;
	smsApiToken: string;
	/** Of the service plan's callbacks, which Sinch sets up on request. */
	smsWebhookAuthentication: WebhookAuthentication;
	lines: SandboxLine[];
}

export interface SandboxWorld {
	accessToken: string;
	appId: string;
	appSecret: string;
	verifyToken: string;
	businessAccountId: string;
	businessAccountName: string;
	/** WhatsApp Cloud's. */
	numbers: SandboxLine[];
	/** Other apps at Meta that may subscribe to the account beside ours. */
	otherApps: SandboxApp[];
	infobip: InfobipAccount;
	sinch: SinchAccount;
	customers: SandboxCustomer[];
}

const BUSINESS = 'Sunrise Coffee';

function line(
	id: string,
	provider: Provider,
	channel: SandboxLine['channel'],
	phoneNumber: string,
	verifiedName = BUSINESS,
): SandboxLine {
	return { id, provider, channel, phoneNumber, verifiedName };
}

export const WORLD: SandboxWorld = {
	accessToken: 'sandbox-access-token',
	appId: '300000000000001',
	appSecret: 'sandbox-app-secret',
	verifyToken: 'sandbox-verify-token',
	businessAccountId: '100000000000001',
	businessAccountName: BUSINESS,
	numbers: [
		line('200000000000001', 'whatsAppCloud', 'whatsapp', '+15550100001'),
		line('200000000000002', 'whatsAppCloud', 'whatsapp', '+15550100002', `${BUSINESS} Support`),
	],
	otherApps: [
		{
			id: '300000000000009',
			secret: 'sandbox-other-app-secret',
			name: 'Inbox of another vendor',
			accessToken: 'sandbox-other-access-token',
		},
	],
	infobip: {
		apiKey: 'sandbox-infobip-api-key',
		username: 'sandbox',
		password: 'sandbox-infobip-password',
		lines: [
			line('infobip-sms', 'infobip', 'sms', '+15550100011'),
			line('infobip-whatsapp', 'infobip', 'whatsapp', '+15550100012'),
		],
		webhookAuthentication: { kind: 'urlToken', token: 'sandbox-infobip-token-4f9c2e71' },
		signature: { header: 'X-Sandbox-Signature', encoding: 'hex' },
	},
	sinch: {
		region: 'us',
		projectId: '5a0d6e10-0000-4000-8000-000000000001',
		keyId: '5a0d6e10-0000-4000-8000-00000000000a',
		keySecret: 'sandbox-sinch-key-secret',
		appId: '01SANDB0XAPP00000000000001',
		webhookSecret: 'sandbox-sinch-webhook-secret',
		overrideSecret: 'sandbox-sinch-override-secret',
		servicePlanId: '5a0d6e1000004000800000000000000b',
		smsApiToken: 'sandbox-sinch-sms-token',
		smsWebhookAuthentication: { kind: 'urlToken', token: 'sandbox-sinch-token-8d1b7a35' },
		lines: [
			line('sinch-sms', 'sinch', 'sms', '+15550100021'),
			line('sinch-whatsapp', 'sinch', 'whatsapp', '+15550100022'),
		],
	},
	customers: [
		{ phoneNumber: '+15550123001', name: 'Ana Ruiz', userId: 'US.1000000000000000001' },
		{ phoneNumber: '+15550123002', name: 'Ben Okafor', userId: 'US.1000000000000000002' },
		{ phoneNumber: '+15550123003', name: 'Chloé Martin', userId: 'US.1000000000000000003' },
	],
};

export const GRAPH_VERSION = 'v25.0';
