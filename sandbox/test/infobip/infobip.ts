import assert from 'node:assert/strict';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { bodyOf, call, lineOf, Providers } from '../shared/providers.ts';

const { infobip: ACCOUNT } = WORLD;
const [customer] = WORLD.customers;
assert(customer);

export const SMS = lineOf(ACCOUNT.lines, 'sms');
export const WHATSAPP = lineOf(ACCOUNT.lines, 'whatsapp');
/** The customer of the tests, and the digits of the phone number. */
export const WHO = { customer, digits: customer.phoneNumber.slice(1) };
export const KEY = { Authorization: `App ${ACCOUNT.apiKey}` };
/** Infobip writes the offset without a colon. */
export const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;

export const Results = z.object({ results: z.tuple([z.record(z.unknown())]) });
export const Status = z.object({ groupName: z.string(), id: z.number() });
const Sent = z.object({
	messages: z.array(z.object({ messageId: z.string(), status: Status, destination: z.string() })),
});

export function sms(text = 'Hello', to: string = WHO.digits, more: object = {}) {
	return { messages: [{ sender: SMS.phoneNumber, destinations: [{ to }], content: { text }, ...more }] };
}

/** The stand-in of Infobip with a receiver for its webhooks. */
export class Infobip extends Providers {
	static override async start(now?: () => number): Promise<Infobip> {
		return new Infobip(await Providers.start(now));
	}

	get api() {
		return this.sandbox.infobip;
	}

	call(method: string, path: string, data?: unknown, headers: Record<string, string> = KEY) {
		return call(method, this.api.baseUrl + path, { data, headers });
	}

	/** Sends one SMS; gives what Infobip says of it, be it a refusal. */
	async sendSms(body: unknown = sms()) {
		const response = await this.call('POST', '/sms/3/messages', body);
		assert.equal(response.status, 200, JSON.stringify(response.data));
		const [message] = Sent.parse(response.data).messages;
		assert(message);
		return message;
	}

	/** The one result of every webhook so far. */
	results(): Record<string, unknown>[] {
		return this.receiver.received.map((webhook) => Results.parse(bodyOf(webhook)).results[0]);
	}

	reportsOf(id: string) {
		return this.results().filter(({ messageId }) => messageId === id);
	}
}
