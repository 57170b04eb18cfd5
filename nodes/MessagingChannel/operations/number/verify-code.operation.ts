import { codeField } from '../../fields/common';
import { senderField } from '../../fields/infobip';
import { phoneNumberField } from '../../fields/whatsapp';
import { senderIdField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

export const verifyCode: Operation = {
	resource: 'number',
	option: {
		name: 'Verify Code',
		value: 'verifyCode',
		action: 'Verify code of number',
		description: 'Show with the code that the number is yours',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField, codeField]),
		sinch: form([
			senderIdField,
			{
				...codeField,
				required: false,
				description: 'What came to the number. Leave empty where Meta has verified it already.',
			},
		]),
		infobip: form([senderField, codeField]),
	},
};
