/** One real n8n with the package in it, and the stand-ins of the providers beside it, for the length of a test file. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import axios, { type AxiosResponse } from 'axios';
import { signature, wireJson } from '../../sandbox/whatsapp-cloud/signature.ts';
import {
	type Execution,
	isOver,
	N8nApi,
	type RunData,
	type StoredWorkflow,
	type Workflow,
} from '../../sandbox/n8n/api.ts';
import { ensureN8n } from '../../sandbox/n8n/install.ts';
import { type N8nInstance, startN8n } from '../../sandbox/n8n/instance.ts';
import { freePort } from '../../sandbox/n8n/ports.ts';
import {
	addWorkflow,
	type CredentialIds,
	OWNER,
	readTemplate,
	saveCredentials,
	triggerUrl,
} from '../../sandbox/n8n/set-up.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { fillHome, RESULTS, ROOT } from './home.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

/** Three nodes that answer everybody, whatever they wrote before. */
export const TEMPLATE = join(ROOT, 'test/fixtures/saved-workflows/keyword-replies/workflow.json');
export const TRIGGER = 'Messaging Trigger';

/** What a webhook call was answered with. */
export type Answer = AxiosResponse<unknown>;

/** Waits until no execution of a workflow is under way any more; gives all of them, newest first. */
export function endedExecutions(api: N8nApi, workflowId: string, withinMs = 15_000): Promise<Execution[]> {
	return eventually(
		async () => {
			const all = await api.executions(workflowId);
			return all.every(isOver) && all;
		},
		'the end of all executions',
		withinMs,
	);
}

/** A workflow of n8n that a Messaging Trigger starts. */
export class Published {
	readonly workflow: StoredWorkflow;
	/** The production URL of its Messaging Trigger. */
	readonly url: string;
	readonly #api: N8nApi;

	constructor(api: N8nApi, workflow: StoredWorkflow) {
		this.#api = api;
		this.workflow = workflow;
		this.url = triggerUrl(api, workflow);
	}

	/** Newest first. */
	executions(): Promise<Execution[]> {
		return this.#api.executions(this.workflow.id);
	}

