import type { INodeProperties } from 'n8n-workflow';
import {
	codeLanguageField,
	codeMethodField,
	countryCodeField,
	nationalNumberField,
} from '../../fields/common';
import { form } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	{
		displayName: 'WhatsApp Account ID',
		name: 'accountId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 102290129340398',
		description: 'The WhatsApp Business Account that Embedded Signup made. Infobip lists none.',
	},
	countryCodeField,
	nationalNumberField,
	{
		displayName: 'Display Name',
		name: 'displayName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Harbour Coffee',
		description: 'What people see as the name of your business',
	},
	codeMethodField,
	codeLanguageField,
];

export const registerSender: Operation = {
	resource: 'number',
	option: {
		name: 'Register Sender',
		value: 'registerSender',
		action: 'Register number as sender',
		description: 'Let a number send on WhatsApp. A code comes to it, unless Meta verified it before.',
	},
	forms: { infobip: form(fields) },
};
