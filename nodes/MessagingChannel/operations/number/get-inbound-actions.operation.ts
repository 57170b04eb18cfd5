import { inboundChannelField, numberKeyField } from '../../fields/infobip';
import { form } from '../../form';
import type { Operation } from '../operation';

export const getInboundActions: Operation = {
	resource: 'number',
	option: {
		name: 'Get Inbound Actions',
		value: 'getInboundActions',
		action: 'Get inbound actions of number',
		description: 'List what is done with messages that come to a number',
	},
	forms: { infobip: form([numberKeyField, inboundChannelField]) },
};
