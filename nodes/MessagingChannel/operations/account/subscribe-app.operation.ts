import { accountField } from '../../fields/whatsapp';
import { optionsField } from '../../fields/common';
import { verifyTokenField } from '../../fields/webhook';
import { form } from '../../form';
import type { Operation } from '../operation';

const fields = [
	accountField,
	optionsField([
		{
			displayName: 'Callback URL',
			name: 'overrideCallbackUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://n8n.example/webhook/…',
			description: "Where events of this account go instead of the app's webhook",
		},
		verifyTokenField,
	]),
];

export const subscribeApp: Operation = {
	resource: 'account',
	option: {
		name: 'Subscribe App',
		value: 'subscribeApp',
		action: 'Subscribe app to account',
		description: "Let the credential's app get the events of an account",
	},
	forms: {
		whatsAppCloud: form(fields, (input, _reader, { connection }) => ({
			...input,
			verifyToken: input.verifyToken || connection.webhook.verifyToken,
		})),
	},
};
