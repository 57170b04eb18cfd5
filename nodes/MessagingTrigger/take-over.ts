import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import type { Claim, MessagingEvent } from '../../core';
import { freshOf, intakeOf, keysOf, start } from './intake';
import { respond } from './respond';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

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

	const { ledger, takingOver } = intakeOf(context);
	const claim = await ledger.claim(keysOf(events));
	const fresh = freshOf(events, claim);
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
	const turn = await takingOver.join(fresh);
	if (turn.role === 'follower') {
		const isTaken = await turn.isTaken;
		settle(claim, isTaken);
		return isTaken ? respond(context, 200, 'Received') : respond(context, 503, 'Deliver it again');
	}
	void wasTakenOver(response).then((isTaken) => {
		settle(claim, isTaken);
		turn.settle(isTaken);
	});
	return start(turn.items);
}
