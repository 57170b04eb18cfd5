/**
 * What publishing and unpublishing a Messaging Trigger leaves behind, over and over, at the stand-ins of the providers: heap after a forced
 * collection, timers, sockets, and registrations. Fails where the heap is not flat within five percent after a fifth of the rounds, where
 * anything stays registered, or where one round asks for other changes than the next.
 *
 *     npm run bench:publications            # 100 rounds for each provider
 *
 * The built node, with n8n's part played by the least that it asks of n8n.
 */
import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import axios, { type AxiosRequestConfig } from 'axios';
import { CREDENTIALS } from '../../sandbox/n8n/set-up.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { GRAPH_VERSION, WORLD } from '../../sandbox/settings.ts';

const FLAT_WITHIN = 0.05;
const POINTS = 5;
const CREDENTIAL_CLASSES = { whatsAppCloud: 'WhatsAppCloudApi', infobip: 'InfobipApi', sinch: 'SinchApi' };
const PROVIDERS = ['whatsAppCloud', 'infobip', 'sinch'] as const;
type Provider = (typeof PROVIDERS)[number];
type Fields = Record<string, unknown>;

interface Hook {
	call(context: unknown): Promise<boolean>;
}
interface CredentialType {
	authenticate(fields: Fields, options: Fields): Promise<Fields>;
	preAuthentication?: { call(helpers: unknown, fields: Fields): Promise<Fields> };
}

const require = createRequire(import.meta.url);
const {
	MessagingTrigger,
}: {
	MessagingTrigger: new () => {
		webhookMethods: { default: { checkExists: Hook; create: Hook; delete: Hook } };
	};
} = require('../../dist/nodes/MessagingTrigger/MessagingTrigger.node.js');

function credentialType(provider: Provider): CredentialType {
	const name = CREDENTIAL_CLASSES[provider];
	const classes: Record<string, new () => CredentialType> = require(
		`../../dist/credentials/${name}.credentials.js`,
	);
	const Type = classes[name];
	if (Type === undefined) throw new Error(`There is no ${name}`);
	return new Type();
}

// A connection that is kept for the next call would look like one that was forgotten.
const httpAgent = new Agent({ keepAlive: false });

/** n8n's HTTP helper: the options that the node gives it, on axios. */
async function httpRequest(options: Fields): Promise<unknown> {
	const { url, method, headers, body, qs, auth } = options;
	const request: AxiosRequestConfig = {
		...(typeof url === 'string' && { url }),
		...(typeof method === 'string' && { method }),
		headers: { ...Object(headers) },
		params: qs,
		data: body,
		...(auth !== undefined && { auth: Object(auth) }),
		responseType: 'text',
		transformResponse: (data: unknown) => data,
		validateStatus: () => true,
		proxy: false,
		httpAgent,
	};
	const { status, data, headers: given } = await axios.request<unknown>(request);
	if (options.returnFullResponse !== true) return JSON.parse(String(data));
	return { statusCode: status, body: data, headers: given };
}

const warnings: string[] = [];
const ignore = () => undefined;

/** A published workflow, as its hooks see it. */
function contextOf(provider: Provider, baseUrl: string, callbackUrl: string): object {
	const { type, data } = CREDENTIALS[provider];
	const fields: Fields = data(baseUrl);
	const parameters: Fields = { provider, purpose: 'inbound', registration: 'automatic' };
	const staticData = {};
	const kind = credentialType(provider);
	const helpers = { httpRequest };
	return {
		getNodeParameter: (name: string, fallback?: unknown) => parameters[name] ?? fallback,
		getCredentials: () => Promise.resolve(fields),
		getNode: () => ({
			id: `node of ${provider}`,
			name: 'Messaging Trigger',
			type: 'n8n-nodes-messaging-channels.messagingTrigger',
			typeVersion: 2,
			parameters,
			credentials: { [type]: { id: '1', name: 'Bench' } },
		}),
		getWorkflow: () => ({ id: `workflow of ${provider}`, name: 'Bench', active: true }),
		getMode: () => 'trigger',
		getNodeWebhookUrl: () => callbackUrl,
		getWorkflowStaticData: () => staticData,
		logger: { debug: ignore, info: ignore, warn: (line: string) => warnings.push(line), error: ignore },
		helpers: {
			...helpers,
			httpRequestWithAuthentication: async (_name: string, options: Fields) => {
				const token = await kind.preAuthentication?.call({ helpers }, fields);
				return await httpRequest(await kind.authenticate({ ...fields, ...token }, options));
			},
		},
	};
}

