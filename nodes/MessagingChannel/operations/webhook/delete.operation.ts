import type { INodeProperties } from 'n8n-workflow';
import { chosenFrom } from '../../fields/locator';
import { infobipChannels, levelFields } from '../../fields/webhook';
import { appField } from '../../fields/sinch';
import { form, without } from '../../form';
import type { Operation } from '../operation';

const infobipFields: INodeProperties[] = [
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: infobipChannels,
		default: 'SMS',
		description: 'What the events are about',
	},
	{
		displayName: 'Subscription',
		name: 'subscriptionId',
		required: true,
		...chosenFrom({
			method: 'searchWebhooks',
			select: 'Select a subscription…',
			byHand: 'By ID',
			placeholder: 'e.g. n8n-3f8a',
			hint: 'Get shows it',
		}),
		description: 'The subscription to delete, whosever it is',
	},
];

const sinchField: INodeProperties = {
	displayName: 'Webhook',
	name: 'webhookId',
	required: true,
	...chosenFrom({
		method: 'searchWebhooks',
		select: 'Select a webhook…',
		byHand: 'By ID',
		placeholder: 'e.g. 01HZX2Q3W4E5R6T7Y8U9I0OPAS',
		hint: 'Get shows it',
	}),
	description: 'The webhook to delete, whosever it is',
};

export const remove: Operation = {
	resource: 'webhook',
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete webhook',
		description: 'Let no more events go there',
	},
	forms: {
		whatsAppCloud: form(levelFields),
		infobip: form(infobipFields),
		sinch: form(
			[{ ...appField, description: 'The app whose webhooks the list shows' }, sinchField],
			(input) => without(input, 'appId'),
		),
	},
};
