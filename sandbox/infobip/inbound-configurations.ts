import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import { digits } from '../shared/identifiers.ts';
import type { SandboxLine } from '../settings.ts';
import { readQuery } from './administration/paging.ts';
import { badRequest, notFound } from './errors.ts';
import { optionalText, text } from './fields.ts';

const PATH = '/resource-management/1/inbound-message-configurations';

const Channel = z.enum(['SMS', 'MMS', 'WHATSAPP'], { message: 'unsupported channel' });
const Where = {
	channel: Channel,
	number: optionalText(50),
	numberKey: optionalText(50),
	countryCode: z
		.string()
		.regex(/^[A-Z]{2}$/, 'must be two letters')
		.optional(),
};
const Forwarding = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('HTTP_FORWARD'),
		url: z.string().url('must be a URL'),
		format: optionalText(50),
	}),
	z.object({ type: z.literal('PULL') }),
]);
const Settings = {
	forwarding: Forwarding.optional(),
	autoResponse: z.object({ message: text(1_080), sender: optionalText(50) }).optional(),
	blockListConfiguration: z
		.object({ type: z.enum(['BLOCK', 'UNBLOCK']), level: z.enum(['FROM_SENDER', 'FROM_ANY_SENDER']) })
		.optional(),
};
const Unset = z.enum(['FORWARDING', 'AUTORESPONSE', 'BLOCKLISTCONFIGURATION']);
type Unset = z.output<typeof Unset>;
const Wanted = z
	.object({
		...Where,
		...Settings,
		keyword: z.string().min(1).max(50, 'size must be between 0 and 50').nullish(),
		unset: z.array(Unset).default([]),
	})
	.refine(({ channel, forwarding }) => channel !== 'WHATSAPP' || forwarding?.type !== 'PULL', {
		message: 'messages of WhatsApp are forwarded by HTTP_FORWARD only',
		path: ['forwarding', 'type'],
	});
const Query = z.object({ ...Where, keyword: optionalText(50), configurationKey: optionalText(50) });

type SettingsOf = Partial<{ [Name in keyof typeof Settings]: z.output<(typeof Settings)[Name]> }>;

/** What a number does with what comes in on a channel, where it begins with the keyword. */
export interface InboundConfiguration extends SettingsOf {
	configurationKey: string;
	channel: z.output<typeof Channel>;
	/** Digits. */
	number: string;
	keyword?: string | null | undefined;
}

type Unnamed = Omit<InboundConfiguration, 'configurationKey'>;

/** Digits of a number of the account, by itself or by its key; undefined where it is none. */
type FindNumber = (wanted: {
	number?: string | undefined;
	numberKey?: string | undefined;
}) => string | undefined;

/**
 * What numbers do with what comes in (Infobip OpenAPI 3.210.0, inbound message configurations). Their forwarding wins over
 * subscriptions (Infobip, Create and manage subscriptions).
 */
export class InboundConfigurations {
	readonly #all = new Map<string, InboundConfiguration>();
	readonly #findNumber: FindNumber;
	readonly #changed: () => void;

	constructor(findNumber: FindNumber, changed: () => void) {
		this.#findNumber = findNumber;
		this.#changed = changed;
	}

	/** Where somebody's text begins with a keyword of the number, that one's; else the number's catch-all. */
	find(line: SandboxLine, words: string): InboundConfiguration | undefined {
		const ofLine = this.of(line);
		const [word = ''] = words.trim().split(/\s+/);
		const named = ofLine.find(({ keyword }) => keyword?.toLowerCase() === word.toLowerCase());
		return named ?? ofLine.find(({ keyword }) => !keyword);
	}

	of({ channel: wanted, phoneNumber }: SandboxLine): InboundConfiguration[] {
		return [...this.#all.values()].filter(
			({ channel, number }) => channel.toLowerCase() === wanted && number === digits(phoneNumber),
		);
	}

