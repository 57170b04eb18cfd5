import { mediaUpload, parseMediaId, type DeliveryError, type OutgoingMessage } from '../../core';
import { callProvider } from '../shared/transport';
import { answerError, problemError } from './failure';
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
		const planned = mediaUpload(sender, { mimeType, filename: fileName, sizeBytes: content.length }, as);
		if (!planned.ok) return { ok: false, error: problemError(planned) };
		const { path, fields, file } = planned.upload;
		const answer = await callProvider(
			context,
			provider,
			connection,
			{
				method: 'POST',
				path,
				form: fields,
				file: { ...file, mimeType: file.contentType, content: new Uint8Array(content) },
			},
			credential,
		);
		const mediaId =
			answer.outcome === 'answered' && answer.status === 200 ? parseMediaId(answer.body) : undefined;
		if (mediaId !== undefined) return { ok: true, mediaId, filename: fileName };
		return { ok: false, error: answerError(provider, answer) };
	}
}
