import type { INodeProperties } from 'n8n-workflow';
import { filled, type ItemReader } from '../../shared/reader';
import { parseJsonField } from '../../shared/parameters';
import { textField } from '../../shared/fields';
import { bodyField, footerField, frameOf, headerField, type MessageForm } from './form';

const GATEWAYS = ['billdesk', 'payu', 'razorpay', 'zaakpay'] as const;
const GOODS = ['digital', 'physical'] as const;
const KEY_TYPES = ['CNPJ', 'CPF', 'EMAIL', 'EVP', 'PHONE'] as const;
const PAYMENTS = ['boleto', 'gateway', 'paymentLink', 'pix', 'upi', 'upiIntent', 'upiLink'] as const;
const STATUSES = ['canceled', 'completed', 'partiallyShipped', 'pending', 'processing', 'shipped'] as const;

const referenceField = textField('Reference ID', 'referenceId', {
	required: true,
	placeholder: 'e.g. order-1042',
	description: 'Your name of the order, up to 35 letters, digits, _, - and .',
});

const paymentField: INodeProperties = {
	displayName: 'Payment',
	name: 'payment',
	type: 'options',
	options: [
		{ name: 'Boleto', value: 'boleto', description: 'Brazil' },
		{ name: 'Gateway', value: 'gateway', description: 'India, through Razorpay, PayU, BillDesk or Zaakpay' },
		{ name: 'Payment Link', value: 'paymentLink', description: 'Brazil' },
		{ name: 'Pix', value: 'pix', description: 'Brazil' },
		{ name: 'UPI', value: 'upi', description: 'India, by a configuration of WhatsApp Manager' },
		{
			name: 'UPI App',
			value: 'upiIntent',
			description: "India, by a link that opens the person's UPI app",
		},
		{
			name: 'UPI Payment Link',
			value: 'upiLink',
			description: 'India, by a link of your gateway. Meta offers it to some accounts only.',
		},
	],
	default: 'pix',
	description:
		'How the person pays inside WhatsApp. Amounts are in reais for Brazil and in rupees for India.',
};

function shownFor(...payments: (typeof PAYMENTS)[number][]) {
	return { displayOptions: { show: { payment: payments } } };
}

const gatewayField: INodeProperties = {
	displayName: 'Payment Gateway',
	name: 'gateway',
	type: 'options',
	...shownFor('gateway'),
	options: [
		{ name: 'BillDesk', value: 'billdesk' },
		{ name: 'PayU', value: 'payu' },
		{ name: 'Razorpay', value: 'razorpay' },
		{ name: 'Zaakpay', value: 'zaakpay' },
	],
	default: 'razorpay',
};

const paymentFields: INodeProperties[] = [
	paymentField,
	textField('Pix Code', 'pixCode', {
		...shownFor('pix'),
		required: true,
		description: 'The dynamic code to copy',
	}),
	textField('Account Holder', 'merchantName', {
		...shownFor('pix'),
		required: true,
		placeholder: 'e.g. Harbour Café',
	}),
	textField('Pix Key', 'pixKey', { ...shownFor('pix'), required: true, placeholder: 'e.g. 39580525000189' }),
	{
		displayName: 'Pix Key Type',
		name: 'pixKeyType',
		type: 'options',
		...shownFor('pix'),
		options: [
			{ name: 'CNPJ', value: 'CNPJ' },
			{ name: 'CPF', value: 'CPF' },
			{ name: 'Email', value: 'EMAIL' },
			{ name: 'EVP', value: 'EVP' },
			{ name: 'Phone', value: 'PHONE' },
		],
		default: 'CNPJ',
	},
	textField('UPI Link', 'upiLink', {
		...shownFor('upiIntent'),
		required: true,
		placeholder: 'e.g. upi://pay?pa=shop@bank&pn=Shop&am=499.00&cu=INR&tr=order-1042',
	}),
	textField('Payment Link', 'paymentLink', {
		...shownFor('paymentLink', 'upiLink'),
		required: true,
		placeholder: 'e.g. https://pay.example/1042',
	}),
	textField('Boleto Code', 'boletoCode', { ...shownFor('boleto'), required: true }),
	gatewayField,
	textField('Payment Configuration', 'paymentConfiguration', {
		...shownFor('gateway', 'upi'),
		required: true,
		description: 'Its name in WhatsApp Manager',
	}),
];

