import type { INodeProperties } from 'n8n-workflow';
import { callbackUrlField, optionsField } from '../../fields/common';
import {
	eventsField,
	infobipChannels,
	levelFields,
	takeOverField,
	verifyTokenField,
} from '../../fields/webhook';
import { appField } from '../../fields/sinch';
import { asRegistered } from '../../callback';
import { form } from '../../form';
import type { Operation } from '../operation';

const metaFields: INodeProperties[] = [...levelFields, callbackUrlField, verifyTokenField];

const infobipFields: INodeProperties[] = [
	callbackUrlField,
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'multiOptions',
		required: true,
		options: infobipChannels,
		default: ['SMS', 'WHATSAPP'],
		description: 'What the events are about',
	},
	eventsField,
	optionsField([
		takeOverField,
		{
			displayName: 'Sender',
			name: 'sender',
			type: 'string',
			default: '',
			placeholder: 'e.g. 447860099299',
			description: 'The only sender whose events are of interest. Leave out for all.',
		},
	]),
];

export const set: Operation = {
	resource: 'webhook',
	option: {
		name: 'Set',
		value: 'set',
		action: 'Set webhook',
		description: 'Say where events go. The URL has to answer when it is set.',
	},
	forms: {
		whatsAppCloud: form(metaFields, (input, _reader, { connection, target }) => ({
			...input,
			verifyToken: input.verifyToken || connection.webhook.verifyToken,
			isSandbox: target?.isSandbox === true,
		})),
		sinch: form([appField, callbackUrlField, eventsField], (input, _reader, run) => ({
			...asRegistered(input, run),
			webhookSecret: run.connection.webhook.secrets.sinch?.webhookSecrets[0],
		})),
		infobip: form(infobipFields, (input, _reader, run) => ({
			...asRegistered(input, run),
			secrets: run.connection.webhook.secrets.infobip,
		})),
	},
};
