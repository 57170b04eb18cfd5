import type { INodeProperties } from 'n8n-workflow';
import { chosenFrom } from '../../shared/locator';
import { textField } from '../../shared/fields';

/** WhatsApp Cloud and Infobip name a template by its ID. */
export const templateIdField: INodeProperties = {
	displayName: 'Template',
	name: 'templateId',
	required: true,
	...chosenFrom({
		method: 'searchTemplateIds',
		select: 'Select a template…',
		byHand: 'By ID',
		placeholder: 'e.g. 1627019861106475',
		hint: 'Get Many shows it',
	}),
	description: 'The template in one language',
};

/** Name, language and ID with `|` between them; a person may write the first alone, or the first two. */
export const templateField: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	required: true,
	...chosenFrom({
		method: 'searchTemplateKeys',
		select: 'Select a template…',
		byHand: 'By Name',
		placeholder: 'e.g. order_update|en_US',
		hint: 'Name and language with | between them',
	}),
	description: 'The template in one language',
};

export const filterFields: INodeProperties[] = [
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: [
			{ name: 'Authentication', value: 'AUTHENTICATION' },
			{ name: 'Marketing', value: 'MARKETING' },
			{ name: 'Utility', value: 'UTILITY' },
		],
		default: 'MARKETING',
	},
	textField('Language', 'language', { placeholder: 'e.g. en_US' }),
	textField('Name', 'name', { placeholder: 'e.g. order_update' }),
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Approved', value: 'APPROVED' },
			{ name: 'Disabled', value: 'DISABLED' },
			{ name: 'Paused', value: 'PAUSED' },
			{ name: 'Pending', value: 'PENDING' },
			{ name: 'Rejected', value: 'REJECTED' },
		],
		default: 'APPROVED',
	},
];

export const nameField = textField('Name', 'name', {
	required: true,
	placeholder: 'e.g. order_update',
	description: 'Lower-case letters, digits and underscores',
});

export const languageField: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'string',
	required: true,
	default: 'en_US',
	placeholder: 'e.g. de',
	description: 'Language code such as en or en_US; the two are not the same',
};

export const categoryField: INodeProperties = {
	displayName: 'Category',
	name: 'category',
	type: 'options',
	options: [
		{ name: 'Authentication', value: 'AUTHENTICATION', description: 'One-time passwords' },
		{ name: 'Marketing', value: 'MARKETING', description: 'Offers, news and everything mixed' },
		{ name: 'Utility', value: 'UTILITY', description: 'What belongs to an order or an account' },
	],
	default: 'UTILITY',
	description: 'What the template is for. The reviewers may see it otherwise.',
};

export const categoryChangeField: INodeProperties = {
	displayName: 'Allow Category Change',
	name: 'allowCategoryChange',
	type: 'boolean',
	default: true,
	description: 'Whether the reviewers may put the template into another category instead of rejecting it',
};

export const draftField: INodeProperties = {
	displayName: 'Draft',
	name: 'asDraft',
	type: 'boolean',
	default: false,
	description: 'Whether to keep the template as a draft instead of submitting it',
};

export const draftOnFailureField: INodeProperties = {
	displayName: 'Draft If Refused',
	name: 'saveDraftOnFailure',
	type: 'boolean',
	default: true,
	description: 'Whether a template that cannot be submitted is kept as a draft',
};

export const timeToLiveField: INodeProperties = {
	displayName: 'Time to Live (Seconds)',
	name: 'messageSendTtlSeconds',
	type: 'number',
	default: 600,
	description: 'How long WhatsApp tries to deliver a message of this template',
};

export const maxPriceField: INodeProperties = {
	displayName: 'Maximum Price per 1,000',
	name: 'maxPrice',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50000,
	description:
		'The most that 1,000 deliveries of a marketing template may cost, in the smallest unit of your currency: 50000 are 500.00 dollars, 0.50 for each. It goes through the Marketing Messages API alone.',
};

export const orderStatusField: INodeProperties = {
	displayName: 'Tells an Order Status',
	name: 'orderStatus',
	type: 'boolean',
	default: true,
	description: 'Whether messages of the template say what became of an order that was to be paid in WhatsApp',
};

/** Infobip takes it in the category Authentication alone. */
export const passwordTimeField: INodeProperties = {
	...timeToLiveField,
	description: 'How long WhatsApp tries to deliver a one-time password, 30 to 900 seconds',
};

export const libraryFilterFields: INodeProperties[] = [
	textField('Industry', 'industry', { placeholder: 'e.g. E_COMMERCE' }),
	textField('Language', 'language', { placeholder: 'e.g. en_US' }),
	textField('Search', 'search', {
		placeholder: 'e.g. payment',
		description: 'Words of name, text or footer',
	}),
	textField('Topic', 'topic', { placeholder: 'e.g. ORDER_MANAGEMENT' }),
	textField('Use Case', 'usecase', { placeholder: 'e.g. SHIPMENT_CONFIRMATION' }),
];

const fromLibrary = { show: { contentFrom: ['library'] } };

export const libraryFields: INodeProperties[] = [
	textField('Library Template', 'libraryTemplateName', {
		required: true,
		displayOptions: fromLibrary,
		placeholder: 'e.g. delivery_update_1',
		description: 'Its name, which Get Library shows',
	}),
	{
		displayName: 'Button Values',
		name: 'libraryButtonInputs',
		type: 'json',
		displayOptions: fromLibrary,
		default: '',
		placeholder: 'e.g. [{"type": "URL", "url": {"base_url": "https://shop.example/{{1}}"}}]',
		description: "What the buttons of the library template need, as in Meta's documentation",
	},
];
