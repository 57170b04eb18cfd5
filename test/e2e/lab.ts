/** One real n8n with the package in it, and the stand-in of the Graph API beside it, for the length of a test file. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import axios, { type AxiosResponse } from 'axios';
import { type GraphApi, startGraphApi } from '../../sandbox/graph-api/server.ts';
import { signature, wireJson } from '../../sandbox/graph-api/signature.ts';
import {
	type Execution,
	N8nApi,
	type RunData,
	type StoredWorkflow,
	type Workflow,
} from '../../sandbox/n8n/api.ts';
import { ensureN8n } from '../../sandbox/n8n/install.ts';
import { type N8nInstance, startN8n } from '../../sandbox/n8n/instance.ts';
import { putPackage } from '../../sandbox/n8n/packed.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import { addWorkflow, OWNER, readTemplate, saveCredential, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from './receiver.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const RESULTS = join(ROOT, 'test-results');
const TEMPLATE = join(ROOT, 'templates/keyword-replies/workflow.json');
const UNFINISHED = ['new', 'running', 'waiting'];

/** What a webhook call was answered with. */
export type Answer = AxiosResponse<unknown>;

export class Lab {
	readonly n8n: N8nInstance;
	readonly api: N8nApi;
	readonly graphApi: GraphApi;
	readonly credentialId: string;
	readonly workflow: StoredWorkflow;
	/** The production URL of the workflow's Messaging Trigger. */
	readonly url: string;
	readonly userFolder: string;

	private constructor(
		parts: Pick<Lab, 'n8n' | 'api' | 'graphApi' | 'credentialId' | 'workflow' | 'userFolder'>,
	) {
		this.n8n = parts.n8n;
		this.api = parts.api;
		this.graphApi = parts.graphApi;
		this.credentialId = parts.credentialId;
		this.workflow = parts.workflow;
		this.userFolder = parts.userFolder;
		this.url = triggerUrl(parts.api, parts.workflow);
	}

	/**
	 * Starts everything, publishes the keyword-replies template as a user would after importing it, changed by `change` where given,
	 * and stops everything after the file's last test. `name` names the log below test-results.
	 */
	static async start(name: string, change: (workflow: Workflow) => Workflow = (same) => same): Promise<Lab> {
		await mkdir(RESULTS, { recursive: true });
		const userFolder = await mkdtemp(join(tmpdir(), 'messaging-channels-n8n-'));
		// Last opened, first closed: n8n writes into its folder until it has stopped.
		const open = new AsyncDisposableStack();
		after(() => open.disposeAsync());
		open.defer(() => rm(userFolder, { recursive: true, force: true, maxRetries: 5 }));
		await putPackage(ROOT, userFolder);
		const graphApi = await startGraphApi({
			world: WORLD,
			port: 0,
			timing: { sentMs: 20, deliveredMs: 40, readMs: 40 },
		});
		open.defer(() => graphApi.close());
		const n8n = await startN8n({
			installation: await ensureN8n(),
			userFolder,
			port: await freePort(),
			logFile: join(RESULTS, `n8n-${name}.log`),
		});
		open.defer(() => n8n.stop());

		const api = new N8nApi(n8n.url);
		await api.signIn(OWNER);
		const credentialId = await saveCredential(api, graphApi.url);
		const workflow = await addWorkflow(api, change(await readTemplate(TEMPLATE, credentialId)));
		const lab = new Lab({ n8n, api, graphApi, credentialId, workflow, userFolder });
		await graphApi.setWebhook(lab.url);
		return lab;
	}

	/** Calls the trigger with these very bytes, as Meta signs them unless other headers are given. */
	post(body: Buffer | string, headers: Record<string, string> = signed(body)): Promise<Answer> {
		return axios.post(this.url, body, {
			headers: { 'Content-Type': 'application/json', ...headers },
			validateStatus: () => true,
			// The bytes are what is signed: axios must not touch them.
			transformRequest: (data: unknown) => data,
			timeout: 30_000,
			proxy: false,
		});
	}

	/** Meta's verification of the URL. The answer's body is left as it came. */
	verify(query: Record<string, string>): Promise<AxiosResponse<string>> {
		return axios.get(this.url, {
			params: query,
			responseType: 'text',
			transformResponse: (data: unknown) => data,
			validateStatus: () => true,
			proxy: false,
		});
	}

	/** All executions of the workflow, newest first. */
	executions(): Promise<Execution[]> {
		return this.api.executions(this.workflow.id);
	}

	/** Waits for the end of the execution that handled the message with this id; gives what its nodes did. */
	runOf(messageId: string, withinMs?: number): Promise<RunData> {
		return eventually(
			async () => {
				for (const { id, status } of await this.executions()) {
					if (UNFINISHED.includes(status)) continue;
					const run = await this.api.runData(id);
					if (itemsOf(run, 'Messaging Trigger').some((item) => item.id === messageId)) return run;
				}
				return undefined;
			},
			`an execution for ${messageId}`,
			withinMs ?? 15_000,
		);
	}

	/**
	 * What `act` started, counted when a message that came after it has been handled: n8n creates executions in the order of the
	 * calls, so that nothing can still be on its way.
	 */
	async executionsStartedBy(act: () => Promise<void>): Promise<number> {
		const before = (await this.executions()).length;
		await act();
		const probe = message('Are you still there?');
		await this.post(probe.body);
		await this.runOf(probe.id);
		return (await this.executions()).length - before - 1;
	}
}

export function signed(body: Buffer | string, appSecret: string = WORLD.appSecret): Record<string, string> {
	return { 'X-Hub-Signature-256': signature(Buffer.from(body), appSecret) };
}

/** The items that a node gave out, over all of its outputs. Empty where it did not run. */
export function itemsOf(run: RunData, node: string): Record<string, unknown>[] {
	return (run.runData[node] ?? [])
		.flatMap(({ data }) => data?.main ?? [])
		.flatMap((output) => output ?? [])
		.map(({ json }) => json);
}

let serial = 0;

/** A text message as Meta posts it (Meta, Messages webhook), with an id of its own. */
export function message(text: string, numberId = WORLD.numbers[0]?.id): { id: string; body: string } {
	serial += 1;
	const id = `wamid.E2E${process.pid}N${serial}`;
	const [customer] = WORLD.customers;
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100001', phone_number_id: numberId },
		contacts: [{ profile: { name: customer?.name }, wa_id: '15550123001', user_id: customer?.userId }],
		messages: [
			{
				from: '15550123001',
				id,
				timestamp: String(Math.floor(Date.now() / 1000)),
				type: 'text',
				text: { body: text },
			},
		],
	};
	const change = { value, field: 'messages' };
	const entry = { id: WORLD.businessAccountId, changes: [change] };
	return { id, body: wireJson({ object: 'whatsapp_business_account', entry: [entry] }) };
}
