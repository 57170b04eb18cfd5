import type { ErrorMeaning, ErrorRow } from '../../../../http/error-table';

/** Every region is a host of its own, and what lives in one is unknown in the others. */
export const NOT_FOUND: ErrorMeaning = {
	title: 'Sinch does not know this in the chosen region',
	cause: 'configurationInvalid',
	retryable: false,
	advice:
		'Check the region in the credential first: a wrong one is the usual reason. Then compare project, app and service plan ids.',
};

const NO_FIT = {
	title: "The call does not fit the account's set-up",
	cause: 'configurationInvalid',
	retryable: false,
	advice: 'Correct what the detail names in the Sinch dashboard; what is to be created may exist already.',
} as const;

/**
 * Codes of answers that are not a success: `status` of the Conversation, Numbers and Template APIs, `code` of the SMS API,
 * `errorCode` of the Provisioning API, `error` of the token endpoint.
 */
export const API_ROWS: readonly ErrorRow[] = [
	{ codes: ['NOT_FOUND', 'not_found'], ...NOT_FOUND },
	{
		codes: ['UNAUTHENTICATED', 'unauthorized', 'invalid_client', 'invalid_grant'],
		title: 'Sinch does not accept the credential',
		cause: 'credentialInvalid',
		retryable: false,
		advice:
			'Check key id and key secret, for SMS the API token of the service plan; SMS takes project keys only in the US and EU.',
	},
	{
		codes: ['PERMISSION_DENIED', 'forbidden'],
		title: 'The credential may not do this',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Check that the key belongs to this project, and that account and billing allow the call.',
		// SMS and Conversation are apart.
		reach: 'sender',
		setUp: {
			title: 'The project may not do this',
			advice:
				'Check that the access key belongs to this project. A trial account rents no numbers: upgrade it in the Sinch Build Dashboard.',
		},
		isNotAllowed: true,
	},
	{
		codes: ['RESOURCE_EXHAUSTED'],
		title: 'Too many calls in a short time',
		cause: 'rateLimited',
		retryable: true,
		advice: 'Wait, then send more slowly.',
		// 800 requests a second are counted for the whole project.
		reach: 'account',
	},
	{
		codes: ['UNAVAILABLE', 'INTERNAL', 'ABORTED'],
		title: 'Sinch is not available at the moment',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: "Send again in a few minutes; if it lasts, look at Sinch's status page.",
	},
	{
		codes: ['DEADLINE_EXCEEDED', 'CANCELLED', 'DATA_LOSS'],
		title: 'Sinch did not finish the call',
		cause: 'temporarilyUnavailable',
		retryable: false,
		advice: 'Look the message up in the Sinch dashboard before you send it again: it may have been accepted.',
	},
	{
		codes: ['INVALID_ARGUMENT', 'OUT_OF_RANGE', 'invalid_input', 'invalid_request'],
		title: 'Sinch does not accept a field',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Correct the field that the detail names and send again.',
	},
	{
		codes: ['syntax_invalid_json', 'syntax_invalid_parameter_format', 'syntax_constraint_violation'],
		title: 'Sinch does not accept a field',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Correct the field that the detail names and send again; phone numbers need their country code.',
	},
	{
		...NO_FIT,
		codes: ['FAILED_PRECONDITION'],
		setUp: {
			title: 'It is not in the state for that',
			advice:
				'Do first what the detail names: a number is unlinked before it is linked again, and a sender asks for a code before it is verified.',
		},
	},
	{
		...NO_FIT,
		codes: ['ALREADY_EXISTS'],
		setUp: {
			title: 'It exists already',
			advice: 'Look with Get Many at what there is, and change or delete that.',
		},
	},
	{ ...NO_FIT, codes: ['UNIMPLEMENTED'] },
	{
		codes: ['template_not_deletable_due_to_input_config'],
		title: 'The template was submitted, and so it is not deleted like a draft',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Switch on "Submitted Ones Too" if it is to go: nobody can be sent it then, and its name is blocked for 30 days.',
	},
	{
		codes: ['blocked_account'],
		title: 'The account is blocked',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Ask the support of Sinch why, and send nothing until it is resolved.',
		reach: 'account',
		isNotAllowed: true,
	},
	{
		codes: ['illegal_number_type', 'forbidden_number'],
		title: 'This sender may not be used',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Choose a sender that belongs to the service plan and is allowed in the country.',
	},
	{
		codes: ['missing_callback_url'],
		title: 'There is no address for reports',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Set the callback URL of the service plan in the Sinch dashboard, or switch delivery reports off.',
	},
	{
		codes: ['unknown_group', 'unknown_campaign'],
		title: 'Sinch does not know the group or campaign',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Check the id of the group or campaign; it has to belong to the service plan.',
	},
];
