import { createHash, randomBytes } from 'node:crypto';
import type { Media } from '../shared/content.ts';
import { randomDigits } from '../shared/identifiers.ts';
import type { StoredFile } from '../shared/stand-in.ts';
import { GraphError, invalidParameter, invalidValue, unknownObject } from './errors.ts';
import type { GraphCall, Operation } from './operations.ts';
import { type Parameters, textAt } from './parameters.ts';
import { check } from './requirements.ts';

const KIB = 1024;
const MIB = KIB * KIB;
const MINUTE_MS = 60_000;
/** An address of a file is good for five minutes, an uploaded file for 30 days (Meta, Media). */
const URL_MS = 5 * MINUTE_MS;
const FILE_MS = 30 * 24 * 60 * MINUTE_MS;
/** All files together; the oldest make room. */
const SHELF_BYTES = 256 * MIB;

/** Types of each kind of media and the size that a file may have (Meta, Media). A sticker's limit is that of an animated one. */
const KINDS: Readonly<Record<Media['kind'], { maxBytes: number; types: readonly string[] }>> = {
	audio: {
		maxBytes: 16 * MIB,
		types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
	},
	document: {
		maxBytes: 100 * MIB,
		types: [
			'text/plain',
			'application/pdf',
			'application/msword',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.ms-excel',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.ms-powerpoint',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		],
	},
	image: { maxBytes: 5 * MIB, types: ['image/jpeg', 'image/png'] },
	sticker: { maxBytes: 500 * KIB, types: ['image/webp'] },
	video: { maxBytes: 16 * MIB, types: ['video/mp4', 'video/3gpp'] },
};
const TYPES = Object.values(KINDS).flatMap(({ types }) => types);

interface Shelved extends StoredFile {
	id: string;
	numberId: string;
	sha256: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** The bytes of a file, as an answer to a download. */
export class Download {
	readonly file: StoredFile;

	constructor(file: StoredFile) {
		this.file = file;
	}
}

/** Uploaded files: `POST /{phone number}/media`, `GET` and `DELETE /{media}`, and the download of a file's address. */
export class MediaShelf {
	readonly #files = new Map<string, Shelved>();
	/** Addresses that were given out: until when they are good, and for which file. */
	readonly #addresses = new Map<string, { id: string; until: number }>();
	readonly #now: () => number;
	#bytes = 0;

	constructor(now: () => number) {
		this.#now = now;
	}

	file(id: string): Shelved | undefined {
		const file = this.#files.get(id);
		return file && this.#now() - file.at < FILE_MS ? file : undefined;
	}

	/** Whether the file's type fits the kind of message. */
	fits(kind: Media['kind'], { mimeType }: StoredFile): boolean {
		return KINDS[kind].types.includes(mimeType);
	}

	clear(): void {
		this.#files.clear();
		this.#addresses.clear();
		this.#bytes = 0;
	}

