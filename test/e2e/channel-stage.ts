/** What channels of Infobip and Sinch are set up and broken with in a real n8n. */
import assert from 'node:assert/strict';
import { CREDENTIALS } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { Chain, type Json } from './channel-chain.ts';
import { itemsOf, type Lab, type Published, TRIGGER } from './lab.ts';

export type Provider = 'infobip' | 'sinch';

/** What a person reads on the phone of a number. */
export const CODE = '907153';
export const fromBody = (name: string) => `={{ $('Call').item.json.body.${name} }}`;
export const TEMPLATE = {
	name: fromBody('name'),
	language: 'en',
	category: 'MARKETING',
	body: 'The autumn menu is here.',
};

/** What Channel → Check finds first, the next step where a node can do it, and where the fault only warns. */
type Row<Fault> = readonly [
	fault: Fault,
	first: string,
	mend?: (() => Promise<unknown>) | undefined,
	status?: 'degraded',
];

/** A channel that works, and what can go wrong with it. */
export interface Broken<Fault> {
	look: () => Promise<Json>;
	/** That messages arrive, where the provider's API says where they go. */
	hears?: () => Promise<void>;
	rows: readonly Row<Fault>[];
}

export class ChannelStage {
	readonly lab: Lab;

	constructor(lab: Lab) {
		this.lab = lab;
	}

	/** A workflow of one operation of Messaging Channel. */
	operation(provider: Provider, resource: string, name: string, parameters: Json = {}): Promise<Chain> {
		return Chain.operation(this.lab, provider, resource, name, parameters);
	}

	/** The credential with other fields than the sandbox gave it. */
	async credential(provider: Provider, fields: Record<string, string> = {}): Promise<void> {
		const { api, credentialIds, sandbox } = this.lab;
		const { type, name, data } = CREDENTIALS[provider];
		const stored = { ...data(sandbox[provider].baseUrl), ...fields };
		await api.saveCredential({ id: credentialIds[provider], name, type, data: stored });
	}

	async publishAgain({ workflow }: Published): Promise<void> {
		await this.lab.api.unpublish(workflow);
		await this.lab.api.publish(workflow);
	}

	/** A message of the customer starts the workflow. */
	async hears(published: Published, provider: Provider, phoneNumber: string): Promise<void> {
		const standIn = this.lab.sandbox[provider];
		const [customer] = WORLD.customers;
		const line = standIn.lines.find((each) => each.phoneNumber === phoneNumber);
		assert(line && customer);
		const { messageId } = standIn.customerSends(customer.phoneNumber, 'Hi', { numberId: line.id });
		const [event] = itemsOf(await published.runOf(messageId), TRIGGER);
		assert.deepEqual([event?.kind, event?.to], ['message', phoneNumber]);
	}
}
