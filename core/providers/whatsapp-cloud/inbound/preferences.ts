import { z } from 'zod';
import type { ConsentAction, ConsentEvent, JsonValue, MessagingEvent } from '../../../events';
import { conversationKey } from '../../../lib/phone/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, rowOf } from '../../../lib/json';
import { lenient } from '../../../lib/schema';
import { timeFromEpoch } from '../../../lib/time';
import { writerFields } from '../../../whatsapp/person';
import { unknownEvent, type Change } from './element';

/**
 * Preferences that a person sets in the chat's own menu (Meta, user_preferences), or by following a link to sign up (pywa,
 * user_preferences). Other values are signals without an action.
 */
const ACTIONS: Readonly<Record<string, ConsentAction>> = {
	stop: 'optOut',
	resume: 'optIn',
	signup: 'optIn',
};

const SCOPES: Readonly<Record<string, string>> = { marketing_messages: 'marketing' };

const preferenceSchema = z.object({
	wa_id: lenient(idOf),
	user_id: lenient(idOf),
	parent_user_id: lenient(idOf),
	category: z.string().min(1),
	value: z.string().min(1),
	timestamp: lenient(timeFromEpoch),
});

function readPreference(raw: JsonValue, change: Change): MessagingEvent {
	const result = preferenceSchema.safeParse(raw);
	if (!result.success) return unknownEvent(raw, change);
	const { wa_id, user_id, parent_user_id, category, value, timestamp } = result.data;
	const known = change.people.identify(wa_id, user_id);
	const person = { ...known, parentUserId: parent_user_id ?? known.parentUserId };
	const hash = contentHash(raw);
	return compact<ConsentEvent>({
		kind: 'consent',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id: hash,
		eventKey: `whatsAppCloud:consent:${change.channelId}:${hash}`,
		timestamp,
		...writerFields(person),
		to: change.businessNumber,
		channelId: change.channelId,
		conversationKey: conversationKey('whatsAppCloud', change.channelId, person.address ?? person.userId),
		action: rowOf(ACTIONS, value.toLowerCase()),
		scope: rowOf(SCOPES, category.toLowerCase()) ?? category,
		raw,
	});
}

export function readPreferences(preferences: JsonValue[], change: Change): MessagingEvent[] {
	return preferences.map((raw) => readPreference(raw, change));
}
