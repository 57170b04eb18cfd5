import type { QueueMode } from '../../../sandbox/queue/queue-mode.ts';
import { first, type Fault } from '../fault.ts';

/** One process of n8n ends, at once or as a deploy has it end, and is started again. */
function ended(
	name: string,
	how: 'kill' | 'stop',
	which: (queue: QueueMode) => QueueMode['main'],
	isInShortForm = false,
): Fault {
	return {
		name,
		isInShortForm,
		strike: async (queue) => {
			const process = which(queue);
			await process[how]();
			await process.start();
		},
	};
}

export const ENDED_PROCESSES: readonly Fault[] = [
	ended('kill -9 of a worker', 'kill', ({ workers }) => first(workers), true),
	ended('kill -9 of a webhook processor', 'kill', ({ webhooks }) => first(webhooks), true),
	ended('kill -9 of main', 'kill', ({ main }) => main),
	ended('Graceful stop of a worker', 'stop', ({ workers }) => first(workers)),
];
