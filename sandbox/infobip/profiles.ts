import { z } from 'zod';
import type { InfobipAccount, WebhookAuthentication } from '../settings.ts';
import { type ApiError, pathParameter, readBody, type Route } from '../shared/api.ts';
import { authenticatedTarget } from '../shared/authentication.ts';
import { badRequest, notFound } from './errors.ts';

export const Id = z
	.string()
	.min(1)
	.max(255)
	.regex(/^[\w.~-]+$/, 'must not need URL encoding');

const SecuritySettings = z.object({
	type: z.enum(['BASIC', 'HMAC', 'OAUTH', 'CUSTOM']).optional(),
	credentials: z
		.union([
			z.object({ username: z.string().max(255), password: z.string().max(255) }),
			z.object({ secretKey: z.string().max(255), algorithm: z.string().regex(/^HMAC_(MD5|SHA_\d{1,3})$/) }),
		])
		.optional(),
});
const Security = SecuritySettings.extend({ authId: Id });
const ProfileSettings = z.object({
	webhook: z.object({ notifyUrl: z.string().url().max(512), contentType: z.string().optional() }).optional(),
	security: Security.optional(),
	headers: z.record(z.string()).optional(),
});
export const Profile = ProfileSettings.extend({ profileId: Id });

type StoredProfile = Omit<z.output<typeof Profile>, 'security'> & { security?: { authId: string } };

/** Where events go and how Infobip authenticates itself there (Infobip OpenAPI 3.210.0, profiles and security settings). */
export class Profiles {
	readonly #account: InfobipAccount;
	readonly #isSubscribed: (profileId: string) => boolean;
	readonly #changed: () => void;
	readonly #profiles = new Map<string, StoredProfile>();
	readonly #security = new Map<string, z.output<typeof SecuritySettings>>();

	constructor(
		account: InfobipAccount,
		{ isSubscribed, changed }: { isSubscribed: (profileId: string) => boolean; changed: () => void },
	) {
		this.#account = account;
		this.#isSubscribed = isSubscribed;
		this.#changed = changed;
	}

	/** The profile of a subscription: one with a webhook is a new one; one without must exist. */
	keep({ profileId, ...settings }: z.output<typeof Profile>): void {
		const isKnown = this.#profiles.has(profileId);
		if (settings.webhook && isKnown) throw taken('profile.profileId');
		if (!settings.webhook && !isKnown) throw refusal('profile.profileId', 'profile does not exist');
		if (settings.webhook) this.#store(profileId, settings);
	}

	/** As subscriptions name it. */
	identify(profileId: string): StoredProfile {
		const { security } = this.#profiles.get(profileId) ?? {};
		return { profileId, ...(security ? { security } : {}) };
	}

	/** Puts another URL into every profile. Gives what takes it back where it still stands. */
	redirect(url: string): () => void {
		const before = [...this.#profiles.values()].flatMap((profile) =>
			profile.webhook ? [{ webhook: profile.webhook, notifyUrl: profile.webhook.notifyUrl }] : [],
		);
		for (const { webhook } of before) webhook.notifyUrl = url;
		this.#changed();
		return () => {
			for (const { webhook, notifyUrl } of before) {
				if (webhook.notifyUrl === url) webhook.notifyUrl = notifyUrl;
			}
			this.#changed();
		};
	}

