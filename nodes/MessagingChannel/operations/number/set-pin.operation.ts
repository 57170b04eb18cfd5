import { pinField } from '../../fields/common';
import { phoneNumberField } from '../../fields/whatsapp';
import { form } from '../../form';
import type { Operation } from '../operation';

export const setPin: Operation = {
	resource: 'number',
	option: {
		name: 'Set PIN',
		value: 'setPin',
		action: 'Set PIN of number',
		description: 'Give the number a new PIN for two-step verification. The old one is not needed.',
	},
	forms: {
		whatsAppCloud: form([phoneNumberField, { ...pinField, description: 'Six digits of your choice' }]),
	},
};
