import type { DeliveryError, MessagingEvent } from '../events';
import type { ApiCall } from '../http/api';
import { reachBy, type Reach } from '../http/reach';
import { rowOf } from '../lib/json';
import type { OperationOutcome, OperationTable, OperationTools, Resource } from '../operations/contract';
import { fieldFailure } from '../operations/input';
import { withoutSecretsIn } from '../operations/redaction';
import type { Inbound, Outbound, Provider, ProviderOptions } from '../provider';
import type {
	Inspection,
	RegisterOptions,
	Registrar,
	Registration,
	Unregistration,
} from '../webhooks/registration';
import { checkCallbackUrl as checkUrl, type UrlCheck } from '../webhooks/callback-url';
import type { Verification, WebhookRequest } from '../webhooks/request';
import { custom } from './custom';
import { infobip } from './infobip';
import { sinch } from './sinch';
import { whatsAppCloud } from './whatsapp-cloud';

/** Every provider, by the name that events, nodes and workflows give it. */
export const PROVIDERS = { whatsAppCloud, infobip, sinch, custom };

export type ProviderName = keyof typeof PROVIDERS;

type SecretsOf<Name extends ProviderName> =
	(typeof PROVIDERS)[Name]['inbound'] extends Inbound<infer Secrets> ? Secrets : never;
type TargetOf<Name extends ProviderName> = (typeof PROVIDERS)[Name]['registration'] extends
	Registrar<infer Target> | undefined
	? Target
	: never;

/** Secrets by the provider whose calls they authenticate. More than one secret means rotation: any of them may match. */
export type WebhookSecrets = { [Name in ProviderName]?: SecretsOf<Name> };
export type RegistrationTarget = { [Name in ProviderName]: TargetOf<Name> }[ProviderName];

type OperationsOf<Name extends ProviderName> = NonNullable<(typeof PROVIDERS)[Name]['operations']>;

type Offered<Table> = {
	[Name in keyof Table]: Table[Name] extends { isInternal: true } ? never : Name & string;
}[keyof Table];

/** Operations of a resource that a panel may offer for a provider, by their names. */
export type OperationName<Name extends ProviderName, On extends Resource> = Name extends ProviderName
	? On extends keyof OperationsOf<Name>
		? Offered<OperationsOf<Name>[On]>
		: never
	: never;

type Table = {
	readonly [Name in ProviderName]: Provider<SecretsOf<Name>, TargetOf<Name>, OperationTable>;
};
const TABLE: Table = PROVIDERS;

function providerOf<Name extends ProviderName>(name: Name): Table[Name] {
	if (!Object.hasOwn(TABLE, name)) throw new Error(`There is no provider "${name}"`);
	return TABLE[name];
}

/**
 * One webhook call to its events, in the order of the payload.
 *
 * @param body the call's body, parsed from JSON. Whatever it holds, nothing is dropped and nothing throws: what is not
 * understood becomes an `unknown` event.
 * @param options the mapping of a `custom` provider; without one that can be used, the call is one `unknown` event
 */
export function parseWebhook(
	provider: ProviderName,
	body: unknown,
	options?: ProviderOptions,
): MessagingEvent[] {
	return providerOf(provider).inbound.parse(body, options);
}

function verifyBy<Name extends ProviderName>(
	name: Name,
	{ inbound }: Table[Name],
	request: WebhookRequest,
	secrets: WebhookSecrets,
): Verification {
	return inbound.verify(request, secrets[name]);
}

/**
 * Whether a webhook call comes from the provider. The reason of a refusal holds no secret and may be logged.
 *
 * @param request its time of arrival is now unless it says otherwise
 */
export function verifyWebhook(
	provider: ProviderName,
	request: Omit<WebhookRequest, 'receivedAt'> & Partial<Pick<WebhookRequest, 'receivedAt'>>,
	secrets: WebhookSecrets,
): Verification {
	return verifyBy(provider, providerOf(provider), { receivedAt: new Date(), ...request }, secrets);
}

/** Meta's calls have 3 MB at most (Meta, Webhooks: payload), and those of Infobip and Sinch hold messages and reports of the same size. */
const MOST_BYTES = 4 * 2 ** 20;

