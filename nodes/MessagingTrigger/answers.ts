import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import {
	answerEventOf,
	HANDED_ON,
	isTaken,
	readTapped,
	TAKEN_HEADER,
	type MessagingEvent,
	type Reference,
} from '../../core';
import { cannotHandOver, deliverAnswer } from '../shared/answers';
import { readText, readWords } from '../shared/parameters';
import { currentConnection } from './connection';
import { neighbourHeader } from './hand-over';
import { intakeOf } from './intake';
import type { TriggerPanel } from './settings';

/** Events of a call, without those that were answers. */
export interface WithoutAnswers {
	events: MessagingEvent[];
	/** Marks of the answers, for the neighbours. */
	taken: string[];
	/** Whether the call has to come again, because an execution was about to wait. */
	isBusy: boolean;
}

const markOf = ({ eventKey }: MessagingEvent) =>
	createHash('sha256').update(eventKey).digest('base64url').slice(0, 12);

/** A tap on an option of a question that an execution waits for, or its flow. */
interface Tap {
	event: MessagingEvent;
	value: string;
	reference: Reference;
}

function tapOf(event: MessagingEvent): Tap | undefined {
	if (event.kind !== 'message') return undefined;
	const read = readTapped(event.payload);
	return read && { ...read, event: { ...event, payload: read.payload } };
}

let base: string | undefined;

/** Of all waiting executions. The same for the whole life of n8n, and an expression costs as much as a call. */
function waitingBase(context: IWebhookFunctions): string {
	base ??= readText(context.evaluateExpression('{{ $execution.resumeUrl }}')).replace(/\/[^/]*$/, '');
	return base;
}

type Outcome = 'taken' | 'left' | 'busy';

async function handOver(
	context: IWebhookFunctions,
	{ provider }: TriggerPanel,
	{ event, value, reference }: Tap,
): Promise<Outcome> {
	const answer = answerEventOf(event);
	if (answer === undefined) return 'left';
	// The event itself may still start the workflow.
	const claim = await intakeOf(context).ledger.claim([`answer ${event.eventKey}`]);
	if (claim.keys.size === 0) return 'taken';
	const connection = await currentConnection(context, provider);
	const to = waitingBase(context);
	const delivery = await deliverAnswer(context, connection, to, reference, {
		event: answer,
		tapped: value,
		tries: 0,
	});
	if (delivery.state === 'done' && isTaken(delivery.verdict)) {
		claim.commit();
		return 'taken';
	}
	claim.release();
	if (delivery.state === 'unreachable') {
		context.logger.warn(`${context.getNode().name}: ${cannotHandOver(to, delivery.reason)}`, {
			workflowId: context.getWorkflow().id,
		});
	}
	return delivery.state === 'busy' ? 'busy' : 'left';
}

/**
 * Hands taps on the options of questions over to the executions that wait for them. What is no answer, or comes too late, is
 * left, and so is an opt-out. For a call that a neighbour handed on, that neighbour has done so already.
 */
export async function handOverAnswers(
	context: IWebhookFunctions,
	panel: TriggerPanel,
	all: readonly MessagingEvent[],
): Promise<WithoutAnswers> {
	const isHandedOn = neighbourHeader(context) === HANDED_ON;
	const marks = isHandedOn ? readWords(context.getHeaderData()[TAKEN_HEADER]) : [];
	const found = await Promise.all(
		all.map(async (event) => {
			const tap = tapOf(event);
			if (tap === undefined) return { event, outcome: 'left' as const };
			const mark = markOf(event);
			const wasTaken = marks.includes(mark) ? 'taken' : 'left';
			const outcome = isHandedOn ? wasTaken : await handOver(context, panel, tap);
			return { event: tap.event, outcome, mark };
		}),
	);
	return {
		events: found.flatMap(({ event, outcome }) => (outcome === 'left' ? [event] : [])),
		taken: found.flatMap(({ outcome, mark }) => (outcome === 'taken' && mark ? [mark] : [])),
		isBusy: found.some(({ outcome }) => outcome === 'busy'),
	};
}
