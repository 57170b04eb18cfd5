/** What people send, as Meta delivers it to the trigger, and the questions that they were asked. */
import { setTimeout as sleep } from 'node:timers/promises';
import { AxiosError } from 'axios';
import { z } from 'zod';
import { WORLD } from '../../../sandbox/settings.ts';
import { wireJson } from '../../../sandbox/whatsapp-cloud/signature.ts';
import { post } from '../../e2e/lab.ts';
import { type Person, type Way } from './people.ts';

/** The number that asks. */
export const NUMBER = WORLD.numbers[0]?.id ?? '';

/** A provider repeats what is not taken over for hours; this is long enough for a restart. */
const REPEATED_FOR_MS = 120_000;
const BETWEEN_MS = 500;

const Asked = z.object({
	to: z.string(),
	interactive: z.object({
		action: z.object({
			buttons: z.array(z.object({ reply: z.object({ id: z.string(), title: z.string() }) })),
		}),
	}),
});

type Button = { id: string; title: string };

/** The messages that a provider's stand-in has accepted. */
interface Sent {
	readonly accepted: readonly { request: unknown }[];
}

export class Phones {
	/** Ids of what each person sent, by phone number. */
	readonly sent = new Map<string, string[]>();
	readonly #url: string;
	readonly #ledger: Sent;
	readonly #asked = new Map<string, Button[]>();
	/** How much of the ledger was looked at. */
	#read = 0;
	#serial = 0;

	/** @param url of the trigger */
	constructor(url: string, ledger: Sent) {
		this.#url = url;
		this.#ledger = ledger;
	}

	/** How many questions each person got. */
	questions(): Map<string, number> {
		const counts = new Map<string, number>();
		for (const { request } of this.#ledger.accepted) {
			const { to } = z.object({ to: z.string() }).parse(request);
			counts.set(to, (counts.get(to) ?? 0) + 1);
		}
		return counts;
	}

	button({ phone }: Pick<Person, 'phone'>, label: string): Button {
		for (const { request } of this.#ledger.accepted.slice(this.#read)) {
			this.#read += 1;
			const { data } = Asked.safeParse(request);
			if (data)
				this.#asked.set(
					data.to,
					data.interactive.action.buttons.map(({ reply }) => reply),
				);
		}
		const button = this.#asked.get(phone)?.find(({ title }) => title === label);
		if (!button) throw new Error(`${phone} was not asked`);
		return button;
	}

	/** One message; with `times` the provider brings it more than once. Gives its id. */
	async send({ phone }: Pick<Person, 'phone'>, content: object, times = 1): Promise<string> {
		this.#serial += 1;
		const id = `wamid.ASK${this.#serial}`;
		const from = phone.slice(1);
		this.sent.set(phone, [...(this.sent.get(phone) ?? []), id]);
		const timestamp = String(Math.floor(Date.now() / 1000));
		const value = {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550100001', phone_number_id: NUMBER },
			contacts: [{ profile: { name: 'Somebody' }, wa_id: from }],
			messages: [{ from, id, timestamp, ...content }],
		};
		const entry = { id: WORLD.businessAccountId, changes: [{ value, field: 'messages' }] };
		const body = wireJson({ object: 'whatsapp_business_account', entry: [entry] });
		await Promise.all(Array.from({ length: times }, () => this.#deliver(body)));
		return id;
	}

	says(person: Pick<Person, 'phone'>, text: string): Promise<string> {
		return this.send(person, { type: 'text', text: { body: text } });
	}

	/** @param of who was asked, where that is somebody else */
	taps(person: Pick<Person, 'phone'>, label: string, times = 1, of = person): Promise<string> {
		const interactive = { type: 'button_reply', button_reply: this.button(of, label) };
		return this.send(person, { type: 'interactive', interactive }, times);
	}

	async #deliver(body: string): Promise<void> {
		const deadline = performance.now() + REPEATED_FOR_MS;
		for (;;) {
			const seen = await this.#attempt(body);
			if (seen === 200) return;
			if (performance.now() > deadline) throw new Error(`The trigger took nothing over: ${seen}`);
			await sleep(BETWEEN_MS);
		}
	}

	/** The status, or why there is none. */
	async #attempt(body: string): Promise<number | string> {
		try {
			return (await post(this.#url, body)).status;
		} catch (error) {
			if (error instanceof AxiosError) return error.message;
			throw error;
		}
	}
}

const ACTIONS: Record<Way, (phones: Phones, person: Person) => Promise<unknown>> = {
	approve: (phones, person) => phones.taps(person, 'Approve'),
	decline: (phones, person) => phones.taps(person, 'Decline'),
	words: (phones, person) => phones.says(person, person.words.text),
	twice: (phones, person) => Promise.all([phones.taps(person, 'Approve'), phones.taps(person, 'Decline')]),
	stop: (phones, person) => phones.says(person, 'STOP'),
	thumb: (phones, person) => phones.says(person, '👍'),
	repeated: (phones, person) => phones.taps(person, 'Approve', 2),
	unfit: async (phones, person) => {
		await phones.says(person, 'Which Saturday do you mean?');
		await phones.taps(person, 'Approve');
	},
};

/** A person answers in their way. */
export async function act(phones: Phones, person: Person): Promise<void> {
	if (person.way) await ACTIONS[person.way](phones, person);
}