/** The traits of a provider's webhook calls that whoever receives them has to know. */
export function inboundTraits(provider: ProviderName) {
	const {
		handshake,
		deliversByGet = false,
		signsUrl = false,
		needsMapping = false,
		mostBytes = MOST_BYTES,
	} = TABLE[provider].inbound;
	return { handshake, deliversByGet, signsUrl, needsMapping, mostBytes };
}

/** What an answer of the provider's API that is not a success means, and what to do next. */
export function classifyError(
	provider: ProviderName,
	httpStatus: number,
	body: unknown,
	options?: ProviderOptions,
): DeliveryError {
	return providerOf(provider).errors.classify(httpStatus, body, options);
}

/** Whom else an error will hit. */
export function reachOf(provider: ProviderName, error: DeliveryError): Reach {
	return reachBy(error, TABLE[provider].errors.known?.(error.code));
}

/** How messages become calls of a provider, and what its answers say of them. */
export function outboundOf(provider: ProviderName): Outbound {
	return TABLE[provider].outbound;
}

/** The operations of a resource that a panel may offer for a provider, by their names. */
export function offeredOperations(provider: ProviderName, resource: Resource): string[] {
	return Object.entries(TABLE[provider].operations?.[resource] ?? {})
		.filter(([, { isInternal }]) => isInternal !== true)
		.map(([name]) => name);
}

/**
 * Runs one operation, such as `number` `register`. Nothing throws, and nothing secret stands in what comes back.
 *
 * @param input what the panel says, by the names of the operation's documentation
 * @param secrets of the credential, which operations do not know and a proxy may repeat
 */
export async function runOperation(
	provider: ProviderName,
	resource: Resource,
	operation: string,
	input: unknown,
	tools: OperationTools,
	secrets: readonly string[] = [],
): Promise<OperationOutcome> {
	const offered = rowOf(TABLE[provider].operations?.[resource] ?? {}, operation);
	if (offered !== undefined) return withoutSecretsIn(await offered.run(input, tools), secrets);
	const title = `The API of this provider cannot do "${resource}: ${operation}"`;
	return fieldFailure('operation', title, 'Choose another operation.');
}

/** Whether the provider can call this URL: public HTTPS, within the provider's length. */
export function checkCallbackUrl(
	url: string,
	{ provider, isSandbox }: { provider: ProviderName; isSandbox?: boolean },
): UrlCheck {
	const longest = TABLE[provider].registration?.longestUrl ?? Infinity;
	return checkUrl(url, { longest, isSandbox });
}

type Targeted<Name extends ProviderName> = TargetOf<Name> & { provider: Name };

function registrarOf<Name extends ProviderName>({ provider }: Targeted<Name>): Registrar<TargetOf<Name>> {
	const { registration } = providerOf(provider);
	if (registration === undefined) throw new Error(`Webhooks of "${provider}" are not registered by an API`);
	return registration;
}

/** The URLs at all places of the provider where events come in that the trigger wants. Never rejects. */
export async function webhookHolders<Name extends ProviderName>(
	call: ApiCall,
	target: Targeted<Name>,
): Promise<string[]> {
	return await registrarOf(target).holders(call, target);
}

/** Whether the trigger's URL is registered with the provider as it should be. Changes nothing and never rejects. */
export async function inspectWebhook<Name extends ProviderName>(
	call: ApiCall,
	target: Targeted<Name>,
): Promise<Inspection> {
	return await registrarOf(target).inspect(call, target);
}

/** Registers the trigger's URL with the provider. What a test borrowed stands in the receipt. Never rejects. */
export async function registerWebhook<Name extends ProviderName>(
	call: ApiCall,
	target: Targeted<Name>,
	options?: RegisterOptions,
): Promise<Registration> {
	return await registrarOf(target).register(call, target, options);
}

/**
 * Removes what the trigger registered, and nothing of anybody else. Never rejects.
 *
 * @param receipt of the registration; anything else counts as none, and then nothing is given back to production
 */
export async function unregisterWebhook<Name extends ProviderName>(
	call: ApiCall,
	target: Targeted<Name>,
	receipt?: unknown,
): Promise<Unregistration> {
	return await registrarOf(target).unregister(call, target, receipt);
}
