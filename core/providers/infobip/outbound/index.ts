import type { OutgoingMessage } from '../../../messages';
import type { BuildResult } from '../../../messages/sending';
import type { Outbound } from '../../../provider';
import { readAnswer } from './answer';
import { toRequest, type Part, type PartResult } from './part';
import { readReceiptPart } from './read-receipt';
import { smsPart } from './sms';
import { whatsAppPart } from './whatsapp';
import { rates } from './rates';
import { templates } from './templates';
import { problem } from '../../../lib/result';

const CHANNELS = ['sms', 'whatsapp'] as const;

/** SMS is what every account of Infobip has. */
function channelOf({ channel = 'sms' }: OutgoingMessage) {
	return CHANNELS.find((known) => known === channel.toLowerCase());
}

function partOf(message: OutgoingMessage): PartResult {
	const channel = channelOf(message);
	if (channel === undefined) {
		return problem(
			'channel',
			`Infobip's channel "${message.channel ?? ''}" is not supported: choose sms or whatsapp`,
		);
	}
	if (channel === 'sms') return smsPart(message);
	return message.type === 'readReceipt' ? readReceiptPart(message) : whatsAppPart(message);
}

function build(message: OutgoingMessage): BuildResult {
	const part = partOf(message);
	return part.ok ? toRequest(part, [part.entry]) : part;
}

function batchKey(message: OutgoingMessage): string | undefined {
	const part = partOf(message);
	return part.ok && part.joins ? JSON.stringify([part.path, part.shared]) : undefined;
}

function buildBatch(messages: readonly OutgoingMessage[]): BuildResult {
	const parts: Part[] = [];
	for (const message of messages) {
		const part = partOf(message);
		if (!part.ok) return part;
		parts.push(part);
	}
	const [first] = parts;
	if (first === undefined) return problem('message', 'There is no message to send');
	return toRequest(
		first,
		parts.map(({ entry }) => entry),
	);
}

/** SMS by version 3 of Infobip's API, and WhatsApp. */
export const outbound: Outbound = {
	build,
	batchKey,
	/**
	 * Infobip names no most. A hundred, which is what it puts into one call of reports, costs one call in place of a
	 * hundred, and leaves no more than a hundred in doubt where an answer is lost.
	 */
	batchSize: 100,
	buildBatch,
	readAnswer,
	isRepeatable: ({ clientMessageId }) => clientMessageId !== undefined,
	rates,
	templates,
};
