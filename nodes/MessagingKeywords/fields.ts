import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

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
			category(
				'Double Opt-In',
				'doubleOptIn',
				'Words that confirm a pending opt-in, separated by commas',
				'e.g. CONFIRM, I AGREE',
			),
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
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
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
						description: 'A bare YES does not subscribe the person again',
					},
					{
						name: 'Pending',
						value: 'pending',
						description: 'The person was asked to confirm. Double Opt-In keywords count only now.',
					},
				],
				default: 'none',
				description: 'What your records say of this person now, usually an expression',
			},
		],
	},
];
