import { GRAPH_VERSION, type SandboxWorld } from '../settings.ts';
import type { FindTarget } from '../shared/webhooks.ts';
import type { Access } from './access.ts';
import { appLink } from './accounts.ts';
import { AppWebhooks, FIELDS, type Place } from './apps.ts';
import { GraphError, invalidParameter } from './errors.ts';
import { CALLBACK_URL_MAX, verifyCallback } from './handshake.ts';
import type { GraphCall, Operation } from './operations.ts';
import { isObject, type Parameters, textAt } from './parameters.ts';
import { signature } from './signature.ts';

const OBJECT = 'whatsapp_business_account';
const SUCCESS = { success: true } as const;

/** Which apps hear of the account, and where. Ours is subscribed from the start, without a callback URL. */
export class Subscriptions {
	readonly #world: SandboxWorld;
	readonly #timeoutMs: number;
	readonly #changed: () => void;
	readonly #apps: readonly AppWebhooks[];
	readonly #own: AppWebhooks;

	constructor(world: SandboxWorld, { apps }: Access, timeoutMs: number, changed: () => void) {
		this.#world = world;
		this.#timeoutMs = timeoutMs;
		this.#changed = changed;
		const [own, ...others] = apps.map((app) => new AppWebhooks(app));
		if (!own) throw new Error('The world has no app');
		own.at(world.businessAccountId).isSubscribed = true;
		this.#own = own;
		this.#apps = [own, ...others];
	}

	get own(): AppWebhooks {
		return this.#own;
	}

	/** Where our app hears of messages to the first number. */
	get url(): string | undefined {
		const { businessAccountId: accountId, numbers } = this.#world;
		return this.#own.urlFor('messages', { accountId, numberId: numbers[0]?.id });
	}

	get isSubscribed(): boolean {
		return this.#own.at(this.#world.businessAccountId).isSubscribed;
	}

