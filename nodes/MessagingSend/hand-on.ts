import {
	NodeOperationError,
	sleep,
	UserError,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { readGroup, readText } from '../shared/parameters';

/** From one portion to the next. Asked once a second whether it is time, a result is handed on within five seconds. */
const EVERY_MS = 3000;
/** Of one call: n8n holds them in memory, and in its database where it saves executions. */
const MOST_ITEMS = 1000;
/** For what is left when all is sent, so far apart. */
const LAST_TRIES = 3;
const BETWEEN_TRIES_MS = 1000;
/** Nobody tells when a workflow ends that is not waited for. */
const LONGEST_CALL_MS = 600_000;

/** Calls in which a node's own workflow takes a portion from it, and until when they may last. */
const ownCalls = new Set<{ node: string; until: number }>();

const nameOf = (context: IExecuteFunctions) => `${context.getWorkflow().id} ${context.getNode().id}`;

/**
 * Throws where the node was started by its own portion. n8n starts a workflow that has no trigger for other workflows at its
 * manual one, from which the list would be sent again with every portion.
 */
export function refuseOwnCall(context: IExecuteFunctions): void {
	const now = performance.now();
	const isOwn = [...ownCalls].some(({ node, until }) => node === nameOf(context) && until > now);
	if (context.getMode() !== 'integrated' || !isOwn) return;
	throw new NodeOperationError(context.getNode(), "This node was started by its own 'Hand On Results To'", {
		description:
			'Add the trigger "When Executed by Another Workflow" and connect it to the nodes that take the results.',
	});
}

/** Hands results on to a workflow while the node still sends: in order, one call at a time, and again what a call failed with. */
export class HandOn {
	/** Rows whose results are to be handed on, in the order in which they came. */
	private readonly waiting: number[] = [];

	private underWay: Promise<void> | undefined;

	private triedAt = performance.now();

	private reason = '';

	/** @param itemOf what the workflow gets for a row */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly workflowId: string,
		private readonly itemOf: (row: number) => INodeExecutionData,
	) {}

	add(row: number): void {
		this.waiting.push(row);
	}

	/** Begins a call where it is time for one. */
	tick(): void {
		if (this.underWay !== undefined || performance.now() - this.triedAt < EVERY_MS) return;
		this.underWay = this.empty(true).finally(() => {
			this.underWay = undefined;
		});
	}

	/**
	 * Hands on what is left.
	 *
	 * @returns what a person has to know of it
	 */
	async end(): Promise<string[]> {
		await this.underWay;
		for (let tries = 1; this.waiting.length > 0 && tries <= LAST_TRIES; tries += 1) {
			if (tries > 1) await sleep(BETWEEN_TRIES_MS);
			// n8n ends a workflow that it waits for with the time limit of the one that waits.
			const isCancelled = this.context.getExecutionCancelSignal()?.aborted === true;
			await this.empty(tries === 1 || !isCancelled);
		}
		const { length } = this.waiting;
		return length === 0
			? []
			: [`Results that could not be handed on: ${length}. ${this.reason}. The outputs have them all.`];
	}

	/**
	 * Hands on what waits now.
	 *
	 * @param waits whether a call ends with the workflow that it starts
	 */
	private async empty(waits: boolean): Promise<void> {
		this.triedAt = performance.now();
		for (let left = this.waiting.length; left > 0; left -= MOST_ITEMS) {
			const rows = this.waiting.slice(0, Math.min(left, MOST_ITEMS));
			try {
				await this.call(rows.map(this.itemOf), waits);
			} catch (failure) {
				this.reason = failure instanceof Error ? failure.message : String(failure);
				this.context.logger.warn(`Messaging Send could not hand on ${rows.length} results: ${this.reason}`);
				return;
			}
			this.waiting.splice(0, rows.length);
		}
	}

	private async call(items: INodeExecutionData[], waits: boolean): Promise<void> {
		const { context, workflowId } = this;
		const { id = '' } = context.getWorkflow();
		const call = {
			node: nameOf(context),
			until: performance.now() + (waits ? Infinity : LONGEST_CALL_MS),
		};
		if (id === workflowId) ownCalls.add(call);
		try {
			await context.executeWorkflow({ id: workflowId }, items, undefined, {
				doNotWaitToFinish: !waits,
				executionMode: context.getMode(),
				parentExecution: { executionId: context.getExecutionId(), workflowId: id },
			});
		} finally {
			if (waits) ownCalls.delete(call);
		}
	}
}

/**
 * What *Hand On Results To* asks for.
 *
 * @param settings of *Delivery*
 */
export function handOnOf(
	context: IExecuteFunctions,
	{ handOnTo }: Record<string, unknown>,
	itemOf: (row: number) => INodeExecutionData,
): HandOn | undefined {
	if (handOnTo === undefined) return undefined;
	const workflowId = readText(readGroup(handOnTo).value);
	if (workflowId !== '') return new HandOn(context, workflowId, itemOf);
	throw new UserError("'Hand On Results To' names no workflow. Choose one, or remove the setting");
}
