import type { SandboxApp } from '../settings.ts';

/**
 * Fields whose webhooks an override takes along (Meta, Webhook overrides). All others, templates and the account's state among them,
 * go to the app's own callback whatever is overridden.
 */
const OVERRIDABLE: ReadonlySet<string> = new Set([
	'account_settings_update',
	'calls',
	'consumer_profile',
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
	'history',
	'message_echoes',
	'messages',
	'messaging_handovers',
	'smb_app_state_sync',
	'smb_message_echoes',
]);

/** What an app hears unless it chose: what the sandbox knows of the fields of a WhatsApp business account. */
export const FIELDS: readonly string[] = [
	...OVERRIDABLE,
	'account_alerts',
	'account_review_update',
	'account_update',
	'business_capability_update',
	'message_template_components_update',
	'message_template_quality_update',
	'message_template_status_update',
	'phone_number_name_update',
	'phone_number_quality_update',
	'security',
	'template_category_update',
	'user_preferences',
];

/** Where one app's webhooks go. */
export class AppWebhooks {
	readonly app: SandboxApp;
	/** Of the app, as set in Meta's App Dashboard or by `/{app}/subscriptions`. */
	callbackUrl: string | undefined;
	fields: readonly string[] = FIELDS;
	/** Whether the account lets the app hear of it. */
	isSubscribed: boolean;
	/** Takes the place of the app's callback for this account. */
	accountUrl: string | undefined;
	/** Takes the place of both for one number, by its id. */
	readonly numberUrls = new Map<string, string>();

	constructor(app: SandboxApp, isSubscribed: boolean) {
		this.app = app;
		this.isSubscribed = isSubscribed;
	}

	/** Number before account before app (Meta, Webhook overrides); undefined while the app hears nothing. */
	urlFor(field: string, numberId: string | undefined): string | undefined {
		if (!this.isSubscribed || !this.fields.includes(field)) return undefined;
		if (!OVERRIDABLE.has(field)) return this.callbackUrl;
		const ofNumber = numberId === undefined ? undefined : this.numberUrls.get(numberId);
		return ofNumber ?? this.accountUrl ?? this.callbackUrl;
	}

	/** The three places of a number's webhooks, as `webhook_configuration` shows them. */
	configuration(numberId: string): Record<string, string> {
		const places = {
			phone_number: this.numberUrls.get(numberId),
			whatsapp_business_account: this.accountUrl,
			application: this.callbackUrl,
		};
		const known = Object.entries(places).flatMap(([place, url]) =>
			url === undefined ? [] : [[place, url] as const],
		);
		return Object.fromEntries(known);
	}
}
