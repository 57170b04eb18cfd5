import { AS_IN_ITEM, providersThat, SENDING_PROVIDERS } from '../../shared/providers';
import { formOf, messageFields, messageTypeFields } from '../messages';
import { addressingFields, answeringSenderFields } from './addressing';
import type { Operation } from './operation';
import { optionFields, previewUrl } from './options';
import { permissionField, uncheckedNotice } from './permission-fields';
import { textField } from '../../shared/fields';

const showOnlyForResponses = { operation: ['sendResponse'] };

export const sendResponse: Operation = {
	option: {
		name: 'Send Response Message',
		value: 'sendResponse',
		action: 'Send response message',
		description: 'Answer a person who wrote in the last 24 hours',
	},
	providers: SENDING_PROVIDERS,
	fields: [
		...answeringSenderFields(showOnlyForResponses),
		...addressingFields(showOnlyForResponses, 'writer'),
		...messageTypeFields,
		...messageFields,
		uncheckedNotice(showOnlyForResponses),
		permissionField(showOnlyForResponses, 'service'),
		{
			displayName: 'When the Window Is Closed',
			name: 'fallbackTemplate',
			type: 'fixedCollection',
			placeholder: 'Add Template',
			displayOptions: {
				show: { ...showOnlyForResponses, provider: [...providersThat('fallBack'), AS_IN_ITEM] },
			},
			default: {},
			description: 'A template that goes out instead when the customer service window is closed',
			options: [
				{
					displayName: 'Template',
					name: 'template',
					values: [
						{
							displayName: 'Language',
							name: 'language',
							type: 'string',
							default: 'en',
							placeholder: 'e.g. en_US',
						},
						textField('Name', 'name', { placeholder: 'e.g. we_have_an_answer' }),
						{
							displayName: 'Values',
							name: 'values',
							type: 'json',
							default: '{}',
							placeholder: 'e.g. {"body_1": "Ana"}',
							description: 'By the keys that Send Template Message shows for the template',
						},
					],
				},
			],
		},
		...optionFields('sendResponse', [previewUrl]),
	],
	read: (reader) => formOf(reader.value('messageType')).read(reader),
	consentAdvice: "Add 'Consent Records' or 'Consent State' under 'Permission'.",
};
