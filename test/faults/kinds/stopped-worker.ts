import { first, type Fault } from '../fault.ts';

export const stoppedWorker: Fault = {
	name: 'Graceful stop of a worker',
	strike: async ({ workers }) => {
		const worker = first(workers);
		await worker.stop();
		await worker.start();
	},
};
