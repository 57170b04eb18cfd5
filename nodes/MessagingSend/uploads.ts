import { runOperation, type DeliveryError, type OutgoingMessage } from '../../core';
import { operationTools } from '../shared/operation-tools';
import { readText } from '../shared/parameters';
import { problemError } from './failure';
import type { Upload } from './messages/form';
import type { SendRun } from './run';

type Attached = { ok: true; message: OutgoingMessage } | { ok: false; error: DeliveryError };
type Uploaded = { ok: true; mediaId: string; filename: string } | { ok: false; error: DeliveryError };

/** n8n has no such file on the item, or has it no more. */
function unreadable(failure: unknown): Uploaded {
	const message = failure instanceof Error ? failure.message : String(failure);
	return { ok: false, error: problemError({ field: 'binaryField', message }) };
}

/** Uploads files of items. One that stands on many items goes up once. */
export class FileUploads {
	private readonly known = new Map<string, Promise<Uploaded>>();

	constructor(private readonly run: SendRun) {}

	async attach(message: OutgoingMessage, upload: Upload, itemIndex: number): Promise<Attached> {
		const uploaded = await this.once(message.sender ?? '', upload, itemIndex).catch(unreadable);
		if (!uploaded.ok) return uploaded;
		if (!('media' in message)) return { ok: true, message };
		const named = message.type === 'document' && message.filename === undefined;
		return {
			ok: true,
			message: {
				...message,
				media: { id: uploaded.mediaId, link: undefined },
				...(named && { filename: uploaded.filename }),
			},
		};
	}

	private async once(sender: string, upload: Upload, itemIndex: number): Promise<Uploaded> {
		const { context } = this.run;
		const file = context.helpers.assertBinaryData(itemIndex, upload.binaryField);
		// n8n gives stored files an id; without one, the file itself stands in `data`.
		const key = `${sender} ${upload.as} ${file.id ?? file.data}`;
		const known = this.known.get(key) ?? this.upload(sender, upload, itemIndex);
		this.known.set(key, known);
		const result = await known;
		if (!result.ok) this.known.delete(key);
		return result;
	}

	private async upload(sender: string, { binaryField, as }: Upload, itemIndex: number): Promise<Uploaded> {
		const { context, provider, connection, credential } = this.run;
		const { mimeType, fileName = 'file' } = context.helpers.assertBinaryData(itemIndex, binaryField);
		const content = await context.helpers.getBinaryDataBuffer(itemIndex, binaryField);
		const file = { mimeType, filename: fileName, content: new Uint8Array(content) };
		const input = { phoneNumberId: sender, file, use: as };
		const tools = operationTools(context, provider, connection, credential);
		const outcome = await runOperation(provider, 'media', 'upload', input, tools);
		if (outcome.ok) {
			return { ok: true, mediaId: readText(outcome.items[0]?.mediaId), filename: fileName };
		}
		const { field, error } = outcome;
		if (field !== undefined) return { ok: false, error: problemError({ field, message: error.title }) };
		// A file that goes up twice harms nobody.
		return { ok: false, error: { ...error, retryable: error.retryable || error.code === 'noAnswer' } };
	}
}
