/** Workflows that ask people, and what people do with the questions. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { choicesOf, type Content } from '../../sandbox/shared/content.ts';
import type { Execution, N8nApi, RunData, StoredWorkflow, Workflow } from '../../sandbox/n8n/api.ts';
import { addWorkflow, credentialOf, PACKAGE } from '../../sandbox/n8n/set-up.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import type { Surroundings } from './lab.ts';

export const ASK = 'Ask';
/** The outputs of the node that asks, in their order. */
export const OUTPUTS = ['noAnswer', 'answered', 'optedOut'] as const;

const NUMBER = WORLD.numbers[0]?.id ?? '';

/** A workflow that a call of its webhook has ask: `{ to, message }`. */
function askingWorkflow(
	lab: Pick<Surroundings, 'credentialIds'>,
	parameters: Record<string, unknown>,
	path: string,
): Workflow {
	return {
		id: randomUUID(),
		name: `Ask ${path}`,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: randomUUID(),
				name: 'Start',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: randomUUID(),
				parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
			},
			{
				id: randomUUID(),
				name: ASK,
				type: `${PACKAGE}.messagingSend`,
				typeVersion: 1,
				position: [220, 0],
				webhookId: randomUUID(),
				credentials: credentialOf('whatsAppCloud', lab.credentialIds),
				parameters: {
					provider: 'whatsAppCloud',
					operation: 'sendAndWait',
					sender: { __rl: true, mode: 'id', value: NUMBER },
					recipientFrom: 'value',
					to: '={{ $json.body.to }}',
					message: '={{ $json.body.message }}',
					permission: { consentState: 'optedIn' },
					...parameters,
				},
			},
		],
		connections: { Start: { main: [[{ node: ASK, type: 'main', index: 0 }]] } },
	};
}

/** A published workflow that asks. */
export class Asker {
	readonly workflow: StoredWorkflow;
	readonly #api: N8nApi;
	readonly #url: string;

	private constructor(api: N8nApi, workflow: StoredWorkflow, url: string) {
		this.#api = api;
		this.workflow = workflow;
		this.#url = url;
	}

	static async publish(lab: Surroundings, parameters: Record<string, unknown> = {}): Promise<Asker> {
		const path = `ask-${randomUUID()}`;
		const workflow = await addWorkflow(lab.api, askingWorkflow(lab, parameters, path));
		return new Asker(lab.api, workflow, `${lab.n8n.url}/webhook/${path}`);
	}

	/** Starts an execution that asks; gives its id when it waits, or has ended. */
	async ask(to: string, message = 'Shall we deliver on Saturday?'): Promise<string> {
		const before = new Set((await this.#api.executions(this.workflow.id)).map(({ id }) => id));
		const { status } = await axios.post(this.#url, { to, message }, { proxy: false });
		assert.equal(status, 200);
		return await eventually(async () => {
			const all = await this.#api.executions(this.workflow.id);
			const own = all.find(({ id, status: is }) => !before.has(id) && is !== 'running' && is !== 'new');
			return own?.id;
		}, 'the execution to wait');
	}

	execution(id: string): Promise<Execution> {
		return this.#api.execution(id);
	}

	/** Waits for the end of an execution: at which output its item left, and what the item holds under `data`. */
	async outcome(id: string): Promise<{ output: (typeof OUTPUTS)[number]; data: Record<string, unknown> }> {
		await eventually(
			async () => (await this.execution(id)).status === 'success',
			`the end of execution ${id}`,
		);
		return outcomeOf(await this.#api.runData(id));
	}

	runData(id: string): Promise<RunData> {
		return this.#api.runData(id);
	}
}

function outcomeOf(run: RunData): { output: (typeof OUTPUTS)[number]; data: Record<string, unknown> } {
	const main = run.runData[ASK]?.at(-1)?.data?.main ?? [];
	const at = main.findIndex((items) => (items ?? []).length > 0);
	const output = OUTPUTS[at];
	assert(output, `the item left at no output: ${JSON.stringify(main)}`);
	const { data } = main[at]?.[0]?.json ?? {};
	return { output, data: typeof data === 'object' && data !== null ? { ...data } : {} };
}

export interface PhoneMessage {
	id: string;
	text: string;
	content?: Content;
}

/** What the business sent to a phone last. */
export async function lastQuestion(sandbox: Sandbox, customer: string): Promise<PhoneMessage> {
	const { data } = await axios.get<{
		threads: { customer: string; messages: (PhoneMessage & { sender: string })[] }[];
	}>(`${sandbox.url}/sandbox/state`, { proxy: false });
	const messages = data.threads
		.filter((thread) => thread.customer === customer)
		.flatMap((thread) => thread.messages)
		.filter(({ sender }) => sender === 'business');
	const last = messages.at(-1);
	assert(last, `nothing was sent to ${customer}`);
	return last;
}

/** Taps what has this label on a message of the business. Gives the id of what that sends. */
export async function tap(
	sandbox: Sandbox,
	customer: string,
	{ id, content = {} }: PhoneMessage,
	label: string,
): Promise<string> {
	const choice = choicesOf(content).find((one) => one.label === label);
	assert(choice, `there is nothing to tap with the label ${label}`);
	const body = { numberId: NUMBER, customer, messageId: id, choice: choice.id };
	const { data } = await axios.post<{ messageId: string }>(`${sandbox.url}/sandbox/taps`, body, {
		proxy: false,
	});
	return data.messageId;
}
