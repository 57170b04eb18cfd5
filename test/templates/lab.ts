/** A template as its user has it: imported into an n8n that has nothing but the package, with credentials chosen, and published. */
import assert from 'node:assert/strict';
import { z } from 'zod';
import {
	type Execution,
	isOver,
	type Row,
	type RunData,
	type StoredWorkflow,
	type Workflow,
} from '../../sandbox/n8n/api.ts';
import { CREDENTIALS } from '../../sandbox/n8n/set-up.ts';
import { type Provider, type SandboxLine, WORLD } from '../../sandbox/settings.ts';
import { startSurroundings, Surroundings } from '../e2e/lab.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { MAIN, readTemplate } from './files.ts';
import { NodeTypes, type WorkflowNode } from './node-types.ts';
import { readPhone, type PhoneMessage } from './phone.ts';

export { itemsOf } from '../e2e/lab.ts';
export { eventually };

const MANUAL = 'n8n-nodes-base.manualTrigger';
/** Triggers that wait for no call. */
const RUN_BY_HAND = ['n8n-nodes-base.scheduleTrigger', MANUAL];
const RUN_LIMIT_MS = 60_000;

interface TemplateOptions {
	/** The folder of the template's folder, where that is not `templates`. */
	from?: string;
	/** Alters a workflow before it is imported. `file` is its name in the template's folder. */
	change?: (workflow: Workflow, file: string) => Workflow;
	/** Without it, workflows with a trigger are published. */
	publish?: boolean;
	/** Fields of credentials other than those of the package, by type: `{ httpHeaderAuth: { name: …, value: … } }`. */
	credentials?: Record<string, Record<string, string>>;
}

interface Wrote {
	provider?: Provider;
	/** Where the provider has several numbers; the first one otherwise. */
	channel?: SandboxLine['channel'];
	/** Place in the sandbox's list of customers. */
	customer?: number;
}

/**
 * What a person does after the import: choose a credential wherever a node asks for one.
 *
 * @param own fields of credentials other than those of the package, by type
 */
export async function credentialChooser(
	{ api, credentialIds }: Surroundings,
	types: NodeTypes,
	own: NonNullable<TemplateOptions['credentials']>,
): Promise<(workflow: Workflow) => Workflow> {
	const chosen = new Map<string, { id: string; name: string }>();
	for (const provider of ['whatsAppCloud', 'infobip', 'sinch'] as const) {
		const { type, name } = CREDENTIALS[provider];
		chosen.set(type, { id: credentialIds[provider], name });
	}
	for (const [type, data] of Object.entries(own)) {
		chosen.set(type, { id: await api.saveCredential({ name: type, type, data }), name: type });
	}
	const choose = (node: WorkflowNode): WorkflowNode => {
		const entries = types.credentialTypes(node).map((type) => {
			const credential = chosen.get(type);
			assert(
				credential,
				`"${node.name}" asks for a credential of type ${type}, which the test has not given`,
			);
			return [type, credential] as const;
		});
		return entries.length === 0 ? node : { ...node, credentials: Object.fromEntries(entries) };
	};
	return (workflow) => ({ ...workflow, nodes: workflow.nodes.map(choose) });
}

export class TemplateLab extends Surroundings {
	readonly name: string;
	readonly customers = WORLD.customers;
	readonly #workflows: ReadonlyMap<string, StoredWorkflow>;
	readonly #types: NodeTypes;

	private constructor(
		name: string,
		parts: Surroundings,
		workflows: ReadonlyMap<string, StoredWorkflow>,
		types: NodeTypes,
	) {
		super(parts);
		this.name = name;
		this.#workflows = workflows;
		this.#types = types;
	}

	/** Starts everything, and stops it after the file's last test. */
	static async start(
		name: string,
		{ from, change = (same) => same, publish = true, credentials = {} }: TemplateOptions = {},
	): Promise<TemplateLab> {
		const parts = await startSurroundings(`template-${name}`);
		const types = await NodeTypes.of(parts.api);
		const choose = await credentialChooser(parts, types, credentials);

		const workflows = new Map<string, StoredWorkflow>();
		for (const [file, template] of await readTemplate(name, from)) {
			const stored = await parts.api.createWorkflow(choose(change(template, file)));
			assert.equal(stored.id, template.id, 'n8n keeps the id, by which other workflows refer to it');
			workflows.set(file, stored);
		}
		const lab = new TemplateLab(name, parts, workflows, types);
		if (publish) await lab.publish();
		return lab;
	}

	/** The stored workflow of a file of the template's folder. */
	workflow(file = MAIN): StoredWorkflow {
		const workflow = this.#workflows.get(file);
		assert(workflow, `${this.name} has no ${file}`);
		return workflow;
	}

