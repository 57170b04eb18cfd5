import { READY_REQUEST_TEMPLATES } from '../../core';
import { gatewayDescriptionFields } from '../shared/custom-gateway-fields';
import { AS_IN_ITEM } from '../shared/providers';

const EXAMPLE = {
	name: 'My gateway',
	method: 'POST',
	path: '/messages',
	body: { to: '{{ to }}', from: '{{ sender }}', 'reference?': '{{ callbackData }}' },
	types: { text: { text: '{{ text }}' } },
	answer: { messageId: 'id', errorCode: 'error.code', errorMessage: 'error.message' },
};

const SAMPLE = { type: 'text', to: '+16505551234', sender: 'Harbour', text: 'Your table is booked.' };

const requestFields = (provider: string, ticked: object) =>
	gatewayDescriptionFields({
		show: { provider: [provider], ...ticked, operation: ['sendAndWait', 'sendResponse', 'sendTemplate'] },
		label: 'Request',
		description: 'How a message becomes a call of the gateway',
		ready: Object.entries(READY_REQUEST_TEMPLATES).map(([value, { name = value, description }]) => ({
			name,
			value,
			...(description !== undefined && { description }),
		})),
		own: {
			description: 'Write what the gateway is called with',
			written:
				'Method, path, headers and body of the call, with values of the message such as "{{ to }}", and where the answer names the message. See the <a href="https://github.com/n8n-nodes-messaging-channels/n8n-nodes-messaging-channels/blob/main/docs/custom-provider.md">documentation</a>.',
			example: EXAMPLE,
		},
		samples: [
			{
				displayName: 'Sample Message',
				name: 'sampleMessage',
				type: 'json',
				default: JSON.stringify(SAMPLE, null, 2),
				description: 'A message to try the request with; it is not sent',
			},
			{
				displayName: 'Sample Answer',
				name: 'sampleAnswer',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. {"messageId": "m-1"}',
				description: 'What your gateway answers, to try the paths with',
			},
		],
		preview: { method: 'previewRequestSample', samples: 'samples' },
	});

/** The fields that say how a message becomes a request of a custom gateway. */
export const gatewayFields = [
	...requestFields('custom', {}),
	...requestFields(AS_IN_ITEM, { providers: ['custom'] }),
];
