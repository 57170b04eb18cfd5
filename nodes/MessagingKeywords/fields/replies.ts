import type { INodeProperties } from 'n8n-workflow';
import { languageOptions } from './parts';
import { textField } from '../../shared/fields';

export const repliesByLanguageField: INodeProperties = {
	displayName: 'Translations',
	name: 'repliesByLanguage',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Translation',
	default: {},
	description: 'Answers in the place of the reply above when the keyword that matched is of this language',
	options: [
		{
			displayName: 'Reply',
			name: 'texts',
			values: [
				{
					displayName: 'Category',
					name: 'category',
					type: 'options',
					options: [
						{ name: 'Double Opt-In Prompt', value: 'doubleOptIn' },
						{ name: 'Fuzzy Opt-Out', value: 'fuzzyOptOut' },
						{ name: 'Help', value: 'help' },
						{ name: 'Opt-In', value: 'optIn' },
						{ name: 'Opt-Out', value: 'optOut' },
					],
					default: 'optOut',
				},
				{
					displayName: 'Language',
					name: 'language',
					type: 'options',
					options: languageOptions,
					default: 'en',
				},
				textField('Text', 'text', { typeOptions: { rows: 2 } }),
			],
		},
	],
};
