import { parseJsonField, readText } from '../shared/parameters';
import { DEFAULT_CHANNEL, PROVIDER_ACCESS } from '../shared/providers';
import { filled, type ItemReader } from '../shared/reader';
import type { ProviderName } from '../../core';

/** What Sinch and Infobip fall back to, where the person asked for it. */
function fallbackOf(options: Record<string, unknown>): object {
	const text = readText(options.fallbackText);
	return text === '' ? {} : { fallback: { text, sender: readText(options.fallbackSender) } };
}

/** A date field holds a text, or, where an expression filled it, a date. */
function asTime(value: unknown): string {
	return value instanceof Date ? value.toISOString() : readText(value);
}

/** What a person wrote to; nothing where the item is not a message of this provider. */
function writtenTo(reader: ItemReader, provider: ProviderName): string {
	const isTheirs = reader.field('provider') === provider && reader.field('kind') === 'message';
	return isTheirs ? readText(reader.field(PROVIDER_ACCESS[provider].ownSide ?? 'to')) : '';
}

/** Everything of a message but its content and its recipient, as core takes it. */
export function readEnvelope(reader: ItemReader, provider: ProviderName): Record<string, unknown> {
	const { channels } = PROVIDER_ACCESS[provider];
	const options = reader.group('options');
	const regional = parseJsonField(options.regional, 'Regional');
	return filled({
		sender: reader.locator('sender') || writtenTo(reader, provider),
		...(channels && { channel: reader.text('channel') || DEFAULT_CHANNEL }),
		callbackData: readText(options.callbackData),
		replyToId: readText(options.replyToId),
		toGroupId: readText(options.groupId),
		reportUrl: readText(options.reportUrl),
		sendAt: asTime(options.sendAt),
		validityMinutes: options.validityMinutes,
		flash: options.flash,
		campaignId: readText(options.campaignId),
		applicationId: readText(options.applicationId),
		entityId: readText(options.entityId),
		regional,
		shortenLinks: options.shortenLinks,
		trackClicks: options.trackClicks,
		transliteration: readText(options.transliteration),
		...fallbackOf(options),
	});
}
