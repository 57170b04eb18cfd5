import type { INodeProperties } from 'n8n-workflow';

/** Which of them show depends on the type. */
const OTHERS: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		displayOptions: { hide: { type: ['copyCode'] } },
		default: '',
		placeholder: 'e.g. Track order',
		description: 'Up to 25 characters',
	},
	{
		displayName: 'Link',
		name: 'url',
		type: 'string',
		displayOptions: { show: { type: ['url'] } },
		default: '',
		placeholder: 'e.g. https://shop.example/orders/{{1}}',
		description: 'It may end with one blank, written as {{1}}',
	},
	{
		displayName: 'Example',
		name: 'example',
		type: 'string',
		displayOptions: { show: { type: ['copyCode', 'url'] } },
		default: '',
		placeholder: 'e.g. https://shop.example/orders/1042',
		description: 'For the reviewers: the link with its blank filled in, or a code',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		displayOptions: { show: { type: ['phoneNumber'] } },
		default: '',
		placeholder: 'e.g. +16505551234',
	},
	{
		displayName: 'Flow ID',
		name: 'flowId',
		type: 'string',
		displayOptions: { show: { type: ['flow'] } },
		default: '',
		placeholder: 'e.g. 1013859600285441',
		description: 'Shown in WhatsApp Manager under Flows',
	},
	{
		displayName: 'Screen',
		name: 'screen',
		type: 'string',
		displayOptions: { show: { type: ['flow'] } },
		default: '',
		placeholder: 'e.g. APPOINTMENT',
		description: 'The first screen of the flow',
	},
];

export const buttonsField: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	description: 'Up to ten; quick replies stand together',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Call', value: 'phoneNumber' },
						{ name: 'Catalog', value: 'catalog' },
						{ name: 'Copy Code', value: 'copyCode' },
						{ name: 'Flow', value: 'flow' },
						{ name: 'Link', value: 'url' },
						{ name: 'Quick Reply', value: 'quickReply' },
					],
					default: 'quickReply',
				},
				...OTHERS,
			],
		},
	],
};
