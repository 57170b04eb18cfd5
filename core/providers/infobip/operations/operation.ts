import type { JsonObject } from '../../../events';
import type { ApiRequest } from '../../../http/api';
import type { Ask } from '../../../http/ask';
import { idInput } from '../../../operations/input';
import { operationsOf, type OperationContext } from '../../../operations/operation';
import type { RowPage } from '../../../http/pages';
import { toE164 } from '../../../lib/phone/address';
import { isJsonObject, listOf, numberOf, objectOf } from '../../../lib/json';
import { classifierFor, type Scope } from '../errors/set-up';

/** Makes operations for which the API key needs the scope. */
export const operationWith = (scope: Scope) => operationsOf(classifierFor(scope));

/** Asks what needs another scope than the rest of the operation. */
export const askWith =
	({ ask }: Pick<OperationContext, 'ask'>, scope: Scope): Ask =>
	async (request) =>
		await ask(request, classifierFor(scope));

/** A sender of WhatsApp, which is a phone number. */
export const whatsAppSender = idInput('The sender')
	.transform((sender) => toE164(sender)?.slice(1) ?? '')
	.refine(
		(digits) => digits !== '',
		'The sender has to be a phone number with country code, such as +447860099299',
	);

export const get = (path: string, query: Record<string, string> = {}): ApiRequest => ({
	method: 'GET',
	path,
	...(Object.keys(query).length > 0 && { query }),
});

/** Pages that are counted from 0, with a total beside them or in `paging` (Infobip, OpenAPI 3.210.0). */
export const countedPages =
	(member: string, size: number) =>
	(body: unknown, page = '0'): RowPage<JsonObject> => {
		const answer = objectOf(body);
		const rows = listOf(answer?.[member]).filter(isJsonObject);
		const total = numberOf(answer?.numberCount) ?? numberOf(objectOf(answer?.paging)?.totalResults);
		const next = Number(page) + 1;
		const isLast = total === undefined ? rows.length < size : next * size >= total;
		return { rows, next: isLast || rows.length === 0 ? undefined : String(next) };
	};
