import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from '../../fields/common';
import { infobipPlatformFields } from '../../../shared/message-fields';
import { chosenFrom } from '../../fields/locator';
import { countryField } from '../../fields/sinch';
import { form, type Input } from '../../form';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	countryField,
	{
		displayName: 'Number',
		name: 'available',
		required: true,
		...chosenFrom({
			method: 'searchAvailableNumbers',
			select: 'Select a number…',
			byHand: 'By Key or Number',
			placeholder: 'e.g. 6FED0BC540BFADD9B05ED7D89AAC22FA',
			hint: 'The number itself in the US, the key of the number elsewhere. Search shows both',
		}),
		description: 'The number to buy. It costs money from now on.',
	},
	optionsField(infobipPlatformFields),
];

/** Infobip sells numbers of the US by themselves and all others by their keys. */
function chosen({ available, ...input }: Input): Input {
	const isAmerican = String(input.country).toUpperCase() === 'US';
	return { ...input, [isAmerican ? 'phoneNumber' : 'numberKey']: available };
}

export const buy: Operation = {
	resource: 'number',
	option: {
		name: 'Buy',
		value: 'buy',
		action: 'Buy number',
		description: 'Get a number for money. One that you have already is not bought again.',
	},
	forms: { infobip: form(fields, chosen) },
};
