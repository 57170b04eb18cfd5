import { first, type Fault } from '../fault.ts';

export const killedWebhookProcessor: Fault = {
	name: 'kill -9 of a webhook processor',
	isInShortForm: true,
	strike: async ({ webhooks }) => {
		const processor = first(webhooks);
		await processor.kill();
		await processor.start();
	},
};
