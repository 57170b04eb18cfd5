import { z } from 'zod';
import { fileInput, fieldFailure, optionalId } from '../../../operations/input';
import { notUnderstood } from '../../../http/ask';
import { itemsOf } from '../../../operations/operation';
import type { DeliveryError } from '../../../events';
import {
	isMediaUrl,
	mediaDeletion,
	mediaRequest,
	mediaUpload,
	parseMedia,
	parseMediaDeletion,
	parseMediaId,
	type MediaUse,
	type StoredMedia,
} from './media-files';
import { graphId, operation } from './operation';
import { compact } from '../../../lib/json';

const USES = ['image', 'audio', 'voice', 'video', 'document', 'sticker'] as const;

/** What a file is for where nobody says so. */
function useOf(mimeType: string): MediaUse {
	if (mimeType.startsWith('image/webp')) return 'sticker';
	const [kind] = mimeType.split('/');
	return USES.find((use) => use === kind) ?? 'document';
}

const use = z.preprocess(
	(value) => (value === '' ? undefined : value),
	z.enum(USES, { message: `A file is sent as one of ${USES.join(', ')}` }).optional(),
);

const FILE_DAYS = 30;
const DAY_MS = 86_400_000;

const upload = operation({
	input: z.object({ phoneNumberId: graphId('The phone number ID'), file: fileInput, use }),
	async run({ phoneNumberId, file, use: given }, context) {
		const planned = mediaUpload(phoneNumberId, file, given ?? useOf(file.mimeType));
		if (!planned.ok) return fieldFailure(`file.${planned.field}`, planned.message);
		const { request } = planned;
		return await itemsOf(context, request, (body) => {
			const mediaId = parseMediaId(body);
			return mediaId === undefined
				? undefined
				: [
						{
							mediaId,
							phoneNumberId,
							filename: file.filename,
							mimeType: request.file.mimeType,
							sizeBytes: file.content.byteLength,
							expiresAt: new Date(context.now + FILE_DAYS * DAY_MS).toISOString(),
						},
					];
		});
	},
});

const mediaInput = { mediaId: graphId('The media ID'), phoneNumberId: optionalId };

function mediaItem(mediaId: string, { url, mimeType, sha256, sizeBytes }: StoredMedia) {
	return compact({ mediaId, mimeType, sizeBytes, sha256, url });
}

const read = operation({
	input: z.object(mediaInput),
	run: async ({ mediaId, phoneNumberId }, context) =>
		await itemsOf(context, mediaRequest(mediaId, phoneNumberId), (body) => {
			const media = parseMedia(body);
			return media && [mediaItem(mediaId, media)];
		}),
});

const GRAPH_API = 'https://graph.facebook.com';

function elsewhere(url: string): DeliveryError {
	const { title, advice, ...error } = notUnderstood('').error;
	const host = URL.canParse(url) ? new URL(url).host : 'no address';
	return {
		...error,
		title: `${title}: it names a file at ${host}, which is not a host of Meta`,
		advice: `The access token does not go there. ${advice}`,
	};
}

function isGone(status: number | undefined): boolean {
	return status === 404;
}

/** The address of a file holds for five minutes, so one that is gone is asked for once more (Meta, Media). */
const download = operation({
	input: z.object({
		...mediaInput,
		/** Of the credential: a stand-in keeps the files on its own host. */
		baseUrl: z.string().default(GRAPH_API),
		filename: z.string().optional(),
	}),
	async run({ mediaId, phoneNumberId, baseUrl, filename }, { ask }) {
		for (let triesLeft = 1; ; triesLeft--) {
			const found = await ask(mediaRequest(mediaId, phoneNumberId));
			if (!found.ok) return { ok: false, error: found.error };
			const media = parseMedia(found.body);
			if (media === undefined) return notUnderstood('It names no address of a file');
			if (!isMediaUrl(media.url, baseUrl)) return { ok: false, error: elsewhere(media.url) };
			const path = new URL(media.url).pathname;
			const file = await ask({ method: 'GET', path, url: media.url, download: true });
			if (!file.ok && isGone(file.status) && triesLeft > 0) continue;
			if (!file.ok) return { ok: false, error: file.error };
			if (!(file.body instanceof Uint8Array)) return notUnderstood('It holds no file');
			const mimeType = media.mimeType ?? 'application/octet-stream';
			return {
				ok: true,
				items: [mediaItem(mediaId, { ...media, mimeType, sizeBytes: file.body.byteLength })],
				file: compact({ content: file.body, mimeType, filename }),
			};
		}
	},
});

const remove = operation({
	input: z.object(mediaInput),
	run: async ({ mediaId, phoneNumberId }, context) =>
		await itemsOf(context, mediaDeletion(mediaId, phoneNumberId), (body) =>
			parseMediaDeletion(body) ? [{ mediaId, deleted: true }] : undefined,
		),
});

export const MEDIA = { upload, get: read, download, delete: remove };
