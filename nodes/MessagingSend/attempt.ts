import {
	checkTemplateValues,
	isInconclusive,
	type ApiAnswer,
	type BuildResult,
	type DeliveryError,
	type JsonObject,
	type MessageTemplate,
	type Outcome,
	type OutgoingMessage,
	type SendAnswer,
	type Try,
} from '../../core';
import { findTemplate } from '../shared/templates';
import { callProvider } from '../shared/transport';
import { problemError, withPause } from './failure';
import type { SendRun } from './run';
import type { Upload } from './messages/form';
import { FileUploads } from './uploads';

/** A message on its way through the engine. */
export interface Outgoing {
	message: OutgoingMessage;
	/** A file of the item that has to be uploaded before the message can be built. */
	upload?: Upload;
}

/** What an accepted message brought. */
export interface Accepted {
	messageId: string;
	details: JsonObject;
}

type Ready = { ok: true; message: OutgoingMessage } | { ok: false; error: DeliveryError };

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

	/** Looks up a message's template before the first send, so that the calls waiting for it don't start in one burst. */
	async expect({ message }: Outgoing): Promise<void> {
		await this.template(message);
	}

	/** One call for messages that share it. What cannot be made ready stays behind alone. */
	async send(tries: readonly Try<Outgoing>[]): Promise<Outcome<Accepted>[]> {
		const prepared: Ready[] = [];
		for (const { job } of tries) prepared.push(await this.ready(job.message, job.index));
		const outcomes = await this.call(prepared.flatMap((one) => (one.ok ? [one.message] : [])));
		return prepared.map((one) => (one.ok ? (outcomes.shift() ?? NOT_TOLD) : rejected(one.error)));
	}

	private async call(messages: readonly OutgoingMessage[]): Promise<Outcome<Accepted>[]> {
		if (messages.length === 0) return [];
		const built = this.build(messages);
		if (!built.ok) return messages.map(() => rejected(problemError(built)));
		const { context, provider, connection, credential } = this.run;
		const answer = await callProvider(context, provider, connection, built.request, credential);
		return this.outcomes(messages, answer);
	}

	private build(messages: readonly OutgoingMessage[]): BuildResult {
		const { channel, line } = this.run;
		const [only] = messages;
		if (messages.length > 1 && channel.buildBatch) return channel.buildBatch(messages, line);
		return only === undefined
			? { ok: false, field: 'message', message: 'There is no message' }
			: channel.build(only, line);
	}

	private outcomes(messages: readonly OutgoingMessage[], answer: ApiAnswer): Outcome<Accepted>[] {
		if (answer.outcome !== 'answered') return messages.map(() => answer);
		const { channel, line } = this.run;
		return channel
			.readAnswer(messages, answer.status, answer.body, line)
			.map((one: SendAnswer): Outcome<Accepted> => {
				if (one.outcome === 'rejected') {
					return isInconclusive(answer.status, one.error)
						? { outcome: 'unknown', reason: `HTTP ${answer.status} without a reason` }
						: rejected(withPause(one.error, answer));
				}
				return { outcome: 'accepted', payload: { messageId: one.messageId, details: one.details } };
			});
	}

	/** The message with its file uploaded, once its template is known to take its values. */
	private async ready({ message, upload }: Outgoing, itemIndex: number): Promise<Ready> {
		if (message.type === 'template') {
			const template = await this.template(message);
			const [problem] = template === undefined ? [] : checkTemplateValues(template, message.values);
			if (problem !== undefined) return { ok: false, error: problemError(problem) };
		}
		return upload === undefined
			? { ok: true, message }
			: await this.uploads.attach(message, upload, itemIndex);
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
