import type { INodeProperties } from 'n8n-workflow';
import { languageOptions } from './parts';

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Confirm Opt-In',
			name: 'doubleOptIn',
			type: 'boolean',
			default: true,
			description:
				'Whether an opt-in word only asks the person to confirm. Until then the consent is pending, and Double Opt-In words count.',
		},
		{
			displayName: 'Confirm Within Days',
			name: 'pendingDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30,
			description: 'How long a pending opt-in waits for its confirming word',
		},
		{
			displayName: 'Consent Expires At',
			name: 'consentExpiresAt',
			type: 'dateTime',
			default: '',
			description: 'When a pending opt-in of this person lapses, usually the expiry of your record',
		},
		{
			displayName: 'Consent Records',
			name: 'consentRecords',
			type: 'json',
			default: '',
			placeholder: "e.g. {{ $('Known Contacts').all() }}",
			description:
				'Rows of your consent table, in the place of state, scope and expiry: the newest row of the person counts. A message of this run counts for those behind it, one that is older than the record changes nothing, and what the provider reports by itself is not answered.',
		},
		{
			displayName: 'Consent Scope',
			name: 'consentScope',
			type: 'options',
			options: [
				{ name: 'All Messages', value: 'all' },
				{
					name: 'Marketing',
					value: 'marketing',
					description: 'A later STOP asks for more, so it is confirmed as well',
				},
			],
			default: 'all',
			description: 'What the person opted out of, usually the scope of your record',
		},
		{
			displayName: 'Consent State',
			name: 'consentState',
			type: 'options',
			options: [
				{ name: 'None', value: 'none', description: 'The person never opted in or out' },
				{ name: 'Opted In', value: 'optedIn' },
				{
					name: 'Opted Out',
					value: 'optedOut',
					description: 'A bare YES does not subscribe the person again, and a second STOP gets no reply',
				},
				{
					name: 'Pending',
					value: 'pending',
					description: 'The person was asked to confirm. Double Opt-In words count only now.',
				},
			],
			default: 'none',
			description: 'What your records say of this person now, usually an expression',
		},
		{
			displayName: 'Fuzzy Opt-Out',
			name: 'fuzzyOptOut',
			type: 'options',
			options: [
				{
					name: 'Ask First',
					value: 'confirm',
					description: 'A near miss such as STPO leaves on Fuzzy Opt-Out, with its reply',
				},
				{ name: 'Off', value: 'off', description: 'Only words and sentences that are meant count' },
				{ name: 'Opt Out at Once', value: 'optOut', description: 'A near miss counts as an opt-out' },
			],
			default: 'confirm',
			description: 'What to do with messages that are nearly an opt-out word',
		},
		{
			displayName: 'Keep the Required Words',
			name: 'keepRequiredWords',
			type: 'boolean',
			default: true,
			description:
				'Whether words that revoke consent by law, such as STOP and UNSUBSCRIBE, count beside opt-out words of your own',
		},
		{
			displayName: 'Languages',
			name: 'languages',
			type: 'multiOptions',
			options: languageOptions,
			default: [],
			description:
				'Languages of the default keywords. English always counts; all of them where none is chosen.',
		},
		{
			displayName: 'Use Default Replies',
			name: 'defaultReplies',
			type: 'boolean',
			default: true,
			description:
				"Whether categories without a reply of yours get a short standard one in the person's language",
		},
	],
};
