import { randomBytes } from 'node:crypto';
import type { SandboxApp, SandboxWorld } from '../settings.ts';
import { adminError } from './administration/errors.ts';
import { PORTFOLIO, SHARED_ACCOUNT_ID, SIGNUP_ACCOUNT_ID, SIGNUP_CODE } from './administration/portfolio.ts';
import { GraphError, unknownObject } from './errors.ts';
import type { Operation } from './operations.ts';
import { type Parameters, textAt } from './parameters.ts';
import { appSecretProof } from './signature.ts';
import { type Caller, type Scope, SCOPES, type TokenRecord } from './tokens.ts';

/** An app access token (Meta, Access tokens: it may be put together from id and secret). */
function appToken({ id, secret }: SandboxApp): string {
	return `${id}|${secret}`;
}

/** The world's apps and tokens, and the tokens that were given out for codes of Embedded Signup. */
export class Access {
	/** Ours first. */
	readonly apps: readonly SandboxApp[];
	readonly #world: SandboxWorld;
	readonly #now: () => number;
	#tokens = new Map<string, TokenRecord>();
	/** Whether they can be exchanged still. */
	#codes = new Map<string, boolean>();

	constructor(world: SandboxWorld, now: () => number) {
		const { accessToken, appId, appSecret, businessAccountName, otherApps } = world;
		const own = { id: appId, secret: appSecret, name: `${businessAccountName} app`, accessToken };
		this.apps = [own, ...otherApps.map((app) => ({ ...app }))];
		this.#world = world;
		this.#now = now;
		this.reset();
	}

	/** The token of our system user, which a credential holds. */
	get own(): TokenRecord {
		const token = this.#tokens.get(this.#world.accessToken);
		if (!token) throw new Error('The world has no access token');
		return token;
	}

	reset(): void {
		const accountIds = [this.#world.businessAccountId, SHARED_ACCOUNT_ID];
		this.#tokens = new Map(this.apps.map((app) => [app.accessToken, tokenOf(app, SCOPES, accountIds)]));
		this.#codes = new Map([[SIGNUP_CODE, true]]);
	}

	/** Another customer went through Embedded Signup. */
	addSignupCode(code: string): void {
		this.#codes.set(code, true);
	}

	/** Throws unless the call carries a token of this world that fits the operation, as a header or as `access_token`. */
	checkToken(
		authorization: string | undefined,
		parameters: Parameters,
		operation: Operation | undefined,
	): Caller {
		// The upload of a file documents `OAuth` (Meta, Resumable Upload API).
		const header = /^(?:Bearer|OAuth)\s+(.*)$/i.exec(authorization ?? '')?.[1]?.trim();
		const token = header ?? textAt(parameters, 'access_token');
		if (token === undefined || token === '') throw GraphError.of('tokenMissing');
		const caller = this.#callerOf(token);
		if (!caller) throw GraphError.of('tokenInvalid');
		if (caller.token) this.#checkLife(caller.token);
		const takes = operation?.takes ?? 'systemUser';
		if (caller.kind === 'app' && takes === 'systemUser') throw GraphError.of('tokenInvalid');
		if (caller.kind === 'systemUser' && takes === 'app') throw GraphError.of('appTokenNeeded');
		const proof = textAt(parameters, 'appsecret_proof');
		if (proof !== undefined && proof !== appSecretProof(token, caller.app.secret)) {
			throw GraphError.of('appSecretProofInvalid');
		}
		return caller;
	}

	/** `GET /debug_token` and `GET /oauth/access_token` (Meta, Access tokens; Onboarding business customers). */
	operations(): Operation[] {
		return [
			{
				on: 'debug_token',
				method: 'GET',
				takes: 'any',
				run: ({ parameters }) => ({ data: this.#describe(textAt(parameters, 'input_token') ?? '') }),
			},
			...(['GET', 'POST'] as const).map((method) => ({
				on: 'oauth',
				edge: 'access_token',
				method,
				takes: 'nothing' as const,
				run: ({ parameters }: { parameters: Parameters }) => this.#giveToken(parameters),
			})),
		];
	}

	#callerOf(token: string): Caller | undefined {
		const record = this.#tokens.get(token);
		if (record) return { app: record.app, kind: 'systemUser', token: record };
		const app = this.apps.find((candidate) => token === appToken(candidate));
		return app && { app, kind: 'app' };
	}

	#checkLife({ isRevoked, expiresAt }: TokenRecord): void {
		if (isRevoked) throw adminError('tokenRevoked');
		if (expiresAt !== undefined && expiresAt <= this.#now()) throw GraphError.of('tokenExpired');
	}

	/** The app's own token, or with a code that of the customer who went through Embedded Signup. */
	#giveToken(parameters: Parameters) {
		const id = textAt(parameters, 'client_id');
		const app = this.apps.find((candidate) => candidate.id === id);
		if (!app || app.secret !== textAt(parameters, 'client_secret'))
			throw GraphError.of('clientSecretInvalid');
		const code = textAt(parameters, 'code');
		const token = code === undefined ? appToken(app) : this.#exchange(app, code);
		return { access_token: token, token_type: 'bearer' };
	}

	/** A code is good once. What the customer shares is then shared with the portfolio, too. */
	#exchange(app: SandboxApp, code: string): string {
		const isGood = this.#codes.get(code);
		if (isGood === undefined) throw adminError('signupCodeExpired');
		if (!isGood) throw adminError('signupCodeInvalid');
		this.#codes.set(code, false);
		const token = `sandbox-customer-token-${randomBytes(12).toString('hex')}`;
		this.#tokens.set(token, tokenOf(app, SCOPES.slice(0, 2), [SIGNUP_ACCOUNT_ID]));
		this.own.accountIds = [...new Set([...this.own.accountIds, SIGNUP_ACCOUNT_ID])];
		return token;
	}

