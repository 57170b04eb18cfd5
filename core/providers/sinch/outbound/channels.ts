import { rowOf } from '../../../lib/json';

/** A channel of the Conversation API. */
export interface ConversationChannel {
	/** As the API writes it. */
	name: string;
	/** How it writes a recipient: a number with or without `+`, or an id of the channel's own. */
	identity: 'e164' | 'digits' | 'id';
	/** The property that names the sender, where a channel has several. */
	senderProperty?: string;
	/** Whether the ids of people are an app's own, so that the app stands beside them. */
	isAppScoped?: true;
	/** Whether a message may have a content for this channel alone beside the one for all others. */
	hasOwnContent?: true;
}

const VIBER: ConversationChannel = { name: 'VIBERBM', identity: 'e164' };

/** Channels by the names that events give them (Sinch SDK for Node.js, ConversationChannel, ChannelPropertyKey). */
export const CHANNELS: Readonly<Record<string, ConversationChannel>> = {
	whatsapp: { name: 'WHATSAPP', identity: 'digits', hasOwnContent: true },
	sms: { name: 'SMS', identity: 'e164', senderProperty: 'SMS_SENDER' },
	mms: { name: 'MMS', identity: 'e164', senderProperty: 'MMS_SENDER' },
	rcs: { name: 'RCS', identity: 'e164' },
	viber: VIBER,
	viberbm: VIBER,
	kakaotalk: { name: 'KAKAOTALK', identity: 'e164', hasOwnContent: true },
	kakaotalkchat: { name: 'KAKAOTALKCHAT', identity: 'id' },
	messenger: { name: 'MESSENGER', identity: 'id', isAppScoped: true },
	instagram: { name: 'INSTAGRAM', identity: 'id', isAppScoped: true },
	telegram: { name: 'TELEGRAM', identity: 'id' },
	line: { name: 'LINE', identity: 'id', isAppScoped: true },
	wechat: { name: 'WECHAT', identity: 'id', isAppScoped: true, hasOwnContent: true },
	applebc: { name: 'APPLEBC', identity: 'id' },
};

/** Whether people have ids of the channel's own, which are no phone numbers. */
export function hasOwnIds(channel: string): boolean {
	return rowOf(CHANNELS, channel.toLowerCase())?.identity === 'id';
}
