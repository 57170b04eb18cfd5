import type { BlockList } from './administration/block-list.ts';
import type { Directory } from './directory.ts';
import type { Conversations } from '../shared/conversations.ts';
import type { Outbound } from '../shared/delivery.ts';
import type { Faults } from '../shared/faults.ts';
import type { Fault } from './faults.ts';
import type { Rates } from './rates.ts';
import type { Recipient } from './recipients.ts';
import type { Rules } from './rules.ts';
import type { TemplateDefinition } from './template-definition.ts';

/** What a message is billed as: a template's category, or `SERVICE` for all that is none. */
export type Category = TemplateDefinition['category'] | 'SERVICE';

/** A message on its way, with all that decides what becomes of it. */
export interface WhatsAppOutbound extends Outbound {
	/** The reference that its statuses carry back. */
	callbackData: string | undefined;
	recipient: Recipient['kind'];
	category: Category;
	/** A file is of another type than its message. */
	hasWrongMedia: boolean;
}

/** Why an accepted message was not delivered, as a `failed` status carries it. */
export interface WhatsAppFailure {
	code: number;
	title: string;
	details: string;
}

const FAILURES = {
	windowClosed: {
		code: 131047,
		title: 'Re-engagement message',
		details:
			'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
	},
	undeliverable: {
		code: 131026,
		title: 'Message undeliverable',
		details: 'Message Undeliverable.',
	},
	marketingLimited: {
		code: 131049,
		title: 'This message was not delivered to maintain healthy ecosystem engagement.',
		details:
			'In order to maintain a healthy ecosystem engagement, the message failed to be delivered. Do not send it again at once.',
	},
	marketingStopped: {
		code: 131050,
		title: 'User has stopped marketing messages',
		details: 'The recipient has chosen to stop receiving marketing messages from this business.',
	},
	paymentMissing: {
		code: 131042,
		title: 'Business eligibility payment issue',
		details: 'The message failed to send because there are errors related to the payment method.',
	},
	mediaFailed: {
		code: 131053,
		title: 'Media upload error',
		details: 'The media could not be downloaded, or its type is not one that the message takes.',
	},
} as const satisfies Record<string, WhatsAppFailure>;

interface Surroundings {
	blockList: BlockList;
	directory: Directory;
	conversations: Conversations;
	faults: Faults<Fault>;
	now: () => number;
	rates: Rates;
	rules: Rules;
}

/** Whether an accepted message fails for this reason. */
type Applies = (outbound: WhatsAppOutbound, around: Surroundings) => boolean;

/** Why an accepted message is not delivered, in the order in which Meta is taken to look. A fault of the same name makes it so, too. */
const REASONS: readonly [keyof typeof FAILURES, Applies][] = [
	[
		'undeliverable',
		({ customer, line, to, recipient }, { blockList, rules }) =>
			!isReachable(customer, to, recipient, rules) || blockList.isBlocked(line.id, to),
	],
	[
		'paymentMissing',
		({ category, line }, { directory }) =>
			category !== 'SERVICE' && !directory.accountOfNumber(line.id).hasPayment,
	],
	['mediaFailed', ({ hasWrongMedia }) => hasWrongMedia],
	[
		'marketingStopped',
		(outbound, { rules }) => isMarketing(outbound) && rules.hasStoppedMarketing(personOf(outbound)),
	],
	[
		'marketingLimited',
		(outbound, { rates, now }) => isMarketing(outbound) && !rates.takeMarketing(personOf(outbound), now()),
	],
	['windowClosed', isOutsideWindow],
];

export function failureOf(outbound: WhatsAppOutbound, around: Surroundings): WhatsAppFailure | undefined {
	const found = REASONS.find(([name, applies]) => applies(outbound, around) || around.faults.take(name));
	return found && FAILURES[found[0]];
}

function isMarketing({ category }: WhatsAppOutbound): boolean {
	return category === 'MARKETING';
}

function personOf({ customer, to }: WhatsAppOutbound): string {
	return customer?.phoneNumber ?? to;
}

function isReachable(
	customer: WhatsAppOutbound['customer'],
	to: string,
	recipient: WhatsAppOutbound['recipient'],
	rules: Rules,
): boolean {
	if (recipient === 'group') return true;
	if (rules.isUnreachable(customer?.phoneNumber ?? to)) return false;
	return customer !== undefined || rules.values.strangersReachable;
}

/** Templates need no window; whether a group has one is not known. */
function isOutsideWindow(
	{ category, customer, line, recipient }: WhatsAppOutbound,
	{ conversations, rules }: Surroundings,
) {
	if (category !== 'SERVICE' || recipient === 'group' || rules.values.ignoresWindow) return false;
	return !customer || !conversations.isWindowOpen(line.id, customer.phoneNumber);
}