/** n8n at the trigger's URL: it answers the handshake of a registration, and knows no path that is being published yet. */
const n8n = createServer((request, response) => {
	const challenge = new URL(request.url ?? '', 'http://n8n').searchParams.get('hub.challenge');
	response
		.writeHead(challenge === null ? 404 : 200, { connection: 'close' })
		.end(challenge ?? '{"message":"not registered"}');
});
n8n.listen(0, '127.0.0.1');
await once(n8n, 'listening');
const address = n8n.address();
if (address === null || typeof address === 'string') throw new Error('The server has no port');
const sandbox = await startSandbox({ world: WORLD, port: 0 });

function heapMb(): number {
	if (global.gc === undefined) throw new Error('Run with --expose-gc');
	global.gc();
	return process.memoryUsage().heapUsed / 2 ** 20;
}

/** Timers and sockets that are open. */
function resources(): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
}

/**
 * Whether the provider calls the trigger for messages. The callback URL of an app of Meta stays when a workflow is unpublished, as others may
 * depend on it, so it is the account's that counts.
 */
async function isRegistered(provider: Provider): Promise<boolean> {
	const { webhook, baseUrl } = sandbox[provider];
	if (provider !== 'whatsAppCloud') return webhook.url !== undefined;
	const { data } = await axios.get<unknown>(
		`${baseUrl}/${GRAPH_VERSION}/${WORLD.businessAccountId}/subscribed_apps`,
		{ headers: { Authorization: `Bearer ${WORLD.accessToken}` }, proxy: false, httpAgent },
	);
	return JSON.stringify(data).includes('override_callback_uri');
}

const { checkExists, create, delete: remove } = new MessagingTrigger().webhookMethods.default;
const failures: string[] = [];

/** Calls that change something at the provider; getting a token does not. */
function changesAt(provider: Provider): number {
	const { calls } = sandbox[provider].ledger;
	return calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token')).length;
}

/** Publishes and unpublishes once. Gives the number of changes at the provider. */
async function round(provider: Provider, context: object): Promise<string> {
	if (!(await checkExists.call(context))) await create.call(context);
	if (!(await isRegistered(provider))) failures.push(`${provider} was not registered`);
	const published = changesAt(provider);
	await remove.call(context);
	if (await isRegistered(provider)) failures.push(`${provider} stayed registered`);
	const all = changesAt(provider);
	sandbox[provider].ledger.clear();
	return `${published} to register, ${all - published} to remove`;
}

const rounds = Number(process.argv[2] ?? 100);
const before = resources();
const contexts = PROVIDERS.map((provider) => {
	const url = `http://127.0.0.1:${address.port}/webhook/${provider}/webhook`;
	return { provider, context: contextOf(provider, sandbox[provider].baseUrl, url) };
});
// The first publication of all sets the callback URL of Meta's app as well.
for (const { provider, context } of contexts) await round(provider, context);
const heaps: number[] = [];
const asked = new Map<string, number>();
const started = performance.now();
for (let at = 1; at <= rounds; at += 1) {
	for (const { provider, context } of contexts) {
		const changes = `${provider}: ${await round(provider, context)}`;
		asked.set(changes, (asked.get(changes) ?? 0) + 1);
	}
	warnings.length = 0;
	if (at % Math.ceil(rounds / POINTS) === 0) heaps.push(heapMb());
}
const seconds = (performance.now() - started) / 1000;
// A socket that both sides have ended is still closing.
await sleep(1_000);
const [first = Number.NaN, last = Number.NaN] = [heaps[0], heaps.at(-1)];
const growth = last / first - 1;
console.log(`${rounds} rounds for each of ${PROVIDERS.length} providers in ${seconds.toFixed(1)} s`);
for (const [changes, times] of asked) console.log(`${changes}, ${times} times`);
console.log(`heap in MB after each fifth: ${heaps.map((heap) => heap.toFixed(2)).join(', ')}`);
console.log(`${(growth * 100).toFixed(2)} % from the first fifth to the end`);
console.log(`open before: ${JSON.stringify(before)}, at the end: ${JSON.stringify(resources())}`);
if (asked.size !== PROVIDERS.length) failures.push('One round asked for other changes than another');
if (!(growth < FLAT_WITHIN)) failures.push('The heap is not flat');
for (const name of ['Timeout', 'TCPSocketWrap']) {
	const left = (resources()[name] ?? 0) - (before[name] ?? 0);
	if (left > 0) failures.push(`${left} of ${name} were left open`);
}
await sandbox.close();
n8n.close();
for (const failure of new Set(failures)) console.error(failure);
process.exit(failures.length === 0 ? 0 : 1);
