/** The part of n8n's internal REST API that the sandbox and the end-to-end tests drive: what the editor itself calls. */
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { parse as parseFlatted } from 'flatted';
import { z } from 'zod';
import { UserError } from './npm.mjs';

const PUBLISH_LIMIT_MS = 180_000;
/** What n8n gives of a list at most. */
const PAGE = 250;

const Node = z
	.object({
		id: z.string(),
		name: z.string(),
		type: z.string(),
		webhookId: z.string().optional(),
		parameters: z.record(z.unknown()).default({}),
		credentials: z.record(z.object({ id: z.string().nullable(), name: z.string() })).optional(),
	})
	.passthrough();
export const Workflow = z.object({ id: z.string(), name: z.string(), nodes: z.array(Node) }).passthrough();
const StoredWorkflow = Workflow.extend({
	versionId: z.string(),
	activeVersionId: z.string().nullable().optional(),
});
const Execution = z.object({ id: z.coerce.string(), status: z.string() });
const Publication = z.object({
	status: z.string(),
	triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
});
const CredentialTest = z.object({ status: z.enum(['OK', 'Error']), message: z.string() });
const DataTable = z.object({ id: z.string(), name: z.string(), projectId: z.string() });
const Row = z.record(z.unknown());
const RunItem = z.object({ json: z.record(z.unknown()) }).passthrough();
const RunData = z.object({
	resultData: z.object({
		runData: z.record(
			z.array(
				z.object({
					// What a model or a memory gives is no list of items.
					data: z.object({ main: z.array(z.array(RunItem).nullable()).optional() }).optional(),
					error: z.object({ message: z.string() }).passthrough().optional(),
				}),
			),
		),
		error: z.object({ message: z.string() }).passthrough().optional(),
	}),
});

export type Workflow = z.infer<typeof Workflow>;
export type StoredWorkflow = z.infer<typeof StoredWorkflow>;
export type Execution = z.infer<typeof Execution>;
/** How n8n calls executions that go on. */
const UNFINISHED = ['new', 'running', 'waiting'];

export const isOver = ({ status }: Pick<Execution, 'status'>) => !UNFINISHED.includes(status);

export type RunData = z.infer<typeof RunData>['resultData'];
export type DataTable = z.infer<typeof DataTable>;
export type Row = z.infer<typeof Row>;

/** n8n's REST API puts every answer under `data`. */
interface Answer {
	data: unknown;
}

export interface Owner {
	email: string;
	password: string;
}

export interface Credential {
	/** Known when the credential exists already. */
	id?: string | undefined;
	name: string;
	type: string;
	data: Record<string, string>;
}

/** An answer of n8n that is not a success. */
export class N8nRefusal extends Error {
	/** HTTP status. */
	readonly status: number;

	constructor(status: number, text: string) {
		super(`n8n answered ${status}: ${text}`);
		this.status = status;
	}
}

export class N8nApi {
	readonly #url: string;
	readonly #client: AxiosInstance;

