import { z } from 'zod';
import { link, listOf, optionalText, text } from './fields.ts';

/** Orders to review and pay, as in messages and in templates (Infobip OpenAPI 3.210.0). */

const whole = () => z.number({ required_error: 'must not be null' }).int();
const Amount = z.object({ value: whole() });
const DescribedAmount = Amount.extend({ description: optionalText(60) });
const paymentId = () => text(35).pipe(z.string().regex(/^[A-Za-z0-9\-_.]{1,35}$/, 'must match the pattern'));

const Beneficiary = z
	.object({
		name: optionalText(200),
		firstAddressLine: optionalText(100),
		secondAddressLine: optionalText(100),
		city: z.string().optional(),
		state: z.string().optional(),
		country: z.string(),
		postalCode: z.string().optional(),
	})
	.optional();

const Pix = z.object({
	type: z.literal('BRAZIL_PIX_DC'),
	id: paymentId(),
	code: text(1_024),
	merchantName: text(200),
	key: text(200),
	keyType: z.enum(['CPF', 'CNPJ', 'EMAIL', 'PHONE', 'EVP']),
	flowType: z.enum(['REDIRECT', 'COPYPASTE', 'APPSWITCH']).optional(),
});
const Link = z.object({ type: z.literal('BRAZIL_LINK'), id: paymentId(), paymentLink: link() });
const Boleto = z.object({ type: z.literal('BRAZIL_BOLETO'), id: paymentId(), code: text(200) });

const Payment = z.discriminatedUnion('type', [
	Pix,
	Link,
	Boleto,
	z.object({
		type: z.literal('PG_PAYU'),
		id: paymentId(),
		beneficiary: Beneficiary,
		callbackData: z.array(text(255)).optional(),
	}),
	z.object({
		type: z.literal('PG_RAZORPAY'),
		id: paymentId(),
		beneficiary: Beneficiary,
		callbackData: z.record(z.string()).optional(),
	}),
	z.object({
		type: z.literal('UPI_INTENT'),
		id: paymentId(),
		beneficiary: Beneficiary,
		format: z.object({ type: z.literal('LINK'), paymentLink: text(2_048) }),
	}),
	z.object({
		type: z.literal('UPI_LINK'),
		id: paymentId(),
		beneficiary: Beneficiary,
		paymentLink: text(2_048),
	}),
]);

const Item = z.object({
	retailerId: text(1_000),
	name: text(60),
	amount: Amount,
	saleAmount: Amount.optional(),
	quantity: whole().min(1),
	originCountry: z.string().optional(),
	importerName: z.string().optional(),
	importerAddress: z.record(z.string()).optional(),
});

interface Counted {
	value: number;
}

/** What somebody is to pay for. WhatsApp refuses a total that its parts do not give. */
export const OrderDetailsAction = z
	.object({
		payment: Payment,
		paymentConfiguration: text(60).optional(),
		orderCurrency: z.enum(['INR', 'BRL']),
		orderType: z.enum(['PHYSICAL_GOODS', 'DIGITAL_GOODS']),
		totalAmount: Amount,
		order: z.object({
			catalogId: z.string().optional(),
			items: listOf(Item, 1, 1_000),
			subtotal: Amount,
			tax: DescribedAmount,
			shipping: DescribedAmount.optional(),
			discount: z.object({ amount: DescribedAmount, programName: optionalText(60) }).optional(),
			orderExpiration: z.object({ expirationSeconds: whole().min(360), description: text(120) }).optional(),
			orderDetailsType: z.literal('QUICK_PAY').optional(),
		}),
	})
	.refine(({ order, totalAmount }) => {
		const { subtotal, tax, shipping, discount } = order;
		const of = (amount: Counted | undefined) => amount?.value ?? 0;
		return of(subtotal) + of(tax) + of(shipping) - of(discount?.amount) === totalAmount.value;
	}, 'totalAmount must be the sum of the order');

export const OrderStatusAction = z.object({
	payment: z.object({
		type: z.enum([
			'UPI_PAYU',
			'BRAZIL',
			'BRAZIL_PIX_DC',
			'PG_PAYU',
			'PG_RAZORPAY',
			'BRAZIL_LINK',
			'BRAZIL_BOLETO',
			'UPI_INTENT',
			'UPI_LINK',
		]),
		id: paymentId(),
	}),
	status: z.enum(['PENDING', 'PROCESSING', 'PARTIALLY_SHIPPED', 'SHIPPED', 'COMPLETED', 'CANCELED']),
	description: optionalText(120),
});
