import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/fields';

/** Which of them show depends on the type. */
const OTHERS: INodeProperties[] = [
	textField('Text', 'text', {
		displayOptions: { hide: { type: ['copyCode', 'requestContactInfo'] } },
		placeholder: 'e.g. Track order',
		description: 'Up to 25 characters',
	}),
	textField('Link', 'url', {
		noDataExpression: true,
		displayOptions: { show: { type: ['url'] } },
		placeholder: 'e.g. https://shop.example/orders/{{1}}',
		description: 'It may end with one blank, written as {{1}}',
	}),
	textField('Example', 'example', {
		displayOptions: { show: { type: ['copyCode', 'url'] } },
		placeholder: 'e.g. https://shop.example/orders/1042',
		description: 'For the reviewers: the link with its blank filled in, or a code',
	}),
	textField('Phone Number', 'phoneNumber', {
		displayOptions: { show: { type: ['phoneNumber'] } },
		placeholder: 'e.g. +16505551234',
	}),
	textField('Flow ID', 'flowId', {
		displayOptions: { show: { type: ['flow'] } },
		placeholder: 'e.g. 1013859600285441',
		description: 'Shown in WhatsApp Manager under Flows',
	}),
	textField('Screen', 'screen', {
		displayOptions: { show: { type: ['flow'] } },
		placeholder: 'e.g. APPOINTMENT',
		description: 'The first screen of the flow',
	}),
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
						{ name: 'Ask for Phone Number', value: 'requestContactInfo' },
						{ name: 'Call', value: 'phoneNumber' },
						{ name: 'Call on WhatsApp', value: 'voiceCall' },
						{ name: 'Catalog', value: 'catalog' },
						{ name: 'Copy Code', value: 'copyCode' },
						{ name: 'Flow', value: 'flow' },
						{ name: 'Link', value: 'url' },
						{
							name: 'Order Details',
							value: 'orderDetails',
							description: 'Payment of an order, in India and Brazil',
						},
						{ name: 'Products', value: 'multiProduct' },
						{ name: 'Quick Reply', value: 'quickReply' },
						{ name: 'Single Product', value: 'singleProduct' },
					],
					default: 'quickReply',
				},
				...OTHERS,
			],
		},
	],
};
