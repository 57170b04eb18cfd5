import type { Request } from 'express';
import type { InfobipAccount } from '../../settings.ts';
import { basicCredentials } from '../../shared/api.ts';
import { forbidden, unauthorized } from '../errors.ts';

/** Scopes of an API key, by the paths that need them; the first that fits counts (Infobip OpenAPI 3.210.0). */
const SCOPES = [
	[/^\/account\//, 'account-management:manage'],
	[/^\/(numbers|resource-management)\//, 'numbers:manage'],
	[/^\/platform\/1\/blocklists/, 'blocklist:manage'],
	[/^\/subscriptions\//, 'subscriptions:manage'],
	[/^\/sms\/1\/preview/, 'sms:manage'],
	[/^\/sms\/3\/logs/, 'sms:logs:read'],
	[/^\/messages-api\//, 'message:send'],
	[/^\/sms\//, 'sms:message:send'],
	[/^\/whatsapp\/1\/(message|events|senders\/[^/]+\/message)\b/, 'whatsapp:message:send'],
	[/^\/whatsapp\//, 'whatsapp:manage'],
] as const;

type Scope = (typeof SCOPES)[number][1];

/** Every scope but these. */
export function scopesWithout(...missing: Scope[]): readonly Scope[] {
	return SCOPES.map(([, scope]) => scope).filter((scope) => !missing.includes(scope));
}

/** The account's API key, with what it may do; user name and password may do everything. */
export class Access {
	readonly #account: InfobipAccount;
	apiKey = '';
	scopes: readonly Scope[] = [];

	constructor(account: InfobipAccount) {
		this.#account = account;
		this.reset();
	}

	check({ headers: { authorization }, path }: Request): void {
		if (this.#isUser(authorization)) return;
		if (authorization !== `App ${this.apiKey}`) throw unauthorized();
		const [, scope] = SCOPES.find(([pattern]) => pattern.test(path)) ?? [];
		if (scope !== undefined && !this.scopes.includes(scope)) throw forbidden();
	}

	reset(): void {
		this.apiKey = this.#account.apiKey;
		this.scopes = scopesWithout();
	}

	#isUser(authorization: string | undefined): boolean {
		const { username, password } = this.#account;
		const basic = basicCredentials(authorization);
		return basic?.username === username && basic.password === password;
	}
}
