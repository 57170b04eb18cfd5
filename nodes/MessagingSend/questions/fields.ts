import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/fields';
import { flow } from '../messages/flow';

/** Of a flow's fields: the question is its text, and its token tells which question it answers. */
const FLOW_FIELDS = ['buttonText', 'flowId', 'screen', 'data'];

/** *Response Type* and *Approval Options* have n8n's own names, by which its Human review tools know them. */
export const questionFields: INodeProperties[] = [
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		options: [
			{
				name: 'Approval',
				value: 'approval',
				description: 'Yes or no, by a tap or in words of any language',
			},
			{
				name: 'Choice',
				value: 'choice',
				description: 'One of up to ten: three are buttons, more are a list',
			},
			{ name: 'Date', value: 'date', description: 'A day as people write it: 24.12., tomorrow, next Friday' },
			{
				name: 'Flow',
				value: 'flow',
				description: 'A form of WhatsApp Flows. What was filled in comes back as answers.',
			},
			{ name: 'Free Text', value: 'freeText' },
			{ name: 'Location', value: 'location', description: 'On WhatsApp with a button that sends it' },
			{ name: 'Media', value: 'media', description: 'A picture, a voice message, a video or a document' },
			{ name: 'Number', value: 'number' },
		],
		default: 'approval',
	},
	{
		displayName:
			'What people write, unlike what they tap, has to be handed over: store the question with the option <i>Keep Question With</i>, look it up behind the trigger, and give it to <i>Hand Over Answer</i>',
		name: 'writtenNotice',
		type: 'notice',
		displayOptions: { show: { responseType: ['date', 'freeText', 'location', 'media', 'number'] } },
		default: '',
	},
	{
		displayName: 'Approval Options',
		name: 'approvalOptions',
		type: 'fixedCollection',
		placeholder: 'Add Option',
		displayOptions: { show: { responseType: ['approval'] } },
		default: {},
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Type of Approval',
						name: 'approvalType',
						type: 'options',
						options: [
							{ name: 'Approve and Decline', value: 'double' },
							{ name: 'Approve Only', value: 'single' },
						],
						default: 'double',
					},
					textField('Approve Button Label', 'approveLabel', { default: 'Approve' }),
					textField('Decline Button Label', 'disapproveLabel', {
						default: 'Decline',
						displayOptions: { show: { approvalType: ['double'] } },
					}),
				],
			},
		],
	},
	{
		displayName: 'Choices',
		name: 'choices',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, maxAllowedFields: 10 },
		placeholder: 'Add Choice',
		displayOptions: { show: { responseType: ['choice'] } },
		default: { choice: [{ title: '', value: '', description: '' }] },
		options: [
			{
				displayName: 'Choice',
				name: 'choice',
				values: [
					textField('Title', 'title', {
						placeholder: 'e.g. Saturday',
						description: 'Up to 20 characters, in a list 24',
					}),
					textField('Value', 'value', {
						placeholder: 'e.g. saturday',
						description: 'Comes back as value. Leave empty to get the title.',
					}),
					textField('Description', 'description', {
						placeholder: 'e.g. Between 9 and 12',
						description: 'In a list only',
					}),
				],
			},
		],
	},
	textField('List Label', 'choiceLabel', {
		displayOptions: { show: { responseType: ['choice'] } },
		default: 'Choose',
		description: 'What opens the list when there are more than three choices',
	}),
	...flow.fields
		.filter(({ name }) => FLOW_FIELDS.includes(name))
		.map((field) => ({ ...field, displayOptions: { show: { responseType: ['flow'] } } })),
];

const number = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	displayOptions: { show: { '/responseType': ['number'] } },
	default: 0,
});

const day = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	displayOptions: { show: { '/responseType': ['date'] } },
	default: '',
});

export const validationField: INodeProperties = {
	displayName: 'Validation',
	name: 'validation',
	type: 'collection',
	placeholder: 'Add Rule',
	default: {},
	options: [
		{
			displayName: 'Day Before Month',
			name: 'dayFirst',
			type: 'boolean',
			displayOptions: { show: { '/responseType': ['date'] } },
			default: true,
			description: 'Whether 3/4 is the third of April. In the US it is the fourth of March.',
		},
		day('Earliest Date', 'from'),
		number('Highest Number', 'most'),
		day('Latest Date', 'to'),
		number('Lowest Number', 'least'),
		{
			displayName: 'Media Types',
			name: 'mediaTypes',
			type: 'multiOptions',
			displayOptions: { show: { '/responseType': ['media'] } },
			options: [
				{ name: 'Audio', value: 'audio' },
				{ name: 'Document', value: 'document' },
				{ name: 'Image', value: 'image' },
				{ name: 'Video', value: 'video' },
			],
			default: ['image'],
		},
		{
			displayName: 'Most Tries',
			name: 'tries',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 3,
			description:
				'How often the person may try. What does not fit is asked again, and after the last try the item leaves on No Answer. Without this rule it goes to your other workflows like any message.',
		},
		textField('Repeated Question', 'again', {
			typeOptions: { rows: 2 },
			placeholder: 'e.g. Please write a number, such as 4',
			description: 'Leave empty to send the question once more',
		}),
	],
};

/** Options of a question, besides those of every message. */
export const questionOptions: INodeProperties[] = [
	{
		displayName: 'Check Trigger',
		name: 'checkTrigger',
		type: 'boolean',
		default: true,
		description:
			'Whether to make sure first that a published Messaging Trigger of this n8n hears what people write to the number',
	},
	{
		displayName: 'Keep Question With',
		name: 'keepQuestionWith',
		type: 'workflowSelector',
		default: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
		description:
			"A workflow that stores the open question, so that 'Hand Over Answer' finds it when the person writes. Preset is this workflow itself, where the trigger 'When Executed by Another Workflow' receives it.",
	},
	{
		displayName: 'Limit Wait Time',
		name: 'limitWaitTime',
		type: 'fixedCollection',
		default: { values: { limitType: 'afterTimeInterval', resumeAmount: 24, resumeUnit: 'hours' } },
		description: 'When the item leaves on No Answer. Without it the execution waits until an answer comes.',
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Limit Type',
						name: 'limitType',
						type: 'options',
						options: [
							{ name: 'After Time Interval', value: 'afterTimeInterval' },
							{ name: 'At Specified Time', value: 'atSpecifiedTime' },
						],
						default: 'afterTimeInterval',
					},
					{
						displayName: 'Amount',
						name: 'resumeAmount',
						type: 'number',
						typeOptions: { minValue: 0, numberPrecision: 2 },
						displayOptions: { show: { limitType: ['afterTimeInterval'] } },
						default: 24,
					},
					{
						displayName: 'Unit',
						name: 'resumeUnit',
						type: 'options',
						displayOptions: { show: { limitType: ['afterTimeInterval'] } },
						options: [
							{ name: 'Days', value: 'days' },
							{ name: 'Hours', value: 'hours' },
							{ name: 'Minutes', value: 'minutes' },
						],
						default: 'hours',
					},
					{
						displayName: 'Max Date and Time',
						name: 'maxDateAndTime',
						type: 'dateTime',
						displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
						default: '',
					},
				],
			},
		],
	},
];
