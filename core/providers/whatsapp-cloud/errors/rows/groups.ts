import type { ErrorRow } from '../../../../http/error-table';

/** Errors of groups that are about one message; what else there is of them is a range of codes (pywa, errors: GroupError). */
export const GROUP_ROWS: readonly ErrorRow[] = [
	{
		codes: ['131020', '131041', '131207'],
		title: 'The group cannot be written to',
		cause: 'recipientUnreachable',
		retryable: false,
		advice:
			'Check the group ID: the group may be deleted or suspended, or belong to another number. Write to its members one by one until then.',
		reach: 'message',
	},
	{
		codes: ['131212'],
		title: 'The person is not in the group',
		cause: 'recipientUnreachable',
		retryable: false,
		advice: 'Write to the person directly, or invite them to the group.',
		reach: 'message',
	},
	{
		codes: ['131208'],
		title: 'Too many requests for the group',
		cause: 'rateLimited',
		retryable: true,
		advice: 'Wait a moment and send to groups more slowly.',
		reach: 'message',
	},
	{
		codes: ['131059'],
		title: 'The page of the list of groups is not known',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Read the list of groups from its beginning.',
	},
];
