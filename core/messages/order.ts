import { z } from 'zod';
import { numberFrom } from '../lib/schema';
import { timeFromIso } from '../lib/time';
import { optionalText, requiredLink, requiredText } from './media';

const AMOUNT = /^(\d{1,9})(?:\.(\d{1,2}))?$/;

/** An amount of money as hundredths, in which every provider counts; `undefined` where it cannot be one. */
function hundredthsOf(value: string | number): number | undefined {
	const given = typeof value === 'number' ? String(Number(value.toFixed(6))) : value.trim();
	const [, whole, fraction = ''] = AMOUNT.exec(given) ?? [];
	return whole === undefined ? undefined : Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** Money such as `499` or `499.90`, read as hundredths. */
function amount(label: string) {
	const wrong = `${label} has to be an amount such as 499 or 499.90`;
	return z
		.union([z.string(), z.number()], {
			errorMap: (_issue, { data }) => ({ message: data === undefined ? `${label} is missing` : wrong }),
		})
		.transform((value, context): number => {
			const hundredths = hundredthsOf(value);
			if (hundredths !== undefined) return hundredths;
			context.addIssue({ code: z.ZodIssueCode.custom, message: wrong });
			return z.NEVER;
		});
}

/** One word of a list, whatever its case and with spaces, `-` or `_` between its parts. */
function oneOf<const Word extends string>(words: readonly [Word, ...Word[]], message: string) {
	const bare = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '');
	return z.preprocess(
		(given) =>
			typeof given === 'string' ? (words.find((word) => bare(word) === bare(given)) ?? given) : given,
		z.enum(words, { errorMap: () => ({ message }) }),
	);
}

const address = z.object({
	line1: requiredText('The first line of the address'),
	line2: optionalText('The second line of the address'),
	city: requiredText('The city'),
	zoneCode: requiredText('The zone code'),
	postalCode: requiredText('The postal code'),
	countryCode: requiredText('The country code'),
});

const item = z.object(
	{
		/** Of the catalogue, or of the shop's own. */
		sku: requiredText('The SKU of the item'),
		name: requiredText('The name of the item'),
		price: amount('The price of the item'),
		/** What it costs now, where that is less. */
		salePrice: amount('The sale price of the item').optional(),
		quantity: numberFrom(
			z
				.number({ invalid_type_error: 'The quantity has to be a number' })
				.int('The quantity has to be a whole number')
				.min(1, 'The quantity has to be 1 or more')
				.max(100, 'The quantity is 100 at most'),
		).default(1),
		/** India asks for them where there is no catalogue. */
		originCountry: optionalText('The country of origin'),
		importerName: optionalText('The name of the importer'),
		importerAddress: address.optional(),
	},
	{ invalid_type_error: 'An item has to look like {"sku": "lamp-12", "name": "Lamp", "price": "499.00"}' },
);

/** How people pay inside WhatsApp: with Pix, a link or a Boleto in Brazil, through a gateway, by UPI or by a link in India. */
export const PAYMENT_TYPES = [
	'pix',
	'paymentLink',
	'boleto',
	'gateway',
	'upi',
	'upiIntent',
	'upiLink',
] as const;

const gateway = oneOf(
	['razorpay', 'payu', 'billdesk', 'zaakpay'],
	'The gateway has to be razorpay, payu, billdesk or zaakpay',
);
const configuration = requiredText('The payment configuration');

const payment = z.discriminatedUnion(
	'type',
	[
		z.object({
			type: z.literal('pix'),
			code: requiredText('The Pix code'),
			merchantName: requiredText('The name of the account holder'),
			key: requiredText('The Pix key'),
			keyType: oneOf(
				['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP'],
				'The type of the Pix key has to be CPF, CNPJ, EMAIL, PHONE or EVP',
			),
		}),
		z.object({ type: z.literal('paymentLink'), link: requiredLink('The payment link') }),
		z.object({ type: z.literal('boleto'), code: requiredText('The Boleto code') }),
		z.object({
			type: z.literal('gateway'),
			gateway,
			configuration,
		}),
		z.object({ type: z.literal('upi'), configuration }),
		z.object({
			type: z.literal('upiIntent'),
			link: requiredText('The UPI link').refine(
				(link) => /^upi:\/\/\S+$/i.test(link),
				'The UPI link has to begin with upi:// and hold no spaces',
			),
		}),
		z.object({ type: z.literal('upiLink'), link: requiredLink('The payment link') }),
	],
	{ errorMap: () => ({ message: `The payment is of no known type; there are ${PAYMENT_TYPES.join(', ')}` }) },
);

