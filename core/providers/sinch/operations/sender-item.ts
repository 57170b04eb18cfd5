import type { JsonObject } from '../../../events';
import { QUALITY } from '../../../whatsapp/profile';
import { toE164 } from '../../../lib/phone/address';
import { compact, idOf, numberOf, objectOf, textOf } from '../../../lib/json';

/** What to do next with a sender in a state (Sinch, WhatsApp Senders). */
export const SENDER_STEPS: Readonly<Record<string, string>> = {
	IN_PROGRESS: 'Sinch is setting the sender up: look again in some minutes.',
	PENDING_VERIFICATION: 'Request a code with Request Verification Code, then verify it with Verify Code.',
	INACTIVE: 'Request a code with Request Verification Code, then verify it with Verify Code.',
	SUSPENDED: 'Look in the Sinch Build Dashboard under WhatsApp why the sender is suspended.',
	ERROR: 'Correct what the error names, or ask the support of Sinch; then create the sender again.',
	REJECTED: 'Change the display name to one that follows the rules of Meta, and create the sender again.',
};

/** The country code stands apart from the number. */
function phoneNumberOf({ countryCode, phoneNumber }: JsonObject): string | undefined {
	const national = idOf(phoneNumber);
	return national === undefined ? undefined : (toE164(`${idOf(countryCode) ?? ''}${national}`) ?? national);
}

/** A sender of WhatsApp, without its token. */
export function senderItem(row: JsonObject): JsonObject[] {
	const senderId = idOf(row.id);
	if (senderId === undefined) return [];
	const status = textOf(row.state);
	const quality = textOf(row.qualityRating);
	const app = objectOf(row.conversationApiAppDetails);
	const changes = objectOf(row.changes);
	return [
		compact({
			senderId,
			phoneNumber: phoneNumberOf(row),
			verifiedName: textOf(objectOf(row.details)?.displayName),
			status,
			qualityRating: quality,
			qualityMeaning: QUALITY[quality ?? ''],
			messagingLimit: textOf(row.dailyLimit),
			messagesPerSecond: numberOf(row.maxTps),
			region: textOf(row.region),
			dataLocalizationRegion: textOf(row.metaLocalStorage),
			businessManager: textOf(row.businessManager),
			appId: idOf(app?.id) ?? idOf(row.conversationApiApp),
			appStatus: textOf(app?.channelStatus),
			errorCode: textOf(changes?.errorCode),
			errorReason: textOf(changes?.errorReason),
			createdAt: textOf(row.created),
			nextStep: SENDER_STEPS[status ?? ''],
		}),
	];
}
