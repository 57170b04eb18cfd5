import type { INodeProperties } from 'n8n-workflow';
import { appField } from '../fields/sinch';
import { filtersField, limitField, pagingFields } from '../fields/common';
import { form, without, withLists, type Input } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';
import type { ItemReader } from '../../shared/reader';
import { PROVIDER_ACCESS } from '../../shared/providers';
import { readTime } from '../../shared/settings';

const messageIdField = textField('Message ID', 'messageId', {
	required: true,
	default: '={{ $json.messageId }}',
	placeholder: 'e.g. 2250be2d4219-3af1-78856-aabe-1362af1edfd2',
	description: 'The ID that Messaging Send gave out',
});

const status: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Cancelled', value: 'cancelled' },
		{ name: 'Deleted', value: 'deleted' },
		{ name: 'Delivered', value: 'delivered' },
		{ name: 'Expired', value: 'expired' },
		{ name: 'Failed', value: 'failed' },
		{ name: 'Queued', value: 'queued' },
		{ name: 'Read', value: 'read' },
		{ name: 'Rejected', value: 'rejected' },
		{ name: 'Sent', value: 'sent' },
		{ name: 'Unknown', value: 'unknown' },
	],
	default: 'failed',
};

const time = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description,
});
const after = time('After', 'after', 'Only messages since then');
const before = time('Before', 'before', 'Only messages before then');
const to = textField('To', 'to', { placeholder: 'e.g. +16505551234', description: 'Who got the message' });

/** The same fields for some channels alone. */
const on = (channels: readonly string[], fields: readonly INodeProperties[]): INodeProperties[] =>
	fields.map((field) => ({
		...field,
		displayOptions: { show: { channel: [...channels], ...field.displayOptions?.show } },
	}));

/** A time without offset is one of the workflow's clock. */
function withTimes(input: Input, { context }: ItemReader): Input {
	const read = (name: string, label: string) => {
		const at = readTime(input[name], label, context.getTimezone());
		return at === undefined ? {} : { [name]: new Date(at).toISOString() };
	};
	return {
		...without(input, 'after', 'before'),
		...read('after', 'After'),
		...read('before', 'Before'),
	};
}

const infobipChannel: INodeProperties = {
	displayName: 'Channel',
	name: 'channel',
	type: 'options',
	options: [
		{ name: 'SMS', value: 'sms', description: 'The logs of 48 hours, as often as you ask' },
		{
			name: 'WhatsApp',
			value: 'whatsapp',
			description:
				'Reports of 48 hours that nobody got yet. Each is handed out once: to your webhook or here.',
		},
	],
	default: 'sms',
};

const campaign = textField('Campaign', 'campaignReferenceId', {
	description: 'What the message was sent with under Campaign',
});
const messageIds = textField('Message IDs', 'messageId', {
	description: 'IDs that Messaging Send gave out, separated by commas',
});
const infobipFields = [
	infobipChannel,
	...on(
		['sms'],
		[
			...pagingFields,
			filtersField([
				after,
				before,
				campaign,
				textField('From', 'from', { placeholder: 'e.g. Harbour', description: 'Your sender' }),
				messageIds,
				status,
				to,
			]),
		],
	),
	...on(
		['whatsapp'],
		[
			limitField,
			filtersField([textField('Message ID', 'messageId', { description: messageIdField.description })]),
		],
	),
];

const { channels = [] } = PROVIDER_ACCESS.sinch;
const sinchChannel: INodeProperties = {
	displayName: 'Channel',
	name: 'channel',
	type: 'options',
	options: [...channels],
	default: 'sms',
	description: 'SMS and MMS are looked up by the service plan of the credential, where it has one',
};
const BY_PLAN = ['mms', 'sms'];
const OTHERS = channels.map(({ value }) => String(value)).filter((name) => !BY_PLAN.includes(name));
const callbackData = textField('Callback Data', 'callbackData', {
	description: 'The reference that the message was sent with',
});
const sinchFields = [
	sinchChannel,
	...on(OTHERS, [appField]),
	...pagingFields,
	...on(BY_PLAN, [filtersField([after, before, callbackData, status, to])]),
	...on(OTHERS, [
		filtersField([
			after,
			before,
			callbackData,
			textField('From', 'from', { placeholder: 'e.g. +16505551234', description: 'Who wrote the message' }),
			status,
			to,
		]),
	]),
];

export const MESSAGE: Operations<'message'> = {
	get: {
		name: 'Get',
		action: 'Get message',
		description: 'Look at what became of a message',
		forms: {
			infobip: form([infobipChannel, messageIdField]),
			sinch: form([
				sinchChannel,
				...on(OTHERS, [appField]),
				messageIdField,
				...on(BY_PLAN, [{ ...to, description: 'One of the recipients. Leave empty for all.' }]),
			]),
		},
	},
	getMany: {
		name: 'Get Many',
		action: 'Get many messages',
		description: 'List what became of messages, as the trigger would have told',
		forms: {
			infobip: form(infobipFields, (input, reader) => withTimes(withLists('messageId')(input), reader)),
			sinch: form(sinchFields, withTimes),
		},
	},
};
