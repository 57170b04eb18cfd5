import type { SandboxWorld } from '../settings.ts';
import { appLink } from './accounts.ts';
import { GraphError, invalidParameter } from './errors.ts';
import { CALLBACK_URL_MAX, verifyCallback } from './handshake.ts';
import type { Operation } from './operations.ts';
import { type Parameters, textAt } from './parameters.ts';

/** Where webhooks go: the app's callback URL, or the account's override of it; nowhere while the app is not subscribed. */
export class Subscriptions {
	readonly #world: SandboxWorld;
	readonly #timeoutMs: number;
	readonly #changed: () => void;
	#appUrl: string | undefined;
	#overrideUrl: string | undefined;
	#subscribed = true;

	constructor(world: SandboxWorld, timeoutMs: number, changed: () => void) {
		this.#world = world;
		this.#timeoutMs = timeoutMs;
		this.#changed = changed;
	}

	get url(): string | undefined {
		return this.#subscribed ? (this.#overrideUrl ?? this.#appUrl) : undefined;
	}

	get isSubscribed(): boolean {
		return this.#subscribed;
	}

	/** The app's callback URL, as set in Meta's App Dashboard. Rejects with code 2200 and changes nothing when the handshake fails. */
	async setAppUrl(url: string | undefined): Promise<void> {
		if (url !== undefined) await verifyCallback(url, this.#world.verifyToken, this.#timeoutMs);
		this.#appUrl = url;
		this.#changed();
	}

	/** Meta, Webhooks overview and Webhook overrides. */
	operations(): Operation[] {
		const edge = { on: 'account', edge: 'subscribed_apps' };
		return [
			{ ...edge, method: 'GET', run: () => ({ data: this.#subscribed ? [this.#app()] : [] }) },
			{ ...edge, method: 'POST', run: ({ parameters }) => this.#subscribe(parameters) },
			{
				...edge,
				method: 'DELETE',
				run: () => {
					this.#subscribed = false;
					this.#overrideUrl = undefined;
					this.#changed();
					return { success: true };
				},
			},
		];
	}

	#app() {
		const { appId, businessAccountName } = this.#world;
		return {
			whatsapp_business_api_data: {
				id: appId,
				name: `${businessAccountName} app`,
				link: appLink(appId),
			},
			...(this.#overrideUrl === undefined ? {} : { override_callback_uri: this.#overrideUrl }),
		};
	}

	/** Without an override in the body, an earlier one is dropped. */
	async #subscribe(parameters: Parameters): Promise<{ success: true }> {
		const url = textAt(parameters, 'override_callback_uri');
		if (url !== undefined) {
			if (!this.#subscribed) throw GraphError.of('noSubscription');
			await this.#verifyOverride(url, textAt(parameters, 'verify_token'));
		}
		this.#subscribed = true;
		this.#overrideUrl = url;
		this.#changed();
		return { success: true };
	}

	async #verifyOverride(url: string, verifyToken: string | undefined): Promise<void> {
		if (verifyToken === undefined) throw invalidParameter('The parameter verify_token is required.');
		if (!URL.canParse(url)) throw invalidParameter('Param override_callback_uri must be a valid URI.');
		if (url.length > CALLBACK_URL_MAX) {
			throw invalidParameter(
				`Param override_callback_uri must be at most ${CALLBACK_URL_MAX} characters long.`,
			);
		}
		await verifyCallback(url, verifyToken, this.#timeoutMs);
	}
}
