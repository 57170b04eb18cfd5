import { z } from 'zod';
import type { JsonObject } from '../../../events';
import type { ApiRequest } from '../../../http/api';
import { toAddress, toE164 } from '../../../lib/phone/address';
import { listLimit, peopleInput } from '../../../operations/input';
import { listed, type OperationContext } from '../../../operations/operation';
import { allRows } from '../../../http/pages';
import { compact, idOf, isJsonObject, listOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { isUserId } from '../../../whatsapp/person';
import { classifyAdminError } from '../errors/set-up';
import { after, get, graphId, operation, PAGE_SIZE, pageOf } from './operation';
import type { Refusal } from '../../../http/ask';
import type { Result } from '../../../lib/result';

const phoneNumberId = graphId('The phone number ID');

/** People of one call (Meta, Block users). */
const MOST_AT_ONCE = 1000;

const person = z
	.string({ message: 'A person is a phone number or a user ID' })
	.transform((text) => (isUserId(text.trim()) ? text.trim() : (toE164(text) ?? '')))
	.refine(
		(address) => address !== '',
		'A person is a phone number with country code, such as +16505551234, or a user ID',
	);

const people = peopleInput(person);

const edge = (id: string) => `/${id}/block_users`;

const blockedBy = (id: string, limit?: number) => ({
	request: (page?: string) => get(edge(id), { limit: PAGE_SIZE, ...after(page) }),
	read: pageOf,
	limit,
});

function personOf(row: JsonObject): { address?: string; userId?: string } {
	const address = toAddress(row.wa_id) ?? toAddress(row.input);
	const userId = textOf(row.user_id);
	return compact({
		...(address !== undefined && !isUserId(address) && { address }),
		userId,
	});
}

const getMany = operation({
	input: z.object({ phoneNumberId, limit: listLimit }),
	run: async ({ phoneNumberId: id, limit }, context) =>
		await listed(context, blockedBy(id, limit), (row) => [
			{ phoneNumberId: id, ...personOf(row), blocked: true },
		]),
});

/** Codes that mean something else where people are blocked (Meta, Block users). */
const REASONS: Readonly<Record<string, string>> = {
	131047: 'Only somebody who has written to this number within the last 24 hours can be blocked.',
	131021: 'A number cannot block itself.',
};

/** One person who could not be moved, with the reason that Meta gives (Meta, Block users). */
function refusedItem(row: JsonObject, blocked: boolean, phoneNumber: string): JsonObject {
	const [given] = listOf(row.errors);
	const error = classifyAdminError(400, { error: given ?? {} });
	const nextStep = rowOf(REASONS, error.code) ?? error.advice;
	return {
		phoneNumberId: phoneNumber,
		...personOf(row),
		blocked,
		changed: false,
		errorCode: error.code,
		found: error.detail || error.title,
		nextStep,
	};
}

interface Change {
	method: 'POST' | 'DELETE';
	/** Where the answer lists those who were moved. */
	member: 'added_users' | 'removed_users';
	blocked: boolean;
}

const ADD: Change = { method: 'POST', member: 'added_users', blocked: true };
const REMOVE: Change = { method: 'DELETE', member: 'removed_users', blocked: false };

function request(id: string, { method }: Change, addresses: readonly string[]): ApiRequest {
	const users = addresses.map((address) => (isUserId(address) ? { user_id: address } : { user: address }));
	return { method, path: edge(id), body: { messaging_product: 'whatsapp', block_users: users } };
}

type Moved = Result<{ items: JsonObject[] }, Refusal>;

/** Where only some could be moved the answer is an error and still tells of each. */
async function move(
	{ ask }: Pick<OperationContext, 'ask'>,
	id: string,
	change: Change,
	addresses: readonly string[],
): Promise<Moved> {
	const reply = await ask(request(id, change, addresses));
	const lists = objectOf(objectOf(reply.body)?.block_users);
	if (!reply.ok && lists === undefined) return { ok: false, error: reply.error };
	const rows = (name: string) => listOf(lists?.[name]).filter(isJsonObject);
	const { blocked, member } = change;
	return {
		ok: true,
		items: [
			...rows(member).map((row) => ({ phoneNumberId: id, ...personOf(row), blocked, changed: true })),
			...rows('failed_users').map((row) => refusedItem(row, !blocked, id)),
		],
	};
}

function changing(change: Change) {
	return operation({
		input: z.object({ phoneNumberId, people }),
		async run({ phoneNumberId: id, people: addresses }, context) {
			const items: JsonObject[] = [];
			for (let from = 0; from < addresses.length; from += MOST_AT_ONCE) {
				const moved = await move(context, id, change, addresses.slice(from, from + MOST_AT_ONCE));
				if (!moved.ok) return { ...moved, ...(from > 0 && { done: [`The first ${from} people are done`] }) };
				items.push(...moved.items);
			}
			return { ok: true, items };
		},
	});
}

/** Meta answers no question about one person: the list is read. */
const check = operation({
	input: z.object({ phoneNumberId, people }),
	async run({ phoneNumberId: id, people: addresses }, { ask }) {
		const found = await allRows(ask, blockedBy(id));
		if (!found.ok) return found;
		const blocked = new Set(
			found.rows.flatMap((row) => [toAddress(row.wa_id), idOf(row.user_id)]).flatMap((one) => one ?? []),
		);
		return {
			ok: true,
			items: addresses.map((address) =>
				compact({
					phoneNumberId: id,
					...(isUserId(address) ? { userId: address } : { address }),
					blocked: blocked.has(address),
				}),
			),
		};
	},
});

/** The people who cannot write to a number and get nothing from it. */
export const OPT_OUT_LIST = { getMany, add: changing(ADD), remove: changing(REMOVE), check };
