import type { SandboxApp, SandboxWorld } from '../settings.ts';
import { GraphError } from './errors.ts';
import type { Operation } from './operations.ts';
import { type Parameters, textAt } from './parameters.ts';
import { appSecretProof } from './signature.ts';

const SCOPES = ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management'];
const INVALID = 'Invalid OAuth access token - Cannot parse access token';

/** Who calls: an app by itself, or its system user. */
export interface Caller {
	app: SandboxApp;
	kind: 'app' | 'systemUser';
}

/** All apps of the world, ours first. */
export function appsOf({
	accessToken,
	appId,
	appSecret,
	businessAccountName,
	otherApps,
}: SandboxWorld): SandboxApp[] {
	return [{ id: appId, secret: appSecret, name: `${businessAccountName} app`, accessToken }, ...otherApps];
}

/** An app access token (Meta, Access tokens: it may be put together from id and secret). */
function appToken({ id, secret }: SandboxApp): string {
	return `${id}|${secret}`;
}

function callerOf(world: SandboxWorld, token: string): Caller | undefined {
	for (const app of appsOf(world)) {
		if (token === app.accessToken) return { app, kind: 'systemUser' };
		if (token === appToken(app)) return { app, kind: 'app' };
	}
	return undefined;
}

/** Throws unless the call carries a token of this world that fits the operation, as a bearer header or as `access_token`. */
export function checkToken(
	world: SandboxWorld,
	authorization: string | undefined,
	parameters: Parameters,
	operation: Operation | undefined,
): Caller {
	const bearer = /^Bearer\s+(.*)$/i.exec(authorization ?? '')?.[1]?.trim();
	const token = bearer ?? textAt(parameters, 'access_token');
	if (token === undefined || token === '') throw GraphError.of('tokenMissing');
	const caller = callerOf(world, token);
	if (!caller) throw GraphError.of('tokenInvalid');
	const takes = operation?.takes ?? 'systemUser';
	if (caller.kind === 'app' && takes === 'systemUser') throw GraphError.of('tokenInvalid');
	if (caller.kind === 'systemUser' && takes === 'app') throw GraphError.of('appTokenNeeded');
	const proof = textAt(parameters, 'appsecret_proof');
	if (proof !== undefined && proof !== appSecretProof(token, caller.app.secret)) {
		throw GraphError.of('appSecretProofInvalid');
	}
	return caller;
}

/** `GET /debug_token` and `GET /oauth/access_token` (Meta, Access tokens). */
export function tokenOperations(world: SandboxWorld): Operation[] {
	return [
		{
			on: 'debug_token',
			method: 'GET',
			takes: 'any',
			run: ({ parameters }) => ({ data: describe(world, textAt(parameters, 'input_token') ?? '') }),
		},
		{
			on: 'oauth',
			edge: 'access_token',
			method: 'GET',
			takes: 'nothing',
			run: ({ parameters }) => {
				const id = textAt(parameters, 'client_id');
				const secret = textAt(parameters, 'client_secret');
				const app = appsOf(world).find((candidate) => candidate.id === id);
				if (app?.secret !== secret || !app) throw GraphError.of('clientSecretInvalid');
				return { access_token: appToken(app), token_type: 'bearer' };
			},
		},
	];
}

/** What a token is good for. */
function describe(world: SandboxWorld, token: string): Record<string, unknown> {
	const caller = callerOf(world, token);
	if (!caller) return { error: { code: 190, message: INVALID }, is_valid: false, scopes: [] };
	const { app, kind } = caller;
	const about = { app_id: app.id, application: app.name, is_valid: true, expires_at: 0 };
	if (kind === 'app') return { ...about, type: 'APP', scopes: [] };
	return {
		...about,
		type: 'SYSTEM_USER',
		data_access_expires_at: 0,
		scopes: SCOPES,
		granular_scopes: SCOPES.slice(0, 2).map((scope) => ({ scope, target_ids: [world.businessAccountId] })),
		user_id: '122000000000000001',
	};
}
