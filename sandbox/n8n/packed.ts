/** The package exactly as users have it: the content of npm's tarball in the folder where n8n keeps community packages. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { runNpm } from './npm.mjs';

const run = promisify(execFile);
const PackReport = z
	.array(
		z.object({
			name: z.string(),
			filename: z.string(),
			unpackedSize: z.number(),
			files: z.array(z.object({ path: z.string() })),
		}),
	)
	.length(1)
	.transform(([report]) => report);

/** Name, unpacked size in bytes and file list of the tarball. */
export type PackReport = NonNullable<z.infer<typeof PackReport>>;

async function pack(root: string, destination: string): Promise<PackReport> {
	const output = await runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', destination], {
		cwd: root,
	});
	const report = PackReport.parse(JSON.parse(output));
	if (!report) throw new Error('npm pack reported nothing');
	return report;
}

/** Puts the package of the checkout `root` into user folders of n8n, replacing the one that is there. */
export async function putPackage(root: string, ...userFolders: string[]): Promise<PackReport> {
	const temporary = await mkdtemp(join(tmpdir(), 'messaging-channels-'));
	try {
		const report = await pack(root, temporary);
		for (const userFolder of userFolders) {
			const target = join(userFolder, '.n8n/nodes/node_modules', report.name);
			await rm(target, { recursive: true, force: true });
			await mkdir(target, { recursive: true });
			await run('tar', ['-xzf', join(temporary, report.filename), '-C', target, '--strip-components=1']);
		}
		return report;
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}
