import type { ApiRequest } from '../../../http/api';
import { idOf, isJsonObject, listOf, numberOf, objectOf, textOf } from '../../../lib/json';
import { get } from './operation';

/** The data of an access token, of which Meta tells only somebody who shows it (Meta, Access tokens). */
export interface TokenData {
	isValid: boolean;
	/** Why it is not valid. */
	reason: string | undefined;
	/** Seconds since 1970; 0 for a token that never expires. */
	expiresAt: number;
	app: { id: string | undefined; name: string };
	scopes: string[];
	/** Scopes with the ids that they hold for; without ids one holds for all. */
	grants: { scope: string; targets: string[] }[];
}

export const readToken = (accessToken: string): ApiRequest =>
	get('/debug_token', { input_token: accessToken });

/** The answer to {@link readToken}. */
export function parseToken(body: unknown): TokenData {
	const data = objectOf(objectOf(body)?.data) ?? {};
	return {
		isValid: data.is_valid === true,
		reason: textOf(objectOf(data.error)?.message),
		expiresAt: numberOf(data.expires_at) ?? 0,
		app: { id: idOf(data.app_id), name: textOf(data.application) ?? '' },
		scopes: listOf(data.scopes).flatMap((scope) => textOf(scope) ?? []),
		grants: listOf(data.granular_scopes)
			.filter(isJsonObject)
			.map(({ scope, target_ids }) => ({
				scope: textOf(scope) ?? '',
				targets: listOf(target_ids).flatMap((id) => idOf(id) ?? []),
			})),
	};
}

function targetsOf({ grants }: TokenData, isMeant: (scope: string) => boolean): string[] {
	return [...new Set(grants.filter(({ scope }) => isMeant(scope)).flatMap(({ targets }) => targets))];
}

/** The WhatsApp accounts that a token is given for. */
export const accountsOf = (token: TokenData): string[] =>
	targetsOf(token, (scope) => scope.startsWith('whatsapp_business_'));

/** The business portfolios that a token is given for. */
export const portfoliosOf = (token: TokenData): string[] =>
	targetsOf(token, (scope) => scope === 'business_management');
