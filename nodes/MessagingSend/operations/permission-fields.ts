import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { purposeOptions } from '../../shared/message-fields';
import { textField } from '../../shared/fields';

type Show = NonNullable<IDisplayOptions['show']>;

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
			'What the message is for. Left out, a response counts as service, and a template as marketing once a consent state is given.',
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
					textField('Time Zone', 'timeZone', {
						placeholder: 'e.g. Europe/Dublin',
						description: 'Of the person. Leave empty to take it from the country of the number.',
					}),
					{ displayName: 'To', name: 'to', type: 'string', default: '08:00', placeholder: 'e.g. 08:00' },
					{
						displayName: 'Whole Days',
						name: 'days',
						type: 'multiOptions',
						options: [
							{ name: 'Friday', value: 'friday' },
							{ name: 'Monday', value: 'monday' },
							{ name: 'Saturday', value: 'saturday' },
							{ name: 'Sunday', value: 'sunday' },
							{ name: 'Thursday', value: 'thursday' },
							{ name: 'Tuesday', value: 'tuesday' },
							{ name: 'Wednesday', value: 'wednesday' },
						],
						default: [],
						description: 'Days on which nothing is sent at all',
					},
				],
			},
		],
	},
];

/** What has to hold so that the person may get the message at all. */
export function permissionField(show: Show): INodeProperties {
	return {
		displayName: 'Permission',
		name: 'permission',
		type: 'collection',
		placeholder: 'Add Rule',
		displayOptions: { show },
		default: {},
		options: OPTIONS,
	};
}
