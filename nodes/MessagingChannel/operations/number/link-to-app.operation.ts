import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { appField, senderIdField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	senderIdField,
	appField,
	optionsField([
		{
			displayName: 'Replace Existing',
			name: 'takeOver',
			type: 'boolean',
			default: false,
			description: 'Whether the sender takes the place of the one that the app has',
		},
	]),
];

export const linkToApp: Operation = {
	resource: 'number',
	option: {
		name: 'Link to App',
		value: 'linkToApp',
		action: 'Link sender to app',
		description: 'Let an app of the Conversation API send from a WhatsApp sender',
	},
	forms: { sinch: form(fields) },
};
