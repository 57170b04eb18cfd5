import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_ANSWER_SECONDS } from './settings';

/** How calls are taken, where what comes by itself does not suit. */
export const optionField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Answer the Provider',
			name: 'answer',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'When Taken Over',
					value: 'onReceived',
					description: 'Once n8n has stored the execution. What a crash takes along is not repeated.',
				},
				{
					name: 'When the Workflow Has Finished',
					value: 'lastNode',
					description:
						'What failed, crashed or took too long the provider sends again. The workflow has to bear a message twice.',
				},
			],
			default: 'onReceived',
		},
		{
			displayName: 'Answer Within (Seconds)',
			name: 'answerWithin',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 60 },
			displayOptions: { show: { answer: ['lastNode'] } },
			default: DEFAULT_ANSWER_SECONDS,
			description:
				'How long the provider is kept waiting. A workflow that takes longer goes on, and the provider is asked to call again.',
		},
		{
			displayName: 'One Execution per Call',
			name: 'oneExecutionPerCall',
			type: 'boolean',
			default: false,
			description:
				'Whether every call of the provider starts an execution of its own. Otherwise calls that arrive at the same moment, as after a broadcast, share one, which is several times faster.',
		},
		{
			displayName: 'Take Over Existing Webhook',
			name: 'takeOver',
			type: 'boolean',
			displayOptions: { show: { '/registration': ['automatic'] } },
			default: false,
			description:
				'Whether to replace a webhook that somebody else registered. Their system gets no more events then.',
		},
	],
};
