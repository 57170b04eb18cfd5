/** A small disk for n8n's data folders alone, so that it can be full while everything else has room. */
import { execFile } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasCode } from '../../sandbox/n8n/processes.ts';

const run = promisify(execFile);

/** The package in each of five folders, and room for n8n's event logs. */
const SIZE = '96m';
const BLOCK = Buffer.alloc(1024 * 1024);
/** The last bytes go in pieces of this size, so that not one is left. */
const CRUMB = BLOCK.subarray(0, 512);

export class Disk {
	readonly #folder: string;
	readonly #filling: string;

	private constructor(folder: string) {
		this.#folder = folder;
		this.#filling = join(folder, 'filling');
	}

	/** Gives the reason in words where this machine does not let us mount one. */
	static async mount(folder: string): Promise<Disk | string> {
		await mkdir(folder, { recursive: true });
		try {
			await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
		} catch (error) {
			if (!(error instanceof Error)) throw error;
			return `this machine lets us mount no disk (${error.message.trim().split('\n').at(-1) ?? ''})`;
		}
		return new Disk(folder);
	}

	/** Leaves not a byte. */
	async fill(): Promise<void> {
		const file = await open(this.#filling, 'a');
		try {
			for (const piece of [BLOCK, CRUMB]) {
				try {
					for (;;) await file.appendFile(piece);
				} catch (error) {
					if (!hasCode(error, 'ENOSPC')) throw error;
				}
			}
		} finally {
			await file.close();
		}
	}

	async free(): Promise<void> {
		await rm(this.#filling, { force: true });
	}

	/** A process that ends a moment later may still have a file open. */
	async unmount(): Promise<void> {
		await run('umount', ['--lazy', this.#folder]);
	}
}
