import type { OperationFailure, OperationTools } from '../../../operations/contract';
import type { ApiRequest } from '../../../http/api';
import type { Ask, Classifier } from '../../../http/ask';
import { idInput, fieldFailure } from '../../../operations/input';
import { operationsOf, type OperationContext, type OperationPlan } from '../../../operations/operation';
import type { JsonObject } from '../../../events';
import type { RowPage } from '../../../http/pages';
import { toE164 } from '../../../lib/phone/address';
import { isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { classifyAdminError, classifyGlobalError } from '../errors/set-up';
import type { Result } from '../../../lib/result';

/** Everything at Sinch lies within a project, which the credential names. */
export interface ProjectContext extends OperationContext {
	projectId: string;
}

export const DASHBOARD = 'The Sinch Build Dashboard shows it; enter it in the credential.';

function projectOperations(classify: Classifier) {
	const operation = operationsOf(classify);
	return <Input>({ run, ...plan }: OperationPlan<Input, ProjectContext>) =>
		operation<Input>({
			...plan,
			async run(input, context) {
				const { accountId: projectId } = context.line;
				if (projectId) return await run(input, { ...context, projectId });
				return fieldFailure('projectId', 'The credential has no project ID', DASHBOARD);
			},
		});
}

/** Of the Conversation API, which has a host for every region. */
export const operation = projectOperations(classifyAdminError);

/** Of the Numbers and Provisioning APIs, which have one host for all regions. */
export const globalOperation = projectOperations(classifyGlobalError);

/** Asks those within an operation of the Conversation API. */
export const askGlobally =
	({ ask }: Pick<OperationContext, 'ask'>): Ask =>
	async (request) =>
		await ask(request, classifyGlobalError);

type Found = Result<{ id: string }, OperationFailure>;

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

/** The rows of a page, and the token of the next one. */
export const tokenPage =
	(member: string, token = 'nextPageToken') =>
	(body: unknown): RowPage<JsonObject> => {
		const page = objectOf(body);
		return { rows: listOf(page?.[member]).filter(isJsonObject), next: textOf(page?.[token]) };
	};

/** A number of the Numbers API, in E.164 with `+`. */
export const phoneNumber = idInput('The phone number')
	.transform((number) => toE164(number) ?? '')
	.refine((number) => number !== '', 'The phone number needs its country code, such as +46701234567');
