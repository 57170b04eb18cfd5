import { pagingFields } from '../../fields/common';
import { portfolioField } from '../../fields/whatsapp';
import { form } from '../../form';
import type { Operation } from '../operation';

export const getMany: Operation = {
	resource: 'account',
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many accounts',
		description: 'List the accounts of a business portfolio, or the apps of a project',
	},
	forms: { whatsAppCloud: form([portfolioField, ...pagingFields]), sinch: form([]) },
};
