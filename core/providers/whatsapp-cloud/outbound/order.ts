import { compact } from '../../../lib/json';
import {
	currencyOf,
	expiryOf,
	subtotalOf,
	totalOf,
	type Order,
	type OrderItem,
	type OrderStatus,
} from '../../../messages/order';

/** Meta counts every amount in parts of the currency and says beside it how many of them there are. */
function money(value: number): object {
	return { value, offset: 100 };
}

function optionalMoney(value: number | undefined): object | undefined {
	return value === undefined ? undefined : money(value);
}

function itemOf({ sku, name, price, salePrice, quantity, ...item }: OrderItem): object {
	const { originCountry, importerName, importerAddress: address } = item;
	return compact({
		retailer_id: sku,
		name,
		amount: money(price),
		sale_amount: optionalMoney(salePrice),
		quantity,
		country_of_origin: originCountry,
		importer_name: importerName,
		importer_address:
			address &&
			compact({
				address_line1: address.line1,
				address_line2: address.line2,
				city: address.city,
				zone_code: address.zoneCode,
				postal_code: address.postalCode,
				country_code: address.countryCode,
			}),
	});
}

/** Payments of Brazil and of India (Meta, Payments API: Orders; Payment gateways; UPI). */
function paymentOf({ payment, goods }: Order): object {
	switch (payment.type) {
		case 'pix': {
			const { code, merchantName, key, keyType } = payment;
			const pix_dynamic_code = { code, merchant_name: merchantName, key, key_type: keyType };
			return { payment_type: 'br', payment_settings: [{ type: 'pix_dynamic_code', pix_dynamic_code }] };
		}
		case 'paymentLink': {
			const payment_link = { uri: payment.link };
			return { payment_type: 'br', payment_settings: [{ type: 'payment_link', payment_link }] };
		}
		case 'boleto': {
			const boleto = { digitable_line: payment.code };
			return { payment_type: 'br', payment_settings: [{ type: 'boleto', boleto }] };
		}
		case 'gateway': {
			const payment_gateway = { type: payment.gateway, configuration_name: payment.configuration };
			return {
				payment_settings: [{ type: 'payment_gateway', payment_gateway }],
				// India wants it for goods that are sent; without addresses WhatsApp asks the person for one.
				...(goods === 'physical' && { shipping_info: { country: 'IN', addresses: [] } }),
			};
		}
		case 'upi':
			return { payment_type: 'upi', payment_configuration: payment.configuration };
		case 'upiIntent': {
			const upi_intent_link = { link: payment.link };
			return { payment_settings: [{ type: 'upi_intent_link', upi_intent_link }] };
		}
		case 'upiLink':
			return { payment_settings: [{ type: 'payment_link', payment_link: { uri: payment.link } }] };
	}
}

/** Of a message and of a template's button alike (Meta, Payments API: order details). */
export function orderDetailsOf(order: Order): object {
	const { referenceId, goods, catalogId, items, tax, shipping, discount } = order;
	const expiry = expiryOf(order);
	return {
		reference_id: referenceId,
		type: `${goods}-goods`,
		...paymentOf(order),
		currency: currencyOf(order),
		total_amount: money(totalOf(order)),
		order: compact({
			status: 'pending',
			catalog_id: catalogId,
			expiration: expiry && { timestamp: String(expiry.at), description: expiry.text },
			items: items.map(itemOf),
			subtotal: money(subtotalOf(order)),
			tax: money(tax),
			shipping: optionalMoney(shipping),
			discount: optionalMoney(discount),
		}),
	};
}

/** Meta's own example and its clients write the word with `_` (Meta, Order status templates). */
const STATUS_WORDS: Readonly<Partial<Record<OrderStatus['status'], string>>> = {
	partiallyShipped: 'partially_shipped',
};

/** Of a message and of a template alike (Meta, Payments API: order status). */
export function orderStatusOf({ referenceId, status, description }: OrderStatus): object {
	return {
		reference_id: referenceId,
		order: compact({ status: STATUS_WORDS[status] ?? status, description }),
	};
}
