/** Workflows that run one operation of Messaging Channel, and what n8n keeps of them. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import axios from 'axios';
import { parse as parseFlatted } from 'flatted';
import { z } from 'zod';
import { addWorkflow, credentialOf, PACKAGE } from '../../sandbox/n8n/set-up.ts';
import type { Lab } from './lab.ts';

export type Json = Record<string, unknown>;

const Item = z.record(z.unknown());
const CHANNEL = 'Messaging Channel';

/** A number or an account by its ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

export class ChannelFlow {
	readonly #url: string;

	private constructor(url: string) {
		this.#url = url;
	}

	/** Publishes a workflow whose parameters may take members of the call: `={{ $json.body.pin }}`. */
	static async publish(
		lab: Lab,
		resource: string,
		operation: string,
		parameters: Json,
	): Promise<ChannelFlow> {
		const id = randomUUID();
		await addWorkflow(lab.api, {
			id,
			name: `${resource}: ${operation}`,
			nodes: [
				{
					parameters: {
						httpMethod: 'POST',
						path: id,
						responseMode: 'lastNode',
						responseData: 'firstEntryJson',
					},
					id: `${id}-call`,
					name: 'Call',
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2,
					position: [0, 0],
					webhookId: id,
				},
				{
					parameters: { provider: 'whatsAppCloud', resource, operation, ...parameters },
					id: `${id}-channel`,
					name: CHANNEL,
					type: `${PACKAGE}.messagingChannel`,
					typeVersion: 1,
					position: [220, 0],
					credentials: credentialOf('whatsAppCloud', lab.credentialIds),
				},
			],
			connections: { Call: { main: [[{ node: CHANNEL, type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1' },
		});
		return new ChannelFlow(`${lab.n8n.url}/webhook/${id}`);
	}

	/** The item that comes out of it. */
	async run(body: Json = {}): Promise<Json> {
		const { status, data } = await this.#call(body);
		assert.equal(status, 200, JSON.stringify(data));
		return Item.parse(data);
	}

	/** An execution that the operation ends with an error. */
	async fail(body: Json): Promise<void> {
		assert.equal((await this.#call(body)).status, 500);
	}

	#call(body: Json) {
		return axios.post<unknown>(this.#url, body, {
			proxy: false,
			timeout: 60_000,
			validateStatus: () => true,
		});
	}
}

const Row = z.object({ data: z.string(), workflowData: z.string() });
const Nodes = z.object({ nodes: z.array(z.object({ name: z.string(), type: z.string() })) });
const Stored = z.object({
	resultData: z.object({ runData: z.record(z.unknown()), error: z.unknown() }),
});

/** Where a person or a system hands a secret over, n8n keeps it as it came. */
const HANDS_OVER = ['n8n-nodes-base.form', 'n8n-nodes-base.formTrigger', 'n8n-nodes-base.webhook'];

export interface Kept {
	executions: number;
	/** What nodes gave out and why they failed, but for nodes through which values come in. */
	ofNodes: string[];
	/** All that is kept of the executions' data. */
	whole: string[];
}

/** What n8n's database holds of all executions. */
export function keptOfExecutions(userFolder: string): Kept {
	const database = new DatabaseSync(join(userFolder, '.n8n/database.sqlite'), { timeout: 5_000 });
	try {
		const rows = z.array(Row).parse(database.prepare('SELECT data, workflowData FROM execution_data').all());
		return {
			executions: rows.length,
			ofNodes: rows.flatMap(({ data, workflowData }) => nodesOf(data, workflowData)),
			whole: rows.map(({ data }) => data),
		};
	} finally {
		database.close();
	}
}

function nodesOf(data: string, workflowData: string): string[] {
	const { nodes } = Nodes.parse(JSON.parse(workflowData));
	const entries = new Set(nodes.filter(({ type }) => HANDS_OVER.includes(type)).map(({ name }) => name));
	const { runData, error } = Stored.parse(parseFlatted(data)).resultData;
	const runs = Object.entries(runData).filter(([name]) => !entries.has(name));
	return [...runs.map(([, run]) => run), error ?? null].map((part) => JSON.stringify(part));
}
