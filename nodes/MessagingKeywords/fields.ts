import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { LANGUAGES } from '../../core';

const languageOptions = LANGUAGES.map(({ code, name }) => ({ name, value: code })).sort((a, b) =>
	a.name.localeCompare(b.name),
);

const replyField: INodeProperties = {
	displayName: 'Reply',
	name: 'reply',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'Text to answer with. It leaves on the item as reply.text, for Messaging Send to send.',
};

function keywordsField(description: string, placeholder: string): INodeProperties {
	return {
		displayName: 'Keywords',
		name: 'keywords',
		type: 'string',
		default: '',
		placeholder,
		description,
	};
}

function category(
	displayName: string,
	name: string,
	keywords: string,
	placeholder: string,
): INodePropertyCollection {
	return { displayName, name, values: [keywordsField(keywords, placeholder), replyField] };
}

export const keywordFields: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '={{ $json.text }}',
		hint: 'To try a phrase, write it here in place of the expression and execute this step',
		description:
			'What the person wrote. Upper and lower case, accents, punctuation and emoji make no difference.',
	},
	{
		displayName: 'Default Keywords',
		name: 'preset',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Carrier',
				value: 'carrier',
				description:
					'What carriers and the FCC require. Opt-in: START, UNSTOP, SUBSCRIBE. Opt-out: STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPT OUT, REMOVE. Help: HELP, INFO',
			},
			{
				name: 'Own Keywords Only',
				value: 'own',
				description: 'Nothing but the keywords that you enter below',
			},
			{
				name: 'Standard',
				value: 'standard',
				description:
					'Opt-in: SUBSCRIBE, YES, UNSTOP, START, CONTINUE, RESUME, BEGIN. Opt-out: STOP, QUIT, CANCEL, END, UNSUBSCRIBE, NO. Help: HELP',
			},
		],
		default: 'standard',
		description: 'Words that count in every category for which you enter none of your own',
	},
	{
		displayName: 'Replies and Own Keywords',
		name: 'categories',
		type: 'fixedCollection',
		placeholder: 'Add Category',
		default: {},
		description: 'Keywords that you enter here take the place of the default ones of their category',
		options: [
			{ displayName: 'Default', name: 'default', values: [replyField] },
			{
				displayName: 'Double Opt-In',
				name: 'doubleOptIn',
				values: [
					keywordsField('Words that confirm a pending opt-in, separated by commas', 'e.g. CONFIRM, I AGREE'),
					{
						...replyField,
						displayName: 'Prompt',
						description:
							'Asks a person who wrote an opt-in word to confirm it. Whoever confirms gets the reply of Opt-In.',
					},
				],
			},
			{
				displayName: 'Fuzzy Opt-Out',
				name: 'fuzzyOptOut',
				values: [
					{
						...replyField,
						description: 'Asks a person whose message is nearly an opt-out word whether it was meant as one',
					},
				],
			},
			category(
				'Help',
				'help',
				'Separated by commas. Leave empty to use the default keywords',
				'e.g. SUPPORT, CONTACT',
			),
			category(
				'Opt-In',
				'optIn',
				'Separated by commas. Leave empty to use the default keywords',
				'e.g. JOIN, SIGN UP',
			),
			category(
				'Opt-Out',
				'optOut',
				'Separated by commas. Leave empty to use the default keywords. The words that the law requires, such as STOP, count in any case, unless only own keywords are used',
				'e.g. LEAVE, NO MORE',
			),
		],
	},
	{
		displayName: 'Custom Keywords',
		name: 'customKeywords',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add List',
		default: {},
		description: 'Lists of your own, such as a campaign or a store. A match leaves on the Custom output.',
		options: [
			{
				displayName: 'List',
				name: 'lists',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Summer Campaign',
						description: 'Comes out as keywords.name, to tell the lists apart',
					},
					keywordsField('Separated by commas', 'e.g. SUMMER, SALE'),
					replyField,
				],
			},
		],
	},
	{
		displayName: 'Replies by Language',
		name: 'repliesByLanguage',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Reply',
		default: {},
		description: 'Sent instead of the reply above when the keyword that matched is of this language',
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
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						typeOptions: { rows: 2 },
						default: '',
					},
				],
			},
		],
	},
	{
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
	},
];
