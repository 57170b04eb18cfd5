import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { senderField } from '../../fields/infobip';
import {
	categoryChangeField,
	categoryField,
	draftField,
	templateField,
	templateIdField,
	timeToLiveField,
} from '../../fields/template';
import { contentFields, KEEP, withContent } from '../../fields/template-content';
import { FILE_SAMPLES, LINK_SAMPLES } from '../../fields/template-header';
import { appIdField, earlierField } from '../../fields/whatsapp';
import { form, withLists } from '../../form';
import { withoutKey } from '../../template-key';
import type { Operation } from '../operation';

const metaFields: INodeProperties[] = [
	templateIdField,
	...contentFields(FILE_SAMPLES, [KEEP]),
	optionsField([
		appIdField,
		categoryField,
		earlierField(
			'Earlier Edits',
			'earlierEdits',
			'Meta allows one edit of an approved template in 24 hours and ten in 30 days.',
		),
		timeToLiveField,
	]),
];

const linked = contentFields(LINK_SAMPLES, [KEEP]);

export const update: Operation = {
	resource: 'template',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update template',
		description: 'Replace the content or the category of a template, which is reviewed again',
	},
	forms: {
		whatsAppCloud: form(metaFields, async (input, reader) =>
			withLists(await withContent(input, reader), 'earlierEdits'),
		),
		infobip: form([senderField, templateIdField, ...linked, optionsField([categoryField])], withContent),
		sinch: form(
			[templateField, ...linked, optionsField([categoryChangeField, categoryField, draftField])],
			async (input, reader) => {
				const { key, rest } = withoutKey(input);
				return { ...(await withContent(rest, reader)), name: key.name, language: key.language };
			},
		),
	},
};