	/** `url` is n8n's address without a slash at the end. */
	constructor(url: string) {
		this.#url = url;
		this.#client = axios.create({
			baseURL: `${url}/rest`,
			// n8n ties a session to the browser that opened it.
			headers: { 'browser-id': randomUUID() },
			// A connection that was idle while n8n was busy may be closed by n8n as the next call begins.
			httpAgent: new Agent({ keepAlive: false }),
			validateStatus: () => true,
			proxy: false,
		});
	}

	/** Makes `owner` the owner of a fresh instance, or signs in where there is one. */
	async signIn(owner: Owner): Promise<void> {
		const settings = await this.#call('GET', '/settings');
		const { showSetupOnFirstLoad } = z
			.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }) })
			.parse(settings.data.data).userManagement;
		const response = showSetupOnFirstLoad
			? await this.#call('POST', '/owner/setup', { ...owner, firstName: 'Sandbox', lastName: 'Owner' })
			: await this.#call('POST', '/login', { emailOrLdapLoginId: owner.email, password: owner.password });
		const cookie = z
			.array(z.string())
			.parse(response.headers['set-cookie'] ?? [])
			.find((entry) => entry.startsWith('n8n-auth='));
		if (!cookie) throw new Error('n8n opened no session');
		this.#client.defaults.headers.common.cookie = cookie.split(';', 1)[0] ?? '';
	}

	/** Creates the credential, or overwrites the one with its id where that still exists. Gives its id. */
	async saveCredential({ id, ...credential }: Credential): Promise<string> {
		const exists = id !== undefined && (await this.#client.get(`/credentials/${id}`)).status === 200;
		const response = exists
			? await this.#call('PATCH', `/credentials/${id}`, credential)
			: await this.#call('POST', '/credentials', credential);
		return z.object({ id: z.string() }).parse(response.data.data).id;
	}

	async deleteCredential(id: string): Promise<void> {
		await this.#call('DELETE', `/credentials/${id}`);
	}

	/** What the credential's window shows after "Retry" or saving. */
	async testCredential(credential: Credential): Promise<z.infer<typeof CredentialTest>> {
		const response = await this.#call('POST', '/credentials/test', { credentials: credential });
		return CredentialTest.parse(response.data.data);
	}

	/** The workflow with this id, or undefined where there is none (any more). */
	async findWorkflow(id: string): Promise<StoredWorkflow | undefined> {
		const response = await this.#client.get<Answer>(`/workflows/${id}`);
		return response.status === 200 ? StoredWorkflow.parse(response.data.data) : undefined;
	}

	async createWorkflow(workflow: Workflow): Promise<StoredWorkflow> {
		const response = await this.#call('POST', '/workflows', { active: false, ...workflow });
		return StoredWorkflow.parse(response.data.data);
	}

	/** Saves a workflow that exists, as the editor does; what is published stays as it was. */
	async changeWorkflow({ id, ...changed }: StoredWorkflow): Promise<StoredWorkflow> {
		const response = await this.#call('PATCH', `/workflows/${id}`, changed);
		return StoredWorkflow.parse(response.data.data);
	}

	/**
	 * Publishes and waits until the triggers are live. Throws with their own words where one refuses. An n8n before 2.0 activates by
	 * changing the workflow; where there is no publication status, the triggers are live when the call is answered.
	 */
	async publish({ id, versionId }: StoredWorkflow): Promise<void> {
		const activated = await this.#client.post<Answer>(`/workflows/${id}/activate`, { versionId });
		if (activated.status === 404) {
			await this.#call('PATCH', `/workflows/${id}`, { active: true, versionId });
			return;
		}
		assertSuccess(activated, `POST /workflows/${id}/activate`);
		const deadline = Date.now() + PUBLISH_LIMIT_MS;
		for (;;) {
			const response = await this.#client.get<Answer>(`/workflows/${id}/publication-status`);
			if (response.status === 404) return;
			assertSuccess(response, `GET /workflows/${id}/publication-status`);
			const { status, triggers } = Publication.parse(response.data.data);
			if (status === 'published') return;
			if (status === 'failed' || status === 'partial' || Date.now() > deadline) {
				const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []).join('; ');
				throw new UserError(
					`n8n could not publish the workflow (${status}): ${reasons || 'no reason given'}`,
				);
			}
			await sleep(50);
		}
	}

	/** Takes a published workflow back; its triggers give up what they registered meanwhile. */
	async unpublish({ id }: StoredWorkflow): Promise<void> {
		await this.#call('POST', `/workflows/${id}/deactivate`, {});
	}

	/** Where the calls for a trigger arrive once its workflow is published. `path` is that of the node's webhook description. */
	webhookUrl(workflow: Workflow, nodeType: string, path: string): string {
		const trigger = workflow.nodes.find(({ type }) => type === nodeType);
		if (!trigger) throw new UserError(`The workflow "${workflow.name}" has no ${nodeType}`);
		const route = trigger.webhookId ?? `${workflow.id}/${trigger.name.toLowerCase()}`;
		return `${this.#url}/webhook/${route}/${path}`;
	}

	/** Newest first. */
	async executions(workflowId: string): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const response = await this.#call('GET', `/executions?limit=100&filter=${filter}`);
		return z.object({ results: z.array(Execution) }).parse(response.data.data).results;
	}

	/** Each node's runs and items of one execution, and the error that ended it, if one did. */
	async runData(executionId: string): Promise<RunData> {
		return RunData.parse(parseFlatted(await this.executionText(executionId))).resultData;
	}

	/** All that n8n keeps of an execution's data, in the "flatted" form of JSON. */
	async executionText(executionId: string): Promise<string> {
		const response = await this.#call('GET', `/executions/${executionId}`);
		return z.object({ data: z.string() }).parse(response.data.data).data;
	}

	/** Runs a failed or interrupted execution again, with the workflow as it was, and waits for its end. */
	async retry(executionId: string): Promise<void> {
		await this.#call('POST', `/executions/${executionId}/retry`, { loadWorkflow: false });
	}

	/** Ends an execution that is under way, as the Stop button does. */
	async stop(executionId: string): Promise<void> {
		await this.#call('POST', `/executions/${executionId}/stop`);
	}

	/** Runs a workflow from one of its triggers that wait for no call, published or not. Gives the execution's id. */
	async run(workflowId: string, trigger: string): Promise<string> {
		const response = await this.#call('POST', `/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: trigger },
		});
		return z.object({ executionId: z.coerce.string() }).parse(response.data.data).executionId;
	}

	/** Has a trigger wait for one test event, as *Execute step* does. Throws with its own words where it refuses. */
	async listen(workflowId: string, trigger: string): Promise<void> {
		const response = await this.#call('POST', `/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: trigger },
		});
		z.object({ waitingForWebhook: z.literal(true) }).parse(response.data.data);
	}

	async stopListening(workflowId: string): Promise<void> {
		await this.#call('DELETE', `/test-webhook/${workflowId}`);
	}

	async execution(id: string): Promise<Execution> {
		return Execution.parse((await this.#call('GET', `/executions/${id}`)).data.data);
	}

	/** The Data Table with exactly this name. */
	async findDataTable(name: string): Promise<DataTable | undefined> {
		const filter = encodeURIComponent(JSON.stringify({ name }));
		const response = await this.#call('GET', `/data-tables-global?take=${PAGE}&filter=${filter}`);
		const { data } = z.object({ data: z.array(DataTable) }).parse(response.data.data);
		return data.find((table) => table.name === name);
	}

	/** All rows, in the order in which they were added. */
	async rows(table: DataTable): Promise<Row[]> {
		const rows: Row[] = [];
		for (;;) {
			const query = `take=${PAGE}&skip=${rows.length}&sortBy=id:asc`;
			const response = await this.#call('GET', `${pathOf(table)}/rows?${query}`);
			const { data } = z.object({ data: z.array(Row) }).parse(response.data.data);
			rows.push(...data);
			if (data.length < PAGE) return rows;
		}
	}

	async addRows(table: DataTable, rows: readonly Row[]): Promise<void> {
		await this.#call('POST', `${pathOf(table)}/insert`, { data: rows, returnType: 'count' });
	}

	/** Changes all rows that have this value in this column. */
	async changeRows(table: DataTable, columnName: string, value: string, data: Row): Promise<void> {
		const filter = { type: 'and', filters: [{ columnName, condition: 'eq', value }] };
		await this.#call('PATCH', `${pathOf(table)}/rows`, { filter, data });
	}

	/** The descriptions of all node types and versions that this instance has, for n8n's own schema of them. */
	async nodeTypes(): Promise<unknown> {
		return (await this.#client.get<unknown>(`${this.#url}/types/nodes.json`)).data;
	}

	async #call(
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		data?: unknown,
	): Promise<AxiosResponse<Answer>> {
		const response = await this.#client.request<Answer>({ method, url: path, data });
		assertSuccess(response, `${method} ${path}`);
		return response;
	}
}

function assertSuccess({ status, data }: AxiosResponse<unknown>, call: string): void {
	if (status >= 300) throw new N8nRefusal(status, `${call}: ${JSON.stringify(data)}`);
}

function pathOf({ id, projectId }: DataTable): string {
	return `/projects/${projectId}/data-tables/${id}`;
}
