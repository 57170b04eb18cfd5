import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { customerServiceWindow } from '../../../core';
import { readFlag, readGroup, readText } from '../../shared/parameters';
import { readRecipient, readSender, recipientField, senderField } from './addressing';
import type { Operation, Prepared, Suppression } from './operation';

const showOnlyForResponses = { operation: ['sendResponse'] };

const fields: INodeProperties[] = [
	senderField(showOnlyForResponses),
	recipientField(showOnlyForResponses),
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForResponses },
		options: [{ name: 'Text', value: 'text' }],
		default: 'text',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		displayOptions: { show: { ...showOnlyForResponses, messageType: ['text'] } },
		default: '',
		placeholder: 'e.g. Thank you, Ana. Your table is booked for 7 pm.',
		description: 'Up to 4,096 characters. *bold*, _italic_ and ~strikethrough~ work as in WhatsApp.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		displayOptions: { show: showOnlyForResponses },
		default: {},
		options: [
			{
				displayName: 'Callback Data',
				name: 'callbackData',
				type: 'string',
				default: '',
				placeholder: 'e.g. order-1042',
				description: 'Reference of your own. It comes back as callbackData on every status of this message.',
			},
			{
				displayName: 'Last Message Received At',
				name: 'lastInboundAt',
				type: 'dateTime',
				default: '',
				description:
					'When the person last wrote to you. More than 24 hours ago, the message leaves on Suppressed, as the provider delivers only templates then.',
			},
			{
				displayName: 'Link Preview',
				name: 'previewUrl',
				type: 'boolean',
				default: false,
				description: 'Whether to show a preview of the first link in the text',
			},
			{
				displayName: 'Reply To Message ID',
				name: 'replyToId',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.ID }}',
				description: 'Message to quote, by the ID that the trigger gave it',
			},
		],
	},
];

function readTime(context: IExecuteFunctions, value: unknown, itemIndex: number): number | undefined {
	if (value === undefined || value === '' || value === null) return undefined;
	const time = new Date(
		value instanceof Date || typeof value === 'number' ? value : readText(value),
	).getTime();
	if (!Number.isNaN(time)) return time;
	throw new NodeOperationError(context.getNode(), "'Last Message Received At' is not a date", {
		itemIndex,
		description:
			'Use a date such as 2026-03-01T09:30:00Z, for example the timestamp of the last received message.',
	});
}

function suppressedBy(lastInboundAt: number | undefined, now: number): Suppression | undefined {
	if (lastInboundAt === undefined) return undefined;
	const window = customerServiceWindow(lastInboundAt, now);
	if (window.state === 'open') return undefined;
	return {
		reason: `The customer service window closed at ${window.closedAt}`,
		rule: 'customerServiceWindow',
		advice: 'Send an approved template instead, or wait until the person writes again.',
	};
}

export const sendResponse: Operation = {
	option: {
		name: 'Send Response Message',
		value: 'sendResponse',
		action: 'Send response message',
		description: 'Answer a person who wrote in the last 24 hours',
	},
	fields,
	prepare(context, itemIndex, now): Prepared {
		const options = readGroup(context.getNodeParameter('options', itemIndex, {}));
		const suppression = suppressedBy(readTime(context, options.lastInboundAt, itemIndex), now);
		if (suppression) return { send: false, suppression };

		const replyToId = readText(options.replyToId);
		const callbackData = readText(options.callbackData);
		return {
			send: true,
			message: {
				type: 'text',
				senderId: readSender(context, itemIndex),
				...readRecipient(context, itemIndex),
				text: readText(context.getNodeParameter('text', itemIndex, '')),
				previewUrl: readFlag(options.previewUrl),
				...(replyToId !== '' && { replyToId }),
				...(callbackData !== '' && { callbackData }),
			},
		};
	},
};
