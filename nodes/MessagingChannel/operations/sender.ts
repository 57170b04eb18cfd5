import type { INodeProperties } from 'n8n-workflow';
import {
	countryCodeField,
	displayNameField,
	nationalNumberField,
	optionsField,
	pagingFields,
} from '../fields/common';
import { senderField } from '../fields/infobip';
import { appField, senderIdField } from '../fields/sinch';
import { dataRegionField, phoneNumberField } from '../fields/whatsapp';
import { form, withLists } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const codeField = textField('Code', 'code', {
	typeOptions: { password: true },
	required: true,
	description: 'The six digits that came to the number, usually an expression',
});

const codeMethodField: INodeProperties = {
	displayName: 'Send Code By',
	name: 'method',
	type: 'options',
	options: [
		{ name: 'SMS', value: 'SMS' },
		{ name: 'Voice Call', value: 'VOICE' },
	],
	default: 'SMS',
	description: 'How the code comes to the number',
};

const codeLanguageField: INodeProperties = {
	displayName: 'Code Language',
	name: 'language',
	type: 'string',
	default: 'en_US',
	placeholder: 'e.g. de_DE',
	description: 'Language of the message that brings the code',
};

const accountIdField = textField('WhatsApp Account ID', 'accountId', {
	required: true,
	placeholder: 'e.g. 102290129340398',
	description: 'The WhatsApp Business Account that Embedded Signup made',
});

const createFields: INodeProperties[] = [
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		options: [
			{ name: 'Brazil', value: 'BR' },
			{ name: 'Europe', value: 'EU' },
			{ name: 'United States', value: 'US' },
		],
		default: 'EU',
		description: 'Where Sinch handles the messages',
	},
	accountIdField,
	textField('Phone Number ID', 'phoneNumberId', {
		required: true,
		placeholder: 'e.g. 106540352242922',
		description: "Meta's ID of the number, from Embedded Signup",
	}),
	optionsField([dataRegionField]),
];

const registerFields: INodeProperties[] = [
	{
		...accountIdField,
		description: 'The WhatsApp Business Account that Embedded Signup made. Infobip lists none.',
	},
	countryCodeField,
	nationalNumberField,
	{ ...displayNameField, description: 'What people see as the name of your business' },
	codeMethodField,
	codeLanguageField,
];

const linkFields: INodeProperties[] = [
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

const sendersField = textField('Senders', 'senders', {
	required: true,
	placeholder: 'e.g. +447860099299, +447860099300',
	description: 'Your numbers on WhatsApp, separated by commas',
});

const optionalCodeField: INodeProperties = {
	...codeField,
	required: false,
	description: 'What came to the number. Leave empty where Meta has verified it already.',
};

export const SENDER = {
	createSender: {
		name: 'Create Sender',
		action: 'Create WhatsApp sender',
		description: 'Let a number send on WhatsApp. After it come a code and its verification.',
		forms: { sinch: form(createFields) },
	},
	getQuality: {
		name: 'Get Quality',
		action: 'Get quality of numbers',
		description: 'Look at the state, quality and limit of numbers on WhatsApp',
		forms: { infobip: form([sendersField], withLists('senders')) },
	},
	getSender: {
		name: 'Get Sender',
		action: 'Get WhatsApp sender',
		description: 'Look at the state of a number that sends on WhatsApp',
		forms: { sinch: form([senderIdField]) },
	},
	getSenders: {
		name: 'Get Senders',
		action: 'Get WhatsApp senders',
		description: 'List the numbers that send on WhatsApp, with their state',
		forms: { sinch: form(pagingFields) },
	},
	linkToApp: {
		name: 'Link to App',
		action: 'Link sender to app',
		description: 'Let an app of the Conversation API send from a WhatsApp sender',
		forms: { sinch: form(linkFields) },
	},
	registerSender: {
		name: 'Register Sender',
		action: 'Register number as sender',
		description: 'Let a number send on WhatsApp. A code comes to it, unless Meta verified it before.',
		forms: { infobip: form(registerFields) },
	},
	requestCode: {
		name: 'Request Verification Code',
		action: 'Request verification code for number',
		description: 'Have a code sent to the number',
		forms: {
			whatsAppCloud: form([phoneNumberField, codeMethodField, codeLanguageField]),
			sinch: form([senderIdField, codeMethodField]),
			infobip: form([senderField, codeMethodField, codeLanguageField]),
		},
	},
	verifyCode: {
		name: 'Verify Code',
		action: 'Verify code of number',
		description: 'Show with the code that the number is yours',
		forms: {
			whatsAppCloud: form([phoneNumberField, codeField]),
			sinch: form([senderIdField, optionalCodeField]),
			infobip: form([senderField, codeField]),
		},
	},
} satisfies Partial<Operations<'number'>>;
