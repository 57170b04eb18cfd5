import {
	answerWithout,
	batchRequest,
	hiderOf,
	isInconclusive,
	type ApiAnswer,
	type BuiltMessage,
	type DeliveryError,
	type Job,
	type JsonObject,
	type MessageTemplate,
	type Outcome,
	type OutgoingMessage,
} from '../../core';
import { secretsOf } from '../shared/credential-secrets';
import { callProvider } from '../shared/transport';
import { problemError, withPause } from './failure';
import type { SendRun } from './run';
import type { Upload } from './messages/form';
import { FileUploads } from './uploads';

/** A message on its way through the engine: built, unless a file of the item has to be uploaded before. */
export type Outgoing = {
	message: OutgoingMessage;
	/** Its definition, where it is one that the provider shows. */
	template: MessageTemplate | undefined;
	/** Place of its item in the input. */
	row: number;
	/** Whether nobody looked up what the person wants, though the message answers none of theirs. */
	isUnchecked: boolean;
} & ({ built: BuiltMessage } | { upload: Upload });

/** What an accepted message brought. */
export interface Accepted {
	messageId: string;
	details: JsonObject;
}

type Ready =
	{ ok: true; message: OutgoingMessage; built: BuiltMessage } | { ok: false; error: DeliveryError };

const NOT_TOLD: Outcome<Accepted> = {
	outcome: 'unknown',
	reason: 'The answer says nothing of this message',
};

const rejected = (error: DeliveryError): Outcome<Accepted> => ({ outcome: 'rejected', error });

/** Sends calls through n8n. Files are uploaded once, whatever the number of items. */
export class Caller {
	private readonly uploads: FileUploads;

	private readonly hide: (text: string) => string;

	constructor(private readonly run: SendRun) {
		this.uploads = new FileUploads(run);
		this.hide = hiderOf(secretsOf(run.provider, run.credential));
	}

	/** One call for messages that share it. What cannot be made ready stays behind alone. */
	async send(jobs: readonly Job<Outgoing>[]): Promise<Outcome<Accepted>[]> {
		const prepared: Ready[] = [];
		for (const { payload } of jobs) prepared.push(await this.ready(payload));
		const ready = prepared.filter((one) => one.ok);
		const [first, ...others] = ready.map(({ built }) => built);
		if (first === undefined) return prepared.flatMap((one) => (one.ok ? [] : [rejected(one.error)]));
		const { context, provider, connection, credential } = this.run;
		const request = batchRequest(first, others);
		const answer = await callProvider(context, provider, connection, request, credential);
		const messages = ready.map(({ message }) => message);
		const outcomes = this.outcomes(messages, answerWithout(this.hide, answer));
		return prepared.map((one) => (one.ok ? (outcomes.shift() ?? NOT_TOLD) : rejected(one.error)));
	}

	private outcomes(messages: readonly OutgoingMessage[], answer: ApiAnswer): Outcome<Accepted>[] {
		if (answer.outcome !== 'answered') return messages.map(() => answer);
		const { outbound, account } = this.run;
		return outbound
			.readAnswer(messages, answer.status, answer.body, account)
			.map((one): Outcome<Accepted> => {
				if (one.outcome === 'accepted') {
					return { outcome: 'accepted', receipt: { messageId: one.messageId, details: one.details } };
				}
				return isInconclusive(answer.status, one.error)
					? { outcome: 'unknown', reason: `HTTP ${answer.status} without a reason` }
					: rejected(withPause(one.error, answer));
			});
	}

	/** A message that is built, with its file if it has one. */
	private async ready(outgoing: Outgoing): Promise<Ready> {
		if ('built' in outgoing) return { ok: true, ...outgoing };
		const { message, upload, row } = outgoing;
		const attached = await this.uploads.attach(message, upload, row);
		if (!attached.ok) return attached;
		const built = this.run.outbound.build(attached.message, this.run.account);
		return built.ok ? { ok: true, message, built } : { ok: false, error: problemError(built) };
	}
}
