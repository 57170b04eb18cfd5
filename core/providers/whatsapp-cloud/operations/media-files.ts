import { z } from 'zod';
import type { OperationFile } from '../../../operations/contract';
import type { ApiFile, ApiRequest } from '../../../http/api';
import { compact, idOf, numberOf, objectOf, rowOf, textOf } from '../../../lib/json';
import { problem, type Result } from '../../../lib/result';
import { lenient, required } from '../../../lib/schema';
import { pathPart } from '../../../lib/url';

export type MediaUse = 'image' | 'audio' | 'voice' | 'video' | 'document' | 'sticker';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

interface MediaRule {
	/** For the complaint: `A picture`. */
	label: string;
	/** The MIME types that Meta takes, with the names that people know. */
	types: Readonly<Record<string, string>>;
	maxBytes: number;
}

/** Meta, Media. A sticker that does not move has 100 KB at most, which its type does not tell. */
const RULES: Readonly<Record<MediaUse, MediaRule>> = {
	image: {
		label: 'A picture',
		types: { 'image/jpeg': 'JPEG', 'image/png': 'PNG' },
		maxBytes: 5 * MEGABYTE,
	},
	audio: {
		label: 'An audio file',
		types: {
			'audio/aac': 'AAC',
			'audio/amr': 'AMR',
			'audio/mpeg': 'MP3',
			'audio/mp4': 'M4A',
			'audio/ogg': 'OGG with Opus',
		},
		maxBytes: 16 * MEGABYTE,
	},
	voice: {
		label: 'A voice message',
		types: { 'audio/ogg': 'OGG with Opus' },
		maxBytes: 16 * MEGABYTE,
	},
	video: {
		label: 'A video',
		types: { 'video/mp4': 'MP4', 'video/3gpp': '3GP' },
		maxBytes: 16 * MEGABYTE,
	},
	document: {
		label: 'A document',
		types: {
			'text/plain': 'TXT',
			'application/pdf': 'PDF',
			'application/msword': 'DOC',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
			'application/vnd.ms-excel': 'XLS',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
			'application/vnd.ms-powerpoint': 'PPT',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
		},
		maxBytes: 100 * MEGABYTE,
	},
	sticker: { label: 'A sticker', types: { 'image/webp': 'WebP' }, maxBytes: 500 * KILOBYTE },
};

/** Other names of the same types, under which files come. */
const ALIASES: Readonly<Record<string, string>> = {
	'image/jpg': 'image/jpeg',
	'audio/mp3': 'audio/mpeg',
	'audio/m4a': 'audio/mp4',
	'audio/x-m4a': 'audio/mp4',
	'audio/opus': 'audio/ogg',
	'video/3gp': 'video/3gpp',
};

/** `audio/ogg; codecs=opus` is refused by Meta, `audio/ogg` is taken. */
function bareType(mimeType: string): string {
	const [bare = ''] = mimeType.toLowerCase().split(';');
	return rowOf(ALIASES, bare.trim()) ?? bare.trim();
}

function sizeInWords(bytes: number): string {
	return bytes >= MEGABYTE
		? `${Math.ceil((bytes / MEGABYTE) * 10) / 10} MB`
		: `${Math.ceil(bytes / KILOBYTE)} KB`;
}

/**
 * The request that leaves a file with Meta for 30 days, or the member of the file that Meta would refuse (Meta, Media).
 *
 * @param as the type of message in which the file is to be sent
 */
export function mediaUpload(
	phoneNumberId: string,
	{ content, mimeType, filename }: OperationFile,
	as: MediaUse,
): Result<{ request: ApiRequest & { file: ApiFile } }> {
	const { label, types, maxBytes } = RULES[as];
	const type = bareType(mimeType);
	if (rowOf(types, type) === undefined) {
		const taken = Object.values(types).join(', ');
		const message = `${label} on WhatsApp has to be ${taken}, and "${filename}" is ${mimeType || 'of no known type'}`;
		return problem('mimeType', message);
	}
	const sizeBytes = content.byteLength;
	if (sizeBytes === 0) return problem('sizeBytes', `The file "${filename}" is empty`);
	if (sizeBytes > maxBytes) {
		const message = `${label} on WhatsApp has ${sizeInWords(maxBytes)} at most, and "${filename}" has ${sizeInWords(sizeBytes)}`;
		return problem('sizeBytes', message);
	}
	return {
		ok: true,
		request: {
			method: 'POST',
			path: `/${phoneNumberId}/media`,
			form: { messaging_product: 'whatsapp', type },
			// Meta goes by the content type of the part.
			file: { name: 'file', filename, mimeType: type, content },
		},
	};
}

/** The media ID in the answer to an upload. */
export function parseMediaId(body: unknown): string | undefined {
	return idOf(objectOf(body)?.id);
}

/** @param senderId where given, Meta answers only for files of this number */
export function mediaRequest(mediaId: string, senderId?: string): ApiRequest {
	return {
		method: 'GET',
		path: `/${pathPart(mediaId)}`,
		...(senderId !== undefined && { query: { phone_number_id: senderId } }),
	};
}

export interface StoredMedia {
	id?: string;
	/** Ends after five minutes, and opens only with the access token. */
	url: string;
	mimeType?: string;
	/** As Meta writes it, in hex or in Base64. */
	sha256?: string;
	sizeBytes?: number;
}

const mediaSchema = z.object({
	id: lenient(idOf),
	url: required(textOf),
	mime_type: lenient(textOf),
	sha256: lenient(textOf),
	file_size: lenient(numberOf),
});

/** The answer to {@link mediaRequest}; `undefined` where it names no address. */
export function parseMedia(body: unknown): StoredMedia | undefined {
	const result = mediaSchema.safeParse(body);
	if (!result.success) return undefined;
	const { id, url, mime_type, sha256, file_size } = result.data;
	return compact<StoredMedia>({ id, url, mimeType: mime_type, sha256, sizeBytes: file_size });
}

/** Hosts where Meta keeps files. No other host gets the access token. */
const MEDIA_HOSTS = /(^|\.)(fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net)$/;

/**
 * Whether the access token may go along to the address of a file.
 *
 * @param baseUrl of the credential; a stand-in keeps the files on its own host
 */
export function isMediaUrl(url: string, baseUrl: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname, origin } = new URL(url);
	if (protocol === 'https:' && MEDIA_HOSTS.test(hostname)) return true;
	return /^https?:$/.test(protocol) && URL.canParse(baseUrl) && new URL(baseUrl).origin === origin;
}

export function mediaDeletion(mediaId: string, senderId?: string): ApiRequest {
	return { ...mediaRequest(mediaId, senderId), method: 'DELETE' };
}

export function parseMediaDeletion(body: unknown): boolean {
	return objectOf(body)?.success === true;
}
