import { codeLanguageField, codeMethodField } from '../../fields/common';
import { senderField } from '../../fields/infobip';
import { phoneNumberField } from '../../fields/whatsapp';
import { senderIdField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

export const requestCode: Operation = {
	resource: 'number',
	option: {
		name: 'Request Verification Code',
		value: 'requestCode',
		action: 'Request verification code for number',
		description: 'Have a code sent to the number',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField, codeMethodField, codeLanguageField]),
		sinch: form([senderIdField, codeMethodField]),
		infobip: form([senderField, codeMethodField, codeLanguageField]),
	},
};
