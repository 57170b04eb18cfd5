import { glob, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from '../../../sandbox/queue/programs.ts';
import type { Fault, Scene } from '../fault.ts';

/** Debian's package faketime has it: it answers a process that asks for the time. */
const LIBRARY = '/usr/lib/*/faketime/libfaketimeMT.so.1';
const HOUR_S = 3_600;
const SHIFTED_MS = 20_000;

async function library(): Promise<string | undefined> {
	for await (const file of glob(LIBRARY)) return file;
	return undefined;
}

/** All of n8n but one webhook processor, as if they were on one machine. */
const shifted = ({ main, webhooks, workers }: Scene) => [main, ...webhooks.slice(1), ...workers];

async function restart(scene: Scene, env: Record<string, string>): Promise<void> {
	await Promise.all(
		shifted(scene).map(async (process) => {
			await process.stop();
			await process.start(env);
		}),
	);
}

/** The clock jumps by so many seconds, and back after a while. */
function shiftedClock(name: string, seconds: number): Fault {
	let folder = '';
	const put = (offset: number) => writeFile(join(folder, 'offset'), offset < 0 ? `${offset}` : `+${offset}`);
	return {
		name,
		whyNot: async () => {
			if ((await findProgram('faketime')) !== undefined && (await library()) !== undefined) return undefined;
			return 'this machine has no libfaketime (Debian: apt-get install faketime)';
		},
		prepare: async (scene) => {
			folder = await mkdtemp(join(tmpdir(), 'messaging-channels-clock-'));
			await put(0);
			await restart(scene, {
				LD_PRELOAD: (await library()) ?? '',
				FAKETIME_TIMESTAMP_FILE: join(folder, 'offset'),
				FAKETIME_CACHE_DURATION: '1',
				// Timers go on as they do where somebody sets a clock.
				FAKETIME_DONT_FAKE_MONOTONIC: '1',
				NO_FAKE_STAT: '1',
			});
		},
		strike: async () => {
			await put(seconds);
			await sleep(SHIFTED_MS);
			await put(0);
			// Until every process has looked.
			await sleep(2_000);
		},
		undo: async (scene) => {
			await restart(scene, {});
			await rm(folder, { recursive: true, force: true });
		},
	};
}

export const SHIFTED_CLOCKS: readonly Fault[] = [
	shiftedClock('Clock an hour forward, and back', HOUR_S),
	shiftedClock('Clock an hour back, and forward', -HOUR_S),
];
