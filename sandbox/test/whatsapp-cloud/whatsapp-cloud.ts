import assert from 'node:assert/strict';
import type { AxiosResponse } from 'axios';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { call, Providers } from '../shared/providers.ts';

const [number, otherNumber] = WORLD.numbers;
const [customer, silentCustomer] = WORLD.customers;
assert(number && otherNumber && customer && silentCustomer);

/** The people of the tests. The silent customer never writes, so that no window is open. */
export const WHO = { number, otherNumber, customer, silentCustomer };

export const BEARER = `Bearer ${WORLD.accessToken}`;
export const MESSAGES = `/v25.0/${number.id}/messages`;

export const ErrorBody = z.object({
	error: z.object({
		message: z.string(),
		type: z.string(),
		code: z.number(),
		error_subcode: z.number().optional(),
		error_data: z.object({ messaging_product: z.literal('whatsapp'), details: z.string() }).optional(),
		fbtrace_id: z.string().min(10),
	}),
});
const Sent = z.object({ messages: z.tuple([z.object({ id: z.string().startsWith('wamid.') })]) });

export function text(body = 'Hello', to: string = WHO.customer.phoneNumber) {
	return { messaging_product: 'whatsapp', to, type: 'text', text: { body } };
}

/** The stand-in of WhatsApp Cloud with a receiver for its webhooks. */
export class WhatsAppCloud extends Providers {
	static override async start(now?: () => number): Promise<WhatsAppCloud> {
		return new WhatsAppCloud(await Providers.start(now));
	}

	get api() {
		return this.sandbox.whatsAppCloud;
	}

	/** A call of the Graph API, or of the sandbox's own routes. Resolves whatever the status. */
	call(
		method: string,
		path: string,
		data?: unknown,
		authorization = BEARER,
	): Promise<AxiosResponse<unknown>> {
		const headers = { 'Content-Type': 'application/json', ...(authorization && { authorization }) };
		return call(method, this.api.baseUrl + path, { data, headers });
	}

	/** Sends a message that must be accepted; gives its id. */
	async send(body: unknown = text()): Promise<string> {
		const response = await this.call('POST', MESSAGES, body);
		assert.equal(response.status, 200, JSON.stringify(response.data));
		return Sent.parse(response.data).messages[0].id;
	}
}

/** Asserts Meta's error; gives its message and details. */
export function assertError(response: AxiosResponse<unknown>, status: number, code: number): string {
	const { error } = ErrorBody.parse(response.data);
	assert.deepEqual({ status: response.status, code: error.code }, { status, code }, error.message);
	return `${error.message} ${error.error_data?.details ?? ''}`;
}
