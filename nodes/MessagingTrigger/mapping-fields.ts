import { READY_MAPPINGS } from '../../core';
import { gatewayDescriptionFields } from '../shared/custom-gateway-fields';

const EXAMPLE = {
	name: 'My gateway',
	message: {
		when: 'text',
		id: 'id',
		from: 'from | e164',
		to: 'to | e164',
		text: 'text',
		timestamp: 'receivedAt | date',
		channel: "'sms'",
	},
};

/** The fields that say how the calls of a custom gateway become events. */
export const mappingFields = gatewayDescriptionFields({
	show: { provider: ['custom'] },
	label: 'Mapping',
	description: 'How the calls of the gateway become events',
	ready: Object.entries(READY_MAPPINGS).map(([value, { name = value }]) => ({ name, value })),
	own: {
		description: 'Write which field of the call is which of the event',
		written:
			'A path for each field of the event, with helpers such as "msisdn | e164". See the <a href="https://github.com/n8n-nodes-messaging-channels/n8n-nodes-messaging-channels/blob/main/docs/custom-provider.md">mapping language</a>.',
		example: EXAMPLE,
	},
	samples: [
		{
			displayName: 'Sample Call',
			name: 'sample',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. {"from": "16505551234", "text": "STOP"}',
			description: 'The body of a call as your gateway makes it: JSON, a form, or a URL with its query',
		},
	],
	preview: { method: 'previewSample', samples: 'sample' },
});
