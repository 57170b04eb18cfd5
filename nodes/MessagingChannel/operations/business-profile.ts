import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { readText, readWords } from '../../shared/parameters';
import { senderField } from '../fields/infobip';
import { senderIdField } from '../fields/sinch';
import { appIdField, phoneNumberField } from '../fields/whatsapp';
import { fileOf } from '../file';
import { form, type Input } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const TEXTS: INodeProperties[] = [
	textField('About', 'about', {
		placeholder: 'e.g. Open daily from 8 to 18',
		description: 'The line below the name',
	}),
	textField('Address', 'address', {
		placeholder: 'e.g. 1 Quay Street, Galway',
		description: 'Up to 256 characters',
	}),
	textField('Description', 'description', {
		typeOptions: { rows: 3 },
		description: 'What your business does',
	}),
	textField('Email', 'email', { placeholder: 'name@email.com' }),
	textField('Websites', 'websites', {
		placeholder: 'e.g. https://harbour.example',
		description: 'One or two addresses, separated by a comma',
	}),
];

/** The providers name industries differently. */
function profileChanges(
	industries: INodePropertyOptions[],
	picture: readonly INodeProperties[],
): INodeProperties {
	const industry: INodeProperties = {
		displayName: 'Industry',
		name: 'vertical',
		type: 'options',
		options: industries,
		default: 'OTHER',
	};
	return {
		displayName: 'Changes',
		name: 'changes',
		type: 'collection',
		placeholder: 'Add Change',
		default: {},
		description: 'What is not added stays as it is. A field that is added and empty is emptied.',
		options: [...TEXTS, industry, ...picture].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

/** Meta, Business profiles. */
const META_INDUSTRIES: INodePropertyOptions[] = [
	{ name: 'Alcohol', value: 'ALCOHOL' },
	{ name: 'Apparel', value: 'APPAREL' },
	{ name: 'Automotive', value: 'AUTO' },
	{ name: 'Beauty', value: 'BEAUTY' },
	{ name: 'Education', value: 'EDU' },
	{ name: 'Entertainment', value: 'ENTERTAIN' },
	{ name: 'Event Planning', value: 'EVENT_PLAN' },
	{ name: 'Finance', value: 'FINANCE' },
	{ name: 'Government', value: 'GOVT' },
	{ name: 'Grocery', value: 'GROCERY' },
	{ name: 'Health', value: 'HEALTH' },
	{ name: 'Hotel', value: 'HOTEL' },
	{ name: 'Nonprofit', value: 'NONPROFIT' },
	{ name: 'Online Gambling', value: 'ONLINE_GAMBLING' },
	{ name: 'Other', value: 'OTHER' },
	{ name: 'Over-the-Counter Drugs', value: 'OTC_DRUGS' },
	{ name: 'Physical Gambling', value: 'PHYSICAL_GAMBLING' },
	{ name: 'Professional Services', value: 'PROF_SERVICES' },
	{ name: 'Restaurant', value: 'RESTAURANT' },
	{ name: 'Retail', value: 'RETAIL' },
	{ name: 'Travel', value: 'TRAVEL' },
];

/** Infobip, OpenAPI 3.210.0, business-info. */
const INFOBIP_INDUSTRIES: INodePropertyOptions[] = [
	{ name: 'Automotive', value: 'AUTOMOTIVE' },
	{ name: 'Beauty, Spa and Salon', value: 'BEAUTY_AND_SPA_AND_SALON' },
	{ name: 'Clothing and Apparel', value: 'CLOTHING_AND_APPAREL' },
	{ name: 'Education', value: 'EDUCATION' },
	{ name: 'Entertainment', value: 'ENTERTAINMENT' },
	{ name: 'Event Planning and Service', value: 'EVENT_PLANNING_AND_SERVICE' },
	{ name: 'Finance and Banking', value: 'FINANCE_AND_BANKING' },
	{ name: 'Food and Grocery', value: 'FOOD_AND_GROCERY' },
	{ name: 'Hotel and Lodging', value: 'HOTEL_AND_LODGING' },
	{ name: 'Medical and Health', value: 'MEDICAL_AND_HEALTH' },
	{ name: 'Nonprofit', value: 'NON_PROFIT' },
	{ name: 'Other', value: 'OTHER' },
	{ name: 'Professional Services', value: 'PROFESSIONAL_SERVICES' },
	{ name: 'Public Service', value: 'PUBLIC_SERVICE' },
	{ name: 'Restaurant', value: 'RESTAURANT' },
	{ name: 'Shopping and Retail', value: 'SHOPPING_AND_RETAIL' },
	{ name: 'Travel and Transportation', value: 'TRAVEL_AND_TRANSPORTATION' },
];

const metaPicture: INodeProperties[] = [
	appIdField,
	{
		displayName: 'Photo From Field',
		name: 'pictureField',
		type: 'string',
		default: 'data',
		description: 'Input field that holds the photo, a square JPEG or PNG of up to 5 MB',
	},
];

const infobipPicture: INodeProperties[] = [
	textField('Photo Link', 'profilePictureUrl', {
		placeholder: 'e.g. https://harbour.example/logo.png',
		description: 'Where Infobip fetches the photo from',
	}),
];

/** An empty list takes the websites away. */
const withWebsites = (input: Input): Input =>
	input.websites === undefined ? input : { ...input, websites: readWords(input.websites) };

export const BUSINESS_PROFILE: Operations<'businessProfile'> = {
	get: {
		name: 'Get',
		action: 'Get business profile',
		description: 'Look at what people see of your business',
		forms: {
			whatsAppCloud: form([phoneNumberField]),
			infobip: form([senderField]),
			sinch: form([senderIdField]),
		},
	},
	update: {
		name: 'Update',
		action: 'Update business profile',
		description: 'Change what people see of your business',
		forms: {
			whatsAppCloud: form(
				[phoneNumberField, profileChanges(META_INDUSTRIES, metaPicture)],
				async ({ pictureField, ...input }, reader) => {
					const field = readText(pictureField);
					return { ...withWebsites(input), ...(field !== '' && { picture: await fileOf(reader, field) }) };
				},
			),
			infobip: form([senderField, profileChanges(INFOBIP_INDUSTRIES, infobipPicture)], withWebsites),
		},
	},
};
