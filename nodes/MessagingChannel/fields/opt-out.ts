import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from './common';

/** Which entries of Infobip's list are meant. */
export const scopeField = optionsField([
	{
		displayName: 'Account Key',
		name: 'accountKey',
		type: 'string',
		default: '',
		description: 'Key of a subaccount. Leave out for your own account.',
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'Email', value: 'EMAIL' },
			{ name: 'MMS', value: 'MMS' },
			{ name: 'RCS', value: 'RCS' },
			{ name: 'SMS', value: 'SMS' },
			{ name: 'Viber', value: 'VIBER' },
			{ name: 'WhatsApp', value: 'WHATSAPP' },
		],
		default: 'SMS',
		description: 'Leave out for all channels',
	},
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. Harbour',
		description: 'Leave out for all your senders',
	},
]);

/** Which of Sinch's lists is meant. */
export const listField: INodeProperties = {
	displayName: 'List',
	name: 'list',
	type: 'options',
	options: [
		{ name: 'All Messages', value: 'all' },
		{ name: 'Marketing', value: 'marketing' },
		{ name: 'Notifications', value: 'notification' },
	],
	default: 'all',
	description: 'What the people opted out of',
};
