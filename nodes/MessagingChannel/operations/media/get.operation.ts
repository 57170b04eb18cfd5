import { optionsField } from '../../fields/common';
import { mediaIdField, ownerField } from '../../fields/media';
import { form } from '../../form';
import type { Operation } from '../operation';

export const get: Operation = {
	resource: 'media',
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get media',
		description: 'Look at type, size and checksum of a file',
	},
	forms: { whatsAppCloud: form([mediaIdField, optionsField([ownerField])]) },
};
