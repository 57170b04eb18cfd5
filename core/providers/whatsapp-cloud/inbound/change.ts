import { z } from 'zod';
import type { JsonObject, JsonValue, UnknownEvent } from '../../../events';
import { toAddress } from '../../../lib/address';
import { contentHash } from '../../../lib/content-hash';
import { compact, idOf, isJsonObject } from '../../../lib/json';
import { lenient } from '../../../lib/schema';
import type { People } from './people';

/** One `changes[]` element of a webhook call, with what its events need to know from around them. */
export interface Change {
	field: string;
	value: JsonObject;
	/** The change as it came. */
	raw: JsonObject;
	/** The WhatsApp Business Account, for partner events the partner's business. */
	entryId: string | undefined;
	/** ISO 8601; only account and template fields carry it. */
	entryTime: string | undefined;
	/** The phone number id; absent from account and template fields. */
	channelId: string | undefined;
	/** The business number in E.164. */
	businessNumber: string | undefined;
	people: People;
}

const metadataSchema = z.object({
	phone_number_id: lenient(idOf),
	display_phone_number: lenient(toAddress),
});

export function readMetadata(value: JsonObject): Pick<Change, 'channelId' | 'businessNumber'> {
	const metadata = metadataSchema.safeParse(value.metadata);
	return {
		channelId: metadata.data?.phone_number_id,
		businessNumber: metadata.data?.display_phone_number,
	};
}

/** What is not understood is handed on as it came. Without an id of its own, its content stands for it. */
export function unknownEvent(raw: JsonValue, change?: Pick<Change, 'channelId'>): UnknownEvent {
	const hash = contentHash(raw);
	return compact<UnknownEvent>({
		kind: 'unknown',
		provider: 'whatsAppCloud',
		channel: 'whatsapp',
		id: (isJsonObject(raw) ? idOf(raw.id) : undefined) ?? hash,
		eventKey: `whatsAppCloud:unknown:${hash}`,
		channelId: change?.channelId,
		raw,
	});
}
