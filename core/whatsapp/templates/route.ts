import type { OutgoingMessage } from '../../messages';
import type { MessageTemplate } from './template';

/**
 * The message with its way decided: a template of the category marketing takes the way for marketing where the account may take
 * it and a person gets it (Meta, Route template messages by category). The latest category counts, which is the one listed.
 *
 * @param isOpen whether the account may take that way
 */
export function routed(
	message: OutgoingMessage,
	template: MessageTemplate | undefined,
	isOpen: boolean,
): OutgoingMessage {
	if (message.type !== 'template' || message.marketing !== 'automatic') return message;
	const toPerson = message.to !== undefined || message.toUserId !== undefined;
	const takesIt = isOpen && toPerson && template?.category === 'marketing';
	return { ...message, marketing: takesIt ? 'on' : 'off' };
}
