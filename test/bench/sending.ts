/** One real n8n with workflows that send a list of messages: with n8n's own WhatsApp node and with this package's Messaging Send. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nApi, type Workflow } from '../../sandbox/n8n/api.ts';
import { ensureN8n } from '../../sandbox/n8n/install.ts';
import { startN8n } from '../../sandbox/n8n/instance.ts';
import { putPackage } from '../../sandbox/n8n/packed.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import { addWorkflow, credentialOf, OWNER, saveCredentials } from '../../sandbox/n8n/set-up.ts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { OWN, SENDERS, type SenderName } from './senders.ts';

const ROOT = join(import.meta.dirname, '../..');
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
				parameters: {
					...parameters,
					...(isPaced && { delivery: { ...('delivery' in parameters && parameters.delivery), perSecond } }),
				},
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
 * Starts n8n on an empty folder with the workflows published, and the stand-ins of the providers beside it.
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
	const own = await saveCredentials(api, sandbox);
	const credentials = {
		whatsAppApi: { id: foreign, name: 'WhatsApp account' },
		...credentialOf('whatsAppCloud', own),
		...credentialOf('infobip', own),
		...credentialOf('sinch', own),
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
