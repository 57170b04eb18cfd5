import type { ErrorRow } from '../../../../http/error-table';

const MINUTE_MS = 60_000;

/** Codes 200 to 299 are all permissions; 200 itself: the system user is not assigned to this asset. */
export const PERMISSION_MEANING = {
	title: 'The access token lacks a permission',
	cause: 'configurationInvalid',
	retryable: false,
	advice:
		'In Meta Business Settings give the system user full control of this WhatsApp account, and make its token with whatsapp_business_messaging and whatsapp_business_management.',
	reach: 'account',
	isNotAllowed: true,
} as const;

const PAYMENT = {
	title: 'There is a problem with the payment',
	cause: 'configurationInvalid',
	retryable: false,
	advice: 'Check the payment method and credit line of the WhatsApp account in Meta Business Settings.',
} as const;

/** What most Meta faults mean to somebody who sets up. */
const FAILED = {
	title: 'Something failed at Meta',
	retryAfterMs: MINUTE_MS,
	advice: 'Run the node again in a few minutes; if it lasts, look at metastatus.com.',
};

export const NO_ASSET =
	"Check the id: it has to belong to the account of the credential, and the token's system user has to be assigned to that account with full control.";

/** Codes of the Graph API itself: access, permissions, calls per hour, faults on Meta's side. */
export const PLATFORM_ROWS: readonly ErrorRow[] = [
	{
		codes: ['0'],
		title: 'The access token is not valid',
		cause: 'credentialInvalid',
		retryable: false,
		advice: 'Make a new token for a system user in Meta Business Settings and put it into the credential.',
	},
	{
		codes: ['190'],
		title: 'The access token expired or was revoked',
		cause: 'credentialInvalid',
		retryable: false,
		advice:
			"Put a new token into the credential. The one of the API Setup page ends after a day; a system user's token can be made to never expire.",
	},
	{
		codes: ['1'],
		title: 'Meta did not recognise the request or failed itself',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a moment. If it fails again, check the fields of the node.',
		setUp: FAILED,
	},
	{
		codes: ['2', '131016', '133004'],
		title: "Meta's service is not available at the moment",
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a few minutes; if it lasts, look at metastatus.com.',
		setUp: FAILED,
	},
	{
		codes: ['131000'],
		title: 'Something failed at Meta',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a moment. If it happens every time, check the message for unusual content.',
		setUp: FAILED,
	},
	{
		codes: ['131057'],
		title: 'The number is being maintained',
		cause: 'temporarilyUnavailable',
		retryable: true,
		retryAfterMs: MINUTE_MS,
		advice: 'Send again in a minute: a higher sending rate for this number is being switched on.',
		reach: 'sender',
		setUp: { advice: 'Run the node again in a minute.' },
	},
	{
		codes: ['3'],
		title: 'The app may not use this function',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Check in the Meta App Dashboard that WhatsApp is added to the app and its permissions are granted.',
		reach: 'account',
		isNotAllowed: true,
	},
	{ ...PERMISSION_MEANING, codes: ['10', '131005'] },
	{
		codes: ['33', '100.33'],
		title: 'The number or object does not exist, or the token cannot see it',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			"Check the phone number id and the account id, and that the token's system user is assigned to this WhatsApp account.",
		reach: 'sender',
		setUp: { title: 'The object does not exist, or the token cannot see it', advice: NO_ASSET },
	},
	{
		codes: ['4'],
		title: 'The app made too many calls',
		cause: 'rateLimited',
		retryable: true,
		retryAfterMs: MINUTE_MS,
		advice: 'Wait some minutes. Other workflows that use the same Meta app count too.',
		reach: 'account',
	},
	{
		codes: ['80007', '80008'],
		title: 'The WhatsApp account received too many calls',
		cause: 'rateLimited',
		retryable: true,
		retryAfterMs: MINUTE_MS,
		advice:
			'Wait some minutes, and read templates and numbers less often: Meta counts such calls by the hour.',
		reach: 'account',
	},
	{
		codes: ['368', '131031'],
		title: 'The WhatsApp account is locked or restricted',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Stop sending, open the account in WhatsApp Manager, read the reason and ask for a review.',
		reach: 'account',
		isNotAllowed: true,
	},
	{ ...PAYMENT, codes: ['131042'], reach: 'account', isNotAllowed: true },
	{ ...PAYMENT, codes: ['131044'] },
	{
		codes: ['134011'],
		title: 'The terms of WhatsApp Payments are not accepted',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Accept the terms of WhatsApp Payments in WhatsApp Manager.',
	},
];
