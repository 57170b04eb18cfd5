import { first, type Fault, type Scene } from '../fault.ts';

/** One process of n8n ends, at once or as a deploy has it end, and is started again. */
function ended(
	name: string,
	how: 'kill' | 'stop',
	which: (scene: Scene) => Scene['main'],
	isInShortForm = false,
): Fault {
	return {
		name,
		isInShortForm,
		strike: async (scene) => {
			const process = which(scene);
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
