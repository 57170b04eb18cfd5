import type { Fault } from '../fault.ts';

export const killedMain: Fault = {
	name: 'kill -9 of main',
	strike: async ({ main }) => {
		await main.kill();
		await main.start();
	},
};
