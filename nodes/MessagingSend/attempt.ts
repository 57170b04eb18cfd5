import {
	batchRequest,
	checkTemplateValues,
	isInconclusive,
	type ApiAnswer,
	type BuiltMessage,
	type DeliveryError,
	type Held,
	type Job,
	type JsonObject,
	type MessageTemplate,
	type Outcome,
	type OutgoingMessage,
} from '../../core';
import { findTemplate } from '../shared/templates';
import { callProvider } from '../shared/transport';
import { problemError, withPause } from './failure';
import type { SendRun } from './run';
import type { Upload } from './messages/form';
import { FileUploads } from './uploads';

/** A message on its way through the engine: built, unless a file of the item has to be uploaded before. */
export type Outgoing = { message: OutgoingMessage } & ({ built: BuiltMessage } | { upload: Upload });

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

/** Sends calls through n8n. Templates are looked up and files uploaded once, whatever the number of items. */
export class Caller {
	private readonly templates = new Map<string, Promise<MessageTemplate | undefined>>();

	private readonly uploads: FileUploads;

	constructor(private readonly run: SendRun) {
		this.uploads = new FileUploads(run);
	}

	/**
	 * Looks up the template of the first message before anything is sent, so that the calls that wait for it do not start in
	 * one burst.
	 */
	async expect(first: Job<Outgoing> | Held<unknown>): Promise<void> {
		if ('payload' in first) await this.template(first.payload.message);
	}

	/** One call for messages that share it. What cannot be made ready stays behind alone. */
	async send(jobs: readonly Job<Outgoing>[]): Promise<Outcome<Accepted>[]> {
		const prepared: Ready[] = [];
		for (const { payload, index } of jobs) prepared.push(await this.ready(payload, index));
		const ready = prepared.filter((one) => one.ok);
		const [first, ...others] = ready.map(({ built }) => built);
		if (first === undefined) return prepared.flatMap((one) => (one.ok ? [] : [rejected(one.error)]));
		const { context, provider, connection, credential } = this.run;
		const request = batchRequest(first, others);
		const answer = await callProvider(context, provider, connection, request, credential);
		const messages = ready.map(({ message }) => message);
		const outcomes = this.outcomes(messages, answer);
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

	/** A message whose template is known to take its values, built with its file if it has one. */
	private async ready(outgoing: Outgoing, itemIndex: number): Promise<Ready> {
		const { message } = outgoing;
		if (message.type === 'template') {
			const template = await this.template(message);
			const [problem] = template === undefined ? [] : checkTemplateValues(template, message.values);
			if (problem !== undefined) return { ok: false, error: problemError(problem) };
		}
		if ('built' in outgoing) return { ok: true, ...outgoing };
		const attached = await this.uploads.attach(message, outgoing.upload, itemIndex);
		if (!attached.ok) return attached;
		const built = this.run.outbound.build(attached.message, this.run.account);
		return built.ok ? { ok: true, message, built } : { ok: false, error: problemError(built) };
	}

	/** `undefined` where the provider has no list of templates, or would not show it: then it judges the message itself. */
	private async template(message: OutgoingMessage): Promise<MessageTemplate | undefined> {
		if (message.type !== 'template') return undefined;
		const { name, language } = message;
		const sender = message.sender ?? '';
		const key = `${sender} ${name} ${language}`;
		const known = this.templates.get(key) ?? this.lookUp(sender, name, language);
		this.templates.set(key, known);
		return await known;
	}

	private async lookUp(sender: string, name: string, language: string): Promise<MessageTemplate | undefined> {
		const { context, provider, connection } = this.run;
		try {
			return await findTemplate({ context, provider, connection, sender }, name, language);
		} catch (failure) {
			const reason = failure instanceof Error ? failure.message : String(failure);
			context.logger.warn(`Messaging Send could not read the template "${name}" beforehand: ${reason}`);
			return undefined;
		}
	}
}
