import {
	NodeOperationError,
	type IDisplayOptions,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { readRecipient as parseRecipient } from '../../../core';
import { readText } from '../../shared/parameters';

type Show = NonNullable<IDisplayOptions['show']>;

export function senderField(show: Show): INodeProperties {
	return {
		displayName: 'Sender',
		name: 'sender',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		description: 'Your number that the message comes from',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a number…',
				typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 106540352242922',
				hint: 'The phone number ID of the API Setup page. On an event of the trigger it is channelId',
				validation: [
					{
						type: 'regex',
						properties: { regex: '^[0-9]+$', errorMessage: 'A phone number ID consists of digits only' },
					},
				],
			},
		],
	};
}

export function recipientField(show: Show): INodeProperties {
	return {
		displayName: 'To',
		name: 'to',
		type: 'string',
		required: true,
		displayOptions: { show },
		default: '={{ $json.from || $json.fromUserId }}',
		placeholder: 'e.g. +16505551234',
		description: 'Phone number with country code, or the user ID that the provider gave to the person',
	};
}

export function readSender(context: IExecuteFunctions, itemIndex: number): string {
	return readText(context.getNodeParameter('sender', itemIndex, '', { extractValue: true }));
}

export function readRecipient(
	context: IExecuteFunctions,
	itemIndex: number,
): { to: string } | { toUserId: string } {
	const recipient = parseRecipient(readText(context.getNodeParameter('to', itemIndex, '')));
	switch (recipient.kind) {
		case 'phone':
			return { to: recipient.to };
		case 'user':
			return { toUserId: recipient.toUserId };
		case 'invalid':
			throw new NodeOperationError(context.getNode(), `'To' ${recipient.message}`, {
				itemIndex,
				description:
					'Enter the number with + and country code. If it comes from a table, check that the column keeps the + and the leading digits.',
			});
	}
}
