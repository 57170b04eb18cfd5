/** One real n8n in which both triggers are published: n8n's own WhatsApp Trigger and this package's Messaging Trigger. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi, type Workflow } from '../../sandbox/n8n/api.ts';
import { ensureN8n } from '../../sandbox/n8n/install.ts';
import { startN8n } from '../../sandbox/n8n/instance.ts';
import { putPackage } from '../../sandbox/n8n/packed.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import { addWorkflow, CREDENTIALS, OWNER, PACKAGE, saveCredential } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';

const ROOT = join(import.meta.dirname, '../..');

/** One n8n with all of them. */
export interface Triggers extends TriggerUrls, AsyncDisposable {
	/** Of n8n's main process. */
	pid: number;
	api: N8nApi;
}

/** What n8n's trigger asks of Meta at publication: a token, no subscription so far, and a new one. */
const ANSWER = JSON.stringify({ access_token: 'app-token', data: [], success: true });

/** @param webhookId also the workflow's id; n8n keeps static data of those with 21 characters at most */
export function workflow(
	name: string,
	webhookId: string,
	trigger: Record<string, unknown> & { type: string },
): Workflow {
	const node = { id: `${webhookId}-node`, name: 'Trigger', typeVersion: 1, position: [0, 0], webhookId };
	const end = {
		id: `${webhookId}-end`,
		name: 'End',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [240, 0],
		parameters: {},
	};
	return {
		id: webhookId,
		name,
		nodes: [{ parameters: {}, ...node, ...trigger }, end],
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: {},
	};
}

/** Where n8n's own trigger and ours are called. */
export interface TriggerUrls {
	n8n: string;
	own: string;
	/** The same that answers when its workflow has finished. */
	finishing: string;
}

/** What answers in Meta's place while triggers are published. */
export interface Graph extends AsyncDisposable {
	port: number;
}

export async function startGraph(): Promise<Graph> {
	const graph = createServer((request, response) => {
		request.resume();
		response.writeHead(200, { 'Content-Type': 'application/json' }).end(ANSWER);
	});
	const port = await freePort();
	graph.listen(port, '127.0.0.1');
	await once(graph, 'listening');
	return {
		port,
		[Symbol.asyncDispose]: async () => {
			graph.close();
			graph.closeAllConnections();
			await once(graph, 'close');
		},
	};
}

/** Settings of n8n with which its own trigger finds `graph`, and in which main leaves its process id in `pidFile`. */
export function graphSettings({ port }: Graph, pidFile: string): Record<string, string> {
	return {
		NODE_OPTIONS: `--require ${join(import.meta.dirname, 'redirect.cjs')} ${process.env.BENCH_NODE_OPTIONS ?? ''}`,
		BENCH_GRAPH_PORT: String(port),
		BENCH_PID_FILE: pidFile,
	};
}

/** Publishes all of them. They let messages through and filter statuses out; everything else is as it comes from the panel of nodes. */
export async function publishTriggers(api: N8nApi, { port }: Graph): Promise<TriggerUrls> {
	const foreign = await api.saveCredential({
		name: 'WhatsApp OAuth',
		type: 'whatsAppTriggerApi',
		data: { clientId: WORLD.appId, clientSecret: WORLD.appSecret },
	});
	const own = await saveCredential(api, 'whatsAppCloud', `http://127.0.0.1:${port}`);
	const foreignType = 'n8n-nodes-base.whatsAppTrigger';
	const ownType = `${PACKAGE}.messagingTrigger`;
	const { type, name } = CREDENTIALS.whatsAppCloud;
	const foreignWorkflow = await addWorkflow(
		api,
		workflow('WhatsApp Trigger', 'bench-n8n', {
			type: foreignType,
			parameters: { updates: ['messages'], options: { messageStatusUpdates: [] } },
			credentials: { whatsAppTriggerApi: { id: foreign, name: 'WhatsApp OAuth' } },
		}),
	);
	const add = (webhookId: string, options: Record<string, unknown>) =>
		addWorkflow(
			api,
			workflow('Messaging Trigger', webhookId, {
				type: ownType,
				typeVersion: 2,
				parameters: { provider: 'whatsAppCloud', registration: 'manual', purpose: 'inbound', options },
				credentials: { [type]: { id: own, name } },
			}),
		);
	const ownWorkflow = await add('bench-own', {});
	const finishingWorkflow = await add('bench-finishing', { answer: 'lastNode' });
	return {
		n8n: api.webhookUrl(foreignWorkflow, foreignType, 'webhook'),
		own: api.webhookUrl(ownWorkflow, ownType, 'webhook'),
		finishing: api.webhookUrl(finishingWorkflow, ownType, 'webhook'),
	};
}

/** Starts n8n on an empty folder with all of them published. `settings` are n8n's. */
export async function startTriggers(
	logFile: string,
	settings: Record<string, string> = {},
): Promise<Triggers> {
	await using open = new AsyncDisposableStack();
	const userFolder = await mkdtemp(join(tmpdir(), 'messaging-channels-bench-'));
	open.defer(() => rm(userFolder, { recursive: true, force: true, maxRetries: 5 }));
	await putPackage(ROOT, userFolder);
	const graph = open.use(await startGraph());
	const pidFile = join(userFolder, 'pid');
	const n8n = await startN8n({
		installation: await ensureN8n(),
		userFolder,
		port: await freePort(),
		logFile,
		env: { ...graphSettings(graph, pidFile), ...settings },
	});
	open.defer(() => n8n.stop());
	const api = new N8nApi(n8n.url);
	await api.signIn(OWNER);
	const urls = await publishTriggers(api, graph);
	const parts = open.move();
	return {
		...urls,
		pid: Number(await readFile(pidFile, 'utf8')),
		api,
		[Symbol.asyncDispose]: () => parts.disposeAsync(),
	};
}
