import { SENDING_PROVIDERS } from '../../shared/providers';
import { textField } from '../../shared/fields';
import { questionFields, questionOptions, validationField } from '../questions/fields';
import { firstContent } from '../questions/panel';
import { addressingFields, senderFields } from './addressing';
import type { Operation } from './operation';
import { optionFields } from './options';
import { permissionField, uncheckedNotice } from './permission-fields';
import { templateFields } from './send-template.operation';

const showOnlyForQuestions = { operation: ['sendAndWait'] };

export const sendAndWait: Operation = {
	option: {
		name: 'Send and Wait for Reply',
		value: 'sendAndWait',
		action: 'Send message and wait for reply',
		description: 'Ask a person, and go on when the reply comes in the chat or the time is over',
	},
	providers: SENDING_PROVIDERS,
	fields: [
		...senderFields(showOnlyForQuestions),
		...addressingFields(showOnlyForQuestions, 'value'),
		{
			displayName: 'Send As',
			name: 'sendAs',
			type: 'options',
			displayOptions: { show: showOnlyForQuestions },
			options: [
				{
					name: 'Message',
					value: 'message',
					description: 'On WhatsApp it arrives only if the person wrote within 24 hours',
				},
				{
					name: 'Template',
					value: 'template',
					description:
						'Arrives at any time. Its quick replies are the choices, in their order, and its Flow button asks for a flow.',
				},
			],
			default: 'message',
		},
		textField('Message', 'message', {
			typeOptions: { rows: 3 },
			required: true,
			displayOptions: { show: showOnlyForQuestions, hide: { sendAs: ['template'] } },
			placeholder: 'e.g. Shall we deliver on Saturday?',
			description: 'The question',
		}),
		...templateFields({ ...showOnlyForQuestions, sendAs: ['template'] }),
		...questionFields.map((field) => ({
			...field,
			displayOptions: { show: { ...showOnlyForQuestions, ...field.displayOptions?.show } },
		})),
		{ ...validationField, displayOptions: { show: showOnlyForQuestions } },
		uncheckedNotice(showOnlyForQuestions),
		permissionField(showOnlyForQuestions, 'service'),
		...optionFields('sendAndWait', questionOptions),
	],
	read: firstContent,
	consentAdvice: "Add 'Consent Records' or 'Consent State' under 'Permission'.",
};
