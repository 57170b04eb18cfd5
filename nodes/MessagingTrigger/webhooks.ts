import type { INodeParameters, IWebhookDescription } from 'n8n-workflow';
import { readGroup } from '../shared/parameters';

/** n8n reads what stands here by an expression, and from 2.41 on by the function, which spares it an isolate. */
const RESPONSE_MODE = {
	template: '={{$parameter["options"]["answer"] || "onReceived"}}',
	resolve: ({ options }: INodeParameters) => readGroup(options).answer || 'onReceived',
};

/** `webhookDescriptionFields` of n8n-workflow, which older versions do not have. */
const RESOLVERS = Symbol.for('n8n.webhookDescriptionResolvers');

const SHARED = {
	path: 'webhook',
	responseMode: RESPONSE_MODE.template,
	// The answer holds nothing of the workflow, and one that ends without items has ended too.
	responseData: 'noData',
	[RESOLVERS]: { responseMode: RESPONSE_MODE },
} as const;

/** The URL stays the same whenever the calls are answered. */
export const webhooks: IWebhookDescription[] = [
	{ name: 'setup', httpMethod: 'GET', ...SHARED },
	{ name: 'default', httpMethod: 'POST', ...SHARED },
];
