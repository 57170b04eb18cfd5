import type { INodeProperties } from 'n8n-workflow';
import { chosenFrom } from '../../shared/locator';
import { textField } from '../../shared/fields';

const IDS = '^[0-9]+$';

/** The account is the credential's where none is chosen. */
export const accountField: INodeProperties = {
	displayName: 'Account',
	name: 'accountId',
	...chosenFrom({
		method: 'searchAccounts',
		select: 'Account of the credential',
		byHand: 'By ID',
		placeholder: 'e.g. 102290129340398',
		hint: 'The ID of the WhatsApp Business Account, which WhatsApp Manager shows',
		pattern: [IDS, 'The ID of an account consists of digits only'],
	}),
	description: "The WhatsApp Business Account. Leave empty for the credential's.",
};

export const portfolioField: INodeProperties = {
	displayName: 'Business Portfolio',
	name: 'businessId',
	required: true,
	...chosenFrom({
		method: 'searchPortfolios',
		select: 'Select a portfolio…',
		byHand: 'By ID',
		placeholder: 'e.g. 506914307656634',
		hint: 'Meta Business Settings → Business Info shows it. The token needs the permission business_management',
		pattern: [IDS, 'The ID of a portfolio consists of digits only'],
	}),
	description: 'The portfolio that owns the accounts, or that they are shared with',
};

export const phoneNumberField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumberId',
	required: true,
	...chosenFrom({
		method: 'searchPhoneNumbers',
		select: 'Select a number…',
		byHand: 'By ID',
		placeholder: 'e.g. 106540352242922',
		hint: 'The phone number ID of the API Setup page',
		pattern: [IDS, 'A phone number ID consists of digits only'],
	}),
	description: 'Your number',
};

export const optionalPhoneNumberField: INodeProperties = {
	...phoneNumberField,
	required: false,
	description: 'Your number. Leave empty for all.',
};

export const appIdField = textField('App ID', 'appId', {
	placeholder: 'e.g. 670843887433847',
	description: "The Meta app. Leave empty for the credential's.",
});

export const verifyTokenField = textField('Verify Token', 'verifyToken', {
	typeOptions: { password: true },
	description: "The word that the Callback URL expects. Leave empty for the credential's.",
});

export const dataRegionField: INodeProperties = {
	displayName: 'Data Region',
	name: 'dataLocalizationRegion',
	type: 'options',
	options: [
		{ name: 'Australia', value: 'AU' },
		{ name: 'Bahrain', value: 'BH' },
		{ name: 'Brazil', value: 'BR' },
		{ name: 'Canada', value: 'CA' },
		{ name: 'Germany', value: 'DE' },
		{ name: 'India', value: 'IN' },
		{ name: 'Indonesia', value: 'ID' },
		{ name: 'Japan', value: 'JP' },
		{ name: 'Singapore', value: 'SG' },
		{ name: 'South Africa', value: 'ZA' },
		{ name: 'South Korea', value: 'KR' },
		{ name: 'Switzerland', value: 'CH' },
		{ name: 'United Arab Emirates', value: 'AE' },
		{ name: 'United Kingdom', value: 'GB' },
	],
	default: 'DE',
	description: 'Where messages are kept at rest. It can be changed only by deregistering the number.',
};

/** Times of earlier tries, which a workflow may keep so that limits are told before they are hit. */
export function earlierField(displayName: string, name: string, limit: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-05-01T10:00:00Z',
		description: [
			'When it was done before, by your records: times or an expression that gives a list.',
			limit,
		].join(' '),
	};
}

export const earlierRegistrationsField = earlierField(
	'Earlier Registrations',
	'earlierRegistrations',
	'Meta allows ten registrations of a number in 72 hours.',
);
