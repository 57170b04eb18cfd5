import type { ErrorMeaning, ErrorRow } from '../../../../http/error-table';

export function setting(title: string, advice: string): ErrorMeaning {
	return { title, cause: 'configurationInvalid', retryable: false, advice };
}

function content(title: string, advice: string): ErrorMeaning {
	return { title, cause: 'contentRejected', retryable: false, advice };
}

function quota(title: string, advice: string): ErrorMeaning {
	return { title, cause: 'quotaExhausted', retryable: false, advice };
}

function later(title: string, advice: string): ErrorMeaning {
	return { title, cause: 'temporarilyUnavailable', retryable: true, retryAfterMs: 60_000, advice };
}

/**
 * Meta's codes and subcodes that only somebody meets who sets up (Meta, Cloud API error codes; Register a number; Template
 * management; Block users).
 */
export const SET_UP_ROWS: readonly ErrorRow[] = [
	{
		codes: ['100.36007', '100.36008', '100.36009'],
		...setting(
			'The code of the sign-up is not valid any more',
			'A code can be exchanged once and for about half a minute. Let the customer go through Embedded Signup again and hand the code on at once.',
		),
	},
	{
		codes: ['100.2388023'],
		...setting(
			'The template was deleted a short time ago',
			'Take another name: the name of a deleted template is blocked for 30 days.',
		),
	},
	{
		codes: ['100.2388024'],
		...setting(
			'There is a template of this name in this language',
			'Take another name, or change that template with "Template: Update".',
		),
	},
	{
		codes: ['100.2388019'],
		...quota(
			'The account has as many templates as it may have',
			'Delete templates that are not used. An account has 250, or 6,000 once the business is verified and a display name is approved.',
		),
	},
	{
		codes: ['100.2388040'],
		...content('A part of the template is too long', 'Shorten the part that the detail names.'),
	},
	{
		codes: ['100.2388047', '100.2388072', '100.2388073'],
		...content(
			'A text of the template is not formed as it has to be',
			'Remove line breaks, emoji and formatting from header and footer, and look at the blanks of the body.',
		),
	},
	{
		codes: ['100.2388293', '2388293'],
		...content(
			'The template has too many blanks for its text',
			'Write more words around the blanks, or use fewer of them.',
		),
	},
	{
		codes: ['100.2388299', '2388299'],
		...content(
			'A blank stands at the beginning or the end',
			'Put words before the first and behind the last blank of the body.',
		),
	},
	{
		codes: ['139100'],
		...setting(
			'Some people could not be put on the list or taken off it',
			'See the detail of each person. Only somebody who wrote within the last 24 hours can be blocked, and no other business.',
		),
	},
	{
		codes: ['139101'],
		...quota('The block list is full', 'It takes 64,000 people. Remove some before you add more.'),
	},
	{
		codes: ['139102'],
		...later('The block list is being changed by somebody else', 'Run the node again in a moment.'),
	},
	{
		codes: ['139103'],
		...later('Meta could not change the block list', 'Run the node again in a few minutes.'),
	},
	{
		codes: ['2200', '2201'],
		...setting(
			'Meta called the webhook URL and did not get the right answer',
			'Open the URL from outside your network: it has to answer there, over HTTPS with a valid certificate, and with the same verify token. Publish the workflow of the trigger first.',
		),
	},
];
