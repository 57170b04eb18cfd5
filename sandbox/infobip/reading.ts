import { z } from 'zod';
import type { SandboxLine } from '../settings.ts';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import { digits } from '../shared/identifiers.ts';
import type { Stage } from '../shared/stage.ts';
import type { Directory } from './administration/directory.ts';
import { badRequest, notFound } from './errors.ts';
import { listOf, text } from './fields.ts';

const Events = z.object({
	events: listOf(
		z.object({
			sender: text(24),
			destinations: listOf(z.object({ to: text(150) }), 1, 1),
			content: z.object({ type: z.literal('TYPING_INDICATOR') }),
		}),
		1,
		1,
	),
});

/** What the business lets the customer see of its reading and writing on WhatsApp. */
export function readingRoutes(stage: Stage, directory: Directory): Route[] {
	const { conversations, people } = stage;
	const lineOf = (sender: string) =>
		directory.usable('whatsapp').find(({ phoneNumber }) => phoneNumber === `+${digits(sender)}`);
	/** Everything up to `last`, or everything where it is left out. */
	const markAsRead = (line: SandboxLine, customer: string, last?: string) => {
		for (const message of conversations.messages(line.id, customer)) {
			const isUnread = message.sender === 'customer' && message.status === 'delivered';
			if (isUnread || message.id === last) conversations.update(message, { status: 'read' });
			if (message.id === last) return;
		}
	};
	return [
		{
			method: 'POST',
			path: '/whatsapp/1/senders/:sender/message/:messageId/read',
			run: (request) => {
				const line = lineOf(pathParameter(request, 'sender'));
				const message = conversations.message(pathParameter(request, 'messageId'));
				if (!line || message?.sender !== 'customer' || message.numberId !== line.id) throw notFound();
				markAsRead(line, message.customer, message.id);
				return { status: 200, body: {} };
			},
		},
		{
			method: 'POST',
			path: '/whatsapp/1/events',
			run: ({ body }) => {
				const { events } = readBody(Events, body, badRequest);
				for (const { sender, destinations } of events) {
					const line = lineOf(sender);
					if (!line) throw badRequest([{ property: 'events[0].sender', words: 'sender is not registered' }]);
					for (const { to } of destinations) {
						const customer = people.customerByUserId(to) ?? people.customer(to);
						if (!customer) throw notFound();
						markAsRead(line, customer.phoneNumber);
						conversations.showTyping(line.id, customer.phoneNumber);
					}
				}
				return { status: 200, body: {} };
			},
		},
	];
}