	/** Sets what somebody set in Infobip's portal. Gives what takes it away again. */
	forward(line: SandboxLine, url: string): () => void {
		const { configurationKey } = this.#set({
			channel: line.channel === 'sms' ? 'SMS' : 'WHATSAPP',
			number: digits(line.phoneNumber),
			forwarding: { type: 'HTTP_FORWARD', url },
		});
		return () => {
			const forwarding = this.#all.get(configurationKey)?.forwarding;
			if (forwarding?.type === 'HTTP_FORWARD' && forwarding.url === url) this.#drop(configurationKey);
		};
	}

	/** A number goes with its settings. */
	forget(line: SandboxLine): void {
		for (const { configurationKey } of this.of(line)) this.#drop(configurationKey);
	}

	/** POST creates, and changes what has the same number and keyword. */
	routes(): Route[] {
		return [
			{ method: 'GET', path: PATH, run: (request) => this.#list(request) },
			{
				method: 'POST',
				path: PATH,
				run: ({ body }) => {
					const wanted = readBody(Wanted, body, badRequest);
					return { status: 200, body: shown(this.#set({ ...wanted, number: this.#number(wanted) })) };
				},
			},
			{
				method: 'DELETE',
				path: `${PATH}/:configurationKey`,
				run: (request) => {
					if (!this.#drop(pathParameter(request, 'configurationKey'))) throw notFound();
					return { status: 204 };
				},
			},
		];
	}

	#list(request: Request) {
		const { channel, number, numberKey, keyword, configurationKey } = readQuery(Query, request);
		const of = this.#number({ number, numberKey });
		const found = [...this.#all.values()].filter(
			(each) =>
				each.channel === channel &&
				each.number === of &&
				(keyword === undefined || each.keyword === keyword) &&
				(configurationKey === undefined || each.configurationKey === configurationKey),
		);
		return { status: 200, body: found.map(shown) };
	}

	#number(wanted: { number?: string | undefined; numberKey?: string | undefined }): string {
		if (wanted.number === undefined && wanted.numberKey === undefined) {
			throw badRequest([{ property: 'number', words: 'either number or numberKey must be provided' }]);
		}
		const found = this.#findNumber(wanted);
		if (found === undefined) throw notFound();
		return found;
	}

	/** What is to be unset goes before the new settings apply. */
	#set({ unset = [], ...wanted }: Unnamed & { unset?: readonly Unset[] }): InboundConfiguration {
		const known = [...this.#all.values()].find((each) => addressOf(each) === addressOf(wanted));
		const kept = (name: Unset) => (unset.includes(name) ? undefined : known);
		const stored: InboundConfiguration = {
			...wanted,
			configurationKey: known?.configurationKey ?? randomBytes(16).toString('hex').toUpperCase(),
			forwarding: wanted.forwarding ?? kept('FORWARDING')?.forwarding,
			autoResponse: wanted.autoResponse ?? kept('AUTORESPONSE')?.autoResponse,
			blockListConfiguration:
				wanted.blockListConfiguration ?? kept('BLOCKLISTCONFIGURATION')?.blockListConfiguration,
		};
		this.#all.set(stored.configurationKey, stored);
		this.#changed();
		return stored;
	}

	#drop(configurationKey: string): boolean {
		const wasThere = this.#all.delete(configurationKey);
		if (wasThere) this.#changed();
		return wasThere;
	}
}

function addressOf({ channel, number, keyword }: Unnamed): string {
	return [channel, number, keyword?.toLowerCase() ?? ''].join(' ');
}

const FORMATS = { SMS: 'MO_JSON_2', MMS: 'MO_MMS_2', WHATSAPP: 'MO_OTT_CONTACT' } as const;

function shown(configuration: InboundConfiguration) {
	const { configurationKey, channel, keyword, forwarding, autoResponse, blockListConfiguration } =
		configuration;
	const format = FORMATS[channel];
	return {
		configurationKey,
		channel,
		keyword,
		forwarding: forwarding?.type === 'HTTP_FORWARD' ? { format, ...forwarding } : forwarding,
		autoResponse,
		blockListConfiguration,
	};
}
