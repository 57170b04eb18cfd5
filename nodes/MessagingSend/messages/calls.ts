import { filled } from '../../shared/reader';
import { textField } from '../../shared/fields';
import { bodyField, type MessageForm } from './form';

export const callButton: MessageForm = {
	type: 'callButton',
	name: 'Call Button',
	description: 'A text with a button by which the person calls you inside WhatsApp',
	fields: [
		bodyField,
		textField('Button Label', 'buttonText', {
			placeholder: 'e.g. Call us',
			description: 'Up to 20 characters. Leave empty for the words of WhatsApp.',
		}),
		{
			displayName: 'Works For (Minutes)',
			name: 'validMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 43200 },
			default: 10080,
			description: 'How long the button works: 7 days are 10080 minutes, 30 days are the most',
		},
		textField('Value', 'payload', {
			placeholder: 'e.g. order-1042',
			description: 'Reference of your own that comes back with the call',
		}),
	],
	read: (reader) => ({
		type: 'callButton',
		body: reader.text('body'),
		...filled({
			buttonText: reader.text('buttonText'),
			validMinutes: reader.value('validMinutes'),
			payload: reader.text('payload'),
		}),
	}),
};

export const callRequest: MessageForm = {
	type: 'callRequest',
	name: 'Call Permission Request',
	description: 'Asks the person whether you may call',
	fields: [
		{
			...bodyField,
			required: false,
			placeholder: 'e.g. May we call you about your order?',
			description: 'What the message says above the question. Infobip takes none.',
		},
	],
	read: (reader) => ({ type: 'callRequest', body: reader.text('body') }),
};
