import fc from 'fast-check';
import { z } from 'zod';
import { parseOutgoing, type OutgoingMessage } from '../../../core/messages';
import type { BuildResult } from '../../../core/messages/sending';
import type { Outbound } from '../../../core/provider';
import type { Account } from '../../../core/messages/account';
import { fixturesOf } from '../fixtures';
import type { FieldProblem } from '../../../core/lib/result';

const requestSchema = z.object({
	message: z.record(z.unknown()),
	line: z
		.object({
			accountId: z.string().optional(),
			appId: z.string().optional(),
			servicePlanId: z.string().optional(),
		})
		.default({}),
	request: z.unknown(),
});

/** Messages as nodes hand them over, and the requests that they must become: `test/fixtures/<folder>/outbound`. */
export function requestsOf(folder: string) {
	return fixturesOf(`${folder}/outbound`).webhookCalls.map(({ name, body }) => ({
		name,
		...requestSchema.parse(body),
	}));
}

export function parsed(input: object): OutgoingMessage {
	const result = parseOutgoing(input);
	if (!result.ok) throw new Error(`${result.field}: ${result.message}`);
	return result.message;
}

/** What a node hands over, on its whole way to the request. */
export function buildFrom(channel: Outbound, input: unknown, line: Account): BuildResult {
	const result = parseOutgoing(input);
	return result.ok ? channel.build(result.message, line) : result;
}

export function refusal(field: string, message: RegExp): FieldProblem {
	return { ok: false, field, message: expect.stringMatching(message) };
}

/** Messages of every type, with members replaced, removed and added at will, as far as they can be parsed. */
export function anyMessage(folder: string): fc.Arbitrary<OutgoingMessage> {
	const messages = requestsOf(folder).map(({ message }) => message);
	const members = [...new Set(messages.flatMap((message) => Object.keys(message)))];
	const text = fc.oneof(
		fc.string(),
		fc.constantFrom('sms', 'whatsapp', 'rcs', '+441134960001', '2026-05-01T09:00:00Z'),
	);
	const change = fc.dictionary(
		fc.constantFrom(...members, 'validityMinutes', 'toGroupId', 'fallback'),
		fc.oneof(text, fc.boolean(), fc.integer(), fc.constant(undefined), fc.jsonValue()),
		{ maxKeys: 3 },
	);
	return fc
		.tuple(fc.constantFrom(...messages), change)
		.map(([message, changes]) => parseOutgoing({ ...message, ...changes }))
		.filter((result) => result.ok)
		.map(({ message }) => message);
}