	/** Our app, and every other app that listens: each gets a webhook of its own, signed with its own secret. */
	targets(field: string, place: Place): FindTarget[] {
		const listens = (app: AppWebhooks) => app === this.#own || app.urlFor(field, place) !== undefined;
		return this.#apps.filter(listens).map((app) => () => {
			const url = app.urlFor(field, place);
			if (url === undefined) return undefined;
			const headers = (body: Buffer, isForged: boolean) => ({
				'User-Agent': 'facebookexternalua',
				'X-Hub-Signature-256': signature(body, isForged ? `not ${app.app.secret}` : app.app.secret),
			});
			return { url, headers };
		});
	}

	/** Our app's callback URL, as set in Meta's App Dashboard. Rejects with code 2200 and changes nothing when the handshake fails. */
	async setAppUrl(url: string | undefined): Promise<void> {
		if (url !== undefined) await verifyCallback(url, this.#world.verifyToken, this.#timeoutMs);
		this.#own.callbackUrl = url;
		this.#changed();
	}

	/** Where a number's webhooks go, as the app of the call sees it. */
	configuration(call: GraphCall, { accountId, numberId = '' }: Place): Record<string, string> {
		return this.#app(call).configuration(accountId, numberId);
	}

	/** `POST /{phone number}` with `webhook_configuration`. An empty address takes the override away. */
	async overrideNumber(call: GraphCall, accountId: string) {
		const app = this.#app(call);
		const { id, parameters } = call;
		const configuration = parameters.webhook_configuration;
		if (!isObject(configuration)) {
			throw invalidParameter('The parameter webhook_configuration is required.');
		}
		const url = textAt(configuration, 'override_callback_uri');
		if (url === undefined) app.numberUrls.delete(id);
		else {
			if (!app.at(accountId).isSubscribed) throw GraphError.of('noSubscription');
			await this.#verify(url, configuration, 'override_callback_uri');
			app.numberUrls.set(id, url);
		}
		this.#changed();
		return SUCCESS;
	}

	/** Meta, Webhooks overview; Webhook overrides; Graph API, Application subscriptions. */
	operations(): Operation[] {
		const ofAccount = { on: 'account', edge: 'subscribed_apps' };
		const ofApp = { on: 'app', edge: 'subscriptions', takes: 'app' as const };
		return [
			{ ...ofAccount, method: 'GET', run: ({ id }) => ({ data: this.#subscribedApps(id) }) },
			{ ...ofAccount, method: 'POST', run: (call) => this.#subscribe(this.#app(call), call) },
			{ ...ofAccount, method: 'DELETE', run: (call) => this.#unsubscribe(this.#app(call), call.id) },
			{ ...ofApp, method: 'GET', run: (call) => ({ data: callbackOf(this.#app(call)) }) },
			{ ...ofApp, method: 'POST', run: (call) => this.#setCallback(this.#app(call), call.parameters) },
			{ ...ofApp, method: 'DELETE', run: (call) => this.#removeCallback(this.#app(call)) },
		];
	}

	/** The app that the call's token belongs to: the only one that it can change. */
	#app({ caller }: GraphCall): AppWebhooks {
		const app = this.#apps.find((candidate) => candidate.app.id === caller?.app.id);
		if (!app) throw GraphError.of('tokenInvalid');
		return app;
	}

	#subscribedApps(accountId: string) {
		return this.#apps
			.filter((app) => app.at(accountId).isSubscribed)
			.map((app) => {
				const { id, name } = app.app;
				const { url } = app.at(accountId);
				return {
					whatsapp_business_api_data: { id, name, link: appLink(id) },
					...(url === undefined ? {} : { override_callback_uri: url }),
				};
			});
	}

	/** Without an override in the body, an earlier one is dropped. */
	async #subscribe(app: AppWebhooks, { id, parameters }: GraphCall) {
		const account = app.at(id);
		const url = textAt(parameters, 'override_callback_uri');
		if (url !== undefined) {
			if (!account.isSubscribed) throw GraphError.of('noSubscription');
			await this.#verify(url, parameters, 'override_callback_uri');
		}
		account.isSubscribed = true;
		account.url = url;
		this.#changed();
		return SUCCESS;
	}

	#unsubscribe(app: AppWebhooks, accountId: string) {
		const account = app.at(accountId);
		account.isSubscribed = false;
		account.url = undefined;
		app.numberUrls.clear();
		this.#changed();
		return SUCCESS;
	}

	async #setCallback(app: AppWebhooks, parameters: Parameters) {
		requireObject(parameters);
		const url = textAt(parameters, 'callback_url');
		if (url === undefined) throw invalidParameter('The parameter callback_url is required.');
		const fields = readFields(parameters.fields);
		await this.#verify(url, parameters, 'callback_url');
		app.callbackUrl = url;
		app.fields = fields;
		this.#changed();
		return SUCCESS;
	}

	#removeCallback(app: AppWebhooks) {
		app.callbackUrl = undefined;
		this.#changed();
		return SUCCESS;
	}

	async #verify(url: string, parameters: Parameters, name: string): Promise<void> {
		const verifyToken = textAt(parameters, 'verify_token');
		if (verifyToken === undefined) throw invalidParameter('The parameter verify_token is required.');
		if (!URL.canParse(url)) throw invalidParameter(`Param ${name} must be a valid URI.`);
		if (url.length > CALLBACK_URL_MAX) {
			throw invalidParameter(`Param ${name} must be at most ${CALLBACK_URL_MAX} characters long.`);
		}
		await verifyCallback(url, verifyToken, this.#timeoutMs);
	}
}

function requireObject(parameters: Parameters): void {
	const object = textAt(parameters, 'object');
	if (object === undefined) throw invalidParameter('The parameter object is required.');
	if (object !== OBJECT) throw invalidParameter(`The sandbox knows no object but ${OBJECT}.`);
}

/** A list, or names with commas between them. */
function readFields(value: unknown): string[] {
	const names = (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [])
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length === 0) throw invalidParameter('The parameter fields is required.');
	const unknown = names.find((name) => !FIELDS.includes(name));
	if (unknown !== undefined)
		throw invalidParameter(`Param fields: "${unknown}" is not a field of ${OBJECT}.`);
	return names;
}

function callbackOf({ callbackUrl, fields }: AppWebhooks) {
	if (callbackUrl === undefined) return [];
	const listed = fields.map((name) => ({ name, version: GRAPH_VERSION }));
	return [{ object: OBJECT, callback_url: callbackUrl, active: true, fields: listed }];
}
