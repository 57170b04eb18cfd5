import type { INodeProperties } from 'n8n-workflow';
import { ENGLISH_REPLIES } from '../../../core';
import { textField } from '../../shared/fields';
import { languageOptions } from './parts';

/** What an ordinary message is answered with where nobody decided it, so that whoever writes to a new channel hears something. */
export const FIRST_DEFAULT_REPLY =
	'Thank you for your message. A person reads it soon. Reply HELP for help or STOP to unsubscribe.';

const { optedIn, optedOut, confirmOptIn, confirmOptOut, help } = ENGLISH_REPLIES;

const DEFAULTS = Object.entries({
	'Opt-In': optedIn,
	'Prompt of Double Opt-In': confirmOptIn,
	'Opt-Out': optedOut,
	Help: help,
	'Fuzzy Opt-Out': confirmOptOut,
	Default: FIRST_DEFAULT_REPLY,
});

/** What goes out where the panel has no reply, to be read before anything runs. */
export const defaultRepliesNotice: INodeProperties = {
	displayName: `Without a reply of yours people get these, in their language:${DEFAULTS.map(([output, text]) => `<br><b>${output}:</b> ${text}`).join('')}`,
	name: 'defaultRepliesNotice',
	type: 'notice',
	displayOptions: { hide: { '/options.defaultReplies': [false] } },
	default: '',
};

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
