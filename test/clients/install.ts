/** Installs the libraries of this folder, once for each lock file. */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npmCi, UserError } from '../../sandbox/n8n/npm.mjs';

const folder = import.meta.dirname;
const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
/** What was installed last. */
const stamp = join(folder, 'node_modules/.installed');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
	try {
		await npmCi(folder, {
			label: "Installing the providers' libraries",
			args: ['--ignore-scripts', '--no-audit'],
		});
		await writeFile(stamp, lock);
	} catch (failure) {
		if (!(failure instanceof UserError)) throw failure;
		console.error(failure.message);
		process.exitCode = 1;
	}
}