	/** Publishes what anything but a button starts, called workflows before their callers. Triggers register themselves. */
	async publish(): Promise<void> {
		for (const workflow of this.#workflows.values()) {
			const triggers = workflow.nodes.filter((node) => this.#types.isTrigger(node));
			if (triggers.every(({ type }) => type === MANUAL)) continue;
			await this.api.publish(workflow);
			const ofSinch = triggers.find(({ parameters }) => parameters.provider === 'sinch');
			// Sinch sets up the callback of a service plan on request.
			if (ofSinch) await this.sandbox.sinch.setWebhook(this.#urlOf(workflow, ofSinch, 'webhook', 'webhook'));
		}
	}

	/** A customer writes to the business. Gives the message's id once the trigger has taken it over. */
	async customerWrites(
		text: string,
		{ provider = 'whatsAppCloud', channel, customer = 0 }: Wrote = {},
	): Promise<string> {
		const standIn = this.sandbox[provider];
		const line = standIn.lines.find((each) => channel === undefined || each.channel === channel);
		const { messageId, delivered } = standIn.customerSends(this.#phoneNumber(customer), text, {
			numberId: line?.id,
		});
		const { state, attempts } = await delivered;
		assert.equal(state, 'taken', `"${text}": ${JSON.stringify(attempts)}`);
		return messageId;
	}

	/** What the business sent to a customer's phone, oldest first; over one provider where it is given. */
	phone(customer = 0, provider?: Provider): Promise<PhoneMessage[]> {
		return readPhone(this.sandbox, this.#phoneNumber(customer), provider);
	}

	#phoneNumber(customer: number): string {
		const { phoneNumber } = WORLD.customers[customer] ?? {};
		assert(phoneNumber, `The sandbox has no customer ${customer}`);
		return phoneNumber;
	}

	/** The rows of the Data Table with this name, oldest first. Empty where it was not created yet. */
	async table(name: string): Promise<Row[]> {
		const table = await this.api.findDataTable(name);
		return table ? await this.api.rows(table) : [];
	}

	/** Adds rows to a table that the template has created. */
	async addRows(name: string, rows: readonly Row[]): Promise<void> {
		const table = await this.api.findDataTable(name);
		assert(table, `The template has not created the table ${name}`);
		await this.api.addRows(table, rows);
	}

	/** Executions of a workflow, newest first. */
	runs(file = MAIN): Promise<Execution[]> {
		return this.api.executions(this.workflow(file).id);
	}

	/** Waits until nothing runs; of executions that wait, only those of a form or a Wait node are left. */
	async idle(file = MAIN): Promise<void> {
		await eventually(
			async () => (await this.runs(file)).every((run) => isOver(run) || run.status === 'waiting'),
			`the end of all executions of ${file}`,
			RUN_LIMIT_MS,
		);
	}

	/**
	 * Runs a workflow as the editor's button does, from the named trigger, otherwise from the only one that waits for no call, and
	 * waits for its end. Gives what its nodes did; `error` where it failed.
	 */
	async runManually(file = MAIN, trigger?: string): Promise<RunData> {
		const { id, nodes } = this.workflow(file);
		const [first, second] = nodes.filter(({ type }) => RUN_BY_HAND.includes(type));
		const name = trigger ?? first?.name;
		assert(name && (trigger ?? !second), `${file} has no trigger, or several: name the one to run`);
		const executionId = await this.api.run(id, name);
		await eventually(
			async () => isOver(await this.api.execution(executionId)),
			`the end of the run of ${name}`,
			RUN_LIMIT_MS,
		);
		return await this.api.runData(executionId);
	}

	/** Production URL of a Webhook node, a form or a Messaging Trigger. */
	webhookUrl(nodeName: string, file = MAIN): string {
		const workflow = this.workflow(file);
		const node = workflow.nodes.find(({ name }) => name === nodeName);
		assert(node, `${file} has no node ${nodeName}`);
		if (node.type === 'n8n-nodes-base.formTrigger') return this.#urlOf(workflow, node, 'form');
		if (node.type !== 'n8n-nodes-base.webhook') return this.#urlOf(workflow, node, 'webhook', 'webhook');
		// A path with a parameter in it comes behind the webhook's id.
		const path = z.string().parse(node.parameters.path);
		return path.includes(':')
			? this.#urlOf(workflow, node, 'webhook', path)
			: `${this.n8n.url}/webhook/${path}`;
	}

	#urlOf(workflow: Workflow, node: WorkflowNode, kind: 'webhook' | 'form', path?: string): string {
		assert(node.webhookId, `"${node.name}" of ${workflow.name} has no webhookId`);
		return [this.n8n.url, kind, node.webhookId, ...(path === undefined ? [] : [path])].join('/');
	}

	/** Waits until `found` gives something other than undefined or false. */
	eventually<T>(
		found: () => T | undefined | false | Promise<T | undefined | false>,
		what: string,
		withinMs = RUN_LIMIT_MS,
	): Promise<T> {
		return eventually(found, what, withinMs);
	}
}
