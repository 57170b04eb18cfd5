import type { IWebhookFunctions } from 'n8n-workflow';
import { plainText } from './respond';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What n8n answered for an execution: it ran to its end, failed in the workflow, or was never run. */
export type Ending = 'finished' | 'failed' | 'notRun';

/** In n8n's answer for an execution that failed (webhook-helpers.js); any other fault is one of n8n's own. */
const WORKFLOW_FAILED = 'Error in workflow';

/**
 * In n8n's answer for an execution of which no node has run, not even the trigger. A Redis that forgets counts its jobs anew, and then
 * n8n takes the end of a later job for that of one that is gone.
 */
const NOTHING_RAN = 'the last node did not return any data';

function endingOf(status: number, body: unknown): Ending {
	const text = String(body);
	if (status < 300) return text.includes(NOTHING_RAN) ? 'notRun' : 'finished';
	return text.includes(WORKFLOW_FAILED) ? 'failed' : 'notRun';
}

/**
 * The answer to a call, which n8n would write when the execution has ended and which the trigger writes instead, perhaps before. What
 * n8n writes tells how the execution ended, and goes nowhere: after an answer of the trigger's it would throw, and Express would
 * close the connection on which the provider's next call may be under way.
 */
export class HeldAnswer {
	/** Stays open where n8n never answers: in queue mode it misses the end of a job that is over before it listens for it. */
	readonly ended: Promise<Ending>;

	isGiven = false;

	private readonly end: (text: string) => void;

	constructor(private readonly response: Response) {
		const end = response.end.bind(response);
		this.end = (text) => {
			end(text);
		};
		this.ended = new Promise((resolve) => {
			this.replace('end', (body: unknown) => {
				resolve(endingOf(response.statusCode, body));
				return response;
			});
		});
	}

	/** The first answer counts. */
	give(status: number, text: string): void {
		if (this.isGiven) return;
		this.isGiven = true;
		if (!this.response.headersSent) this.response.writeHead(status, plainText(text));
		this.end(text);
		this.replace('setHeader', () => this.response);
	}

	private replace(name: 'end' | 'setHeader', value: (body: unknown) => Response): void {
		Object.defineProperty(this.response, name, { configurable: true, value });
	}
}
