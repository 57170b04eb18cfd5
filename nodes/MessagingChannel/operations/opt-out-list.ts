import type { INodeProperties } from 'n8n-workflow';
import { optionsField, pagingFields } from '../fields/common';
import { appField } from '../fields/sinch';
import { phoneNumberField } from '../fields/whatsapp';
import { form, withLists } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const peopleField: INodeProperties = {
	displayName: 'People',
	name: 'people',
	type: 'string',
	required: true,
	default: '={{ $json.from || $json.fromUserId }}',
	placeholder: 'e.g. +16505551234, +16505555678',
	description: 'Phone numbers with country code, separated by commas, or an expression that gives a list',
};

/** Which entries of Infobip's list are meant. */
const scopeField = optionsField([
	textField('Account Key', 'accountKey', {
		description: 'Key of a subaccount. Leave out for your own account.',
	}),
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
	textField('Sender', 'sender', {
		placeholder: 'e.g. Harbour',
		description: 'Leave out for all your senders',
	}),
]);

/** Which of Sinch's lists is meant. */
const listField: INodeProperties = {
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

const ofPeople = (...fields: readonly INodeProperties[]) => form(fields, withLists('people'));

export const OPT_OUT_LIST: Operations<'optOutList'> = {
	add: {
		name: 'Add',
		action: 'Add people to opt-out list',
		description: 'Let the provider send nothing more to people',
		forms: {
			whatsAppCloud: ofPeople(phoneNumberField, peopleField),
			infobip: ofPeople(peopleField, scopeField),
		},
	},
	check: {
		name: 'Check',
		action: 'Check opt-out list for people',
		description: 'Look whether people are on the list',
		forms: {
			whatsAppCloud: ofPeople(phoneNumberField, peopleField),
			sinch: ofPeople(appField, peopleField),
			infobip: ofPeople(peopleField, scopeField),
		},
	},
	getMany: {
		name: 'Get Many',
		action: 'Get many people of opt-out list',
		description: 'List the people whom the provider sends nothing to',
		forms: {
			whatsAppCloud: form([phoneNumberField, ...pagingFields]),
			sinch: form([appField, listField, ...pagingFields]),
			infobip: form([...pagingFields, scopeField]),
		},
	},
	remove: {
		name: 'Remove',
		action: 'Remove people from opt-out list',
		description: 'Let the provider send to people again',
		forms: {
			whatsAppCloud: ofPeople(phoneNumberField, peopleField),
			infobip: ofPeople(peopleField, scopeField),
		},
	},
};
