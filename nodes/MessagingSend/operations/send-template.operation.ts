import type { INodeProperties } from 'n8n-workflow';
import { MARKETING_ROUTES } from '../../../core';
import { parseJsonField, readGroup, readText } from '../../shared/parameters';
import { chosenFrom } from '../../shared/locator';
import { providersThat, SENDING_PROVIDERS } from '../../shared/providers';
import { splitTemplate } from '../../shared/templates';
import type { ItemReader } from '../../shared/reader';
import { templateValues } from '../template-values';
import { addressingFields, senderFields } from './addressing';
import type { Operation } from './operation';
import { optionFields } from './options';
import { consentFields, permissionField } from './permission-fields';
import { textField } from '../../shared/fields';

const showOnlyForTemplates = { operation: ['sendTemplate'] };

type Shown = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** The template and what stands in its blanks. */
export const templateFields = (show: Shown): INodeProperties[] => [
	{
		displayName: 'Template',
		name: 'template',
		required: true,
		displayOptions: { show },
		...chosenFrom({
			method: 'searchTemplates',
			select: 'Select a template…',
			byHand: 'By Name',
			placeholder: 'e.g. order_update|en_US',
			hint: 'Name and language with | between them',
		}),
		description: 'The approved template and its language',
	},
	{
		displayName: 'Fill In',
		name: 'fillIn',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options: [
			{ name: 'Form', value: 'form', description: 'One field for each blank of the template' },
			{
				name: 'Item Fields',
				value: 'fields',
				description: 'Name the field of the item for each blank. Quickest for long lists.',
			},
			{
				name: 'JSON',
				value: 'json',
				description: 'For templates that an expression names, and for AI agents',
			},
		],
		default: 'form',
	},
	{
		displayName: 'Values',
		name: 'templateValues',
		type: 'resourceMapper',
		displayOptions: { show: { ...show, fillIn: ['form'] } },
		default: { mappingMode: 'defineBelow', value: null },
		noDataExpression: true,
		typeOptions: {
			loadOptionsDependsOn: ['template.value', 'provider', 'sender.value'],
			resourceMapper: {
				resourceMapperMethod: 'getTemplateBlanks',
				mode: 'add',
				fieldWords: { singular: 'blank', plural: 'blanks' },
				addAllFields: true,
				supportAutoMap: false,
				refreshStaleSchemaOnOpen: true,
				noFieldsError: 'This template has no blanks to fill in.',
			},
		},
	},
	{
		displayName: 'Values',
		name: 'valueFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Blank',
		displayOptions: { show: { ...show, fillIn: ['fields'] } },
		default: {},
		options: [
			{
				displayName: 'Blank',
				name: 'blank',
				values: [
					{
						displayName: 'Blank Name or ID',
						name: 'key',
						type: 'options',
						typeOptions: {
							loadOptionsMethod: 'getTemplateBlankOptions',
							loadOptionsDependsOn: ['template.value', 'provider', 'sender.value'],
						},
						default: '',
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					textField('Item Field', 'field', { placeholder: 'e.g. firstName' }),
				],
			},
		],
	},
	{
		displayName: 'Values',
		name: 'valuesJson',
		type: 'json',
		displayOptions: { show: { ...show, fillIn: ['json'] } },
		default: '{}',
		placeholder: 'e.g. {"body_1": "Ana", "button_0_url": "1042"}',
		description: 'A value for each blank, by its key. The keys stand in the documentation of templates.',
	},
	// n8n compares texts alone: this one holds all that is filled in, as it is written.
	{
		displayName: 'Filled In',
		name: 'filledIn',
		type: 'hidden',
		displayOptions: { show },
		default: '={{ JSON.stringify([$parameter.templateValues, $parameter.valueFields]) }}',
	},
	{
		displayName: 'Message',
		name: 'shownMessage',
		type: 'resourceMapper',
		displayOptions: { show },
		default: { mappingMode: 'defineBelow', value: null },
		noDataExpression: true,
		typeOptions: {
			loadOptionsDependsOn: ['template.value', 'provider', 'sender.value', 'fillIn', 'filledIn'],
			resourceMapper: {
				resourceMapperMethod: 'getShownMessage',
				mode: 'add',
				fieldWords: { singular: 'message', plural: 'message' },
				supportAutoMap: false,
			},
		},
	},
];

const fields: INodeProperties[] = [
	...senderFields(showOnlyForTemplates),
	...addressingFields(showOnlyForTemplates, 'fields'),
	...templateFields(showOnlyForTemplates),
	...consentFields(showOnlyForTemplates),
	permissionField(showOnlyForTemplates, 'marketing'),
	{
		displayName: 'Marketing Messages API',
		name: 'marketing',
		type: 'options',
		displayOptions: { show: { ...showOnlyForTemplates, provider: providersThat('optimise') } },
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'Templates of the category marketing take it where the account accepted its terms',
			},
			{ name: 'Off', value: 'off' },
			{ name: 'On', value: 'on', description: 'For a template of the category marketing' },
		],
		default: 'automatic',
		description: "Whether the template goes Meta's optimised way for marketing",
	},
	...optionFields('sendTemplate'),
];

function valuesOf(reader: ItemReader): Record<string, unknown> {
	switch (reader.choice('fillIn', 'Fill In', ['form', 'fields', 'json'])) {
		case 'fields':
			return templateValues(
				reader
					.rows('valueFields', 'blank')
					.map(({ key, field }): [string, unknown] => [readText(key), reader.field(readText(field))]),
			);
		case 'json':
			return templateValues(Object.entries(readGroup(parseJsonField(reader.value('valuesJson'), 'Values'))));
		default:
			return templateValues(Object.entries(readGroup(reader.group('templateValues').value)));
	}
}

/** The template with its values. */
export function templateOf(reader: ItemReader) {
	return { type: 'template', ...splitTemplate(reader.locator('template')), values: valuesOf(reader) };
}

export const sendTemplate: Operation = {
	option: {
		name: 'Send Template Message',
		value: 'sendTemplate',
		action: 'Send template message',
		description: 'Write to a person at any time with a message that the provider approved beforehand',
	},
	providers: SENDING_PROVIDERS,
	fields,
	read: (reader) => ({
		...templateOf(reader),
		marketing: reader.choice('marketing', 'Marketing Messages API', MARKETING_ROUTES),
	}),
	consentAdvice:
		"Name the field of the item that holds it under 'Consent Field', or add 'Consent Records' under 'Permission'. If you made sure before that everybody may get the template, choose 'No Check' under 'Consent'.",
};
