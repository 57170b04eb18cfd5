import { inboundChannelField, numberKeyField } from '../../fields/infobip';
import { chosenFrom } from '../../fields/locator';
import { form, without } from '../../form';
import type { Operation } from '../operation';

const fields = [
	{ ...numberKeyField, description: 'The number whose actions the list below shows' },
	inboundChannelField,
	{
		displayName: 'Inbound Action',
		name: 'configurationKey',
		required: true,
		...chosenFrom({
			method: 'searchInboundActions',
			select: 'Select an action…',
			byHand: 'By Key',
			placeholder: 'e.g. E9FCDCA496035F08EEA5933702EDF745',
			hint: 'Get Inbound Actions shows it',
		}),
		description: 'The action to delete',
	},
];

export const deleteInboundAction: Operation = {
	resource: 'number',
	option: {
		name: 'Delete Inbound Action',
		value: 'deleteInboundAction',
		action: 'Delete inbound action of number',
		description: 'Take away what is done with messages that come to a number',
	},
	forms: { infobip: form(fields, (input) => without(input, 'numberKey', 'channel')) },
};
