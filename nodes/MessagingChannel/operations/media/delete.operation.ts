import { optionsField } from '../../fields/common';
import { mediaIdField, ownerField } from '../../fields/media';
import { form } from '../../form';
import type { Operation } from '../operation';

export const remove: Operation = {
	resource: 'media',
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete media',
		description: 'Take a file away from the provider',
	},
	forms: { whatsAppCloud: form([mediaIdField, optionsField([ownerField])]) },
};
