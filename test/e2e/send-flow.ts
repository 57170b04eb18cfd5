/** Workflows that send the rows of a call with Messaging Send, and what became of each row. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { isOver, N8nRefusal, type RunData, type Workflow } from '../../sandbox/n8n/api.ts';
import { addWorkflow, credentialOf, PACKAGE } from '../../sandbox/n8n/set-up.ts';
import type { Provider } from '../../sandbox/settings.ts';
import type { Surroundings } from './lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';

type Json = Record<string, unknown>;

/** The items of Messaging Send by its outputs, in the order of the rows. */
export interface Sent {
	accepted: Json[];
	suppressed: Json[];
	/** Empty where the node stops at the first error. */
	failed: Json[];
	/** What ended the execution. */
	error: Json | undefined;
}

const SEND = 'Messaging Send';
const LONGEST_MS = 900_000;
/** n8n's answer while it has lost sight of its database, as happens on a busy machine. */
const BUSY = 503;

interface Settings {
	provider: Provider;
	parameters: Json;
	/** As under *Settings* of the node. */
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retryOnFail?: boolean;
}

/** Makes the nodes of a test workflow, which nobody looks at. */
export const nodesOf = (workflowId: string) => (name: string, rest: Json & { type: string }) => ({
	parameters: {},
	id: `${workflowId}-${name}`,
	name,
	typeVersion: 1,
	position: [0, 0],
	...rest,
});

function workflowOf(
	lab: Surroundings,
	{ provider, parameters, onError = 'continueErrorOutput', ...tries }: Settings,
): Workflow {
	const id = randomUUID();
	const node = nodesOf(id);
	const next = (...names: string[]) => ({
		main: names.map((name) => [{ node: name, type: 'main', index: 0 }]),
	});
	return {
		id,
		name: `Sends over ${provider}`,
		nodes: [
			node('Call', {
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: id,
				parameters: { httpMethod: 'POST', path: id, responseMode: 'lastNode', responseData: 'noData' },
			}),
			node('Rows', { type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'body.rows' } }),
			node(SEND, {
				type: `${PACKAGE}.messagingSend`,
				parameters: { provider, ...parameters },
				credentials: credentialOf(provider, lab.credentialIds),
				onError,
				...tries,
			}),
			node('End', { type: 'n8n-nodes-base.limit' }),
		],
		connections: { Call: next('Rows'), Rows: next(SEND), [SEND]: next('End', 'End', 'End') },
		settings: {},
	};
}

/** A published workflow that sends what it is called with. */
export class SendFlow {
	readonly #lab: Surroundings;
	readonly #id: string;

	private constructor(lab: Surroundings, id: string) {
		this.#lab = lab;
		this.#id = id;
	}

	static async publish(lab: Surroundings, settings: Settings): Promise<SendFlow> {
		const { id } = await addWorkflow(lab.api, workflowOf(lab, settings));
		return new SendFlow(lab, id);
	}

	/** One execution over these rows. */
	async send(rows: readonly Json[]): Promise<Sent> {
		const before = (await this.#lab.api.executions(this.#id)).length;
		const { status } = await axios.post(
			`${this.#lab.n8n.url}/webhook/${this.#id}`,
			{ rows },
			{ proxy: false, timeout: LONGEST_MS, validateStatus: () => true },
		);
		assert.notEqual(status, BUSY, 'n8n took no call');
		return await this.#outcomeAfter(before);
	}

	/** Has n8n run its newest execution again, as its Retry button does. */
	async retry(): Promise<Sent> {
		const executions = await this.#lab.api.executions(this.#id);
		const [newest] = executions;
		assert(newest, 'there is no execution yet');
		await this.#lab.api.retry(newest.id);
		return await this.#outcomeAfter(executions.length);
	}

	async #outcomeAfter(before: number): Promise<Sent> {
		const run = await eventually(() => this.#newRun(before), 'the end of the execution', 60_000);
		const outputs = run.runData[SEND]?.[0]?.data?.main ?? [];
		const [accepted = [], suppressed = [], failed = []] = outputs.map((items) =>
			(items ?? []).map(({ json }) => json),
		);
		return { accepted, suppressed, failed, error: run.error };
	}

	/** What the nodes did in the execution that came after so many others; undefined while it is not over. */
	async #newRun(before: number): Promise<RunData | undefined> {
		try {
			const executions = await this.#lab.api.executions(this.#id);
			const [newest] = executions;
			if (newest === undefined || executions.length === before || !isOver(newest)) {
				return undefined;
			}
			return await this.#lab.api.runData(newest.id);
		} catch (failure) {
			if (failure instanceof N8nRefusal && failure.status === BUSY) return undefined;
			throw failure;
		}
	}
}

/** Publishes the workflow and sends the rows through it. */
export async function sendRows(lab: Surroundings, settings: Settings, rows: readonly Json[]): Promise<Sent> {
	return (await SendFlow.publish(lab, settings)).send(rows);
}
