import { senderField } from '../../fields/infobip';
import { templateField, templateIdField } from '../../fields/template';
import { accountField } from '../../fields/whatsapp';
import { form } from '../../form';
import { withoutKey } from '../../template-key';
import type { Operation } from '../operation';

export const get: Operation = {
	resource: 'template',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get template',
		description: 'Look at a template, its blanks and the state of its review',
	},
	forms: {
		whatsAppCloud: form([accountField, templateField], (input) => {
			const { key, rest } = withoutKey(input);
			return { ...rest, ...key };
		}),
		infobip: form([senderField, templateIdField]),
		sinch: form([templateField], (input) => {
			const { name, language } = withoutKey(input).key;
			return { name, language };
		}),
	},
};
