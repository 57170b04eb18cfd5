import type { INodeProperties } from 'n8n-workflow';
import { READY_REQUEST_TEMPLATES } from '../../core';
import { OWN } from '../shared/custom-gateway';

const show = { provider: ['custom'], operation: ['sendResponse', 'sendTemplate'] };

const EXAMPLE = {
	name: 'My gateway',
	method: 'POST',
	path: '/messages',
	body: { to: '{{ to }}', from: '{{ sender }}', 'reference?': '{{ callbackData }}' },
	types: { text: { text: '{{ text }}' } },
	answer: { messageId: 'id', errorCode: 'error.code', errorMessage: 'error.message' },
};

const SAMPLE = { type: 'text', to: '+16505551234', sender: 'Harbour', text: 'Your table is booked.' };

/** The fields that say how a message becomes a request of a custom gateway. */
export const gatewayFields: INodeProperties[] = [
	{
		displayName: 'Request',
		name: 'request',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options: [
			...Object.entries(READY_REQUEST_TEMPLATES).map(([value, { name = value, description }]) => ({
				name,
				value,
				...(description !== undefined && { description }),
			})),
			{ name: 'Own', value: OWN, description: 'Write what the gateway is called with' },
		],
		default: OWN,
		description: 'How a message becomes a call of the gateway',
	},
	{
		displayName: 'Own Request',
		name: 'ownRequest',
		type: 'json',
		noDataExpression: true,
		displayOptions: { show: { ...show, request: [OWN] } },
		default: JSON.stringify(EXAMPLE, null, 2),
		description:
			'Method, path, headers and body of the call, with values of the message such as "{{ to }}", and where the answer names the message. See the <a href="https://github.com/n8n-nodes-messaging-channels/n8n-nodes-messaging-channels/blob/main/docs/custom-provider.md">documentation</a>.',
	},
	{
		displayName: 'Sample Message',
		name: 'sampleMessage',
		type: 'json',
		noDataExpression: true,
		displayOptions: { show },
		default: JSON.stringify(SAMPLE, null, 2),
		description: 'A message to try the request with; it is not sent',
	},
	{
		displayName: 'Sample Answer',
		name: 'sampleAnswer',
		type: 'string',
		typeOptions: { rows: 3 },
		noDataExpression: true,
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. {"messageId": "m-1"}',
		description: 'What your gateway answers, to try the paths with',
	},
	{
		displayName: 'Check Name or ID',
		name: 'check',
		type: 'options',
		displayOptions: { show },
		typeOptions: {
			loadOptionsMethod: 'previewRequestSample',
			loadOptionsDependsOn: ['request', 'ownRequest', 'sampleMessage', 'sampleAnswer'],
		},
		default: '',
		description:
			'Open it to see what the request makes of the samples. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];
