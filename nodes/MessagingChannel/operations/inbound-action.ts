import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../fields/common';
import { inboundChannelField, numberKeyField } from '../fields/infobip';
import { chosenFrom } from '../../shared/locator';
import { form, without } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const setFields: INodeProperties[] = [
	numberKeyField,
	inboundChannelField,
	{
		displayName: 'What to Do',
		name: 'inboundAction',
		type: 'options',
		options: [
			{ name: 'Forward to URL', value: 'forwardToUrl', description: 'It wins over every subscription' },
			{ name: 'Keep for Pulling', value: 'pull', description: 'Not on WhatsApp' },
			{ name: 'None', value: 'none', description: 'Take the action away' },
		],
		default: 'forwardToUrl',
		description: 'What is done with messages that come to the number',
	},
	textField('URL', 'url', {
		required: true,
		displayOptions: { show: { inboundAction: ['forwardToUrl'] } },
		placeholder: 'e.g. https://n8n.example/webhook/…?token=…',
		description: 'The Production URL of a Messaging Trigger with a long random word in it',
	}),
	optionsField([
		textField('Automatic Response', 'autoResponse', {
			placeholder: 'e.g. You will get no more messages from Harbour.',
			description: 'What Infobip itself answers, up to 1,080 characters',
		}),
		{
			displayName: 'Block List',
			name: 'blockList',
			type: 'options',
			options: [
				{ name: 'Block', value: 'block', description: 'The person goes on the opt-out list' },
				{ name: 'None', value: 'none', description: 'Take the setting away' },
				{ name: 'Unblock', value: 'unblock', description: 'The person comes off the opt-out list' },
			],
			default: 'block',
			description: 'What the message does to the opt-out list',
		},
		{
			displayName: 'Block List Level',
			name: 'blockLevel',
			type: 'options',
			options: [
				{ name: 'Any Sender', value: 'anySender' },
				{ name: 'This Sender', value: 'sender' },
			],
			default: 'sender',
			description: 'Whose messages are blocked',
		},
		textField('Country Code', 'countryCode', { description: 'Only for short codes' }),
		textField('Keyword', 'keyword', {
			placeholder: 'e.g. STOP',
			description: 'Only messages that begin with it. Leave out for all others.',
		}),
		textField('Response Sender', 'autoResponseSender', {
			description: 'Whom the automatic response comes from',
		}),
	]),
];

const deleteFields: INodeProperties[] = [
	{ ...numberKeyField, description: 'The number whose actions the list below shows' },
	inboundChannelField,
	{
		displayName: 'Inbound Action',
		name: 'configurationKey',
		required: true,
		...chosenFrom({
			method: 'searchInboundActions',
			select: 'Select an action…',
			byHand: 'By Key',
			placeholder: 'e.g. E9FCDCA496035F08EEA5933702EDF745',
			hint: 'Get Inbound Actions shows it',
		}),
		description: 'The action to delete',
	},
];

export const INBOUND_ACTION = {
	deleteInboundAction: {
		name: 'Delete Inbound Action',
		action: 'Delete inbound action of number',
		description: 'Take away what is done with messages that come to a number',
		forms: { infobip: form(deleteFields, (input) => without(input, 'numberKey', 'channel')) },
	},
	getInboundActions: {
		name: 'Get Inbound Actions',
		action: 'Get inbound actions of number',
		description: 'List what is done with messages that come to a number',
		forms: { infobip: form([numberKeyField, inboundChannelField]) },
	},
	setInboundAction: {
		name: 'Set Inbound Action',
		action: 'Set inbound action of number',
		description: 'Say what is done with messages that come to a number',
		forms: {
			infobip: form(setFields, ({ inboundAction, ...input }, _reader, { isSandbox }) => ({
				...input,
				action: inboundAction,
				isSandbox,
			})),
		},
	},
} satisfies Partial<Operations<'number'>>;
