import type { Fault } from '../fault.ts';

export const rollingDeploy: Fault = {
	name: 'Rolling deploy: each process in turn',
	strike: async ({ main, webhooks, workers }) => {
		for (const process of [...webhooks, ...workers, main]) {
			await process.stop();
			await process.start();
		}
	},
};