	/** Waits until none is under way; what their nodes did, newest first. */
	async runs(): Promise<RunData[]> {
		const ended = await endedExecutions(this.#api, this.workflow.id);
		return await Promise.all(ended.map(({ id }) => this.#api.runData(id)));
	}

	/** Waits for the end of the execution whose trigger gave out such an event; gives what its nodes did. */
	runWith(
		isIt: (event: Record<string, unknown>) => boolean,
		what: string,
		withinMs = 15_000,
	): Promise<RunData> {
		return eventually(
			async () => {
				for (const execution of await this.executions()) {
					if (!isOver(execution)) continue;
					const run = await this.#api.runData(execution.id);
					if (itemsOf(run, TRIGGER).some(isIt)) return run;
				}
				return undefined;
			},
			`an execution for ${what}`,
			withinMs,
		);
	}

	/** Waits for the end of the execution that handled the message with this id; gives what its nodes did. */
	runOf(messageId: string, withinMs?: number): Promise<RunData> {
		return this.runWith(({ id }) => id === messageId, messageId, withinMs);
	}

	/** How often each event started it, by kind, id and status: `message wamid.1`, `status wamid.2 delivered`. */
	async events(): Promise<Map<string, number>> {
		const counts = new Map<string, number>();
		for (const { id } of await this.executions()) {
			for (const event of itemsOf(await this.#api.runData(id), TRIGGER)) {
				const key = [event.kind, event.id, event.status]
					.flatMap((part) => (typeof part === 'string' ? part : []))
					.join(' ');
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
		}
		return counts;
	}
}

/** A real n8n with the package in it and nothing else but credentials, and the stand-ins that these lead to. */
export class Surroundings {
	readonly n8n: N8nInstance;
	readonly api: N8nApi;
	readonly sandbox: Sandbox;
	readonly credentialIds: CredentialIds;
	readonly userFolder: string;
	readonly logFile: string;

	constructor(parts: Surroundings) {
		this.n8n = parts.n8n;
		this.api = parts.api;
		this.sandbox = parts.sandbox;
		this.credentialIds = parts.credentialIds;
		this.userFolder = parts.userFolder;
		this.logFile = parts.logFile;
	}
}

/** Starts everything, and stops it after the file's last test. `name` names the log below test-results, `env` are settings of n8n. */
export async function startSurroundings(name: string, env?: Record<string, string>): Promise<Surroundings> {
	await mkdir(RESULTS, { recursive: true });
	const userFolder = await mkdtemp(join(tmpdir(), 'messaging-channels-n8n-'));
	// Last opened, first closed: n8n writes into its folder until it has stopped.
	const open = new AsyncDisposableStack();
	after(() => open.disposeAsync());
	open.defer(() => rm(userFolder, { recursive: true, force: true, maxRetries: 5 }));
	const installation = await ensureN8n();
	await fillHome(installation, userFolder);
	const logFile = join(RESULTS, `n8n-${name}.log`);
	const timing = { sentMs: 20, deliveredMs: 40, readMs: 40 };
	const sandbox = await startSandbox({
		world: WORLD,
		port: 0,
		whatsAppCloud: { timing },
		infobip: { timing, retryScale: 0.005 },
		sinch: { timing, retryScale: 0.05 },
	});
	open.defer(() => sandbox.close());
	const n8n = await startN8n({ installation, userFolder, port: await freePort(), logFile, env });
	open.defer(() => n8n.stop());

	const api = new N8nApi(n8n.url);
	await api.signIn(OWNER);
	const credentialIds = await saveCredentials(api, sandbox);
	return { n8n, api, sandbox, credentialIds, userFolder, logFile };
}

export class Lab extends Surroundings {
	readonly #main: Published;

	private constructor(parts: Surroundings, workflow: StoredWorkflow) {
		super(parts);
		this.#main = new Published(parts.api, workflow);
	}

	get workflow(): StoredWorkflow {
		return this.#main.workflow;
	}

	/** The production URL of the workflow's Messaging Trigger. */
	get url(): string {
		return this.#main.url;
	}

	/**
	 * Starts everything, publishes the keyword-replies template as a user would after importing it, changed by `change` where given,
	 * and stops everything after the file's last test. `name` names the log below test-results.
	 */
	static async start(name: string, change: (workflow: Workflow) => Workflow = (same) => same): Promise<Lab> {
		const surroundings = await startSurroundings(name);
		const { api, credentialIds, sandbox } = surroundings;
		const workflow = await addWorkflow(api, change(await readTemplate(TEMPLATE, credentialIds)));
		const lab = new Lab(surroundings, workflow);
		await sandbox.whatsAppCloud.setWebhook(lab.url);
		return lab;
	}

	/** Publishes one more workflow. */
	async publish(workflow: Workflow): Promise<Published> {
		return new Published(this.api, await addWorkflow(this.api, workflow));
	}

	/** Calls the trigger with these very bytes, as Meta signs them unless other headers are given. */
	post(body: Buffer | string, headers?: Record<string, string>): Promise<Answer> {
		return post(this.url, body, headers);
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
		return this.#main.executions();
	}

	/** Waits for the end of the execution that handled the message with this id; gives what its nodes did. */
	runOf(messageId: string, withinMs?: number): Promise<RunData> {
		return this.#main.runOf(messageId, withinMs);
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

/** Ends n8n and starts it again on the same folder and port. Gives the time in which the old one may have died. */
export async function restart(
	lab: Surroundings,
	end: 'kill' | 'stop' = 'kill',
	env?: Record<string, string>,
): Promise<{ again: N8nInstance; killedAt: number; deadAt: number }> {
	const killedAt = performance.now();
	await lab.n8n[end]();
	await lab.n8n.ended;
	const deadAt = performance.now();
	const again = await startN8n({
		installation: await ensureN8n(),
		userFolder: lab.userFolder,
		port: Number(new URL(lab.n8n.url).port),
		logFile: lab.logFile,
		env,
	});
	return { again, killedAt, deadAt };
}

/** Calls a Messaging Trigger with these very bytes, as Meta signs them unless other headers are given. */
export function post(
	url: string,
	body: Buffer | string,
	headers: Record<string, string> = signed(body),
	timeoutMs = 30_000,
): Promise<Answer> {
	return axios.post(url, body, {
		headers: { 'Content-Type': 'application/json', ...headers },
		validateStatus: () => true,
		// The bytes are what is signed: axios must not touch them.
		transformRequest: (data: unknown) => data,
		timeout: timeoutMs,
		proxy: false,
	});
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
