import type { INodeProperties } from 'n8n-workflow';
import { scopeOptions } from '../../shared/consent-fields';
import { languageOptions } from './parts';

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	// Of a new node alone: saved ones hold their own, and one without the option looks for keywords and requests only.
	default: { fuzzyOptOut: 'confirm' },
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
				'Rows of your consent table, in the place of state, scope, expiry and Opt-Out Asked At: all rows of the person count, the newest first. A message of this run counts for those behind it, one that is older than the record changes nothing, and what the provider reports by itself is not answered.',
		},
		{
			displayName: 'Consent Scope',
			name: 'consentScope',
			type: 'options',
			options: scopeOptions('A later STOP asks for more, so it is confirmed as well'),
			default: 'all',
			description:
				'What the person opted out of, usually the scope of your record. An expression may give several with commas between them.',
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
					description:
						'It leaves on Fuzzy Opt-Out with "Reply STOP to confirm". STOP, a yes or a second such message within 24 hours opts the person out.',
				},
				{
					name: 'Off',
					value: 'off',
					description: 'It leaves on Default. Only what is surely meant opts out.',
				},
				{
					name: 'Opt Out at Once',
					value: 'optOut',
					description: 'It opts the person out like STOP, also where something else was meant',
				},
			],
			default: 'confirm',
			description:
				'What to do with a message that is likely an opt-out but not surely one, such as STPO, a complaint or "I thought I unsubscribed". What is sure, such as "please stop texting me", opts out whatever you choose.',
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
			displayName: 'Opt-Out Asked At',
			name: 'optOutAskedAt',
			type: 'dateTime',
			default: '',
			description:
				'When Fuzzy Opt-Out asked this person, usually optOutAsked of your record. For 24 hours STOP, a yes in any language or a second likely message confirms the opt-out, and no declines it. Leave it empty once that was answered.',
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
