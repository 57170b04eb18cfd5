import type { INodeProperties } from 'n8n-workflow';
import { infobipPlatformFields } from '../../shared/message-fields';
import { filtersField, optionsField, pagingFields } from '../fields/common';
import { optionalSenderField, senderField } from '../fields/infobip';
import {
	categoryChangeField,
	categoryField,
	draftField,
	draftOnFailureField,
	filterFields,
	languageField,
	libraryFields,
	libraryFilterFields,
	maxPriceField,
	nameField,
	orderStatusField,
	passwordTimeField,
	templateField,
	templateIdField,
	timeToLiveField,
} from '../fields/template';
import { contentFields, KEEP, LIBRARY, withContent } from '../fields/template-content';
import { FILE_SAMPLES, LINK_SAMPLES } from '../fields/template-header';
import { accountField, appIdField, earlierField } from '../fields/whatsapp';
import { form, withLists } from '../form';
import { withoutKey } from '../template-key';
import type { Operations } from './operation';

const head = [nameField, languageField, categoryField];
const created = contentFields(LINK_SAMPLES);
const updated = contentFields(LINK_SAMPLES, [KEEP]);
const filters = filtersField(filterFields);

const createInMeta: INodeProperties[] = [
	accountField,
	...head,
	...contentFields(FILE_SAMPLES, [LIBRARY]),
	...libraryFields,
	optionsField([
		categoryChangeField,
		appIdField,
		earlierField('Earlier Creations', 'earlierCreations', 'Meta allows 100 templates of an account an hour.'),
		maxPriceField,
		orderStatusField,
		timeToLiveField,
	]),
];

const updateInMeta: INodeProperties[] = [
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
		maxPriceField,
		timeToLiveField,
	]),
];

const languagesField: INodeProperties = {
	displayName: 'Languages',
	name: 'languages',
	type: 'options',
	options: [
		{ name: 'All', value: 'all', description: 'The template in every language, approved ones too' },
		{ name: 'Chosen One', value: 'one', description: 'Only the language that was chosen from the list' },
	],
	default: 'all',
	description: 'What goes. The name cannot be used again for 30 days.',
};

const deleteInSinch: INodeProperties[] = [
	templateField,
	languagesField,
	optionsField([
		{
			displayName: 'Submitted Ones Too',
			name: 'deleteSubmitted',
			type: 'boolean',
			default: true,
			description:
				'Whether templates that were submitted go too, approved ones among them. Without it nothing is deleted that takes them along.',
		},
	]),
];

export const TEMPLATE: Operations<'template'> = {
	create: {
		name: 'Create',
		action: 'Create template',
		description: 'Check a template and submit it for review',
		forms: {
			whatsAppCloud: form(createInMeta, async (input, reader) =>
				withLists('earlierCreations')(await withContent(input, reader)),
			),
			infobip: form(
				[senderField, ...head, ...created, optionsField([...infobipPlatformFields, passwordTimeField])],
				withContent,
			),
			sinch: form(
				[
					...head,
					...created,
					optionsField([categoryChangeField, draftField, draftOnFailureField, timeToLiveField]),
				],
				withContent,
			),
		},
	},
	delete: {
		name: 'Delete',
		action: 'Delete template',
		description: 'Delete a template in one language or in all of them',
		forms: {
			whatsAppCloud: form([accountField, templateField, languagesField], (input) => {
				const { key, rest } = withoutKey(input);
				const { languages, ...place } = rest;
				return { ...place, name: key.name, ...(languages === 'one' && { templateId: key.templateId }) };
			}),
			infobip: form(
				[senderField, { ...templateField, description: 'The template. It goes in all its languages.' }],
				(input) => {
					const { key, rest } = withoutKey(input);
					return { ...rest, name: key.name };
				},
			),
			sinch: form(deleteInSinch, (input) => {
				const { key, rest } = withoutKey(input);
				const { languages, ...more } = rest;
				return { ...more, name: key.name, ...(languages === 'one' && { language: key.language }) };
			}),
		},
	},
	get: {
		name: 'Get',
		action: 'Get template',
		description: 'Look at a template, its blanks and the state of its review',
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
	},
	getLibrary: {
		name: 'Get Library',
		action: 'Get library of templates',
		description: 'List texts that Meta wrote and approved, to create templates from',
		forms: { whatsAppCloud: form([...pagingFields, filtersField(libraryFilterFields)]) },
	},
	getMany: {
		name: 'Get Many',
		action: 'Get many templates',
		description: 'List templates with their blanks and the state of their review',
		forms: {
			whatsAppCloud: form([accountField, ...pagingFields, filters]),
			infobip: form([optionalSenderField, ...pagingFields, filters]),
			sinch: form([...pagingFields, filters]),
		},
	},
	update: {
		name: 'Update',
		action: 'Update template',
		description: 'Replace the content or the category of a template, which is reviewed again',
		forms: {
			whatsAppCloud: form(updateInMeta, async (input, reader) =>
				withLists('earlierEdits')(await withContent(input, reader)),
			),
			infobip: form([senderField, templateIdField, ...updated, optionsField([categoryField])], withContent),
			sinch: form(
				[templateField, ...updated, optionsField([categoryChangeField, categoryField, draftField])],
				async (input, reader) => {
					const { key, rest } = withoutKey(input);
					return { ...(await withContent(rest, reader)), name: key.name, language: key.language };
				},
			),
		},
	},
};
