import type { INodeProperties } from 'n8n-workflow';
import { checkCallbackUrl } from '../../../core';
import { purposeOptions } from '../../shared/message-fields';
import { readText } from '../../shared/parameters';
import type { ItemReader } from '../../shared/reader';
import { withCallback } from '../callback';
import { callbackUrlField, optionsField } from '../fields/common';
import { messageChannels, senderField } from '../fields/infobip';
import { appField, ownNumberFields, LIST_COUNTRY, senderIdField } from '../fields/sinch';
import { phoneNumberField } from '../fields/whatsapp';
import { form, without, type Input } from '../form';
import { tryHandshake } from '../handshake';
import type { ChannelRun } from '../run';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const nameField: INodeProperties = {
	displayName: 'Channel Name',
	name: 'name',
	type: 'string',
	required: true,
	default: 'WhatsApp_Marketing',
	placeholder: 'e.g. WhatsApp_Marketing',
	description: 'A letter from A to Z, then letters, digits, "_", "." and "-"',
};

/** What a channel is configured with besides its sender, and how the report comes out. */
const configurationFields = (more: readonly INodeProperties[] = []): INodeProperties[] => [
	{
		...callbackUrlField,
		required: false,
		description: 'The Production URL of the Messaging Trigger. Leave empty for a channel that only sends.',
	},
	{
		displayName: 'Report As',
		name: 'reportAs',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'One Item for Each Check',
				value: 'checks',
				description: 'A table to look at: what was checked, what was found and what to do next',
			},
			{
				name: 'One Item for the Channel',
				value: 'channel',
				description: 'For workflows: the status, the first fault and all checks in a list',
			},
		],
		default: 'checks',
	},
	optionsField([
		textField('Execution Field', 'executionField', {
			placeholder: 'e.g. contact.mobile',
			description: "Field of the item that holds the person's address. It is checked where the item has it.",
		}),
		...more,
		{
			displayName: 'Marketing Action',
			name: 'marketingAction',
			type: 'options',
			options: purposeOptions,
			default: 'marketing',
			description: 'What the channel is for. Use the same as Purpose in Messaging Send.',
		},
	]),
];

const infobipFields: INodeProperties[] = [
	nameField,
	{ ...senderField, description: 'Your number or name that messages come from' },
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'multiOptions',
		required: true,
		options: messageChannels,
		default: ['SMS'],
		description: 'What the sender is used for',
	},
	...configurationFields([
		{
			displayName: 'Least Balance',
			name: 'leastBalance',
			type: 'number',
			default: 10,
			description: 'Below it the account counts as running out of funds',
		},
		{
			displayName: 'Postpaid',
			name: 'isPostpaid',
			type: 'boolean',
			default: false,
			description: 'Whether the account sends without funds',
		},
	]),
];

const ofChannel = (channel: string) => (field: INodeProperties) => ({
	...field,
	displayOptions: { show: { channel: [channel] } },
});

const sinchFields: INodeProperties[] = [
	nameField,
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'options',
		options: [
			{ name: 'SMS', value: 'SMS' },
			{ name: 'WhatsApp', value: 'WHATSAPP' },
		],
		default: 'WHATSAPP',
		description: 'What the sender is used for',
	},
	...[senderIdField].map(ofChannel('WHATSAPP')),
	...ownNumberFields.map(ofChannel('SMS')),
	appField,
	...configurationFields(),
];

/** Of the address of the API, which ends with it. */
function versionOf({ connection }: ChannelRun): string | undefined {
	return /\/(v\d+\.\d+)$/.exec(connection.hosts.main)?.[1];
}

/** The trigger is called only where the provider could call it as well. */
async function handshakeOf(
	input: Input,
	{ context }: ItemReader,
	{ connection, isSandbox, provider }: ChannelRun,
) {
	const url = readText(input.callbackUrl);
	if (!checkCallbackUrl(url, { provider, isSandbox }).ok) return undefined;
	return await tryHandshake(context, provider, url, connection.webhook.verifyToken ?? '');
}

export const CHANNEL: Operations<'channel'> = {
	check: {
		name: 'Check',
		action: 'Check channel',
		description: 'Find out whether everything is set up to send and receive, and what to do where it is not',
		forms: {
			whatsAppCloud: form(
				[nameField, phoneNumberField, ...configurationFields()],
				async (input, reader, run) => {
					const { connection, target } = run;
					const handshake = await handshakeOf(input, reader, run);
					return {
						...withCallback(input, run),
						accessToken: connection.accessToken,
						apiVersion: versionOf(run),
						hasAppSecret: target?.provider === 'whatsAppCloud' && target.hasAppSecret,
						verifyToken: connection.webhook.verifyToken,
						...(handshake && { handshake }),
					};
				},
			),
			infobip: form(infobipFields, (input, _reader, run) => ({
				...withCallback(input, run),
				secrets: run.connection.webhook.secrets.infobip,
			})),
			sinch: form(sinchFields, (input, _reader, run) => ({
				...withCallback(without(input, LIST_COUNTRY), run),
				webhookSecret: run.connection.webhook.secrets.sinch?.webhookSecrets[0],
			})),
		},
	},
};
