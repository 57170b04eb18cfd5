import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { purposeOptions } from '../../shared/message-fields';
import { textField } from '../../shared/fields';

type Show = NonNullable<IDisplayOptions['show']>;

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

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
					textField('Time Zone', 'timeZone', {
						placeholder: 'e.g. Europe/Dublin',
						description: 'Of the person. Leave empty to take it from the country of the number.',
					}),
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
];

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
		description:
			'Name of the field of the item: optedIn, optedOut, pending or none. If it ends in status, the scope of the opt-out is read from the field scope beside it.',
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
