import { parseJsonField, readText } from '../shared/parameters';
import { CHANNEL_OF_ITEM, DEFAULT_CHANNEL, PROVIDER_ACCESS } from '../shared/providers';
import { filled, type ItemReader } from '../shared/reader';
import { readChoice } from '../shared/settings';
import type { SendRun } from './run';

type Asked = Pick<SendRun, 'provider' | 'isAsInItem'>;

/** What Sinch and Infobip fall back to, where the person asked for it. */
function fallbackOf(options: Record<string, unknown>): object {
	const text = readText(options.fallbackText);
	return text === '' ? {} : { fallback: { text, sender: readText(options.fallbackSender) } };
}

/** A date field holds a text, or, where an expression filled it, a date. */
function asTime(value: unknown): string {
	return value instanceof Date ? value.toISOString() : readText(value);
}

/** A reference comes back as the text that was given; a group of fields comes back as its JSON. */
function asReference(value: unknown): string {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : readText(value);
}

/** What a person wrote to; nothing where the item is not a message of this provider. On a status `to` is the person. */
function writtenTo(reader: ItemReader, { provider, isAsInItem }: Asked): string {
	const kind = reader.field('kind');
	const isMessage = kind === 'message' || (isAsInItem && kind === undefined);
	const isTheirs = isMessage && (isAsInItem || reader.field('provider') === provider);
	return isTheirs ? readText(reader.field(PROVIDER_ACCESS[provider].ownSide ?? 'to')) : '';
}

/** Over what a message goes. A word of an item that is no channel says nothing: tables have such columns too. */
function channelOf(reader: ItemReader, { provider, isAsInItem }: Asked): string | undefined {
	const { channels, defaultChannel = DEFAULT_CHANNEL } = PROVIDER_ACCESS[provider];
	if (channels === undefined) return undefined;
	const names = channels.map(({ value }) => String(value));
	const given = isAsInItem ? CHANNEL_OF_ITEM : reader.value('channel');
	if (defaultChannel !== CHANNEL_OF_ITEM && !isAsInItem) return readText(given) || defaultChannel;
	const chosen = readChoice(given, 'Channel', [...names, CHANNEL_OF_ITEM]) ?? defaultChannel;
	if (chosen !== CHANNEL_OF_ITEM) return chosen;
	const own = readText(reader.field('channel')).toLowerCase();
	if (own !== CHANNEL_OF_ITEM && names.includes(own)) return own;
	return defaultChannel === CHANNEL_OF_ITEM ? undefined : defaultChannel;
}

/** Everything of a message but its content and its recipient, as core takes it. */
export function readEnvelope(
	reader: ItemReader,
	options: Record<string, unknown>,
	asked: Asked,
): Record<string, unknown> {
	const regional = parseJsonField(options.regional, 'Regional');
	return filled({
		// As in the item there is no such field to read.
		sender: (asked.isAsInItem ? '' : reader.locator('sender')) || writtenTo(reader, asked),
		channel: channelOf(reader, asked),
		callbackData: asReference(options.callbackData),
		replyToId: readText(options.replyToId),
		toGroupId: readText(options.groupId),
		identityHash: readText(options.identityHash),
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
