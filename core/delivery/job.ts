import type { DeliveryError } from '../events';

/** One message on its way. */
export interface Job<Payload> {
	/** Place in the source. */
	index: number;
	/** Our side: what the provider counts the rate by, a phone number id or a sender's number. */
	sender: string;
	/** The person or group. Messages to one recipient keep their order. */
	recipient: string;
	/** Jobs of one sender and one key may share a call. Absent where a message goes alone. */
	batchKey?: string;
	/** Whether the provider recognises a repeat, so that a message of unknown fate may be sent again. */
	repeatable?: boolean;
	payload: Payload;
}

/** An item that is never sent: a rule suppresses it, or no valid message can be made of it. */
export interface Held<Why> {
	outcome: 'suppressed' | 'invalid';
	why: Why;
}

/** Where jobs come from, one at a time and only shortly before they are sent. */
export interface JobSource<Payload, Why> {
	total: number;
	/** Called once for every index, in order. Must not throw: what cannot be prepared is `invalid`. */
	prepare(index: number): Job<Payload> | Held<Why>;
}

/** What a call says of one job. */
export type Outcome<Receipt> =
	| { outcome: 'accepted'; receipt: Receipt }
	/** The provider answered and did not take the message. */
	| { outcome: 'rejected'; error: DeliveryError }
	/** The call surely never reached the provider. */
	| { outcome: 'refused'; reason: string }
	/** The call went out and nobody knows what became of it. */
	| { outcome: 'unknown'; reason: string };

/**
 * One call. Gives an outcome for every job, in their order; what is missing, and a call that throws, is `unknown`. Has to end
 * by itself: a run waits for its calls, also when it was cancelled.
 */
export type Attempt<Payload, Receipt> = (
	call: readonly Job<Payload>[],
) => Promise<readonly Outcome<Receipt>[]>;

/** What became of an item, given out once for every index. */
export type JobResult<Receipt, Why> =
	| (Outcome<Receipt> & { attempts: number })
	| Held<Why>
	/** Not sent: the run was stopped before. `error` is the fault that stopped it, or the last one of this job. */
	| { outcome: 'unsent'; reason: string; error?: DeliveryError };

/** Takes the result of an index, with what it was prepared to, if it was. */
export type Settle<Payload, Receipt, Why> = (
	index: number,
	result: JobResult<Receipt, Why>,
	payload?: Payload,
) => void;
