import type { INodeProperties } from 'n8n-workflow';
import { AS_IN_ITEM, isCarriedBy, SENDING_PROVIDERS } from '../../shared/providers';
import { readChoice } from '../../shared/settings';
import { buttons } from './buttons';
import { callButton, callRequest } from './calls';
import { card, carousel } from './cards';
import { contacts } from './contacts';
import { flow } from './flow';
import type { MessageForm } from './form';
import { list } from './list';
import { location } from './location';
import { MEDIA_FORMS } from './media';
import { orderDetails, orderStatus } from './orders';
import { catalogue, product, productList } from './products';
import { reaction } from './reaction';
import { addressRequest, contactRequest, locationRequest } from './requests';
import { text } from './text';
import { urlButton } from './url-button';

/** Every type of response message. Who carries it stands in `messageTypes` of the providers' access files. */
const FORMS: readonly [MessageForm, ...MessageForm[]] = [
	text,
	...MEDIA_FORMS,
	addressRequest,
	buttons,
	callButton,
	callRequest,
	card,
	carousel,
	catalogue,
	contactRequest,
	contacts,
	flow,
	list,
	location,
	locationRequest,
	orderDetails,
	orderStatus,
	product,
	productList,
	reaction,
	urlButton,
];

export function formOf(given: unknown): MessageForm {
	const types = FORMS.map(({ type }) => type);
	const type = readChoice(given, 'Message Type', types);
	return FORMS.find((form) => form.type === type) ?? FORMS[0];
}

function typeField(provider: string, forms: readonly MessageForm[]): INodeProperties {
	return {
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { operation: ['sendResponse'], provider: [provider] } },
		options: forms
			.map(({ name, type, description }) => ({ name, value: type, ...(description && { description }) }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: 'text',
	};
}

/** One list of types for each provider: what it cannot carry is not offered. */
export const messageTypeFields: INodeProperties[] = [
	...SENDING_PROVIDERS.map((provider) =>
		typeField(
			provider,
			FORMS.filter(({ type }) => isCarriedBy(provider, type)),
		),
	),
	typeField(AS_IN_ITEM, FORMS),
];

export const messageFields: INodeProperties[] = FORMS.flatMap(({ type, fields }) =>
	fields.map((field) => ({
		...field,
		displayOptions: {
			show: { operation: ['sendResponse'], messageType: [type], ...field.displayOptions?.show },
		},
	})),
);
