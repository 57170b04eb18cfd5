import type { ErrorRow } from '../../../../http/error-table';

function numbers(from: number, to: number, without: readonly number[]): string[] {
	return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
		.filter((code) => !without.includes(code))
		.map(String);
}

/** Indian registration codes that are about the recipient, see the rows about persons. */
const DLT_OF_PERSONS = [4137, 4140];

const SENDER = {
	title: 'The sender is not registered or is blocked',
	cause: 'configurationInvalid',
	retryable: false,
	advice: 'Register or unblock the sender in the Infobip portal, or choose another one in the node.',
} as const;

/** Errors of the set-up and of the content. Both stay until somebody changes something. */
export const SETUP_ROWS: readonly ErrorRow[] = [
	{ ...SENDER, codes: ['368', '375', '2053', '15010', '15202'] },
	{ ...SENDER, codes: ['7034'], reach: 'sender' },
	{
		codes: ['488', '562', '563', '564', '574', '597', '598', '601'],
		title: 'The sender may not send to this operator',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Ask your account manager at Infobip to set up the number for this operator and country.',
	},
	{
		codes: ['571', '572', '594', '15020', '15021'],
		title: 'The US campaign is missing, not active or refused',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Check brand and campaign of the number in the Infobip portal; operators in the US ask for them.',
	},
	{
		codes: ['345', '592', '15016'],
		title: "The account has no route to the person's operator",
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Check the number; if it is right, ask your account manager at Infobip for this country.',
	},
	{
		codes: ['577', '578', '579', '580'],
		title: 'The demo short code does not allow this',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Add the recipient to the demo, or send from a number of your own.',
	},
	{
		codes: numbers(4106, 4158, DLT_OF_PERSONS),
		title: 'The Indian DLT registration does not cover this message',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Compare header, template and entity ids of the message with those registered at the DLT provider.',
	},
	{
		codes: ['433', '7004', '7281'],
		title: 'Access to the channel was denied',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			"Check the sender's access in the Infobip portal and ask the support of Infobip if it looks right.",
		reach: 'sender',
	},
	{
		codes: ['7001', '7005', '7011', '7018', '7021', '7038', '7081', '7083', '7084', '7102'],
		title: 'The sender is not set up for this',
		cause: 'configurationInvalid',
		retryable: false,
		advice: "Check the sender's set-up in the Infobip portal, for WhatsApp also in Meta Business Manager.",
	},
	{
		codes: ['7008', '7009', '7031', '7037'],
		title: 'Template or flow does not fit',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Load the template in the node again, fill in every variable, and check that it is approved.',
	},
	{
		codes: ['7013', '7015', '7022', '15012', '15022', '15024', '15026'],
		title: 'The file could not be used',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Check that the address of the file is public and that the channel allows its kind and size.',
	},
	{
		codes: ['355', '4096', '71', '323', '15014', '15203'],
		title: 'The text is too long or has characters that cannot be sent',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Shorten the text and remove unusual characters.',
	},
	{
		codes: ['561', '607', '2051', '7007', '7027', '15013'],
		title: 'The content was blocked as spam or against a policy',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Change the text, its links first, and keep to what the sender was registered for.',
	},
	{
		codes: ['608'],
		title: 'Blocked as suspected fraud',
		cause: 'contentRejected',
		retryable: false,
		advice: 'If the number is a real customer, put it on the trusted list of Infobip Signals.',
	},
	{
		codes: ['35', '36', '259', '261', '262', '7006', '7023', '15200', '15201'],
		title: 'The message is malformed for this channel',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Compare the fields of the node with what the channel takes, correct them and send again.',
	},
];
