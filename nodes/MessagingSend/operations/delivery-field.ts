import type { INodeProperties } from 'n8n-workflow';

/** How the items of one run are sent. Left alone, the provider's own limits apply. */
export const deliveryField: INodeProperties = {
	displayName: 'Delivery',
	name: 'delivery',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: { show: { operation: ['sendResponse', 'sendTemplate'] } },
	options: [
		{
			displayName: 'Attempts',
			name: 'attempts',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 5,
			description: 'How often a message is tried that the provider surely did not accept',
		},
		{
			displayName: 'Hand On Results To',
			name: 'handOnTo',
			type: 'workflowSelector',
			default: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
			description:
				"A workflow that gets the results every three seconds while this node sends. Preset is this workflow itself, where the trigger 'When Executed by Another Workflow' receives them. It has to be published.",
		},
		{
			displayName: 'Messages Per Second',
			name: 'perSecond',
			type: 'number',
			typeOptions: { minValue: 0.1, numberPrecision: 1 },
			default: 80,
			description: "Leave out to send at the provider's rate for the sender",
		},
		{
			displayName: 'On Retry',
			name: 'onRetry',
			type: 'options',
			options: [
				{
					name: 'Refuse',
					value: 'refuse',
					description: 'Sends what this execution claimed (Options → Claimed By) and refuses all else',
				},
				{
					name: 'Send',
					value: 'send',
					description: 'Whoever got the message the first time gets it twice',
				},
			],
			default: 'refuse',
			description:
				'What happens when a person has n8n run an execution again, which does not say what it sent the first time',
		},
		{
			displayName: 'Open Calls',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 200 },
			default: 40,
			description: 'How many calls wait for an answer at the same time at most',
		},
		{
			displayName: 'Share Calls',
			name: 'shareCalls',
			type: 'boolean',
			default: true,
			description: "Whether many messages go out in one call where the provider's API takes several",
		},
		{
			displayName: 'Time Limit (Minutes)',
			name: 'minutes',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 240,
			description: 'What is not sent by then is reported as unsent',
		},
	],
};
