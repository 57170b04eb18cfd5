/** One real n8n with workflows that send a list of messages: with n8n's own WhatsApp node and with this package's Messaging Send. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi, type Workflow } from '../../sandbox/n8n/api.ts';
import { ensureN8n } from '../../sandbox/n8n/install.ts';
import { startN8n } from '../../sandbox/n8n/instance.ts';
import { putPackage } from '../../sandbox/n8n/packed.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import { addWorkflow, CREDENTIALS, OWNER, PACKAGE, saveCredential } from '../../sandbox/n8n/set-up.ts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { WORLD } from '../../sandbox/settings.ts';

const ROOT = join(import.meta.dirname, '../..');
const [line] = WORLD.numbers;
if (line === undefined) throw new Error('The world is empty');

const FOREIGN = 'n8n-nodes-base.whatsApp';
const OWN = `${PACKAGE}.messagingSend`;

const TEXT = '=Hello {{ $json.name }}, your order {{ $json.order }} is on its way.';
const from = { __rl: true, mode: 'id', value: line.id };
const onError = 'continueErrorOutput';
const byExpression = { recipientFrom: 'value', to: '={{ $json.phone }}' };
const byField = { recipientFrom: 'fields', recipientFields: 'phone' };
/** A template of the sandbox with a picture and two blanks. */
const TEMPLATE = 'new_blend|en_US';
export const PHOTO = 'https://sunrise.example/blend.jpg';

/** The node under test, by name. What nothing is said of is as it comes from the panel. */
export const SENDERS = {
	nothing: { type: 'n8n-nodes-base.noOp', parameters: {} },
	'n8n text': {
		type: FOREIGN,
		onError,
		parameters: {
			operation: 'send',
			phoneNumberId: line.id,
			recipientPhoneNumber: '={{ $json.phone }}',
			textBody: TEXT,
		},
	},
	'n8n template': {
		type: FOREIGN,
		onError,
		parameters: {
			operation: 'sendTemplate',
			phoneNumberId: line.id,
			recipientPhoneNumber: '={{ $json.phone }}',
			template: TEMPLATE,
			components: {
				component: [
					{
						type: 'header',
						headerParameters: { parameter: [{ type: 'image', imageLink: PHOTO }] },
					},
					{
						type: 'body',
						bodyParameters: {
							parameter: [
								{ type: 'text', text: '={{ $json.name }}' },
								{ type: 'text', text: '={{ $json.order }}' },
							],
						},
					},
				],
			},
		},
	},
	'our text': {
		type: OWN,
		onError,
		parameters: {
			provider: 'whatsAppCloud',
			operation: 'sendResponse',
			sender: from,
			...byExpression,
			text: TEXT,
		},
	},
	'our template': {
		type: OWN,
		onError,
		parameters: {
			operation: 'sendTemplate',
			consentFrom: 'none',
			sender: from,
			...byExpression,
			template: { __rl: true, mode: 'id', value: TEMPLATE },
			fillIn: 'form',
			templateValues: {
				mappingMode: 'defineBelow',
				value: { header_image: PHOTO, body_1: '={{ $json.name }}', body_2: '={{ $json.order }}' },
			},
		},
	},
	'our template, by fields': {
		type: OWN,
		onError,
		parameters: {
			operation: 'sendTemplate',
			consentFrom: 'none',
			sender: from,
			...byField,
			template: { __rl: true, mode: 'id', value: TEMPLATE },
			fillIn: 'fields',
			valueFields: {
				blank: [
					{ key: 'header_image', field: 'photo' },
					{ key: 'body_1', field: 'name' },
					{ key: 'body_2', field: 'order' },
				],
			},
		},
	},
} as const;
export type SenderName = keyof typeof SENDERS;

