/** The stand-in of Sinch for a test file about setting up, put back after every test. */
import assert from 'node:assert/strict';
import { after, afterEach, beforeEach } from 'node:test';
import type { z } from 'zod';
import { WORLD } from '../../../settings.ts';
import { PROJECT, Sinch } from '../sinch.ts';

/** What a person reads on the phone of a number. */
export const CODE = '402917';
export const NUMBERS = `/numbers${PROJECT}`;
export const SENDERS = `/provisioning${PROJECT}/whatsapp/senders`;
export const TEMPLATES = `/provisioning${PROJECT}/whatsapp/templates`;
export const APP = `${PROJECT}/apps/${WORLD.sinch.appId}`;

export async function startSinch() {
	const sinch = await Sinch.start();

	beforeEach(() => {
		sinch.api.rules.change({ provisionMs: 1, reviewMs: 1, verificationCode: CODE });
	});

	afterEach(() => {
		sinch.api.setConsentManagement('off');
		sinch.sandbox.reset();
		sinch.receiver.received.length = 0;
	});

	after(() => sinch.close());

	async function answer<Output>(
		schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
		...[method, path, data]: [method: string, path: string, data?: unknown]
	): Promise<Output> {
		const response = await sinch.call(method, path, data);
		assert(response.status < 300, `${method} ${path}: ${response.status} ${JSON.stringify(response.data)}`);
		return schema.parse(response.data);
	}

	/** Status and body of a refusal. */
	async function refused(method: string, path: string, data?: unknown): Promise<string> {
		const response = await sinch.call(method, path, data);
		return `${response.status} ${JSON.stringify(response.data)}`;
	}

	return { sinch, answer, refused };
}
