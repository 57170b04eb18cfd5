import type { JsonObject } from '../../../events';
import type { OperationFailure, OperationTools } from '../../../operations/contract';
import type { ApiRequest } from '../../../http/api';
import { idInput, fieldFailure } from '../../../operations/input';
import { operationsOf, type OperationContext, type OperationPlan } from '../../../operations/operation';
import type { RowPage } from '../../../http/pages';
import { isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { classifyAdminError } from '../errors/set-up';
import type { Result } from '../../../lib/result';

export const operation = operationsOf(classifyAdminError);

/** Rows on a page of any list (Meta, Graph API: paginated results). */
export const PAGE_SIZE = '100';

const IDS_ONLY = 'It is digits only, and WhatsApp Manager shows it.';

/** An id of the Graph API, which goes into the path of a request. */
export const graphId = (label: string) =>
	idInput(label).refine((id) => /^\d+$/.test(id), `${label} has to be an id of Meta, which is digits only`);

type Found = Result<{ id: string }, OperationFailure>;

export function pathId(field: string, label: string, id: string | undefined): Found {
	if (id === undefined) return fieldFailure(field, `${label} is missing`, IDS_ONLY);
	if (/^\d+$/.test(id)) return { ok: true, id };
	return fieldFailure(field, `${label} "${id}" is not an id of Meta`, IDS_ONLY);
}

/** The account that the panel names, otherwise the credential's. */
export function accountOf(given: string | undefined, { accountId }: OperationTools['line']): Found {
	return pathId('accountId', 'The WhatsApp Business Account ID', given ?? (accountId || undefined));
}

/** An operation on the account that the panel names, otherwise on the credential's. */
export const ofAccount = <Input extends { accountId?: string | undefined }>({
	run,
	...plan
}: OperationPlan<Input, OperationContext & { accountId: string }>) =>
	operation<Input>({
		...plan,
		async run(input, context) {
			const account = accountOf(input.accountId, context.line);
			return account.ok ? await run(input, { ...context, accountId: account.id }) : account;
		},
	});

/** The app that the panel names, otherwise the credential's. */
export function appOf(given: string | undefined, { appId }: OperationTools['line']): Found {
	return pathId('appId', 'The app ID', given ?? (appId || undefined));
}

export const get = (path: string, query: Record<string, string> = {}): ApiRequest => ({
	method: 'GET',
	path,
	...(Object.keys(query).length > 0 && { query }),
});

export const post = (path: string, body: object): ApiRequest => ({ method: 'POST', path, body });

/** The cursor stands on the last page too (Meta, Graph API: paginated results). */
export function pageOf(body: unknown): RowPage<JsonObject> {
	const page = objectOf(body);
	const paging = objectOf(page?.paging);
	const cursor = textOf(objectOf(paging?.cursors)?.after);
	return {
		rows: listOf(page?.data).filter(isJsonObject),
		next: textOf(paging?.next) === undefined ? undefined : cursor,
	};
}

export const after = (page: string | undefined): Record<string, string> =>
	page === undefined ? {} : { after: page };
