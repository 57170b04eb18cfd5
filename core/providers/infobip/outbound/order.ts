import { compact } from '../../../lib/json';
import { found, mapFound, problem, type Reading } from '../../../lib/result';
import {
	currencyOf,
	expiryOf,
	subtotalOf,
	totalOf,
	type Order,
	type OrderItem,
	type OrderStatus,
} from '../../../messages/order';

function optionalValue(value: number | undefined): { value: number } | undefined {
	return value === undefined ? undefined : { value };
}

function itemOf({ sku, name, price, salePrice, quantity, ...item }: OrderItem): object {
	const { originCountry, importerName, importerAddress: address } = item;
	return compact({
		retailerId: sku,
		name,
		amount: { value: price },
		saleAmount: optionalValue(salePrice),
		quantity,
		originCountry,
		importerName,
		importerAddress:
			address &&
			compact({
				firstAddressLine: address.line1,
				secondAddressLine: address.line2,
				city: address.city,
				zoneCode: address.zoneCode,
				postalCode: address.postalCode,
				countryCode: address.countryCode,
			}),
	});
}

const UPI = 'Infobip sends no orders by a UPI configuration: choose a gateway or a UPI link';

/** Infobip's words for a gateway; the other gateways of WhatsApp it does not know. */
function gatewayType(gateway: string | undefined): Reading<string> {
	if (gateway === 'razorpay') return found('PG_RAZORPAY');
	if (gateway === 'payu') return found('PG_PAYU');
	return problem('gateway', 'Infobip knows the gateways razorpay and payu only');
}

function paymentOf({ payment, referenceId: id }: Order): Reading<object> {
	switch (payment.type) {
		case 'pix': {
			const { code, merchantName, key, keyType } = payment;
			return found({ type: 'BRAZIL_PIX_DC', id, code, merchantName, key, keyType });
		}
		case 'paymentLink':
			return found({ type: 'BRAZIL_LINK', id, paymentLink: payment.link });
		case 'boleto':
			return found({ type: 'BRAZIL_BOLETO', id, code: payment.code });
		case 'gateway':
			return mapFound(gatewayType(payment.gateway), (type) => ({ type, id }));
		case 'upi':
			return problem('order.payment', UPI);
		case 'upiIntent':
			return found({ type: 'UPI_INTENT', id, format: { type: 'LINK', paymentLink: payment.link } });
		case 'upiLink':
			return found({ type: 'UPI_LINK', id, paymentLink: payment.link });
	}
}

/** Of a message and of a template's button alike (Infobip, OpenAPI 3.210.0, TemplateOrderDetailsActionContent). */
export function orderDetailsAction(order: Order): Reading<object> {
	const { goods, catalogId, items, tax, shipping, discount } = order;
	const expiry = expiryOf(order);
	return mapFound(paymentOf(order), (payment) =>
		compact({
			payment,
			paymentConfiguration: 'configuration' in order.payment ? order.payment.configuration : undefined,
			orderCurrency: currencyOf(order),
			orderType: goods === 'digital' ? 'DIGITAL_GOODS' : 'PHYSICAL_GOODS',
			totalAmount: { value: totalOf(order) },
			order: compact({
				catalogId,
				items: items.map(itemOf),
				subtotal: { value: subtotalOf(order) },
				tax: { value: tax },
				shipping: optionalValue(shipping),
				discount: discount === undefined ? undefined : { amount: { value: discount } },
				orderExpiration: expiry && { expirationSeconds: expiry.after, description: expiry.text },
			}),
		}),
	);
}

const STATUSES: Readonly<Record<OrderStatus['status'], string>> = {
	pending: 'PENDING',
	processing: 'PROCESSING',
	partiallyShipped: 'PARTIALLY_SHIPPED',
	shipped: 'SHIPPED',
	completed: 'COMPLETED',
	canceled: 'CANCELED',
};

function paymentType({ paymentType: type, gateway }: OrderStatus): Reading<string> {
	switch (type) {
		case undefined:
			return problem('paymentType', 'The payment is missing: Infobip asks by what the order was to be paid');
		case 'pix':
			return found('BRAZIL_PIX_DC');
		case 'paymentLink':
			return found('BRAZIL_LINK');
		case 'boleto':
			return found('BRAZIL_BOLETO');
		case 'gateway':
			return gatewayType(gateway);
		case 'upi':
			return problem('paymentType', UPI);
		case 'upiIntent':
			return found('UPI_INTENT');
		case 'upiLink':
			return found('UPI_LINK');
	}
}

/** Of a message and of a template alike (Infobip, OpenAPI 3.210.0, InteractiveOrderStatusActionContent). */
export function orderStatusAction(order: OrderStatus): Reading<object> {
	const { referenceId: id, status, description } = order;
	return mapFound(paymentType(order), (type) =>
		compact({ payment: { type, id }, status: STATUSES[status], description }),
	);
}