/** Names an order in all messages about it (Meta, Payments API). */
export const referenceId = requiredText('The reference ID').refine(
	(id) => /^[\w.-]{1,35}$/.test(id),
	'The reference ID has 35 characters at most, of letters, digits, _, - and .',
);

const orderFields = z.object({
	referenceId,
	goods: oneOf(['digital', 'physical'], 'The goods have to be digital or physical'),
	catalogId: optionalText('The catalogue ID'),
	items: z
		.array(item, {
			invalid_type_error: 'The items have to be a list',
			required_error: 'The items are missing',
		})
		.min(1, 'The items are missing'),
	tax: amount('The tax').default(0),
	shipping: amount('The shipping costs').optional(),
	discount: amount('The discount').optional(),
	payment,
	/** From `placedAt` on. WhatsApp asks for 5 minutes or more, Infobip for 6. */
	expiresInMinutes: numberFrom(
		z
			.number({ invalid_type_error: 'The minutes until the order expires have to be a number' })
			.int('The minutes until the order expires have to be a whole number')
			.min(6, 'The order has to be open for 6 minutes or more'),
	).optional(),
	/** What WhatsApp says beside it. */
	expiryText: optionalText('The text about the expiry').refine(
		(text) => text === undefined || text.length <= 120,
		'The text about the expiry has 120 characters at most',
	),
	/** ISO 8601: when the order is sent. */
	placedAt: optionalText('The time of the order').refine(
		(time) => time === undefined || timeFromIso(time) !== undefined,
		'The time of the order has to look like 2026-05-01T09:00:00+02:00',
	),
});

export type Order = z.output<typeof orderFields>;
export type OrderItem = Order['items'][number];

/** Of the payment; all count in hundredths. */
export function currencyOf({ payment: { type } }: Order): 'INR' | 'BRL' {
	return type === 'pix' || type === 'paymentLink' || type === 'boleto' ? 'BRL' : 'INR';
}

/** In hundredths of the currency. */
export function subtotalOf({ items }: Order): number {
	return items.reduce((sum, { price, salePrice = price, quantity }) => sum + salePrice * quantity, 0);
}

/** In hundredths of the currency: WhatsApp refuses an order whose total is another. */
export function totalOf(order: Order): number {
	const { tax, shipping = 0, discount = 0 } = order;
	return subtotalOf(order) + tax + shipping - discount;
}

/** When an order can no longer be paid; the time in seconds, since 1970 and since the order. */
export function expiryOf({ expiresInMinutes, expiryText = '', placedAt }: Order) {
	if (expiresInMinutes === undefined || placedAt === undefined) return undefined;
	const seconds = expiresInMinutes * 60;
	return { at: Math.floor(Date.parse(placedAt) / 1000) + seconds, after: seconds, text: expiryText };
}

/** What somebody is to pay for. Subtotal and total follow from it. */
export const orderSchema = orderFields
	.refine((order) => totalOf(order) > 0, {
		path: ['discount'],
		message: 'The discount leaves nothing to pay',
	})
	.refine(({ expiresInMinutes, expiryText }) => expiresInMinutes === undefined || expiryText !== undefined, {
		path: ['expiryText'],
		message: 'The text about the expiry is missing: WhatsApp shows it to the person',
	})
	.refine(({ expiresInMinutes, placedAt }) => expiresInMinutes === undefined || placedAt !== undefined, {
		path: ['placedAt'],
		message: 'The time of the order is missing, from which the expiry counts: give the present time',
	});

export const ORDER_STATUSES = [
	'pending',
	'processing',
	'partiallyShipped',
	'shipped',
	'completed',
	'canceled',
] as const;

/** What became of an order (Meta, Payments API; Order status templates). */
export const orderStatusSchema = z.object({
	referenceId,
	status: oneOf(ORDER_STATUSES, `The status of the order has to be one of ${ORDER_STATUSES.join(', ')}`),
	description: optionalText('The description'),
	/** Infobip wants to know by what the order was to be paid. */
	paymentType: oneOf(PAYMENT_TYPES, `The payment has to be one of ${PAYMENT_TYPES.join(', ')}`).optional(),
	/** Infobip tells the gateways apart. */
	gateway: gateway.optional(),
});

export type OrderStatus = z.output<typeof orderStatusSchema>;
