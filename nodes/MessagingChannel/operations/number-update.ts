import { changesField } from '../fields/common';
import { linkFields, LIST_COUNTRY, ownNumberFields } from '../fields/sinch';
import { form, without } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const changes = changesField([
	textField('Display Name', 'displayName', { description: 'Name of the number in your dashboard' }),
	{
		displayName: 'Unlink',
		name: 'unlink',
		type: 'boolean',
		default: false,
		description: 'Whether to take the number away from its service plan',
	},
	...linkFields,
]);

export const NUMBER_UPDATE = {
	update: {
		name: 'Update',
		action: 'Update number',
		description: 'Link a number with a service plan, name it, or set where its events go',
		forms: {
			sinch: form([...ownNumberFields, changes], (input, _reader, { isSandbox }) => ({
				...without(input, LIST_COUNTRY),
				isSandbox,
			})),
		},
	},
} satisfies Partial<Operations<'number'>>;
