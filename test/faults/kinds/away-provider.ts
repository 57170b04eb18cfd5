import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../fault.ts';

const AWAY_MS = 60_000;

export const awayProvider: Fault = {
	name: 'The provider away for a minute',
	strike: async ({ links: { toN8n, toProvider } }) => {
		await Promise.all([toN8n.down(), toProvider.down()]);
		await sleep(AWAY_MS);
		await Promise.all([toN8n.up(), toProvider.up()]);
	},
};
