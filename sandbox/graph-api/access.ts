import type { SandboxWorld } from '../settings.ts';
import { GraphError } from './errors.ts';
import type { Operation } from './operations.ts';
import { type Parameters, textAt } from './parameters.ts';
import { appSecretProof } from './signature.ts';

const SCOPES = ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management'];

/** Throws unless the call carries the world's token, as a bearer header or as `access_token`. */
export function checkToken(
	world: SandboxWorld,
	authorization: string | undefined,
	parameters: Parameters,
	takesAppToken: boolean,
): void {
	const bearer = /^Bearer\s+(.*)$/i.exec(authorization ?? '')?.[1]?.trim();
	const token = bearer ?? textAt(parameters, 'access_token');
	if (token === undefined || token === '') throw GraphError.of('tokenMissing');
	const isAppToken = token === `${world.appId}|${world.appSecret}`;
	if (token !== world.accessToken && !(takesAppToken && isAppToken)) throw GraphError.of('tokenInvalid');
	const proof = textAt(parameters, 'appsecret_proof');
	if (proof !== undefined && proof !== appSecretProof(token, world.appSecret)) {
		throw GraphError.of('appSecretProofInvalid');
	}
}

/** `GET /debug_token`: what a token is good for (Meta, Access tokens). */
export function tokenOperations(world: SandboxWorld): Operation[] {
	const valid = {
		app_id: world.appId,
		type: 'SYSTEM_USER',
		application: `${world.businessAccountName} app`,
		data_access_expires_at: 0,
		expires_at: 0,
		is_valid: true,
		scopes: SCOPES,
		granular_scopes: SCOPES.slice(0, 2).map((scope) => ({
			scope,
			target_ids: [world.businessAccountId],
		})),
		user_id: '122000000000000001',
	};
	const invalid = {
		error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' },
		is_valid: false,
		scopes: [],
	};
	return [
		{
			on: 'debug_token',
			method: 'GET',
			takesAppToken: true,
			run: ({ parameters }) => ({
				data: textAt(parameters, 'input_token') === world.accessToken ? valid : invalid,
			}),
		},
	];
}
