import type { INodeProperties } from 'n8n-workflow';

/** Where one reads what a message is taken for, without an execution: the search of a list is the field, the list the answer. */
export const tryMessageField: INodeProperties = {
	displayName: 'Try a Message',
	name: 'tryMessage',
	type: 'resourceLocator',
	noDataExpression: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'Message',
			name: 'list',
			type: 'list',
			placeholder: 'e.g. please stop texting me',
			typeOptions: {
				searchListMethod: 'tryMessage',
				searchable: true,
				searchFilterRequired: true,
			},
		},
	],
	description:
		'Open the list and write a message into its search: the list says what it is taken for with the settings above, and why. It has no effect on executions.',
};
