import type { ApiRequest } from '../../../http/api';
import { idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';

/** What an access token may be used on (Meta, Access tokens: `granular_scopes`). Without targets a scope holds for all. */
export interface Reach {
	accountIds: string[];
	portfolioIds: string[];
}

export function reachRequest(accessToken: string): ApiRequest {
	return { method: 'GET', path: '/debug_token', query: { input_token: accessToken } };
}

/** The answer to {@link reachRequest}. */
export function parseReach(body: unknown): Reach {
	const scopes = listOf(objectOf(objectOf(body)?.data)?.granular_scopes).filter(isJsonObject);
	const targetsOf = (isMeant: (scope: string) => boolean): string[] => {
		const targets = scopes
			.filter(({ scope }) => isMeant(textOf(scope) ?? ''))
			.flatMap(({ target_ids }) => listOf(target_ids).flatMap((id) => idOf(id) ?? []));
		return [...new Set(targets)];
	};
	return {
		accountIds: targetsOf((scope) => scope.startsWith('whatsapp_business_')),
		portfolioIds: targetsOf((scope) => scope === 'business_management'),
	};
}

/** For the name of an account or a portfolio. */
export function nameRequest(id: string): ApiRequest {
	return { method: 'GET', path: `/${encodeURIComponent(id)}`, query: { fields: 'id,name' } };
}

/** The answer to {@link nameRequest}. */
export function parseName(body: unknown): string | undefined {
	return textOf(objectOf(body)?.name);
}
