import type { Fault } from '../fault.ts';

export const restartedPostgres: Fault = {
	name: 'Restart of PostgreSQL',
	isInShortForm: true,
	strike: async ({ postgres }) => {
		await postgres.restart();
	},
};
