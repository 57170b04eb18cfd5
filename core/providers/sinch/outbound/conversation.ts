import type { ContentOf, OutgoingMessage, OutgoingType } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import { write } from '../../../messages/writing';
import type { Account } from '../../../messages/account';
import { compact, rowOf } from '../../../lib/json';
import { pathPart } from '../../../lib/url';
import { found, mapFound, problem, type FieldProblem, type Reading } from '../../../lib/result';
import { beyondLimit } from '../../../messages/limits';
import { CHANNELS, type ConversationChannel } from './channels';
import { INTERACTIVE } from './interactive';
import { CONVERSATION_LIMITS } from './limits';
import { readNumber, senderOf } from './part';
import { PLAIN, type ConversationWriters } from './plain';
import { templateContent } from './template';

function missing(what: string, instead: string) {
	return () => problem('type', `The Conversation API of Sinch sends no ${what}: ${instead}`);
}

function template(message: ContentOf<'template'>, { name }: ConversationChannel): Reading<object> {
	if (name !== 'WHATSAPP') {
		return problem('channel', 'Templates are sent over WhatsApp only: choose whatsapp, or send a text');
	}
	return mapFound(templateContent(message), (template_message) => ({ template_message }));
}

const WRITERS: ConversationWriters<OutgoingType> = {
	...PLAIN,
	...INTERACTIVE,
	template,
	voice: missing('voice messages', 'send the recording as audio'),
	reaction: missing('reactions', 'answer with a text'),
	addressRequest: missing('address forms', 'ask for the address in a text or a flow'),
	catalogue: missing('catalogues', 'send a link to the shop'),
	contactRequest: missing('requests for the phone number', 'ask for it in a text'),
	callRequest: missing('requests to call', 'ask in a text'),
	callButton: missing('buttons for calls inside WhatsApp', 'write your number in a text'),
	readReceipt: missing('read receipts', 'leave this step out'),
};

function readIdentity({ to, toUserId }: OutgoingMessage, channel: ConversationChannel): Reading<string> {
	const { name, identity } = channel;
	if (identity === 'id') {
		const id = to ?? toUserId;
		return id === undefined
			? problem('to', `The recipient is missing: the ID of the person on the channel ${name} is needed`)
			: found(id);
	}
	if (to === undefined && toUserId !== undefined && name === 'WHATSAPP') return found(toUserId);
	return mapFound(readNumber(to), (number) => (identity === 'digits' ? number.slice(1) : number));
}

/** A problem with a setting that Sinch ignores, so that the message would go out at another time. */
function settingsProblem({ sendAt }: OutgoingMessage): FieldProblem | undefined {
	return sendAt === undefined
		? undefined
		: problem(
				'sendAt',
				'The Conversation API of Sinch sends at once: leave the time of sending empty and let the workflow wait before it sends',
			);
}

interface Delivery {
	recipient: object;
	message: object;
	channel_priority_order?: string[];
}

/** The content for the first channel beside the text for all others, which here is the SMS. */
function withFallback(content: object, text: string, { name }: ConversationChannel): object {
	const text_message = { text };
	return 'channel_specific_message' in content
		? { ...content, text_message }
		: { text_message, explicit_channel_omni_message: { [name]: content } };
}

function fallbackProblem({ type }: OutgoingMessage, { name, hasOwnContent }: ConversationChannel) {
	if (hasOwnContent !== true) {
		return problem(
			'fallback',
			`Sinch has no text of its own for the SMS after ${name}: leave the fallback empty`,
		);
	}
	return type === 'template'
		? problem(
				'fallback',
				'Sinch sends no text of its own after a template: leave the fallback empty, and send an SMS when the status of the message is failed',
			)
		: undefined;
}

/** The sender and the kind of an SMS, which here are properties of the channel. */
function channelProperties(message: OutgoingMessage, { name, senderProperty }: ConversationChannel) {
	const { fallback, flash } = message;
	const properties = compact({
		...(senderProperty !== undefined && { [senderProperty]: senderOf(message) }),
		...(fallback && { SMS_SENDER: senderOf(fallback) }),
		SMS_FLASH_MESSAGE: name === 'SMS' && flash === true ? 'true' : undefined,
	});
	return Object.keys(properties).length > 0 ? properties : undefined;
}

/** The recipient, the channels in their order, and the content for each of them. */
function readDelivery(
	message: OutgoingMessage,
	channel: ConversationChannel,
	content: object,
	appId: string,
): Reading<Delivery> {
	const identity = readIdentity(message, channel);
	if (!identity.ok) return identity;
	const recipient = {
		channel: channel.name,
		identity: identity.value,
		...(channel.isAppScoped && { app_id: appId }),
	};
	if (message.fallback === undefined) {
		return found({ recipient: { identified_by: { channel_identities: [recipient] } }, message: content });
	}
	const complaint = fallbackProblem(message, channel);
	if (complaint !== undefined) return complaint;
	const number = readNumber(message.to);
	if (!number.ok) return number;
	const sms = { channel: 'SMS', identity: number.value };
	return found({
		recipient: { identified_by: { channel_identities: [recipient, sms] } },
		message: withFallback(content, message.fallback.text, channel),
		channel_priority_order: [channel.name, 'SMS'],
	});
}

/** Sinch's list of opt-outs that applies. Without a purpose it is the one for all messages. */
const CONTENT_TYPES = {
	marketing: 'CONTENT_MARKETING',
	utility: 'CONTENT_NOTIFICATION',
	authentication: 'CONTENT_NOTIFICATION',
	service: 'CONTENT_NOTIFICATION',
} as const;

function readChannel({ channel = 'sms' }: OutgoingMessage): Reading<ConversationChannel> {
	const known = rowOf(CHANNELS, channel.toLowerCase());
	if (known !== undefined) return found(known);
	const names = Object.keys(CHANNELS).join(', ');
	return problem('channel', `Sinch has no channel "${channel}", only ${names}`);
}

/**
 * One message for `messages:send`. What comes back with the statuses goes into the metadata: they hold 1024 characters, and
 * unlike a correlation id they are kept in the mode DISPATCH too, which is the default.
 */
export function conversationRequest(message: OutgoingMessage, line: Account): BuildResult {
	const { accountId, appId } = line;
	const channel = readChannel(message);
	if (!channel.ok) return channel;
	if (accountId === undefined || appId === undefined) {
		const lack = accountId === undefined ? 'project' : 'app';
		return problem(
			'channel',
			`The channel ${channel.value.name} goes through the Conversation API: fill in its ${lack} ID in the credential`,
		);
	}
	const complaint = beyondLimit(message, CONVERSATION_LIMITS) ?? settingsProblem(message);
	if (complaint !== undefined) return complaint;
	const content = write(WRITERS, message.type, message, channel.value);
	if (!content.ok) return content;
	const delivery = readDelivery(message, channel.value, content.value, appId);
	if (!delivery.ok) return delivery;
	const { callbackData, purpose, reportUrl, validityMinutes } = message;
	return {
		ok: true,
		request: {
			method: 'POST',
			path: `/v1/projects/${pathPart(accountId)}/messages:send`,
			body: compact({
				app_id: appId,
				...delivery.value,
				channel_properties: channelProperties(message, channel.value),
				message_metadata: callbackData,
				callback_url: reportUrl,
				ttl: validityMinutes && `${validityMinutes * 60}s`,
				message_content_type: purpose && CONTENT_TYPES[purpose],
			}),
		},
	};
}