function paymentOf(reader: ItemReader): object {
	const type = reader.choice('payment', 'Payment', PAYMENTS);
	switch (type) {
		case 'pix':
			return {
				type,
				code: reader.text('pixCode'),
				merchantName: reader.text('merchantName'),
				key: reader.text('pixKey'),
				keyType: reader.choice('pixKeyType', 'Pix Key Type', KEY_TYPES),
			};
		case 'paymentLink':
		case 'upiLink':
			return { type, link: reader.text('paymentLink') };
		case 'upiIntent':
			return { type, link: reader.text('upiLink') };
		case 'boleto':
			return { type, code: reader.text('boletoCode') };
		case 'gateway':
			return {
				type,
				gateway: reader.choice('gateway', 'Payment Gateway', GATEWAYS),
				configuration: reader.text('paymentConfiguration'),
			};
		case 'upi':
			return { type, configuration: reader.text('paymentConfiguration') };
		case undefined:
			return {};
	}
}

function amountField(displayName: string, name: string): INodeProperties {
	return textField(displayName, name, { placeholder: 'e.g. 49.90' });
}

export const orderDetails: MessageForm = {
	type: 'orderDetails',
	name: 'Order Details',
	description: 'What somebody ordered, to review and pay inside WhatsApp. Brazil and India only.',
	fields: [
		bodyField,
		referenceField,
		{
			displayName: 'Items',
			name: 'items',
			type: 'json',
			required: true,
			default: '',
			placeholder: 'e.g. [{"sku": "lamp-12", "name": "Lamp", "price": "499.00", "quantity": 2}]',
			description:
				'A list with sku, name, price and quantity, and salePrice where it costs less now. Subtotal and total are counted from it.',
		},
		amountField('Tax', 'tax'),
		amountField('Shipping Costs', 'shipping'),
		amountField('Discount', 'discount'),
		{
			displayName: 'Goods',
			name: 'goods',
			type: 'options',
			options: [
				{ name: 'Digital', value: 'digital' },
				{ name: 'Physical', value: 'physical' },
			],
			default: 'digital',
		},
		...paymentFields,
		textField('Expires After (Minutes)', 'expiresInMinutes', {
			placeholder: 'e.g. 60',
			description: 'How long it can be paid, 6 minutes at least. Leave empty for no end.',
		}),
		textField('Expiry Text', 'expiryText', {
			placeholder: 'e.g. Pay within an hour',
			description: 'Shown beside the end, up to 120 characters. Needed where the order expires.',
		}),
		textField('Catalogue ID', 'catalogId', { description: 'Where the items are in one of yours' }),
		headerField,
		footerField,
	],
	read: (reader) => ({
		type: 'orderDetails',
		...frameOf(reader),
		order: filled({
			referenceId: reader.text('referenceId'),
			goods: reader.choice('goods', 'Goods', GOODS),
			items: parseJsonField(reader.value('items'), 'Items'),
			tax: reader.text('tax'),
			shipping: reader.text('shipping'),
			discount: reader.text('discount'),
			catalogId: reader.text('catalogId'),
			payment: paymentOf(reader),
			expiresInMinutes: reader.text('expiresInMinutes'),
			expiryText: reader.text('expiryText'),
			placedAt: new Date().toISOString(),
		}),
	}),
};

export const orderStatus: MessageForm = {
	type: 'orderStatus',
	name: 'Order Status',
	description: 'What became of an order that Order Details showed',
	fields: [
		bodyField,
		referenceField,
		{
			displayName: 'Status',
			name: 'orderStatus',
			type: 'options',
			options: [
				{ name: 'Canceled', value: 'canceled' },
				{ name: 'Completed', value: 'completed' },
				{ name: 'Partially Shipped', value: 'partiallyShipped' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Processing', value: 'processing' },
				{ name: 'Shipped', value: 'shipped' },
			],
			default: 'processing',
		},
		textField('Description', 'statusDescription', {
			placeholder: 'e.g. It arrives on Friday',
			description: 'Up to 120 characters',
		}),
		{ ...paymentField, description: 'As in Order Details. Infobip asks for it.' },
		gatewayField,
		footerField,
	],
	read: (reader) => ({
		type: 'orderStatus',
		body: reader.text('body'),
		footer: reader.text('footer'),
		...filled({
			referenceId: reader.text('referenceId'),
			status: reader.choice('orderStatus', 'Status', STATUSES),
			description: reader.text('statusDescription'),
			paymentType: reader.choice('payment', 'Payment', PAYMENTS),
			gateway: reader.choice('gateway', 'Payment Gateway', GATEWAYS),
		}),
	}),
};
