import type { INodeProperties } from 'n8n-workflow';
import { chosenFrom } from '../../shared/locator';
import { textField } from '../../shared/fields';

export const numberKeyField: INodeProperties = {
	displayName: 'Number',
	name: 'numberKey',
	required: true,
	...chosenFrom({
		method: 'searchNumbers',
		select: 'Select a number…',
		byHand: 'By Key',
		placeholder: 'e.g. 6FED0BC540BFADD9B05ED7D89AAC22FA',
		hint: 'Infobip names a number by its key, which Get Many shows',
	}),
	description: 'Your number',
};

export const senderField: INodeProperties = {
	displayName: 'Sender',
	name: 'sender',
	required: true,
	...chosenFrom({
		method: 'searchSenders',
		select: 'Select a sender…',
		byHand: 'By Number',
		placeholder: 'e.g. +447860099299',
	}),
	description: 'Your number on WhatsApp',
};

export const optionalSenderField: INodeProperties = {
	...senderField,
	required: false,
	description: 'Your number on WhatsApp. Leave empty for all.',
};

/** What carries messages, among the channels that Infobip tells of. */
export const messageChannels = [
	{ name: 'MMS', value: 'MMS' },
	{ name: 'SMS', value: 'SMS' },
	{ name: 'WhatsApp', value: 'WHATSAPP' },
];

export const inboundChannelField: INodeProperties = {
	displayName: 'Channel',
	name: 'channel',
	type: 'options',
	options: messageChannels,
	default: 'SMS',
	description: 'Which messages it is about',
};

/** Finds numbers by their digits. */
export const phoneNumberFilter = textField('Phone Number', 'phoneNumber', {
	placeholder: 'e.g. 4478600',
	description: 'Only numbers that contain this',
});

/** For numbers that can be bought. */
export const numberFilters: INodeProperties[] = [
	textField('Area Code', 'areaCode', { placeholder: 'e.g. 212', description: 'For numbers in the US' }),
	{
		displayName: 'Capabilities',
		name: 'capabilities',
		type: 'multiOptions',
		options: [
			{ name: 'MMS', value: 'MMS' },
			{ name: 'SMS', value: 'SMS' },
			{ name: 'Voice', value: 'VOICE' },
			{ name: 'WhatsApp', value: 'WHATSAPP' },
			{ name: 'WhatsApp Voice', value: 'WHATSAPP_VOICE' },
		],
		default: ['SMS'],
		description: 'What the number has to be able to do',
	},
	textField('Exchange', 'exchange', {
		placeholder: 'e.g. 555',
		description: 'The three digits behind the area code, for numbers in the US',
	}),
	phoneNumberFilter,
	textField('State', 'state', { placeholder: 'e.g. NY', description: 'For numbers in the US' }),
];
