import { randomUUID } from 'node:crypto';
import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import type { Delivery, Outbound, Shown } from '../shared/delivery.ts';
import { digits } from '../shared/identifiers.ts';
import type { Written } from '../shared/inbound.ts';
import type { Ledger } from '../shared/ledger.ts';
import { LIMITS } from '../shared/options.ts';
import type { Stage } from '../shared/stage.ts';
import type { Directory } from './administration/directory.ts';
import type { BlockList } from './block-list.ts';
import type { InfobipFailure, InfobipFaults } from './faults.ts';
import { type MessageStatus, STATUSES } from './statuses.ts';

/** A message on its way, with all that its reports tell. */
export interface InfobipOutbound extends Outbound {
	bulkId: string;
	text: string;
	callbackData: string | undefined;
	/** Where its reports go in place of the subscriptions' targets. */
	notifyUrl: string | undefined;
	notify: boolean;
	intermediateReport: boolean;
	campaign?: string | undefined;
	sentAtMs: number;
	/** May be sent outside the window of 24 hours. */
	isTemplate: boolean;
	/** Known at once, told later: a template that does not exist. */
	failure?: InfobipFailure | undefined;
	/** What goes out by SMS where WhatsApp fails. */
	smsFailover?: { from: string; text: string } | undefined;
}

interface Surroundings {
	stage: Stage;
	directory: Directory;
	delivery: Delivery<InfobipOutbound, InfobipFailure>;
	faults: InfobipFaults;
	ledger: Ledger;
	blockList: BlockList;
	log: { add: (id: string, wanted: Wanted, status: MessageStatus) => void };
}

type Kept = Omit<InfobipOutbound, 'id' | 'line' | 'customer' | 'message' | 'sentAtMs' | 'endsSent'>;

export interface Wanted extends Kept {
	line: SandboxLine | undefined;
	/** For the ledger. */
	type: string;
	shown: Shown;
	messageId: string | undefined;
	/** Status of an accepted message. */
	accepted: MessageStatus;
	request: Readonly<Record<string, unknown>>;
}

/** A phone number in international form is longer; so is a business-scoped user id. */
const SHORTEST_DESTINATION = 5;

/** Of messages that Infobip writes by itself. */
const QUIET = { type: 'text', messageId: undefined, intermediateReport: false, isTemplate: false } as const;

/** Takes messages over, or rejects them with HTTP 200. */
export class Outbox {
	readonly #around: Surroundings;
	/** Message ids that were used: a second message with one is refused. */
	readonly #ids = new Set<string>();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#ids.clear();
	}

	line(channel: SandboxLine['channel'], sender: string | undefined): SandboxLine | undefined {
		const ofChannel = this.#around.directory.usable(channel);
		if (sender === undefined) return ofChannel[0];
		return ofChannel.find(({ phoneNumber }) => phoneNumber === `+${digits(sender)}`);
	}

	accept(wanted: Wanted): { id: string; status: MessageStatus } {
		const { delivery, ledger, log, stage } = this.#around;
		const { line, type, shown, messageId, accepted, request, ...kept } = wanted;
		const id = messageId ?? randomUUID();
		const refusal = this.#refusal(wanted);
		if (!line || refusal) {
			const status = refusal ?? STATUSES.unknownSender;
			// The message that had the id before is the one in the log.
			if (status !== STATUSES.duplicateId) log.add(id, wanted, status);
			return { id, status };
		}
		log.add(id, wanted, accepted);
		this.#remember(id);
		const { to, callbackData } = kept;
		ledger.addAccepted({
			id,
			at: new Date(stage.now()).toISOString(),
			numberId: line.id,
			to,
			type,
			text: shown.text,
			...(callbackData === undefined ? {} : { callbackData }),
			request,
		});
		delivery.dispatch({ ...kept, id, line, customer: this.#customer(to), sentAtMs: stage.now() }, shown);
		return { id, status: accepted };
	}

	/** A number answers what a customer wrote by itself. Nobody asked for reports of it. */
	respond({ line, customer }: Written, text: string): void {
		this.accept({
			...QUIET,
			line,
			shown: { text },
			accepted: STATUSES.accepted,
			request: { autoResponse: { message: text } },
			to: customer.phoneNumber,
			bulkId: randomUUID(),
			text,
			callbackData: undefined,
			notifyUrl: undefined,
			notify: false,
		});
	}

	/** WhatsApp failed: the text for this case goes out by SMS, as a message of its own of the same bulk. */
	failOver({ to, smsFailover, bulkId, callbackData, notifyUrl, notify }: InfobipOutbound): void {
		if (smsFailover === undefined) return;
		const { from, text } = smsFailover;
		this.accept({
			...QUIET,
			line: this.line('sms', from),
			shown: { text },
			accepted: STATUSES.accepted,
			request: { smsFailover },
			to,
			bulkId,
			text,
			callbackData,
			notifyUrl,
			notify,
		});
	}

	/** Why Infobip rejects a destination at once. */
	#refusal({ line, to, messageId }: Wanted): MessageStatus | undefined {
		const { blockList, directory, faults } = this.#around;
		if (faults.take('noCredits') || directory.funds.balance <= 0) return STATUSES.noCredits;
		if (messageId !== undefined && this.#ids.has(messageId)) return STATUSES.duplicateId;
		if (digits(to).length < SHORTEST_DESTINATION || faults.take('badDestination')) {
			return STATUSES.badDestination;
		}
		const isBlocked = line !== undefined && blockList.isBlocked(to, line.phoneNumber, line.channel);
		return isBlocked || faults.take('blocked') ? STATUSES.blocked : undefined;
	}

	#remember(id: string): void {
		const oldest = this.#ids.values().next().value;
		if (this.#ids.size >= LIMITS.ledger && oldest !== undefined) this.#ids.delete(oldest);
		this.#ids.add(id);
	}

	/** WhatsApp takes a business-scoped user id as well. */
	#customer(to: string): SandboxCustomer | undefined {
		const { people } = this.#around.stage;
		return people.customerByUserId(to) ?? people.customer(to);
	}
}