	target(profileId: string | undefined) {
		const profile = this.#profiles.get(profileId ?? '');
		if (!profile?.webhook) return undefined;
		return authenticatedTarget(profile.webhook.notifyUrl, this.#authentication(profile), profile.headers);
	}

	/** A profile outlives the subscriptions that brought it, and security settings the profiles. */
	routes(): Route[] {
		const profiles = '/subscriptions/1/profiles';
		const security = '/subscriptions/1/security';
		return [
			{
				method: 'POST',
				path: profiles,
				run: ({ body }) => {
					const { profileId, ...settings } = readBody(Profile, body, badRequest);
					if (this.#profiles.has(profileId)) throw taken('profileId');
					this.#store(profileId, settings);
					return { status: 201, body: this.#find(profileId) };
				},
			},
			{
				method: 'GET',
				path: `${profiles}/:profileId`,
				run: (request) => ({ status: 200, body: this.#find(pathParameter(request, 'profileId')) }),
			},
			{
				method: 'PUT',
				path: `${profiles}/:profileId`,
				run: (request) => {
					const { profileId } = this.#find(pathParameter(request, 'profileId'));
					this.#store(profileId, readBody(ProfileSettings, request.body, badRequest));
					return { status: 200, body: this.#find(profileId) };
				},
			},
			{
				method: 'DELETE',
				path: `${profiles}/:profileId`,
				run: (request) => {
					const { profileId } = this.#find(pathParameter(request, 'profileId'));
					if (this.#isSubscribed(profileId)) throw taken('profileId');
					this.#profiles.delete(profileId);
					return { status: 200, body: { profileId } };
				},
			},
			{
				method: 'POST',
				path: security,
				run: ({ body }) => {
					const { authId, ...settings } = readBody(Security, body, badRequest);
					if (this.#security.has(authId)) throw taken('authId');
					this.#security.set(authId, settings);
					return { status: 201, body: this.#showSecurity(authId) };
				},
			},
			{
				method: 'GET',
				path: `${security}/:authId`,
				run: (request) => ({ status: 200, body: this.#showSecurity(pathParameter(request, 'authId')) }),
			},
			{
				method: 'PUT',
				path: `${security}/:authId`,
				run: (request) => {
					const { authId } = this.#showSecurity(pathParameter(request, 'authId'));
					this.#security.set(authId, readBody(SecuritySettings, request.body, badRequest));
					return { status: 200, body: this.#showSecurity(authId) };
				},
			},
			{
				method: 'DELETE',
				path: `${security}/:authId`,
				run: (request) => {
					const { authId } = this.#showSecurity(pathParameter(request, 'authId'));
					const isUsed = [...this.#profiles.values()].some((profile) => profile.security?.authId === authId);
					if (isUsed) throw taken('authId');
					this.#security.delete(authId);
					return { status: 200, body: { authId } };
				},
			},
		];
	}

	/** Settings that come with a profile become settings of their own; those that are only named must exist. */
	#store(profileId: string, { security, ...rest }: z.output<typeof ProfileSettings>): void {
		if (security === undefined) this.#profiles.set(profileId, { profileId, ...rest });
		else {
			const { authId, ...settings } = security;
			if (settings.credentials) this.#security.set(authId, settings);
			else if (!this.#security.has(authId)) throw refusal('security.authId', 'security does not exist');
			this.#profiles.set(profileId, { profileId, ...rest, security: { authId } });
		}
		this.#changed();
	}

	#find(profileId: string): StoredProfile {
		const profile = this.#profiles.get(profileId);
		if (!profile) throw notFound();
		return profile;
	}

	/** Infobip gives no credentials out. */
	#showSecurity(authId: string): { authId: string; type?: string | undefined } {
		const settings = this.#security.get(authId);
		if (!settings) throw notFound();
		return { authId, ...(settings.type ? { type: settings.type } : {}) };
	}

	#authentication({ security }: StoredProfile): WebhookAuthentication {
		const credentials = this.#security.get(security?.authId ?? '')?.credentials;
		if (!credentials) return { kind: 'none' };
		if ('username' in credentials) return { kind: 'basic', ...credentials };
		const { secretKey: secret, algorithm } = credentials;
		const name = algorithm.replace('HMAC_', '').replace('_', '').toLowerCase();
		return { kind: 'hmac', secret, algorithm: name, ...this.#account.signature };
	}
}

export function taken(property: string): ApiError {
	return refusal(property, 'is in use');
}

function refusal(property: string, words: string): ApiError {
	return badRequest([{ property, words }]);
}
