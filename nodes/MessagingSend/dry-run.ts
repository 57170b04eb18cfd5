import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { countSegments, type OutgoingMessage, type ProviderName, type Suppression } from '../../core';
import type { ItemFailure } from '../shared/item-failure';
import { PROVIDER_ACCESS } from '../shared/providers';
import type { Outgoing } from './attempt';
import type { Prepared } from './prepare';
import { shownMessage } from './shown-message';

type Rule = Suppression['rule'];

/** Who is held back by a rule, after their number: `20 opted out`. */
const HELD_BACK: Readonly<Record<Rule, string>> = {
	optedOut: 'opted out',
	optedOutOfMarketing: 'opted out of marketing',
	optOutAsked: 'were asked whether to opt out',
	noConsent: 'never opted in',
	consentPending: 'did not confirm the opt-in',
	unknownConsent: 'are of unknown consent',
	windowClosed: 'wrote more than 24 hours ago',
	quietHours: 'are in quiet hours',
	frequencyCap: 'got enough already',
	noReply: 'have no reply',
};

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

/** Counts, `marketing: 176`. */
class Tally {
	private readonly counts = new Map<string, number>();

	add(what: string, count = 1): void {
		this.counts.set(what, (this.counts.get(what) ?? 0) + count);
	}

	list(word: (what: string, count: number) => string): string[] {
		return [...this.counts].map(([what, count]) => word(what, count));
	}
}

const rowOf = ({ pairedItem }: INodeExecutionData) =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;

/** What a run would do, item by item and in one sentence; nothing is sent. */
export class DryRun {
	private readonly accepted: INodeExecutionData[] = [];

	private readonly suppressed: INodeExecutionData[] = [];

	private readonly heldBack = new Tally();

	private readonly costs = new Tally();

	private unfit = 0;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly items: readonly INodeExecutionData[],
	) {}

	add(row: number, provider: ProviderName, prepared: Prepared): void {
		if ('payload' in prepared) {
			const { payload } = prepared;
			const message = shownMessage(payload.message, payload.template) ?? '';
			const cost = costOf(provider, payload, message);
			this.costs.add(cost.costClass, cost.segments ?? 1);
			const to = recipientOf(payload.message);
			const { type, sender } = payload.message;
			this.give(this.accepted, row, { to, outcome: 'wouldBeSent', message, ...cost, provider, type, sender });
		} else if ('failure' in prepared.why) {
			this.refuse(row, prepared.why.failure);
		} else {
			this.heldBack.add(HELD_BACK[prepared.why.suppression.rule]);
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
		const rest = [
			...this.heldBack.list((words, count) => `${count} ${words}`),
			...(this.unfit === 0 ? [] : [`${this.unfit} cannot be sent`]),
		];
		const audience = [`${sent} of ${total} will get it`, ...rest].join(', ');
		const costs = this.costs.list((what, count) => `${what}: ${count}${what === 'SMS' ? ' parts' : ''}`);
		const message = `Dry run, nothing was sent. ${audience}.${costs.length === 0 ? '' : ` Charged as ${costs.join(', ')}.`}`;
		this.context.addExecutionHints({ message, location: 'outputPane' });
		return [this.accepted, this.suppressed].map((output) =>
			output.sort((one, other) => rowOf(one) - rowOf(other)),
		);
	}

	private give(output: INodeExecutionData[], row: number, found: IDataObject): void {
		output.push({ json: { ...found, ...this.items[row]?.json, ...found }, pairedItem: { item: row } });
	}
}
