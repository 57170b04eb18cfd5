import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, readFile, writeFile } from 'node:fs/promises';
import type { SystemUser } from './programs.ts';

/** The password in `file`, made up at the first start: everybody on a machine reaches its ports on loopback. */
export async function keptPassword(file: string, owner?: SystemUser): Promise<string> {
	if (!existsSync(file)) {
		await writeFile(file, randomBytes(18).toString('hex'), { mode: 0o600 });
		if (owner) await chown(file, owner.uid, owner.gid);
	}
	return await readFile(file, 'utf8');
}
