import type { OperationFailure, OperationTools } from '../../../operations/contract';
import type { ApiRequest } from '../../../http/api';
import type { Ask } from '../../../http/ask';
import { idInput, fieldFailure } from '../../../operations/input';
import { operationsOf, type OperationContext } from '../../../operations/operation';
import { toE164 } from '../../../lib/address';
import { classifyAdminError, classifyGlobalError } from '../errors/set-up';
import type { Result } from '../../../lib/result';

/** Of the Conversation API, which has a host for every region. */
export const operation = operationsOf(classifyAdminError);

/** Of the Numbers and Provisioning APIs, which have one host for all regions. */
export const globalOperation = operationsOf(classifyGlobalError);

/** Asks those within an operation of the Conversation API. */
export const askGlobally =
	({ ask }: Pick<OperationContext, 'ask'>): Ask =>
	async (request) =>
		await ask(request, classifyGlobalError);

type Found = Result<{ id: string }, OperationFailure>;

const DASHBOARD = 'The Sinch Build Dashboard shows it; enter it in the credential.';

export function projectOf({ accountId }: OperationTools['line']): Found {
	return accountId
		? { ok: true, id: accountId }
		: fieldFailure('projectId', 'The credential has no project ID', DASHBOARD);
}

/** The app that the panel names, otherwise the credential's. */
export function appOf(given: string | undefined, { appId }: OperationTools['line']): Found {
	const id = given ?? (appId || undefined);
	return id === undefined
		? fieldFailure('appId', 'The app of the Conversation API is missing', DASHBOARD)
		: { ok: true, id };
}

/** Below a project, with every part encoded: the `+` of a number would be read as a space. */
export function pathIn(projectId: string, ...parts: string[]): string {
	return ['/v1/projects', ...[projectId, ...parts].map(encodeURIComponent)].join('/');
}

/** What an API does with a resource beyond the usual: `…/activeNumbers/%2B46…:release`. */
export const verb = (path: string, name: string): string => `${path}:${name}`;

type Base = NonNullable<ApiRequest['base']>;

export function request(
	method: ApiRequest['method'],
	path: string,
	{ base, query, body }: { base?: Base; query?: Record<string, string>; body?: object } = {},
): ApiRequest {
	return {
		method,
		path,
		...(base && { base }),
		...(query && Object.keys(query).length > 0 && { query }),
		...(body && { body }),
	};
}

/** A number of the Numbers API, in E.164 with `+`. */
export const phoneNumber = idInput('The phone number')
	.transform((number) => toE164(number) ?? '')
	.refine((number) => number !== '', 'The phone number needs its country code, such as +46701234567');
