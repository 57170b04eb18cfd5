import { first, type Fault } from '../fault.ts';

export const killedWorker: Fault = {
	name: 'kill -9 of a worker',
	isInShortForm: true,
	strike: async ({ workers }) => {
		const worker = first(workers);
		await worker.kill();
		await worker.start();
	},
};
