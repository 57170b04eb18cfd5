import type { ErrorRow } from '../../../http/error-table';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Meaning = Omit<ErrorRow, 'codes'>;

const set = (title: string, advice: string): Meaning => ({
	title,
	cause: 'configurationInvalid',
	retryable: false,
	advice,
});
const content = (title: string, advice: string): Meaning => ({
	title,
	cause: 'contentRejected',
	retryable: false,
	advice,
});
const quota = (title: string, advice: string, retryAfterMs?: number): Meaning => ({
	title,
	cause: 'quotaExhausted',
	retryable: false,
	...(retryAfterMs !== undefined && { retryAfterMs }),
	advice,
});
const later = (title: string, advice: string, retryAfterMs = MINUTE_MS): Meaning => ({
	title,
	cause: 'temporarilyUnavailable',
	retryable: true,
	retryAfterMs,
	advice,
});

const NO_ASSET =
	"Check the id: it has to belong to the account of the credential, and the token's system user has to be assigned to that account with full control.";

/**
 * What Meta's codes and subcodes call for where something is set up rather than sent (Meta, Cloud API error codes; Register a
 * number; Template management; Block users). What is not listed means the same in both.
 */
export const ADMIN_ROWS: readonly ErrorRow[] = [
	{ codes: ['33', '100.33'], ...set('The object does not exist, or the token cannot see it', NO_ASSET) },
	{
		codes: ['100'],
		...set(
			'Meta does not accept a value',
			'Compare the fields of the node with what Meta says in the detail, correct them and run the node again.',
		),
	},
	{
		codes: ['100.36007', '100.36008', '100.36009'],
		...set(
			'The code of the sign-up is not valid any more',
			'A code can be exchanged once and for about half a minute. Let the customer go through Embedded Signup again and hand the code on at once.',
		),
	},
	{
		codes: ['1', '2', '131000', '131016', '133004'],
		...later(
			'Something failed at Meta',
			'Run the node again in a few minutes; if it lasts, look at metastatus.com.',
		),
	},
	{
		codes: ['131057'],
		...later('The number is being maintained', 'Run the node again in a minute.'),
	},
	{
		codes: ['131009'],
		...set('Meta does not accept a value', 'Correct the value that the detail names. ' + NO_ASSET),
	},
	{
		codes: ['133010'],
		...set('The number is not registered', 'Register the number with "Number: Register" first.'),
	},
	{
		codes: ['133005'],
		...set(
			'The PIN is wrong',
			'The number has a PIN already. Set a new one with "Number: Set PIN", which does not ask for the old one, then register with it. Do not try PINs: the number gets locked.',
		),
	},
	{
		codes: ['133006'],
		...set(
			'The number has to be verified again',
			'Use "Number: Request Verification Code", then "Number: Verify Code" with the code that arrives, then register.',
		),
	},
	{
		codes: ['133008', '133009'],
		...quota(
			'Too many tries with a PIN',
			'Wait as long as the detail says, then set a new PIN with "Number: Set PIN" and register with it.',
		),
	},
	{
		codes: ['133016'],
		...quota(
			'The number was registered or deregistered too often',
			'Wait 72 hours: Meta allows ten of each for a number in that time and blocks the number for as long.',
			72 * HOUR_MS,
		),
	},
	{
		codes: ['136024'],
		...set(
			'The code was not sent',
			'Wait some time and request the code again, by call instead of SMS if need be. A number that is in use in the WhatsApp app has to be removed from it first.',
		),
	},
	{
		codes: ['136025'],
		...set(
			'The code is wrong or too old',
			'A code holds for about ten minutes. Enter the newest one, or request another with "Number: Request Verification Code".',
		),
	},
	{
		codes: ['100.2388023'],
		...set(
			'The template was deleted a short time ago',
			'Take another name: the name of a deleted template is blocked for 30 days.',
		),
	},
	{
		codes: ['100.2388024'],
		...set(
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
		...set(
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
		...set(
			'Meta called the webhook URL and did not get the right answer',
			'Open the URL from outside your network: it has to answer there, over HTTPS with a valid certificate, and with the same verify token. Publish the workflow of the trigger first.',
		),
	},
];
