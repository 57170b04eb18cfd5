import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../../sandbox/n8n/npm.mjs';
import { type Fault, first, type Scene } from '../fault.ts';

const FULL_MS = 15_000;

function diskOf({ disk }: Scene) {
	if (typeof disk === 'string') throw new Error(`n8n's data folders have no disk of their own: ${disk}`);
	return disk;
}

/** Whether a process that dies meanwhile can start again. */
async function startsOnFullDisk({ workers, note }: Scene): Promise<void> {
	const worker = first(workers);
	await worker.kill();
	try {
		await worker.start();
		note('a worker that was killed meanwhile started again on the full disk');
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		note('a worker that was killed meanwhile could not start before there was room again');
	}
}

/** Starts again what ended by itself, as whatever looks after processes does. */
async function revive({ main, webhooks, workers, note }: Scene): Promise<void> {
	const ended = [main, ...webhooks, ...workers].filter(({ isRunning }) => !isRunning);
	for (const process of ended) await process.start();
	const names = ended.map(({ name }) => name).join(', ');
	note(ended.length > 0 ? `started again: ${names}` : 'no other process of n8n ended');
}

export const fullDisk: Fault = {
	name: "Full disk under n8n's data folders",
	needsDisk: true,
	whyNot: ({ disk }) => Promise.resolve(typeof disk === 'string' ? disk : undefined),
	strike: async (scene) => {
		await diskOf(scene).fill();
		await sleep(FULL_MS);
		await startsOnFullDisk(scene);
		await diskOf(scene).free();
		await revive(scene);
	},
};
