/** The stand-in of Infobip for a test file about setting up, put back after every test. */
import assert from 'node:assert/strict';
import { after, afterEach, beforeEach } from 'node:test';
import { z } from 'zod';
import { Infobip } from '../infobip.ts';

/** What a person reads on the phone of a number. */
export const CODE = '402917';
export const NUMBERS = '/numbers/1/numbers';
export const NumberRow = z.object({
	number: z.string(),
	numberKey: z.string(),
	capabilities: z.array(z.string()),
	reservationStatus: z.string().optional(),
});
export const NumberPage = z.object({ numbers: z.array(NumberRow), numberCount: z.number() });
const Exception = z.object({
	requestError: z.object({
		serviceException: z.object({
			messageId: z.string(),
			validationErrors: z.record(z.array(z.string())).default({}),
		}),
	}),
});

export async function startInfobip() {
	const infobip = await Infobip.start();

	beforeEach(() => {
		infobip.api.rules.change({ provisionMs: 1, reviewMs: 1, verificationCode: CODE, isPaced: false });
	});

	afterEach(() => {
		infobip.sandbox.reset();
		infobip.receiver.received.length = 0;
	});

	after(() => infobip.close());

	async function answer<Output>(
		schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
		...[method, path, data]: [method: string, path: string, data?: unknown]
	): Promise<Output> {
		const response = await infobip.call(method, path, data);
		assert(response.status < 300, `${method} ${path}: ${response.status} ${JSON.stringify(response.data)}`);
		return schema.parse(response.data);
	}

	/** What Infobip's older envelope says: its code, and the properties that it objects to. */
	async function refused(method: string, path: string, data?: unknown): Promise<string[]> {
		const response = await infobip.call(method, path, data);
		const { messageId, validationErrors } = Exception.parse(response.data).requestError.serviceException;
		return [String(response.status), messageId, ...Object.keys(validationErrors)];
	}

	/** A number of the account. */
	const owned = async (number: string) =>
		(await answer(NumberPage, 'GET', `${NUMBERS}?number=${number}`)).numbers[0];

	return { infobip, answer, refused, owned };
}
