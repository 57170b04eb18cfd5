import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import type { SinchAccount } from '../settings.ts';
import { ApiError, basicCredentials, pathParameter, type Route } from '../shared/api.ts';
import { conversationError, smsNotFound, smsUnauthorized } from './errors.ts';

const HOUR_S = 3_600;

/** Access tokens by OAuth2, and who may call what (Sinch, Authentication). */
export class Access {
	readonly #account: SinchAccount;
	readonly #now: () => number;
	/** When each token that was given out ends, in milliseconds since 1970. */
	readonly #tokens = new Map<string, number>();
	keySecret = '';
	smsApiToken = '';

	constructor(account: SinchAccount, now: () => number) {
		this.#account = account;
		this.#now = now;
		this.reset();
	}

	reset(): void {
		const { keySecret, smsApiToken } = this.#account;
		Object.assign(this, { keySecret, smsApiToken });
	}

	/** Makes every token that was given out invalid, as if an hour had passed. */
	revokeTokens(): void {
		this.#tokens.clear();
	}

	/** `POST /oauth2/token`: one host for all regions. */
	route(): Route {
		return {
			method: 'POST',
			path: '/oauth2/token',
			run: ({ headers, body }) => {
				if (!this.#isKey(headers.authorization)) throw oauthError(401, 'invalid_client');
				if (grantTypeOf(body) !== 'client_credentials') throw oauthError(400, 'unsupported_grant_type');
				const token = randomBytes(24).toString('base64url');
				this.#tokens.set(token, this.#now() + HOUR_S * 1_000);
				const answer = { access_token: token, expires_in: HOUR_S, scope: '', token_type: 'bearer' };
				return { status: 200, body: answer };
			},
		};
	}

	/** A token of the project, or the access key by Basic, which Sinch means for trying things out. */
	checkProject(
		request: Request,
		refuse: (status: 401 | 403 | 404, message: string) => ApiError = conversationError,
	): void {
		const { authorization } = request.headers;
		if (!this.#isToken(authorization) && !this.#isKey(authorization)) {
			throw refuse(401, 'Request had invalid authentication credentials.');
		}
		if (pathParameter(request, 'project') !== this.#account.projectId) {
			throw refuse(403, 'The access key does not belong to this project.');
		}
		if (!this.#isRegion(request)) throw refuse(404, 'Resource not found');
	}

	/** The token of the service plan, or one of the project with the project's id in place of the plan's. */
	checkPlan(request: Request): void {
		const { projectId, servicePlanId } = this.#account;
		const { authorization } = request.headers;
		const isPlanToken = bearerOf(authorization) === this.smsApiToken;
		if (!isPlanToken && !this.#isToken(authorization)) throw smsUnauthorized();
		const wanted = isPlanToken ? [servicePlanId] : [servicePlanId, projectId];
		if (!wanted.includes(pathParameter(request, 'plan')) || !this.#isRegion(request)) throw smsNotFound();
	}

	/** Stands behind `/sinch/{region}`; without one, the account's own region is meant. */
	#isRegion({ baseUrl }: Request): boolean {
		const region = /\/sinch\/([a-z]{2})$/.exec(baseUrl)?.[1];
		return region === undefined || region === this.#account.region;
	}

	#isToken(authorization: string | undefined): boolean {
		return (this.#tokens.get(bearerOf(authorization) ?? '') ?? 0) > this.#now();
	}

	#isKey(authorization: string | undefined): boolean {
		const basic = basicCredentials(authorization);
		return basic?.username === this.#account.keyId && basic.password === this.keySecret;
	}
}

function bearerOf(authorization: string | undefined): string | undefined {
	return /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
}

function grantTypeOf(body: unknown): unknown {
	return typeof body === 'object' && body !== null && 'grant_type' in body ? body.grant_type : undefined;
}

/** OAuth 2.0 (RFC 6749, section 5.2). */
function oauthError(status: number, error: string): ApiError {
	return new ApiError({ status, code: error, body: { error } });
}
