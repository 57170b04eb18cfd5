import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';

/** What a process is listened to for. */
interface Listening {
	/** How many of its last lines are kept. */
	kept: number;
	/** Appended to. */
	logFile?: string | undefined;
	/** Hears each line when it is whole. */
	onLine?: (line: string) => void;
}

/** Adds what a process prints on both of its outputs to `lines`, until it has ended. */
export function collectOutput(
	child: ChildProcess,
	lines: string[],
	{ kept, logFile, onLine }: Listening,
): void {
	const file = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
	for (const stream of [child.stdout, child.stderr]) {
		let rest = '';
		stream?.setEncoding('utf8').on('data', (text: string) => {
			file?.write(text);
			const parts = (rest + text).split('\n');
			rest = parts.pop() ?? '';
			lines.push(...parts);
			if (lines.length > kept) lines.splice(0, lines.length - kept);
			for (const line of parts) onLine?.(line);
		});
	}
	child.once('close', () => file?.end());
}
