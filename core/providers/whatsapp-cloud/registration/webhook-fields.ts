import type { EventKind } from '../../../events';

/** Webhook fields by the events that come of them (Meta, Webhooks overview). */
const FIELDS: Record<EventKind, readonly string[]> = {
	message: ['messages'],
	status: ['messages'],
	consent: ['user_preferences'],
	account: [
		'account_alerts',
		'account_review_update',
		'account_update',
		'business_capability_update',
		'flows',
		'message_template_components_update',
		'message_template_quality_update',
		'message_template_status_update',
		'phone_number_name_update',
		'phone_number_quality_update',
		'security',
		'template_category_update',
	],
	unknown: [],
};

/** Fields that follow the callback URL of an account or a number; all others go to the app's (Meta, Webhook overrides). */
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
	'standby',
]);

/** Without `messages` an app hears of nothing that a person does, so it is always among them. */
export function fieldsFor(kinds: readonly EventKind[]): string[] {
	return [...new Set(['messages', ...kinds.flatMap((kind) => FIELDS[kind])])].sort();
}

/** Those that reach only the callback URL of the app. */
export function fieldsOfTheAppOnly(fields: readonly string[]): string[] {
	return fields.filter((field) => !OVERRIDABLE.has(field));
}

/** Kinds of events that reach only the callback URL of the app. */
export function kindsOfTheAppOnly(kinds: readonly EventKind[]): EventKind[] {
	return kinds.filter((kind) => fieldsOfTheAppOnly(FIELDS[kind]).length > 0);
}
