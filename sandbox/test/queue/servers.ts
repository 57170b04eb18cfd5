/** Which servers this machine can run, and folders for them. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../n8n/npm.mjs';
import { ensureProgram, type Program } from '../../queue/programs.ts';

/** False where the program can be had, otherwise why a test of it is skipped. */
export async function whyNot(program: Program): Promise<string | false> {
	try {
		await ensureProgram(program);
		return false;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return error.message;
	}
}

/** A folder to which a server's own user can get. */
export async function openFolder(): Promise<AsyncDisposable & { path: string }> {
	const path = await mkdtemp(join(tmpdir(), 'messaging-channels-server-'));
	await chmod(path, 0o755);
	return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}
