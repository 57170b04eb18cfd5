import type { INodeProperties } from 'n8n-workflow';
import { isGiven } from '../../shared/fields';
import { categoriesField, customKeywordsField } from './categories';
import { optionsField } from './options';
import { defaultRepliesNotice, repliesByLanguageField } from './replies';
import { tryMessageField } from './try-message';

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
		displayName:
			'Tell what your records say of the person: add <i>Consent Records</i> or <i>Consent State</i> under Options. Without it a second STOP is answered, a likely opt-out is asked about again and again, and with Standard a YES subscribes somebody who opted out.',
		name: 'stateNotice',
		type: 'notice',
		displayOptions: {
			show: { preset: ['standard', 'carrier'] },
			hide: { '/options.consentRecords': isGiven(), '/options.consentState': isGiven() },
		},
		default: '',
	},
	categoriesField,
	defaultRepliesNotice,
	customKeywordsField,
	repliesByLanguageField,
	optionsField,
	tryMessageField,
];
