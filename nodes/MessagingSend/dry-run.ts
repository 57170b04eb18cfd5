import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { countSegments, type OutgoingMessage, type ProviderName } from '../../core';
import type { ItemFailure } from '../shared/item-failure';
import { PROVIDER_ACCESS } from '../shared/providers';
import type { Outgoing } from './attempt';
import { heldBack, Tally, type Rule } from './held-back';
import { giveHints, uncheckedHint } from './hints';
import { inFrontOf } from './kept-input';
import type { Prepared } from './prepare';
import { shownMessage } from './shown-message';

/** What a message is charged as: the category on WhatsApp, the parts of an SMS. */
interface Cost {
	costClass: string;
	segments?: number;
}

function costOf(provider: ProviderName, { message, template }: Outgoing, text: string): Cost {
	const channel = message.channel ?? PROVIDER_ACCESS[provider].channel ?? provider;
	if (channel === 'sms') return { costClass: 'SMS', segments: countSegments(text).segments };
	if (channel !== 'whatsapp') return { costClass: channel };
	return { costClass: message.type === 'template' ? (template?.category ?? 'template') : 'service' };
}

function recipientOf({ to, toUserId, toGroupId }: OutgoingMessage): string | undefined {
	return to ?? toUserId ?? toGroupId;
}

const rowOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;

/** What a run would do, item by item and in one sentence; nothing is sent. */
export class DryRun {
	private readonly accepted: INodeExecutionData[] = [];

	private readonly suppressed: INodeExecutionData[] = [];

	private readonly held: Rule[] = [];

	private readonly costs = new Tally();

	private unfit = 0;

	private unchecked = 0;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly items: readonly INodeExecutionData[],
		/** How the node gets to know the consent of people. */
		private readonly consentAdvice: string | undefined,
	) {}

	add(row: number, provider: ProviderName, prepared: Prepared): void {
		if ('payload' in prepared) {
			const { payload } = prepared;
			const message = shownMessage(payload.message, payload.template) ?? '';
			const cost = costOf(provider, payload, message);
			if (payload.isUnchecked) this.unchecked += 1;
			this.costs.add(cost.costClass, cost.segments ?? 1);
			const to = recipientOf(payload.message);
			const { type, sender } = payload.message;
			this.give(this.accepted, row, { to, outcome: 'wouldBeSent', message, ...cost, provider, type, sender });
		} else if ('failure' in prepared.why) {
			this.refuse(row, prepared.why.failure);
		} else {
			this.held.push(prepared.why.suppression.rule);
			this.give(this.suppressed, row, { suppressed: { outcome: 'suppressed', ...prepared.why.suppression } });
		}
	}

	refuse(row: number, { details }: ItemFailure): void {
		this.unfit += 1;
		this.give(this.accepted, row, { outcome: 'cannotBeSent', error: details });
	}

	/** The outputs Accepted and Suppressed, with the audience as a notice above them. */
	outputs(): INodeExecutionData[][] {
		const total = this.items.length;
		const sent = this.accepted.length - this.unfit;
		const rest = [...heldBack(this.held), ...(this.unfit === 0 ? [] : [`${this.unfit} cannot be sent`])];
		const audience = [`${sent} of ${total} will get it`, ...rest].join(', ');
		const costs = this.costs.list((what, count) => `${what}: ${count}${what === 'SMS' ? ' parts' : ''}`);
		const message = `Dry run, nothing was sent. ${audience}.${costs.length === 0 ? '' : ` Charged as ${costs.join(', ')}.`}`;
		const { unchecked, consentAdvice = '' } = this;
		giveHints(
			this.context,
			message,
			...(unchecked > 0 ? [uncheckedHint(unchecked, total, consentAdvice)] : []),
		);
		return [this.accepted, this.suppressed].map((output) =>
			output.sort((one, other) => rowOf(one) - rowOf(other)),
		);
	}

	private give(output: INodeExecutionData[], row: number, found: IDataObject): void {
		output.push({ json: inFrontOf(this.items[row]?.json ?? {}, found), pairedItem: { item: row } });
	}
}