function workflow(
	name: SenderName,
	credentials: Record<string, { id: string; name: string }>,
	perSecond: number | undefined,
): Workflow {
	const { parameters, ...sender } = SENDERS[name];
	const isPaced = sender.type === OWN && perSecond !== undefined;
	const id = `bench-${name.replaceAll(/\W+/g, '-')}`;
	const node = (key: string, place: number, rest: Record<string, unknown> & { type: string }) => ({
		parameters: {},
		id: `${id}-${key}`,
		name: key,
		typeVersion: 1,
		position: [place * 200, 0],
		...rest,
	});
	const next = (key: string) => ({ main: [[{ node: key, type: 'main', index: 0 }]] });
	return {
		id,
		name,
		nodes: [
			node('Call', 0, {
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: id,
				parameters: { httpMethod: 'POST', path: id, responseMode: 'lastNode', responseData: 'noData' },
			}),
			node('Rows', 1, { type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'body.rows' } }),
			node('Send', 2, {
				...sender,
				parameters: { ...parameters, ...(isPaced && { delivery: { perSecond } }) },
				credentials,
			}),
			node('End', 3, { type: 'n8n-nodes-base.limit' }),
		],
		connections: { Call: next('Rows'), Rows: next('Send'), Send: next('End') },
		settings: {},
	};
}

export interface Bench extends AsyncDisposable {
	/** Where a list is posted to, to be sent. */
	urlOf(name: SenderName): string;
	n8nUrl: string;
	/** Of n8n's main process. */
	pid: number;
	sandbox: Sandbox;
}

/**
 * Starts n8n on an empty folder with the workflows published, and the stand-in of Meta beside it.
 *
 * @param perSecond what our node is told to send at; without it, the number's own rate
 */
export async function startBench(
	names: readonly SenderName[],
	logFile: string,
	perSecond?: number,
): Promise<Bench> {
	await using open = new AsyncDisposableStack();
	const userFolder = await mkdtemp(join(tmpdir(), 'messaging-channels-bench-'));
	open.defer(() => rm(userFolder, { recursive: true, force: true, maxRetries: 5 }));
	await putPackage(ROOT, userFolder);
	const sandbox = await startSandbox({ world: WORLD, port: 0 });
	open.defer(() => sandbox.close());
	const pidFile = join(userFolder, 'pid');
	const n8n = await startN8n({
		installation: await ensureN8n(),
		userFolder,
		port: await freePort(),
		logFile,
		env: {
			NODE_OPTIONS: `--require ${join(import.meta.dirname, 'redirect.cjs')} ${process.env.BENCH_NODE_OPTIONS ?? ''}`,
			BENCH_GRAPH_PORT: new URL(sandbox.whatsAppCloud.baseUrl).port,
			BENCH_PID_FILE: pidFile,
			// A list of ten thousand comes in one call.
			N8N_PAYLOAD_SIZE_MAX: '64',
		},
	});
	open.defer(() => n8n.stop());

	const api = new N8nApi(n8n.url);
	await api.signIn(OWNER);
	const foreign = await api.saveCredential({
		name: 'WhatsApp account',
		type: 'whatsAppApi',
		data: { accessToken: WORLD.accessToken, businessAccountId: WORLD.businessAccountId },
	});
	const own = await saveCredential(api, 'whatsAppCloud', sandbox.whatsAppCloud.baseUrl);
	const { type, name } = CREDENTIALS.whatsAppCloud;
	const credentials = {
		whatsAppApi: { id: foreign, name: 'WhatsApp account' },
		[type]: { id: own, name },
	};
	const urls = new Map<SenderName, string>();
	for (const each of names) {
		const stored = await addWorkflow(api, workflow(each, credentials, perSecond));
		urls.set(each, `${n8n.url}/webhook/${stored.id}`);
	}
	const parts = open.move();
	return {
		urlOf: (each) => urls.get(each) ?? '',
		n8nUrl: n8n.url,
		pid: Number(await readFile(pidFile, 'utf8')),
		sandbox,
		[Symbol.asyncDispose]: () => parts.disposeAsync(),
	};
}
