import { parseJsonField } from '../../shared/parameters';
import { bodyField, footerField, frameOf, headerField, type MessageForm } from './form';
import { textField } from '../../shared/fields';

export const flow: MessageForm = {
	type: 'flow',
	name: 'Flow',
	description: 'A text with a button that opens a form of WhatsApp Flows',
	fields: [
		bodyField,
		textField('Button Label', 'buttonText', {
			required: true,
			placeholder: 'e.g. Book a table',
			description: 'Up to 20 characters',
		}),
		textField('Flow ID', 'flowId', {
			required: true,
			placeholder: 'e.g. 1234567890',
			description: 'Shown in WhatsApp Manager under Flows',
		}),
		textField('First Screen', 'screen', {
			placeholder: 'e.g. WELCOME',
			description: 'Leave empty where your own server decides what comes first',
		}),
		{
			displayName: 'Data',
			name: 'data',
			type: 'json',
			default: '',
			placeholder: 'e.g. {"name": "Ana"}',
			description: 'Values that the first screen starts with',
		},
		textField('Flow Token', 'flowToken', {
			typeOptions: { password: true },
			description: 'Reference of your own that comes back with the answers',
		}),
		headerField,
		footerField,
	],
	read: (reader) => ({
		type: 'flow',
		...frameOf(reader),
		buttonText: reader.text('buttonText'),
		flowId: reader.text('flowId'),
		screen: reader.text('screen'),
		flowToken: reader.text('flowToken'),
		data: parseJsonField(reader.value('data'), 'Data'),
	}),
};
