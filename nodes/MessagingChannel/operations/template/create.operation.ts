import type { INodeProperties } from 'n8n-workflow';
import { infobipPlatformFields } from '../../../shared/message-fields';
import { optionsField } from '../../fields/common';
import { senderField } from '../../fields/infobip';
import {
	categoryChangeField,
	categoryField,
	draftField,
	languageField,
	nameField,
	timeToLiveField,
} from '../../fields/template';
import { contentFields, LIBRARY, withContent } from '../../fields/template-content';
import { FILE_SAMPLES, LINK_SAMPLES } from '../../fields/template-header';
import { accountField, appIdField, earlierField } from '../../fields/whatsapp';
import { form, withLists } from '../../form';
import type { Operation } from '../operation';

const head = [nameField, languageField, categoryField];

const fromLibrary = { show: { contentFrom: ['library'] } };

const libraryFields: INodeProperties[] = [
	{
		displayName: 'Library Template',
		name: 'libraryTemplateName',
		required: true,
		type: 'string',
		displayOptions: fromLibrary,
		default: '',
		placeholder: 'e.g. delivery_update_1',
		description: 'Its name, which Get Library shows',
	},
	{
		displayName: 'Button Values',
		name: 'libraryButtonInputs',
		type: 'json',
		displayOptions: fromLibrary,
		default: '',
		placeholder: 'e.g. [{"type": "URL", "url": {"base_url": "https://shop.example/{{1}}"}}]',
		description: "What the buttons of the library template need, as in Meta's documentation",
	},
];

const metaFields: INodeProperties[] = [
	accountField,
	...head,
	...contentFields(FILE_SAMPLES, [LIBRARY]),
	...libraryFields,
	optionsField([
		categoryChangeField,
		appIdField,
		earlierField('Earlier Creations', 'earlierCreations', 'Meta allows 100 templates of an account an hour.'),
		timeToLiveField,
	]),
];

const linked = contentFields(LINK_SAMPLES);

export const create: Operation = {
	resource: 'template',
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create template',
		description: 'Check a template and submit it for review',
	},
	forms: {
		whatsAppCloud: form(metaFields, async (input, reader) =>
			withLists(await withContent(input, reader), 'earlierCreations'),
		),
		infobip: form([senderField, ...head, ...linked, optionsField(infobipPlatformFields)], withContent),
		sinch: form([...head, ...linked, optionsField([categoryChangeField, draftField])], withContent),
	},
};
