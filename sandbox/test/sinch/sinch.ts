import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { call, lineOf, Providers } from '../shared/providers.ts';
import type { Received } from '../shared/receiver.ts';

const { sinch: ACCOUNT } = WORLD;
const [customer, other] = WORLD.customers;
assert(customer && other);

export const SMS = lineOf(ACCOUNT.lines, 'sms');
export const WHATSAPP = lineOf(ACCOUNT.lines, 'whatsapp');
/** The customers of the tests, and the digits of the first one's phone number. */
export const WHO = { customer, other, digits: customer.phoneNumber.slice(1) };
export const PROJECT = `/v1/projects/${ACCOUNT.projectId}`;
export const BATCHES = `/xms/v1/${ACCOUNT.servicePlanId}/batches`;
export const KEY = `Basic ${Buffer.from(`${ACCOUNT.keyId}:${ACCOUNT.keySecret}`).toString('base64')}`;
export const PLAN = `Bearer ${ACCOUNT.smsApiToken}`;

export const AnyObject = z.record(z.unknown());
export const Callback = z.object({
	app_id: z.literal(ACCOUNT.appId),
	project_id: z.literal(ACCOUNT.projectId),
	correlation_id: z.string().optional(),
	message: AnyObject.optional(),
	message_delivery_report: AnyObject.optional(),
	opt_out_notification: AnyObject.optional(),
});

/** The stand-in of Sinch with a receiver for its webhooks. */
export class Sinch extends Providers {
	static override async start(now?: () => number): Promise<Sinch> {
		return new Sinch(await Providers.start(now));
	}

	get api() {
		return this.sandbox.sinch;
	}

	call(method: string, path: string, data?: unknown, authorization = KEY) {
		return call(method, this.api.baseUrl + path, { data, headers: { authorization } });
	}

	/** The customer of the tests writes to a number. */
	writes(numberId: string, text = 'Hi') {
		return this.api.customerSends(WHO.customer.phoneNumber, text, { numberId });
	}
}

export function isSignedWith({ headers, raw }: Received, secret: string): boolean {
	const of = (name: string) => String(headers[`x-sinch-webhook-signature${name}`]);
	const signed = Buffer.concat([raw, Buffer.from(`.${of('-nonce')}.${of('-timestamp')}`)]);
	const age = Date.now() / 1_000 - Number(of('-timestamp'));
	assert(age > -1 && age < 60, `${age} s`);
	assert.equal(of('-algorithm'), 'HmacSHA256');
	return of('') === createHmac('sha256', secret).update(signed).digest('base64');
}
