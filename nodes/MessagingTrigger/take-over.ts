import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { BurstGate, EventLedger, type Claim, type MessagingEvent } from '../../core';
import { respond } from './respond';
import { triggerKey } from './settings';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What one trigger remembers for the life of the process. */
interface Intake {
	ledger: EventLedger;
	gate: BurstGate<MessagingEvent>;
}

/** An execution with more events would be slow to store and to look at. */
const MOST_EVENTS_PER_EXECUTION = 500;

/** Ten times what n8n takes to create an execution under load. */
const PATIENCE_MS = 5000;

const intakes = new Map<string, Intake>();

function intakeOf(context: IWebhookFunctions): Intake {
	const key = triggerKey(context);
	let intake = intakes.get(key);
	if (intake === undefined) {
		intake = {
			ledger: new EventLedger(Date.now),
			gate: new BurstGate(MOST_EVENTS_PER_EXECUTION, async () => {
				await sleep(PATIENCE_MS);
			}),
		};
		intakes.set(key, intake);
	}
	return intake;
}

const HUNG_UP_STEP_MS = 50;
const HUNG_UP_LIMIT_MS = 60_000;

/**
 * Whether n8n took an execution over: it answers 200 when the execution is created, and an error when that failed. When the
 * caller hangs up before, n8n still writes its answer into the void, and only the ended response tells of it.
 */
async function wasTakenOver(response: Response): Promise<boolean> {
	if (!response.closed && !response.writableFinished) {
		await new Promise<void>((resolve) => {
			response.once('finish', resolve);
			response.once('close', resolve);
		});
	}
	for (let waited = 0; !response.writableEnded && waited < HUNG_UP_LIMIT_MS; waited += HUNG_UP_STEP_MS) {
		await sleep(HUNG_UP_STEP_MS);
	}
	return response.writableEnded && response.statusCode >= 200 && response.statusCode < 300;
}

function settle(claim: Claim, isTaken: boolean): void {
	if (isTaken) claim.commit();
	else claim.release();
}

function start(events: readonly MessagingEvent[]): IWebhookResponseData {
	return { workflowData: [events.map((event) => ({ json: { ...event } }))] };
}

/**
 * Starts the workflow with those of the events that are new. The call is answered 200 only when an execution that carries
 * its events was taken over; until then a repeat of it waits, and afterwards it starts nothing.
 *
 * @param shareExecutions whether calls that arrive while an execution is being created share the next one
 */
export async function takeOver(
	context: IWebhookFunctions,
	events: readonly MessagingEvent[],
	shareExecutions: boolean,
): Promise<IWebhookResponseData> {
	// While listening for a test event a person sends the same sample again and again, and wants to see it each time.
	if (context.getMode() === 'manual') return start(events);

	const { ledger, gate } = intakeOf(context);
	const claim = await ledger.claim(events.map((event) => event.eventKey));
	const left = new Set(claim.keys);
	// An event that stands twice in one delivery passes once: the second time its key is no longer there to delete.
	const fresh = events.filter((event) => left.delete(event.eventKey));
	if (fresh.length === 0) {
		claim.release();
		return respond(context, 200, 'Already received');
	}

	const response = context.getResponseObject();
	if (!shareExecutions) {
		void wasTakenOver(response).then((isTaken) => {
			settle(claim, isTaken);
		});
		return start(fresh);
	}
	const turn = await gate.join(fresh);
	if (turn.role === 'follower') {
		settle(claim, turn.isTaken);
		return turn.isTaken ? respond(context, 200, 'Received') : respond(context, 503, 'Deliver it again');
	}
	void wasTakenOver(response).then((isTaken) => {
		settle(claim, isTaken);
		turn.settle(isTaken);
	});
	return start(turn.items);
}
