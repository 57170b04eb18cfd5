import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../fields/common';
import { appIdField } from '../fields/whatsapp';
import { form } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const fields: INodeProperties[] = [
	textField('Code', 'code', {
		typeOptions: { password: true },
		required: true,
		description: 'What Embedded Signup gave when the customer was done, usually an expression',
	}),
	optionsField([
		appIdField,
		textField('Phone Number ID', 'phoneNumberId', {
			placeholder: 'e.g. 106540352242922',
			description: 'The only number to register. Leave empty for all that the customer shared.',
		}),
		textField('PIN', 'pin', {
			typeOptions: { password: true },
			description: 'Six digits with which the numbers are registered. Without it they are not.',
		}),
	]),
];

export const EMBEDDED_SIGNUP = {
	completeEmbeddedSignup: {
		name: 'Complete Embedded Signup',
		action: 'Complete embedded signup',
		description: 'Take over what a customer shared with you as a partner, one item for each step',
		forms: {
			whatsAppCloud: form(fields, (input, _reader, { connection }) => ({
				...input,
				appSecret: connection.webhook.secrets.whatsAppCloud?.appSecrets[0],
			})),
		},
	},
} satisfies Partial<Operations<'account'>>;
