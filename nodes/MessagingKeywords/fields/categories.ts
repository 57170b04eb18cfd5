import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { keywordsField, replyField } from './parts';
import { textField } from '../../shared/fields';

function category(
	displayName: string,
	name: string,
	keywords: string,
	placeholder: string,
): INodePropertyCollection {
	return { displayName, name, values: [keywordsField(keywords, placeholder), replyField] };
}

export const categoriesField: INodeProperties = {
	displayName: 'Replies and Own Keywords',
	name: 'categories',
	type: 'fixedCollection',
	placeholder: 'Add Category',
	default: {},
	description: 'Keywords that you enter here take the place of the default ones of their category',
	options: [
		{ displayName: 'Default', name: 'default', values: [replyField] },
		{
			displayName: 'Double Opt-In',
			name: 'doubleOptIn',
			values: [
				keywordsField('Words that confirm a pending opt-in, separated by commas', 'e.g. CONFIRM, I AGREE'),
				{
					...replyField,
					displayName: 'Prompt',
					description:
						'Asks a person who wrote an opt-in word to confirm it. Whoever confirms gets the reply of Opt-In.',
				},
			],
		},
		{
			displayName: 'Fuzzy Opt-Out',
			name: 'fuzzyOptOut',
			values: [
				{
					...replyField,
					description: 'Asks a person whose message is nearly an opt-out word whether it was meant as one',
				},
			],
		},
		category(
			'Help',
			'help',
			'Separated by commas. Leave empty to use the default keywords',
			'e.g. SUPPORT, CONTACT',
		),
		category(
			'Opt-In',
			'optIn',
			'Separated by commas. Leave empty to use the default keywords',
			'e.g. JOIN, SIGN UP',
		),
		category(
			'Opt-Out',
			'optOut',
			'Separated by commas. Leave empty to use the default keywords. The words that the law requires, such as STOP, count in any case, unless only own keywords are used',
			'e.g. LEAVE, NO MORE',
		),
	],
};

export const customKeywordsField: INodeProperties = {
	displayName: 'Custom Keywords',
	name: 'customKeywords',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add List',
	default: {},
	description: 'Lists of your own, such as a campaign or a store. A match leaves on the Custom output.',
	options: [
		{
			displayName: 'List',
			name: 'lists',
			values: [
				textField('Name', 'name', {
					placeholder: 'e.g. Summer Campaign',
					description: 'Comes out as keywords.name, to tell the lists apart',
				}),
				keywordsField('Separated by commas', 'e.g. SUMMER, SALE'),
				replyField,
			],
		},
	],
};
