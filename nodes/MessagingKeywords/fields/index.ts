import type { INodeProperties } from 'n8n-workflow';
import { categoriesField, customKeywordsField } from './categories';
import { optionsField } from './options';
import { repliesByLanguageField } from './replies';

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
	categoriesField,
	customKeywordsField,
	repliesByLanguageField,
	optionsField,
];
