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

/** Whether an account lets an app hear of it, and where. */
export interface AccountWebhooks {
	isSubscribed: boolean;
	/** Takes the place of the app's callback for this account. */
	url: string | undefined;
}

/** A number and the account that it belongs to. */
export interface Place {
	accountId: string;
	numberId?: string | undefined;
}

/** Where one app's webhooks go. */
export class AppWebhooks {
	readonly app: SandboxApp;
	/** Of the app, as set in Meta's App Dashboard or by `/{app}/subscriptions`. */
	callbackUrl: string | undefined = undefined;
	fields: readonly string[] = FIELDS;
	/** Takes the place of both for one number, by its id. */
	readonly numberUrls = new Map<string, string>();
	readonly #accounts = new Map<string, AccountWebhooks>();

	constructor(app: SandboxApp) {
		this.app = app;
	}

	at(accountId: string): AccountWebhooks {
		const found = this.#accounts.get(accountId) ?? { isSubscribed: false, url: undefined };
		this.#accounts.set(accountId, found);
		return found;
	}

	/** Number before account before app (Meta, Webhook overrides); undefined while the app hears nothing. */
	urlFor(field: string, { accountId, numberId }: Place): string | undefined {
		const { isSubscribed, url } = this.at(accountId);
		if (!isSubscribed || !this.fields.includes(field)) return undefined;
		if (!OVERRIDABLE.has(field)) return this.callbackUrl;
		const ofNumber = numberId === undefined ? undefined : this.numberUrls.get(numberId);
		return ofNumber ?? url ?? this.callbackUrl;
	}

	/** The three places of a number's webhooks, as `webhook_configuration` shows them. */
	configuration(accountId: string, numberId: string): Record<string, string> {
		const places = {
			phone_number: this.numberUrls.get(numberId),
			whatsapp_business_account: this.at(accountId).url,
			application: this.callbackUrl,
		};
		const known = Object.entries(places).flatMap(([place, url]) =>
			url === undefined ? [] : [[place, url] as const],
		);
		return Object.fromEntries(known);
	}
}
