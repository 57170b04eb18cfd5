import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import { digits } from '../shared/identifiers.ts';
import type { SandboxLine } from '../settings.ts';
import { badRequest, notFound } from './errors.ts';

const Configuration = z.object({
	channel: z.enum(['SMS', 'WHATSAPP']),
	number: z.string().min(3),
	keyword: z.string().min(1).max(50).nullish(),
	forwarding: z.object({ type: z.literal('HTTP_FORWARD'), url: z.string().url() }).optional(),
	blockListConfiguration: z
		.object({ type: z.enum(['BLOCK', 'UNBLOCK']), level: z.enum(['FROM_SENDER', 'FROM_ANY_SENDER']) })
		.optional(),
});

export type InboundConfiguration = z.output<typeof Configuration> & { configurationKey: string };

/**
 * What a number does with what comes in (Infobip OpenAPI 3.210.0, inbound message configurations). Its forwarding wins over
 * subscriptions (Infobip, Create and manage subscriptions).
 */
export class InboundConfigurations {
	readonly #all = new Map<string, InboundConfiguration>();
	readonly #changed: () => void;

	constructor(changed: () => void) {
		this.#changed = changed;
	}

	/** Where somebody's text begins with a keyword of the number, that one's; else the number's catch-all. */
	find(line: SandboxLine, text: string): InboundConfiguration | undefined {
		const ofLine = [...this.#all.values()].filter(
			({ channel, number }) =>
				channel.toLowerCase() === line.channel && digits(number) === digits(line.phoneNumber),
		);
		const [word = ''] = text.trim().split(/\s+/);
		const named = ofLine.find(({ keyword }) => keyword?.toLowerCase() === word.toLowerCase());
		return named ?? ofLine.find(({ keyword }) => !keyword);
	}

	/** POST creates, and changes what has the same number and keyword. */
	routes(): Route[] {
		const path = '/resource-management/1/inbound-message-configurations';
		return [
			{
				method: 'GET',
				path,
				run: () => ({ status: 200, body: { configurations: [...this.#all.values()] } }),
			},
			{
				method: 'POST',
				path,
				run: (request) => {
					const wanted = readBody(Configuration, request.body, badRequest);
					const known = [...this.#all.values()].find((each) => addressOf(each) === addressOf(wanted));
					const stored = { ...known, ...wanted, configurationKey: known?.configurationKey ?? randomUUID() };
					this.#all.set(stored.configurationKey, stored);
					this.#changed();
					return { status: 200, body: stored };
				},
			},
			{
				method: 'DELETE',
				path: `${path}/:configurationKey`,
				run: (request) => {
					if (!this.#all.delete(pathParameter(request, 'configurationKey'))) throw notFound();
					this.#changed();
					return { status: 204 };
				},
			},
		];
	}
}

function addressOf({ channel, number, keyword }: z.output<typeof Configuration>): string {
	return [channel, digits(number), keyword?.toLowerCase() ?? ''].join(' ');
}
