import type { INodeProperties } from 'n8n-workflow';
import { READY_MAPPINGS } from '../../core';
import { OWN } from '../shared/custom-gateway';

const showForCustom = { provider: ['custom'] };

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
export const mappingFields: INodeProperties[] = [
	{
		displayName: 'Mapping',
		name: 'mapping',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showForCustom },
		options: [
			...Object.entries(READY_MAPPINGS).map(([value, { name = value }]) => ({ name, value })),
			{ name: 'Own', value: OWN, description: 'Write which field of the call is which of the event' },
		],
		default: OWN,
		description: 'How the calls of the gateway become events',
	},
	{
		displayName: 'Own Mapping',
		name: 'ownMapping',
		type: 'json',
		noDataExpression: true,
		displayOptions: { show: { ...showForCustom, mapping: [OWN] } },
		default: JSON.stringify(EXAMPLE, null, 2),
		description:
			'A path for each field of the event, with helpers such as "msisdn | e164". See the <a href="https://github.com/n8n-nodes-messaging-channels/n8n-nodes-messaging-channels/blob/main/docs/custom-provider.md">mapping language</a>.',
	},
	{
		displayName: 'Sample Call',
		name: 'sample',
		type: 'string',
		typeOptions: { rows: 4 },
		noDataExpression: true,
		displayOptions: { show: showForCustom },
		default: '',
		placeholder: 'e.g. {"from": "16505551234", "text": "STOP"}',
		description: 'The body of a call as your gateway makes it: JSON, a form, or a URL with its query',
	},
	{
		displayName: 'Check Name or ID',
		name: 'check',
		type: 'options',
		displayOptions: { show: showForCustom },
		typeOptions: {
			loadOptionsMethod: 'previewSample',
			loadOptionsDependsOn: ['mapping', 'ownMapping', 'sample'],
		},
		default: '',
		description:
			'Open it to see what the mapping makes of the sample. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];
