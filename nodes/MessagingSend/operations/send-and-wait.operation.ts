import { SENDING_PROVIDERS } from '../../shared/providers';
import { textField } from '../../shared/fields';
import { questionFields, questionOptions, validationField } from '../questions/fields';
import { questionContent } from '../questions/panel';
import { addressingFields, senderFields } from './addressing';
import type { Operation } from './operation';
import { optionFields } from './options';
import { permissionField, uncheckedNotice } from './permission-fields';

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
		textField('Message', 'message', {
			typeOptions: { rows: 3 },
			required: true,
			displayOptions: { show: showOnlyForQuestions },
			placeholder: 'e.g. Shall we deliver on Saturday?',
			description: 'The question. On WhatsApp it arrives only if the person wrote within 24 hours.',
		}),
		...questionFields.map((field) => ({
			...field,
			displayOptions: { show: { ...showOnlyForQuestions, ...field.displayOptions?.show } },
		})),
		{ ...validationField, displayOptions: { show: showOnlyForQuestions } },
		uncheckedNotice(showOnlyForQuestions),
		permissionField(showOnlyForQuestions, 'service'),
		...optionFields('sendAndWait', questionOptions),
	],
	read: (reader) => questionContent(reader, reader.text('message')),
	consentAdvice: "Add 'Consent Records' or 'Consent State' under 'Permission'.",
};
