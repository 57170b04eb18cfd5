import { filtersField } from '../../fields/common';
import { infobipChannels } from '../../fields/webhook';
import { accountField, optionalPhoneNumberField } from '../../fields/whatsapp';
import { appField } from '../../fields/sinch';
import { form } from '../../form';
import type { Operation } from '../operation';

export const get: Operation = {
	resource: 'webhook',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get webhooks',
		description: 'Look where events go',
	},
	forms: {
		whatsAppCloud: form([
			accountField,
			{ ...optionalPhoneNumberField, description: 'Your number, to see its own webhook as well' },
		]),
		sinch: form([appField]),
		infobip: form([
			filtersField([
				{
					displayName: 'Channel',
					name: 'channel',
					type: 'options',
					options: infobipChannels,
					default: 'SMS',
					description: 'Leave out for all channels',
				},
			]),
		]),
	},
};
