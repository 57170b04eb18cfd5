import { compact } from '../../../lib/json';
import { found, mapFound, problem, type Reading } from '../../../lib/result';
import {
	expiryOf,
	subtotalOf,
	totalOf,
	type Order,
	type OrderItem,
	type OrderStatus,
} from '../../../messages/order';

function buttonOf({ payment }: Order): Reading<object> {
	switch (payment.type) {
		case 'pix': {
			const { code, merchantName, key, keyType } = payment;
			const pix = { code, merchant_name: merchantName, key, key_type: keyType };
			return found({ type: 'pix_dynamic_code', ...pix });
		}
		case 'paymentLink':
			return found({ type: 'payment_link', uri: payment.link });
		case 'boleto':
			return found({ type: 'boleto', digitable_line: payment.code });
		case 'gateway':
		case 'upi':
		case 'upiIntent':
		case 'upiLink':
			return problem(
				'order.payment',
				'Sinch sends orders with the payments of Brazil only: choose Pix, a payment link or a Boleto',
			);
	}
}

function itemOf({ sku, name, price, salePrice, quantity }: OrderItem): object {
	return compact({ retailer_id: sku, name, amount_value: price, quantity, sale_amount_value: salePrice });
}

/** The member `payment` of an order (Sinch SDK for Node.js, whatsapp-payment-order-details). */
export function orderDetailsOf(order: Order): Reading<object> {
	const { referenceId, goods, catalogId, items, tax, shipping, discount } = order;
	const expiry = expiryOf(order);
	return mapFound(buttonOf(order), (button) => ({
		type: 'br',
		reference_id: referenceId,
		type_of_goods: `${goods}-goods`,
		payment_buttons: [button],
		total_amount_value: totalOf(order),
		order: compact({
			catalog_id: catalogId,
			expiration_time: expiry && String(expiry.at),
			expiration_description: expiry?.text,
			subtotal_value: subtotalOf(order),
			tax_value: tax,
			shipping_value: shipping,
			discount_value: discount,
			items: items.map(itemOf),
		}),
	}));
}

const STATUS_WORDS: Readonly<Partial<Record<OrderStatus['status'], string>>> = {
	partiallyShipped: 'partially-shipped',
};

/** The member `payment` of an order's status (Sinch SDK for Node.js, whatsapp-payment-order-status). */
export function orderStatusOf({ referenceId, status, description }: OrderStatus): object {
	return {
		reference_id: referenceId,
		order: compact({ status: STATUS_WORDS[status] ?? status, description }),
	};
}
