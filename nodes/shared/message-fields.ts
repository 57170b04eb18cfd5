import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What a message or a channel is for, as the consent policy asks. */
export const purposeOptions: INodePropertyOptions[] = [
	{ name: 'Authentication', value: 'authentication' },
	{ name: 'Marketing', value: 'marketing', description: 'Goes only to people who opted in' },
	{ name: 'Service', value: 'service', description: 'Answers what the person asked' },
	{ name: 'Utility', value: 'utility', description: 'News of an order or an appointment' },
];

export const infobipPlatformFields: INodeProperties[] = [
	{
		displayName: 'Application ID',
		name: 'applicationId',
		type: 'string',
		default: '',
		description: "Of your application on Infobip's CPaaS X platform",
	},
	{
		displayName: 'Entity ID',
		name: 'entityId',
		type: 'string',
		default: '',
		description: "Of your business unit or customer on Infobip's CPaaS X platform",
	},
];
