import fc from 'fast-check';
import { z } from 'zod';
import { parseOutgoing, type OutgoingMessage } from '../../../core/messages';
import { batchRequest } from '../../../core/messages/sending';
import type { ApiRequest } from '../../../core/http/api';
import type { Outbound } from '../../../core/provider';
import type { Account } from '../../../core/messages/account';
import { fixturesOf } from '../fixtures';
import type { FieldProblem, Result } from '../../../core/lib/result';

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

type Requested = Result<{ request: ApiRequest }>;

/** What a node hands over, on its whole way to the request. */
export function buildFrom(channel: Outbound, input: unknown, account: Account): Requested {
	const result = parseOutgoing(input);
	return result.ok ? buildTogether(channel, account, result.message) : result;
}

/** One call for several messages, or what is wrong with the first of them that cannot be sent. */
export function buildTogether(
	channel: Outbound,
	account: Account,
	first: OutgoingMessage,
	...others: OutgoingMessage[]
): Requested {
	const built = channel.build(first, account);
	if (!built.ok) return built;
	const joined = [];
	for (const message of others) {
		const result = channel.build(message, account);
		if (!result.ok) return result;
		joined.push(result);
	}
	return { ok: true, request: batchRequest(built, joined) };
}

/** The text by which messages share a call; nothing for what goes alone or not at all. */
export function batchKeyOf(
	channel: Outbound,
	account: Account,
	message: OutgoingMessage,
): string | undefined {
	const built = channel.build(message, account);
	return built.ok ? built.batch?.key : undefined;
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
