import { randomBytes } from 'node:crypto';
import type { StoredFile } from '../../shared/stand-in.ts';
import { invalidParameter, unknownObject } from '../errors.ts';
import type { GraphCall, Operation } from '../operations.ts';
import { textAt } from '../parameters.ts';
import { check } from '../requirements.ts';

const MAX_BYTES = 100 * 1024 * 1024;
/** Handles that are kept; the oldest make room. */
const KEPT = 50;

interface Session {
	mimeType: string;
	length: number;
	signature: string;
}

/** Files that are left with Meta for a profile picture or as a template's sample (Meta, Resumable Upload API). */
export class Uploads {
	readonly #sessions = new Map<string, Session>();
	readonly #files = new Map<string, StoredFile>();

	isSession(id: string): boolean {
		return this.#sessions.has(id);
	}

	/** By the handle that the upload gave. */
	file(handle: string): StoredFile | undefined {
		return this.#files.get(handle);
	}

	clear(): void {
		this.#sessions.clear();
		this.#files.clear();
	}

	operations(): Operation[] {
		return [
			{ on: 'app', edge: 'uploads', method: 'POST', run: (call) => this.#begin(call) },
			{ on: 'upload', method: 'POST', run: (call) => this.#finish(call) },
			{ on: 'upload', method: 'GET', run: ({ id }) => ({ id, file_offset: 0 }) },
		];
	}

	#begin({ parameters }: GraphCall) {
		check(parameters, [
			{ path: ['file_length'], kind: 'number', required: true, min: 1, max: MAX_BYTES },
			{ path: ['file_type'], kind: 'text', required: true, pattern: /^(image|video|application)\/\S+$/ },
			{ path: ['file_name'], kind: 'text' },
		]);
		const id = `upload:${randomBytes(12).toString('base64url')}`;
		const signature = randomBytes(6).toString('base64url');
		this.#sessions.set(id, {
			mimeType: textAt(parameters, 'file_type') ?? '',
			length: Number(textAt(parameters, 'file_length')),
			signature,
		});
		return { id: `${id}?sig=${signature}` };
	}

	/** The whole file at once: the sandbox has no use for going on after a break. */
	#finish({ method, id, parameters, bytes = Buffer.alloc(0), fileOffset }: GraphCall) {
		const session = this.#sessions.get(id);
		if (session?.signature !== textAt(parameters, 'sig') || !session) throw unknownObject(method, id);
		if (fileOffset !== '0') throw invalidParameter('The header file_offset must be 0.');
		if (bytes.length !== session.length) {
			throw invalidParameter(`The file has ${bytes.length} bytes; ${session.length} were announced.`);
		}
		this.#sessions.delete(id);
		const handle = `4::${randomBytes(18).toString('base64url')}`;
		const [oldest] = this.#files.keys();
		if (this.#files.size >= KEPT && oldest !== undefined) this.#files.delete(oldest);
		this.#files.set(handle, { mimeType: session.mimeType, bytes });
		return { h: handle };
	}
}
