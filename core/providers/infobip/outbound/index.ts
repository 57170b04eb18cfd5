import type { OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import type { Outbound } from '../../../provider';
import { readAnswer } from './answer';
import { buildReadReceipt } from './read-receipt';
import { buildSms } from './sms';
import { buildWhatsApp } from './whatsapp';
import { rates } from './rates';
import { templates } from './templates';
import { problem } from '../../../lib/result';

const CHANNELS = ['sms', 'whatsapp'] as const;

/** SMS is what every account of Infobip has. */
function channelOf({ channel = 'sms' }: OutgoingMessage) {
	return CHANNELS.find((known) => known === channel.toLowerCase());
}

function build(message: OutgoingMessage): BuildResult {
	const channel = channelOf(message);
	if (channel === undefined) {
		return problem(
			'channel',
			`Infobip's channel "${message.channel ?? ''}" is not supported: choose sms or whatsapp`,
		);
	}
	if (channel === 'sms') return buildSms(message);
	return message.type === 'readReceipt' ? buildReadReceipt(message) : buildWhatsApp(message);
}

/** SMS by version 3 of Infobip's API, and WhatsApp. */
export const outbound: Outbound = {
	build,
	/**
	 * Infobip names no most. A hundred, which is what it puts into one call of reports, costs one call in place of a
	 * hundred, and leaves no more than a hundred in doubt where an answer is lost.
	 */
	batchSize: 100,
	readAnswer,
	isRepeatable: ({ clientMessageId }) => clientMessageId !== undefined,
	rates,
	templates,
};
