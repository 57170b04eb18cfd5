import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { inboundChannelField, numberKeyField } from '../../fields/infobip';
import { form } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
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
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		required: true,
		displayOptions: { show: { inboundAction: ['forwardToUrl'] } },
		default: '',
		placeholder: 'e.g. https://n8n.example/webhook/…?token=…',
		description: 'The Production URL of a Messaging Trigger with a long random word in it',
	},
	optionsField([
		{
			displayName: 'Automatic Response',
			name: 'autoResponse',
			type: 'string',
			default: '',
			placeholder: 'e.g. You will get no more messages from Harbour.',
			description: 'What Infobip itself answers, up to 1,080 characters',
		},
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
		{
			displayName: 'Country Code',
			name: 'countryCode',
			type: 'string',
			default: '',
			description: 'Only for short codes',
		},
		{
			displayName: 'Keyword',
			name: 'keyword',
			type: 'string',
			default: '',
			placeholder: 'e.g. STOP',
			description: 'Only messages that begin with it. Leave out for all others.',
		},
		{
			displayName: 'Response Sender',
			name: 'autoResponseSender',
			type: 'string',
			default: '',
			description: 'Whom the automatic response comes from',
		},
	]),
];

export const setInboundAction: Operation = {
	resource: 'number',
	option: {
		name: 'Set Inbound Action',
		value: 'setInboundAction',
		action: 'Set inbound action of number',
		description: 'Say what is done with messages that come to a number',
	},
	forms: {
		infobip: form(fields, ({ inboundAction, ...input }, _reader, { target }) => ({
			...input,
			action: inboundAction,
			isSandbox: target?.isSandbox === true,
		})),
	},
};