	operations(): Operation[] {
		const needs = 'whatsapp_business_messaging';
		return [
			{ on: 'number', edge: 'media', method: 'POST', needs, run: (call) => this.#upload(call) },
			{ on: 'media', method: 'GET', needs, run: (call) => this.#describe(call) },
			{ on: 'media', method: 'DELETE', needs, run: (call) => this.#delete(call) },
			{ on: 'media_files', method: 'GET', run: (call) => this.#download(call) },
		];
	}

	async #upload({ id: numberId, parameters }: GraphCall) {
		if (textAt(parameters, 'messaging_product') === undefined) {
			throw invalidParameter('The parameter messaging_product is required.');
		}
		check(parameters, [{ path: ['messaging_product'], kind: 'choice', choices: ['whatsapp'] }]);
		const { file } = parameters;
		if (!(file instanceof File)) throw invalidParameter('The parameter file is required.');
		const mimeType = plainType(file.type) || plainType(textAt(parameters, 'type') ?? '');
		if (!TYPES.includes(mimeType)) {
			throw invalidParameter(
				`Param file must be a file with one of the following types: ${TYPES.join(', ')}. Received file of type '${mimeType || 'application/octet-stream'}'.`,
			);
		}
		const { maxBytes } = kindOf(mimeType);
		if (file.size > maxBytes) {
			throw invalidParameter(`Param file must be at most ${maxBytes} bytes, got ${file.size}.`);
		}
		if (file.size === 0) throw invalidParameter('Param file must not be empty.');
		return { id: this.#keep(numberId, mimeType, Buffer.from(await file.arrayBuffer())) };
	}

	#keep(numberId: string, mimeType: string, bytes: Buffer): string {
		const id = randomDigits(16);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		this.#files.set(id, { id, numberId, mimeType, bytes, sha256, at: this.#now() });
		this.#bytes += bytes.length;
		for (const oldest of this.#files.values()) {
			if (this.#bytes <= SHELF_BYTES) break;
			this.#drop(oldest);
		}
		return id;
	}

	#describe({ method, id, parameters, address }: GraphCall) {
		const file = this.#found(method, id, parameters);
		const key = randomBytes(12).toString('base64url');
		for (const [known, { until }] of this.#addresses) {
			if (until <= this.#now()) this.#addresses.delete(known);
		}
		this.#addresses.set(key, { id, until: this.#now() + URL_MS });
		return {
			messaging_product: 'whatsapp',
			url: new URL(`/media_files?asset=${key}`, address).href,
			mime_type: file.mimeType,
			sha256: file.sha256,
			file_size: file.bytes.length,
			id,
		};
	}

	#delete({ method, id, parameters }: GraphCall) {
		this.#drop(this.#found(method, id, parameters));
		return { success: true };
	}

	#download({ parameters }: GraphCall) {
		const address = this.#addresses.get(textAt(parameters, 'asset') ?? '');
		const file = address && address.until > this.#now() ? this.file(address.id) : undefined;
		if (!file) throw GraphError.of('addressExpired');
		return new Download(file);
	}

	/** `phone_number_id` must be that of the upload, where it is given. */
	#found(method: string, id: string, parameters: Parameters): Shelved {
		const file = this.file(id);
		const numberId = textAt(parameters, 'phone_number_id');
		if (!file || (numberId !== undefined && numberId !== file.numberId)) throw unknownObject(method, id);
		return file;
	}

	#drop(file: Shelved): void {
		if (this.#files.delete(file.id)) this.#bytes -= file.bytes.length;
	}
}

/** The files of one message. */
export class Attachments {
	readonly #shelf: MediaShelf;
	#hasWrongType = false;

	constructor(shelf: MediaShelf) {
		this.#shelf = shelf;
	}

	/** Meta finds out after the acceptance that a file is of another kind than its message: 131053. */
	get hasWrongType(): boolean {
		return this.#hasWrongType;
	}

	/** Media of the given kind by `id` or `link`; an id that is not known is refused. */
	attach(kind: Media['kind'], value: unknown): Media {
		const id = textAt(value, 'id');
		const name = textAt(value, 'filename');
		const about = { kind, ...(name === undefined ? {} : { name }) };
		if (id === undefined) return { ...about, url: textAt(value, 'link') ?? '' };
		const file = this.#shelf.file(id);
		if (!file) throw invalidValue(`Media ID ${id} is not valid`);
		if (!this.#shelf.fits(kind, file)) this.#hasWrongType = true;
		return { ...about, url: `/sandbox/files/whatsAppCloud/${id}` };
	}
}

/** Without parameters such as `codecs=opus`. */
function plainType(type: string): string {
	return (type.split(';')[0] ?? '').trim().toLowerCase();
}

function kindOf(mimeType: string) {
	const kind = Object.values(KINDS).find(({ types }) => types.includes(mimeType));
	return kind ?? KINDS.document;
}
