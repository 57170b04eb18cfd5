import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { OutgoingMessage, SendReason } from '../../../core';

/** Why an item is not sent although nothing is wrong with it. Leaves on the Suppressed output. */
export interface Suppression {
	reason: string;
	/** Name of the rule, for workflows to branch on. */
	rule: 'customerServiceWindow' | SendReason;
	advice: string;
}

export type Prepared = { send: true; message: OutgoingMessage } | { send: false; suppression: Suppression };

/** One operation of Messaging Send: its entry in the list, its fields and how an item becomes a message. */
export interface Operation {
	option: INodePropertyOptions;
	fields: INodeProperties[];
	prepare(context: IExecuteFunctions, itemIndex: number, now: number): Prepared;
}
