/** The chats of the phones, beyond the end of the stand-ins: as text, for pictures and buttons end with what they lead to. */
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { readIfThere } from './kept-files.ts';
import type { Sandbox } from './sandbox.ts';
import { LIMITS } from './shared/options.ts';

const Message = z.object({
	id: z.string(),
	numberId: z.string(),
	customer: z.string(),
	sender: z.enum(['customer', 'business']),
	text: z.string(),
	reaction: z.string().optional(),
	at: z.number(),
	replyToId: z.string().optional(),
	status: z.enum(['accepted', 'sent', 'delivered', 'read', 'failed']),
	failure: z
		.object({ code: z.union([z.string(), z.number()]), title: z.string(), details: z.string() })
		.optional(),
});

const Kept = z.object({
	customers: z.array(z.object({ phoneNumber: z.string(), name: z.string() })),
	threads: z.array(
		z.object({
			numberId: z.string(),
			customer: z.string(),
			windowOpenUntil: z.number().optional(),
			messages: z.array(Message),
		}),
	),
});

type Standing = Pick<Sandbox, 'phones' | 'whatsAppCloud' | 'infobip' | 'sinch'>;

export class KeptChats {
	readonly #file: string;
	#written = '';

	constructor(file: string) {
		this.#file = file;
	}

	/** Before anybody writes. */
	async restore({ phones, ...standIns }: Standing): Promise<void> {
		const text = await readIfThere(this.#file);
		if (text === undefined) return;
		const { customers, threads } = Kept.parse(JSON.parse(text));
		for (const { phoneNumber, name } of customers) phones.people.add(phoneNumber, name);
		const lines = [standIns.whatsAppCloud, standIns.infobip, standIns.sinch].flatMap((each) => each.lines);
		// A number that was registered by hand is gone with its stand-in.
		phones.conversations.restore(threads.filter(({ numberId }) => lines.some(({ id }) => id === numberId)));
	}

	/** Writes down what has changed since the last time. */
	async keep({ phones }: Standing): Promise<void> {
		const { customers } = phones.people;
		const threads = phones.conversations.threads.slice(0, LIMITS.threadsShown);
		const text = JSON.stringify(Kept.parse({ customers, threads }));
		if (text === this.#written) return;
		await writeFile(this.#file, text);
		this.#written = text;
	}
}
