import type { IWebhookDescription } from 'n8n-workflow';

/** Where an answer comes to an execution that waits at the node: under the node's id, as n8n signs it. */
export const RESUMING: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];