	#describe(token: string): Record<string, unknown> {
		const caller = this.#callerOf(token);
		if (!caller) return invalid(GraphError.of('tokenInvalid'));
		const { app, kind, token: record } = caller;
		const about = { app_id: app.id, application: app.name };
		if (!record) return { ...about, type: kind.toUpperCase(), is_valid: true, expires_at: 0, scopes: [] };
		const { accountIds, expiresAt, scopes } = record;
		const more = {
			...about,
			type: 'SYSTEM_USER',
			expires_at: expiresAt === undefined ? 0 : Math.floor(expiresAt / 1_000),
			data_access_expires_at: 0,
			user_id: PORTFOLIO.userId,
		};
		try {
			this.#checkLife(record);
		} catch (failure) {
			if (failure instanceof GraphError) return { ...more, ...invalid(failure) };
			throw failure;
		}
		const granular = scopes.filter((scope) => scope.startsWith('whatsapp_'));
		const granular_scopes = granular.map((scope) => ({ scope, target_ids: accountIds }));
		return { ...more, is_valid: true, scopes, granular_scopes };
	}
}

function tokenOf(app: SandboxApp, scopes: readonly Scope[], accountIds: readonly string[]): TokenRecord {
	return { app, isRevoked: false, expiresAt: undefined, scopes, accountIds };
}

function invalid({ row: { code, subcode, message } }: GraphError): Record<string, unknown> {
	const error = { code, message, ...(subcode === undefined ? {} : { subcode }) };
	return { error, is_valid: false, scopes: [] };
}

/** What an operation wants a token to be good for, unless it says so itself. */
function scopeOf({ isSend, needs }: Operation): Scope {
	return needs ?? (isSend ? 'whatsapp_business_messaging' : 'whatsapp_business_management');
}

/** Throws where a system user's token lacks the permission. */
export function checkScope({ token }: Caller, operation: Operation): void {
	if (!token || token.scopes.includes(scopeOf(operation))) return;
	throw operation.isSend ? GraphError.of('permissionMissing') : adminError('permissionsError');
}

/** Throws where an account is not assigned to a system user. What nobody shares with it, it does not see. */
export function checkReach({ token }: Caller, accountId: string, method: string, id: string): void {
	if (!token || token.accountIds.includes(accountId)) return;
	throw accountId === SIGNUP_ACCOUNT_ID ? unknownObject(method, id) : adminError('notAssigned');
}
