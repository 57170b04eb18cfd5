import type { INodeProperties } from 'n8n-workflow';
import { infobipPlatformFields } from '../../shared/message-fields';
import {
	countryCodeField,
	displayNameField,
	filtersField,
	limitField,
	nationalNumberField,
	optionsField,
	pagingFields,
} from '../fields/common';
import { numberFilters as infobipFilters, numberKeyField, phoneNumberFilter } from '../fields/infobip';
import { chosenFrom } from '../../shared/locator';
import {
	capabilityField,
	countryField,
	linkFields,
	LIST_COUNTRY,
	numberFilters as sinchFilters,
	numberTypeField,
	ownNumberFields,
} from '../fields/sinch';
import { accountField, phoneNumberField } from '../fields/whatsapp';
import { form, without, type Input } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const createFields: INodeProperties[] = [
	accountField,
	countryCodeField,
	nationalNumberField,
	{
		...displayNameField,
		name: 'verifiedName',
		description: 'What people see as the name of your business. Meta reviews it.',
	},
	optionsField([
		{
			displayName: 'Migration',
			name: 'isMigration',
			type: 'boolean',
			default: false,
			description: 'Whether the number comes over from another account',
		},
		textField('Verified Number ID', 'preverifiedId', {
			description: 'ID of a number that was verified before it was added',
		}),
	]),
];

const activateFields: INodeProperties[] = [
	{ ...countryField, description: 'Two letters of the country whose numbers the list below shows' },
	{ ...numberTypeField, description: 'Kind of number that the list below shows' },
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		required: true,
		...chosenFrom({
			method: 'searchAvailableNumbers',
			select: 'Select a number…',
			byHand: 'By Number',
			placeholder: 'e.g. +46701234567',
			hint: 'Search shows what can be had',
		}),
		description: 'The number to rent. It costs money from now on.',
	},
	optionsField(linkFields),
];

const buyFields: INodeProperties[] = [
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

const ownNumber = form(ownNumberFields, (input) => without(input, LIST_COUNTRY));

export const NUMBER = {
	activate: {
		name: 'Activate',
		action: 'Activate number',
		description: 'Rent a number for money. One that you have already is not rented again.',
		forms: { sinch: form(activateFields, (input) => without(input, 'country', 'type')) },
	},
	buy: {
		name: 'Buy',
		action: 'Buy number',
		description: 'Get a number for money. One that you have already is not bought again.',
		forms: { infobip: form(buyFields, chosen) },
	},
	create: {
		name: 'Create',
		action: 'Create number',
		description: 'Add a number to an account. After it come a code, its verification and the registration.',
		forms: { whatsAppCloud: form(createFields) },
	},
	get: {
		name: 'Get',
		action: 'Get number',
		description: 'Look at the state of a number, such as its quality and limits',
		forms: { whatsAppCloud: form([phoneNumberField]), infobip: form([numberKeyField]), sinch: ownNumber },
	},
	getMany: {
		name: 'Get Many',
		action: 'Get many numbers',
		description: 'List your numbers with their state',
		forms: {
			whatsAppCloud: form([accountField, ...pagingFields]),
			sinch: form([countryField, ...pagingFields, filtersField([capabilityField, numberTypeField])]),
			infobip: form([
				...pagingFields,
				filtersField([{ ...phoneNumberFilter, placeholder: 'e.g. +447860099299' }]),
			]),
		},
	},
	release: {
		name: 'Release',
		action: 'Release number',
		description: 'Give a number back. Somebody else may get it then.',
		forms: { infobip: form([numberKeyField]), sinch: ownNumber },
	},
	rentAny: {
		name: 'Activate Any',
		action: 'Activate any number',
		description: 'Rent the next best number for money',
		forms: {
			sinch: form([
				{ ...countryField, description: 'Sinch chooses a number itself in the US only' },
				{ ...numberTypeField, default: 'LOCAL', description: 'Sinch chooses a local number only' },
				capabilityField,
				optionsField(linkFields),
			]),
		},
	},
	search: {
		name: 'Search',
		action: 'Search for numbers',
		description: 'List numbers that can be had, with their prices',
		forms: {
			infobip: form([{ ...countryField, required: false }, limitField, filtersField(infobipFilters)]),
			sinch: form([countryField, numberTypeField, capabilityField, limitField, filtersField(sinchFilters)]),
		},
	},
} satisfies Partial<Operations<'number'>>;
