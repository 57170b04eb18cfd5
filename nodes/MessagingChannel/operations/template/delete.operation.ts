import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { senderField } from '../../fields/infobip';
import { templateField } from '../../fields/template';
import { accountField } from '../../fields/whatsapp';
import { form } from '../../form';
import { withoutKey } from '../../template-key';
import type { Operation } from '../operation';

const languagesField: INodeProperties = {
	displayName: 'Languages',
	name: 'languages',
	type: 'options',
	options: [
		{ name: 'All', value: 'all', description: 'The template in every language' },
		{ name: 'Chosen One', value: 'one', description: 'Only the language that was chosen from the list' },
	],
	default: 'all',
	description: 'What goes. The name cannot be used again for 30 days.',
};

const allLanguages = { ...templateField, description: 'The template. It goes in all its languages.' };

export const remove: Operation = {
	resource: 'template',
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete template',
		description: 'Delete a template in one language or in all of them',
	},
	forms: {
		whatsAppCloud: form([accountField, templateField, languagesField], (input) => {
			const { key, rest } = withoutKey(input);
			const { languages, ...place } = rest;
			return { ...place, name: key.name, ...(languages === 'one' && { templateId: key.templateId }) };
		}),
		infobip: form([senderField, allLanguages], (input) => {
			const { key, rest } = withoutKey(input);
			return { ...rest, name: key.name };
		}),
		sinch: form(
			[
				templateField,
				languagesField,
				optionsField([
					{
						displayName: 'Submitted Ones Too',
						name: 'deleteSubmitted',
						type: 'boolean',
						default: true,
						description: 'Whether templates that were submitted go too, and not only drafts',
					},
				]),
			],
			(input) => {
				const { key, rest } = withoutKey(input);
				const { languages, ...more } = rest;
				return { ...more, name: key.name, ...(languages === 'one' && { language: key.language }) };
			},
		),
	},
};
