/** Workflows of a provider's nodes, one after the other, that are called over HTTP. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { z } from 'zod';
import { addWorkflow, credentialOf, PACKAGE } from '../../sandbox/n8n/set-up.ts';
import type { Provider } from '../../sandbox/settings.ts';
import { endedExecutions, itemsOf, type Lab, type Published } from './lab.ts';
import { triggerWorkflow } from './trigger-flow.ts';

export type Json = Record<string, unknown>;

const Item = z.record(z.unknown());
const CALL = 'Call';

/** A node between the call and its answer. */
export interface Step {
	name: string;
	type: string;
	parameters: Json;
	/** Of the provider, unless the node needs none. */
	withoutCredential?: true;
}

/** An operation of Messaging Channel. */
export function channel(name: string, resource: string, operation: string, parameters: Json = {}): Step {
	return { name, type: `${PACKAGE}.messagingChannel`, parameters: { resource, operation, ...parameters } };
}

export class Chain {
	readonly #lab: Lab;
	readonly #id: string;

	private constructor(lab: Lab, id: string) {
		this.#lab = lab;
		this.#id = id;
	}

	/** Parameters may take members of the call: `={{ $('Call').item.json.body.pin }}`. */
	static async publish(lab: Lab, provider: Provider, name: string, steps: readonly Step[]): Promise<Chain> {
		const id = randomUUID();
		const call = {
			name: CALL,
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: id,
			parameters: {
				httpMethod: 'POST',
				path: id,
				responseMode: 'lastNode',
				responseData: 'firstEntryJson',
			},
		};
		const nodes = steps.map(({ name: label, type, parameters, withoutCredential }) => ({
			name: label,
			type,
			typeVersion: 1,
			parameters: withoutCredential ? parameters : { provider, ...parameters },
			...(withoutCredential ? {} : { credentials: credentialOf(provider, lab.credentialIds) }),
		}));
		const names = [CALL, ...steps.map((step) => step.name)];
		await addWorkflow(lab.api, {
			id,
			name: `${provider}: ${name}`,
			nodes: [call, ...nodes].map((node, index) => ({
				...node,
				id: `${id}-${index}`,
				position: [index * 220, 0],
			})),
			connections: Object.fromEntries(
				names
					.slice(1)
					.map((next, index) => [names[index], { main: [[{ node: next, type: 'main', index: 0 }]] }]),
			),
			settings: { executionOrder: 'v1' },
		});
		return new Chain(lab, id);
	}

	/** A workflow of one operation of Messaging Channel. */
	static operation(
		lab: Lab,
		provider: Provider,
		resource: string,
		name: string,
		parameters: Json = {},
	): Promise<Chain> {
		const steps = [channel('Channel', resource, name, parameters)];
		return Chain.publish(lab, provider, `${resource} ${name}`, steps);
	}

	/** The first item that comes out of the last node. */
	async run(body: Json = {}): Promise<Json> {
		const { status, data } = await this.#call(body);
		assert.equal(status, 200, JSON.stringify(data));
		return Item.parse(data);
	}

	/** An execution that a node ends with an error. */
	async fail(body: Json): Promise<void> {
		assert.equal((await this.#call(body)).status, 500);
	}

	/** What each node gave out first in the newest execution. */
	async items(): Promise<Record<string, Json>> {
		const [newest] = await endedExecutions(this.#lab.api, this.#id);
		assert(newest);
		const run = await this.#lab.api.runData(newest.id);
		return Object.fromEntries(Object.keys(run.runData).map((name) => [name, itemsOf(run, name)[0] ?? {}]));
	}

	#call(body: Json) {
		return axios.post<unknown>(`${this.#lab.n8n.url}/webhook/${this.#id}`, body, {
			proxy: false,
			timeout: 60_000,
			validateStatus: () => true,
		});
	}
}

/** A workflow that messages and statuses of some senders start. */
export async function listener(
	lab: Lab,
	provider: Provider,
	senders: string,
	registration: 'automatic' | 'manual',
): Promise<Published> {
	const parameters = {
		provider,
		registration,
		purpose: 'selected',
		events: ['message', 'status'],
		filters: { senders },
	};
	const credentials = credentialOf(provider, lab.credentialIds);
	return await lab.publish(triggerWorkflow(`Events of ${provider} for ${senders}`, parameters, credentials));
}
