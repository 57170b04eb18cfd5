import type { AccountEventName, EventKind } from '../../../events';

/** Which events of the account are wanted; where none is named, those that every account has. */
interface Wanted {
	kinds: readonly EventKind[];
	accountEvents?: readonly AccountEventName[];
}

/** Webhook fields by the events that come of them (Meta, Webhooks overview). */
const FIELDS: Record<Exclude<EventKind, 'account'>, readonly string[]> = {
	message: ['messages'],
	status: ['messages'],
	consent: ['user_preferences'],
	unknown: [],
};

/** What Meta tells of every account, its numbers and its templates. */
const OF_EVERY_ACCOUNT: readonly string[] = [
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
];

/** Fields of the events that a person chose one by one: calls, groups and the phone app are not for every account. */
const OF_EVENT: Readonly<Partial<Record<AccountEventName, readonly string[]>>> = {
	accountUpdate: [
		'account_alerts',
		'account_settings_update',
		'account_update',
		'payment_configuration_update',
	],
	accountReview: ['account_review_update'],
	capabilityUpdate: ['business_capability_update'],
	qualityUpdate: ['phone_number_quality_update'],
	nameUpdate: ['business_username_updates', 'phone_number_name_update'],
	templateStatus: ['message_template_status_update'],
	templateQuality: ['message_template_quality_update'],
	templateCategory: ['template_category_update'],
	templateComponents: ['message_template_components_update'],
	security: ['security'],
	flowUpdate: ['flows'],
	call: ['calls'],
	channelEvent: [
		'group_lifecycle_update',
		'group_participants_update',
		'group_settings_update',
		'group_status_update',
	],
	echo: ['message_echoes', 'smb_message_echoes'],
	contactUpdate: ['smb_app_state_sync'],
	history: ['history'],
};

function fieldsOf(kind: EventKind, accountEvents: readonly AccountEventName[] = []): readonly string[] {
	if (kind !== 'account') return FIELDS[kind];
	return accountEvents.length === 0
		? OF_EVERY_ACCOUNT
		: accountEvents.flatMap((event) => OF_EVENT[event] ?? []);
}

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
export function fieldsFor({ kinds, accountEvents }: Wanted): string[] {
	return [...new Set(['messages', ...kinds.flatMap((kind) => fieldsOf(kind, accountEvents))])].sort();
}

/** Those that reach only the callback URL of the app. */
export function fieldsOfTheAppOnly(fields: readonly string[]): string[] {
	return fields.filter((field) => !OVERRIDABLE.has(field));
}

/** Kinds of events that reach only the callback URL of the app. */
export function kindsOfTheAppOnly({ kinds, accountEvents }: Wanted): EventKind[] {
	return kinds.filter((kind) => fieldsOfTheAppOnly(fieldsOf(kind, accountEvents)).length > 0);
}
