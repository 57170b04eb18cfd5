import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../shared/fields';

const show = { operation: ['sendResponse', 'sendTemplate'] };

/** Whether anything goes out, and to whom. */
export const runFields: INodeProperties[] = [
	{
		displayName: 'Run',
		name: 'runMode',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options: [
			{
				name: 'Dry Run',
				value: 'dryRun',
				description: 'Shows who would get which message, who is held back and why, and sends nothing',
			},
			{ name: 'Send', value: 'send', description: 'Sends one message for each item' },
			{
				name: 'Send Test to Me',
				value: 'test',
				description: 'Sends the message of the first item to a number of your own, and nothing else',
			},
		],
		default: 'send',
	},
	textField('My Number', 'testRecipient', {
		required: true,
		displayOptions: { show: { ...show, runMode: ['test'] } },
		placeholder: 'e.g. +16505551234',
		description: 'Gets the message whatever the rules under Permission say',
	}),
];

export const RUN_MODES = ['send', 'dryRun', 'test'] as const;
