import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { scopeOptions, topicOptions } from '../../shared/consent-fields';
import { isGiven, textField } from '../../shared/fields';
import { purposeOptions } from '../../shared/message-fields';

type Show = NonNullable<IDisplayOptions['show']>;

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const TIME_ZONE = textField('Time Zone', 'timeZone', {
	placeholder: 'e.g. Europe/Dublin',
	description: 'Of the person. Leave empty to take it from the country of the number.',
});

const OPTIONS: INodeProperties[] = [
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
		displayName: 'Consent Records',
		name: 'consentRecords',
		type: 'json',
		default: '',
		placeholder: "e.g. {{ $('Known Contacts').all() }}",
		description:
			'Rows of your consent table, in the place of state, scope and Opt-Out Asked At: all rows with the number or user ID of the recipient count, the newest first. Who has none has never opted in.',
	},
	{
		displayName: 'Consent Scope',
		name: 'consentScope',
		type: 'options',
		options: scopeOptions('Order news and passwords may still go out'),
		default: 'all',
		description:
			'What the person opted out of, by your records. A kind of messages counts as marketing, unless the message has a Topic.',
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
		displayName: 'Frequency Cap',
		name: 'frequencyCap',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Cap',
		description: 'Holds back what would be too much for one person',
		options: [
			{
				displayName: 'Cap',
				name: 'cap',
				values: [
					{
						displayName: 'Most Messages',
						name: 'most',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 3,
					},
					{
						displayName: 'Period',
						name: 'period',
						type: 'options',
						options: [
							{ name: 'Day', value: 'day' },
							{ name: 'Hour', value: 'hour' },
							{ name: 'Month', value: 'month' },
							{ name: 'Week', value: 'week' },
						],
						default: 'week',
					},
					{
						displayName: 'Sent So Far',
						name: 'sentSoFar',
						type: 'number',
						default: 0,
						description: 'How many the person got in the period by your records, usually an expression',
					},
				],
			},
		],
	},
	{
		displayName: 'Last Message Received At',
		name: 'lastInboundAt',
		type: 'dateTime',
		default: '',
		description:
			'When the person last wrote to you. WhatsApp delivers nothing but templates more than 24 hours later, so that other messages leave on Suppressed then.',
	},
	{
		displayName: 'Not Before',
		name: 'notBefore',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Time',
		description: 'Holds messages back until this time has come where the person is',
		options: [
			{
				displayName: 'Time',
				name: 'time',
				values: [{ displayName: 'Time', name: 'at', type: 'dateTime', default: '' }, TIME_ZONE],
			},
		],
	},
	{
		displayName: 'Opt-Out Asked At',
		name: 'optOutAskedAt',
		type: 'dateTime',
		default: '',
		description:
			'When Messaging Keywords asked the person whether to opt out, usually optOutAsked of your record. Marketing leaves on Suppressed until it is empty again.',
	},
	{
		displayName: 'Purpose',
		name: 'purpose',
		type: 'options',
		options: purposeOptions,
		default: 'service',
		description:
			'What the message is for. Left out, a response counts as service, and a template as what its category says.',
	},
	{
		displayName: 'Quiet Hours',
		name: 'quietHours',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Quiet Hours',
		description: "Holds messages back at night, in the person's time zone",
		options: [
			{
				displayName: 'Hours',
				name: 'hours',
				values: [
					{ displayName: 'From', name: 'from', type: 'string', default: '21:00', placeholder: 'e.g. 21:00' },
					{ displayName: 'To', name: 'to', type: 'string', default: '08:00', placeholder: 'e.g. 08:00' },
					TIME_ZONE,
					{
						displayName: 'Whole Days',
						name: 'days',
						type: 'multiOptions',
						options: DAYS.map((name) => ({ name, value: name.toLowerCase() })),
						default: [],
						description: 'Days on which nothing is sent at all',
					},
				],
			},
		],
	},
	{
		displayName: 'Topic',
		name: 'topic',
		type: 'options',
		options: topicOptions,
		default: 'orderUpdates',
		description:
			'Kind of message that people can refuse apart. Who refused other kinds only gets it; who refused this kind or marketing does not.',
	},
];

/** A response that answers nobody may meet people who left, and nothing else on the panel says so. */
export const uncheckedNotice = (show: Show): INodeProperties => ({
	displayName:
		'Nobody is held back for having opted out: add <i>Consent Records</i> or <i>Consent State</i> under Permission',
	name: 'uncheckedNotice',
	type: 'notice',
	displayOptions: {
		show: { ...show, recipientFrom: ['fields', 'value'] },
		hide: { '/permission.consentRecords': isGiven(), '/permission.consentState': isGiven() },
	},
	default: '',
});

/** What has to be known of people before a template goes to them. */
export const consentFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Consent',
		name: 'consentFrom',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options: [
			{
				name: 'Item Field',
				value: 'field',
				description:
					'A marketing template goes only to people who opted in by this field. Other templates go to all who did not opt out.',
			},
			{
				name: 'No Check',
				value: 'none',
				description: 'You made sure before that everybody on the list may get the template',
			},
		],
		default: 'field',
		description: 'Where your record of the person is. Who may not get the template leaves on Suppressed.',
	},
	{
		displayName: 'Consent Field',
		name: 'consentField',
		type: 'string',
		displayOptions: { show: { ...show, consentFrom: ['field'] } },
		default: 'consent.status',
		placeholder: 'e.g. consent.status',
		hint: 'Without this field in the item, marketing is held back and all else goes out',
		description:
			'Name of the field of the item: optedIn, optedOut, pending or none. If it ends in status, the fields scope and optOutAsked beside it are read too.',
	},
];

/**
 * What has to hold so that the person may get the message at all.
 *
 * @param purpose what messages of the operation are for as a rule
 */
export function permissionField(show: Show, purpose: 'marketing' | 'service'): INodeProperties {
	return {
		displayName: 'Permission',
		name: 'permission',
		type: 'collection',
		placeholder: 'Add Rule',
		displayOptions: { show },
		default: {},
		options: OPTIONS.map((rule) => (rule.name === 'purpose' ? { ...rule, default: purpose } : rule)),
	};
}
