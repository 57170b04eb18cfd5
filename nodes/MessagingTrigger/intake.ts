import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { BurstGate, EventLedger, FailedEvents, type Claim, type MessagingEvent } from '../../core';
import { triggerKey } from './settings';

/** What one trigger remembers for the life of the process. */
export interface Intake {
	ledger: EventLedger;
	/** For calls that are answered when n8n has taken their execution over. */
	takingOver: BurstGate<MessagingEvent>;
	/** For calls that are answered when their execution has ended. */
	finishing: BurstGate<MessagingEvent>;
	failures: FailedEvents;
	/** Executions whose end is awaited, oldest first, with when they began, by performance.now(). */
	awaited: Set<{ since: number; giveUp: () => void }>;
}

/** An execution with more events would be slow to store and to look at. */
const MOST_EVENTS_PER_EXECUTION = 500;

/** Ten times what n8n takes to create an execution under load. */
const TAKING_OVER_MS = 5000;

/** As long as n8n takes to create an execution under load: a slow workflow is no reason for another to wait for its end. */
const FINISHING_MS = 500;

const gate = (patienceMs: number) =>
	new BurstGate<MessagingEvent>(MOST_EVENTS_PER_EXECUTION, async () => {
		await sleep(patienceMs);
	});

const intakes = new Map<string, Intake>();

export function intakeOf(context: IWebhookFunctions): Intake {
	const key = triggerKey(context);
	let intake = intakes.get(key);
	if (intake === undefined) {
		intake = {
			ledger: new EventLedger(Date.now),
			takingOver: gate(TAKING_OVER_MS),
			finishing: gate(FINISHING_MS),
			failures: new FailedEvents(),
			awaited: new Set(),
		};
		intakes.set(key, intake);
	}
	return intake;
}

export const keysOf = (events: readonly MessagingEvent[]) => events.map(({ eventKey }) => eventKey);

/** An event that stands twice in one delivery passes once: the second time its key is no longer there to delete. */
export function freshOf(events: readonly MessagingEvent[], claim: Claim): MessagingEvent[] {
	const left = new Set(claim.keys);
	return events.filter(({ eventKey }) => left.delete(eventKey));
}

export function start(events: readonly MessagingEvent[]): IWebhookResponseData {
	return { workflowData: [events.map((event) => ({ json: { ...event } }))] };
}
