import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { ENGLISH_REPLIES } from '../../../core';
import { textField } from '../../shared/fields';
import { keywordsField, replyField } from './parts';

const ordinary = (placeholder: string, note = '') =>
	keywordsField(`Separated by commas. Leave empty to use the default keywords.${note}`, placeholder);

/** What an output answers, and which words lead to it. */
const group = (displayName: string, name: string, values: INodeProperties[]): INodePropertyCollection => ({
	displayName,
	name,
	values,
});

const { optedIn, optedOut, confirmOptIn, confirmOptOut, help } = ENGLISH_REPLIES;

/** In the order of the outputs. */
export const categoriesField: INodeProperties = {
	displayName: 'Replies',
	name: 'categories',
	type: 'fixedCollection',
	placeholder: 'Add Reply',
	default: {},
	description:
		'What each output answers, and words of your own in the place of the default ones. A reply that you leave empty is a short standard one in the language of the person.',
	options: [
		group('Opt-In', 'optIn', [ordinary('e.g. JOIN, SIGN UP'), replyField(optedIn)]),
		group('Opt-Out', 'optOut', [
			ordinary(
				'e.g. LEAVE, NO MORE',
				' The words that the law requires, such as STOP, count in any case, unless only own keywords are used.',
			),
			replyField(optedOut),
		]),
		group('Double Opt-In', 'doubleOptIn', [
			keywordsField('Words that confirm a pending opt-in, separated by commas', 'e.g. CONFIRM, I AGREE'),
			{
				...replyField(confirmOptIn),
				displayName: 'Prompt',
				description:
					'Asks a person who wrote an opt-in word to confirm it. Whoever confirms gets the reply of Opt-In.',
			},
		]),
		group('Help', 'help', [ordinary('e.g. SUPPORT, CONTACT'), replyField(help)]),
		group('Fuzzy Opt-Out', 'fuzzyOptOut', [
			{
				...replyField(confirmOptOut),
				description: 'Asks a person whose message is nearly an opt-out word whether it was meant as one',
			},
		]),
		group('Default', 'default', [
			{
				...replyField('e.g. Thank you. A person answers you soon.'),
				description:
					'Answers whatever is none of the others. Without this entry a short standard text does; left empty, nothing is answered.',
			},
		]),
	],
};

const matchField: INodeProperties = {
	displayName: 'Match',
	name: 'match',
	type: 'options',
	options: [
		{
			name: 'Contains the Word',
			value: 'contains',
			description: 'Anywhere in it, as "oat latte?" contains LATTE. What asks for STOP or HELP goes first.',
		},
		{ name: 'First Word', value: 'firstWord', description: 'As in "LATTE for two"' },
		{
			name: 'Whole Message',
			value: 'whole',
			description: 'Nothing else, apart from politeness, punctuation and emoji',
		},
	],
	default: 'whole',
	description: 'What has to be said for the list to match',
};

export const customKeywordsField: INodeProperties = {
	displayName: 'Your Keywords',
	name: 'customKeywords',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add List',
	default: {},
	description:
		'Words of your own, such as those of a campaign or a store. A match leaves on the Custom output.',
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
				matchField,
				replyField('e.g. Our summer menu: https://shop.example/summer'),
			],
		},
	],
};
