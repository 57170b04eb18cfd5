import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { CONSENT_STATES, customerServiceWindow, decideSend, PURPOSES } from '../../../core';
import { readChoice, readFlag, readGroup, readText } from '../../shared/parameters';
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
				displayName: 'Confirmation',
				name: 'confirmation',
				type: 'options',
				options: [
					{ name: 'Help', value: 'help', description: 'The answer to HELP, which anybody may get' },
					{ name: 'None', value: 'none' },
					{ name: 'Opt-Out', value: 'optOut', description: 'The one confirmation that an opt-out may get' },
				],
				default: 'none',
				description: 'Whether the message is one that people who opted out may get',
			},
			{
				displayName: 'Consent Scope',
				name: 'consentScope',
				type: 'options',
				options: [
					{ name: 'All Messages', value: 'all' },
					{ name: 'Marketing', value: 'marketing', description: 'Order news and passwords may still go out' },
				],
				default: 'all',
				description: 'What the person opted out of, by your records',
			},
			{
				displayName: 'Consent State',
				name: 'consentState',
				type: 'options',
				options: [
					{ name: 'None', value: 'none' },
					{ name: 'Opted In', value: 'optedIn' },
					{ name: 'Opted Out', value: 'optedOut' },
					{ name: 'Pending', value: 'pending' },
				],
				default: 'none',
				description:
					'What your records say of the person, usually an expression. A message that this forbids leaves on Suppressed.',
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
				displayName: 'Purpose',
				name: 'purpose',
				type: 'options',
				options: [
					{ name: 'Authentication', value: 'authentication' },
					{ name: 'Marketing', value: 'marketing', description: 'Goes only to people who opted in' },
					{ name: 'Service', value: 'service', description: 'Answers what the person asked' },
					{ name: 'Utility', value: 'utility', description: 'News of an order or an appointment' },
				],
				default: 'service',
				description: 'What the message is for',
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

const CONFIRMATIONS = ['optOut', 'help'] as const;

/** What the person's consent forbids, where the workflow says anything of it. */
function forbiddenBy(options: Record<string, unknown>): Suppression | undefined {
	const state = readChoice(options.consentState, CONSENT_STATES);
	const purpose = readChoice(options.purpose, PURPOSES) ?? 'service';
	const confirmation = readChoice(options.confirmation, CONFIRMATIONS);
	const decision = decideSend({
		purpose,
		scope: readText(options.consentScope) || 'all',
		...(state && { state }),
		...(confirmation && { confirmation }),
	});
	if (decision.allowed) return undefined;
	return {
		reason: decision.explanation,
		rule: decision.reason,
		advice: 'Send nothing of this purpose until your records say that the person agreed to it.',
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
		const suppression =
			forbiddenBy(options) ?? suppressedBy(readTime(context, options.lastInboundAt, itemIndex), now);
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
