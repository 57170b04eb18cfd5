import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Claim, MessagingEvent, Turn } from '../../core';
import { HeldAnswer, type Ending } from './held-answer';
import { freshOf, intakeOf, keysOf, start, type Intake } from './intake';
import { respond } from './respond';

/** After this no end is expected any more: n8n tells of a worker that died within two minutes. */
const LONGEST_MS = 10 * 60_000;

const ANSWERED: IWebhookResponseData = { noWebhookResponse: true };

type Answer = [status: number, text: string];

const FAILED: Answer = [500, 'The workflow failed'];
const NOT_YET: Answer = [503, 'Deliver it again'];

/** Other events of the same call wait for their turn, which comes when the provider repeats it. */
const received = (isRest: boolean): Answer => (isRest ? NOT_YET : [200, 'Received']);

/** Gives what calls it off, without which the timer would hold all that `act` knows. */
function after(milliseconds: number, act: () => void): () => void {
	const timer = AbortSignal.timeout(Math.max(0, Math.ceil(milliseconds)));
	timer.addEventListener('abort', act, { once: true });
	return () => {
		timer.removeEventListener('abort', act);
	};
}

/**
 * Nothing where the answer is due before. n8n keeps the isolate of its expressions, some 25 MB, for as long as the trigger is at work, and
 * a provider that repeats its calls would have it keep hundreds.
 */
async function claimInTime(claiming: Promise<Claim>, isLate: Promise<undefined>): Promise<Claim | undefined> {
	const claim = await Promise.race([claiming, isLate]);
	if (claim === undefined) {
		void claiming.then((late) => {
			late.release();
		});
	}
	return claim;
}

/** Gives up the executions whose end n8n has missed, so that a repeat of their events can be executed. */
function giveUpOverdue(awaited: Intake['awaited']): void {
	const latest = performance.now() - LONGEST_MS;
	for (const execution of awaited) {
		if (execution.since > latest) return;
		awaited.delete(execution);
		execution.giveUp();
	}
}

type Leader = Extract<Turn<MessagingEvent>, { role: 'leader' }>;

/** One call, from its claim to the end of the execution that has its events. */
class WaitingCall {
	constructor(
		private readonly context: IWebhookFunctions,
		private readonly held: HeldAnswer,
		private readonly claim: Claim,
		/** Whether the call has more events than go into the execution. */
		private readonly isRest: boolean,
	) {}

	/** Somebody else's execution has its events. */
	followed(isFinished: boolean): void {
		if (isFinished) this.claim.commit();
		else this.claim.release();
		this.held.give(...(isFinished ? received(this.isRest) : FAILED));
	}

	/** Its own execution is started after this. */
	lead({ items, settle }: Leader): void {
		const { awaited, failures } = intakeOf(this.context);
		const giveUp = () => {
			this.claim.release();
			settle(false);
		};
		const execution = { since: performance.now(), giveUp };
		awaited.add(execution);
		void this.held.ended.then((ending) => {
			awaited.delete(execution);
			const isDone = ending === 'finished' || this.isGivenUp(ending, items);
			if (isDone) this.claim.commit();
			else this.claim.release();
			settle(isDone);
			this.held.give(...this.answerTo(ending, isDone));
			if (ending === 'finished') failures.forget(items);
		});
	}

	private answerTo(ending: Ending, isDone: boolean): Answer {
		if (isDone) return received(this.isRest);
		return ending === 'failed' ? FAILED : NOT_YET;
	}

	/** Whether the provider is told not to repeat an event that the workflow fails with again and again. */
	private isGivenUp(ending: Ending, items: readonly MessagingEvent[]): boolean {
		if (ending !== 'failed') return false;
		const givenUp = keysOf(intakeOf(this.context).failures.record(items));
		if (givenUp.length < items.length) return false;
		const { id, name } = this.context.getWorkflow();
		this.context.logger.warn(
			`${this.context.getNode().name}: the workflow failed three times with ${givenUp.join(', ')}. The call is answered 200, so that the provider does not repeat it. Mend the workflow, and run one of the failed executions again.`,
			{ workflowId: id, workflowName: name },
		);
		return true;
	}
}

/**
 * Starts the workflow with those of the events that are new, and answers when it has ended: 200 when it came to its end or
 * waits, 500 when it failed, 503 when that takes longer than the provider waits. What was not answered 200 the provider repeats: a
 * repeat of what is still under way waits in its turn, and one of what failed is executed by itself.
 *
 * @param deadline of the answer, by performance.now()
 */
export async function takeOverAndWait(
	context: IWebhookFunctions,
	events: readonly MessagingEvent[],
	{ sharesExecutions, deadline }: { sharesExecutions: boolean; deadline: number },
): Promise<IWebhookResponseData> {
	if (context.getMode() === 'manual') return { ...start(events), ...respond(context, 200, 'Received') };

	const { ledger, finishing, failures, awaited } = intakeOf(context);
	giveUpOverdue(awaited);
	const held = new HeldAnswer(context.getResponseObject());
	const isLate = new Promise<undefined>((resolve) => {
		const callOff = after(deadline - performance.now(), () => {
			held.give(...NOT_YET);
			resolve(undefined);
		});
		void held.ended.then(callOff);
	});
	const all = await claimInTime(ledger.claim(keysOf(events)), isLate);
	if (all === undefined) return ANSWERED;
	const fresh = freshOf(events, all);
	if (held.isGiven || fresh.length === 0) {
		all.release();
		held.give(200, 'Already received');
		return ANSWERED;
	}
	const chosen = failures.choose(fresh);
	if (chosen.isAlone) all.release();
	const claim = chosen.isAlone ? await claimInTime(ledger.claim(keysOf(chosen.events)), isLate) : all;
	if (claim === undefined) return ANSWERED;
	const call = new WaitingCall(context, held, claim, chosen.events.length < fresh.length);
	if (chosen.isAlone || !sharesExecutions) {
		const items = [...chosen.events];
		call.lead({ role: 'leader', items, settle: () => undefined });
		return start(items);
	}
	const turn = await finishing.join(chosen.events);
	if (turn.role === 'follower') {
		void turn.isTaken.then((isFinished) => {
			call.followed(isFinished);
		});
		return ANSWERED;
	}
	call.lead(turn);
	return start(turn.items);
}
