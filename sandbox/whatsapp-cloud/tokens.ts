import type { SandboxApp } from '../settings.ts';

export const SCOPES = [
	'whatsapp_business_management',
	'whatsapp_business_messaging',
	'business_management',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What a token is good for. */
export interface TokenRecord {
	app: SandboxApp;
	isRevoked: boolean;
	/** Milliseconds since 1970; absent for never. */
	expiresAt: number | undefined;
	scopes: readonly Scope[];
	accountIds: readonly string[];
}

/** Who calls: an app by itself, or its system user. */
export interface Caller {
	app: SandboxApp;
	kind: 'app' | 'systemUser';
	/** Of the system user. */
	token?: TokenRecord;
}
