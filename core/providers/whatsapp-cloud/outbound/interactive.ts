import type { ContentOf, OutgoingHeader, OutgoingType } from '../../../messages';
import type { Writers } from '../../../messages/writing';
import { compact } from '../../../lib/json';
import { problem, type Reading } from '../../../lib/result';
import { orderDetailsOf, orderStatusOf } from './order';
import { mediaOf, written } from './plain';

interface Frame {
	body?: string;
	header?: OutgoingHeader;
	headerText?: string;
	footer?: string;
}

function headerOf(header: OutgoingHeader): object {
	if (header.type === 'text') return { type: 'text', text: header.text };
	const filename = header.type === 'document' ? header.filename : undefined;
	return { type: header.type, [header.type]: compact({ ...mediaOf(header.media), filename }) };
}

/** An interactive message: a frame of header, text and footer around what can be tapped. */
export function interactive(type: string, frame: Frame, action: object): Reading<object> {
	const { body, headerText, footer } = frame;
	const header = headerText === undefined ? frame.header : { type: 'text' as const, text: headerText };
	return written('interactive', {
		type,
		header: header && headerOf(header),
		body: body === undefined ? undefined : { text: body },
		footer: footer === undefined ? undefined : { text: footer },
		action: compact(action),
	});
}

function list(message: ContentOf<'list'>): Reading<object> {
	const { buttonText, sections } = message;
	const untitled = sections.findIndex(({ title }) => title === undefined);
	if (sections.length > 1 && untitled !== -1) {
		return problem(
			`sections.${untitled}.title`,
			'Of several sections each needs a title, and this one has none',
		);
	}
	return interactive('list', message, {
		button: buttonText,
		sections: sections.map(({ title, rows }) => compact({ title, rows: rows.map((row) => compact(row)) })),
	});
}

function flow(message: ContentOf<'flow'>): Reading<object> {
	const { flowId, flowName, flowToken, buttonText, screen, data = {}, draft } = message;
	/** Meta wants data with something in it, or none (Meta, Flow messages). */
	const hasData = Object.keys(data).length > 0;
	if (flowId === undefined && flowName === undefined) {
		return problem('flowId', 'The flow is missing: give its ID or its name');
	}
	if (flowId !== undefined && flowName !== undefined) {
		return problem('flowName', 'Give either the ID or the name of the flow');
	}
	if (screen === undefined && hasData) {
		return problem('screen', 'The data is for the first screen of the flow: say which one that is');
	}
	return interactive('flow', message, {
		name: 'flow',
		parameters: compact({
			flow_message_version: '3',
			flow_id: flowId,
			flow_name: flowName,
			flow_cta: buttonText,
			flow_token: flowToken,
			mode: draft === true ? 'draft' : undefined,
			flow_action: screen === undefined ? 'data_exchange' : 'navigate',
			flow_action_payload: screen === undefined ? undefined : { screen, ...(hasData && { data }) },
		}),
	});
}

/** Where WhatsApp has the address form (Meta, Address messages). */
const ADDRESS_COUNTRIES = ['IN', 'SG'];

function addressRequest(message: ContentOf<'addressRequest'>): Reading<object> {
	const { values } = message;
	const country = message.country.toUpperCase();
	if (!ADDRESS_COUNTRIES.includes(country)) {
		return problem(
			'country',
			`WhatsApp asks for addresses in India (IN) and Singapore (SG) only, not in "${message.country}". Ask with a text message or a flow instead`,
		);
	}
	return interactive('address_message', message, {
		name: 'address_message',
		parameters: compact({ country, values }),
	});
}

function callButton({ body, buttonText, validMinutes, payload }: ContentOf<'callButton'>): Reading<object> {
	const parameters = compact({ display_text: buttonText, ttl_minutes: validMinutes, payload });
	return interactive(
		'voice_call',
		{ body },
		{ name: 'voice_call', parameters: Object.keys(parameters).length > 0 ? parameters : undefined },
	);
}

/** Contents that a person answers with a tap. */
export const INTERACTIVE = {
	buttons: (message) =>
		interactive('button', message, {
			buttons: message.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })),
		}),
	list,
	urlButton: (message) =>
		interactive('cta_url', message, {
			name: 'cta_url',
			parameters: { display_text: message.buttonText, url: message.url },
		}),
	flow,
	locationRequest: ({ body }) => interactive('location_request_message', { body }, { name: 'send_location' }),
	addressRequest,
	contactRequest: ({ body }) =>
		interactive('request_contact_info', { body }, { name: 'request_contact_info' }),
	callRequest: (message) =>
		interactive('call_permission_request', message, { name: 'call_permission_request' }),
	callButton,
	orderDetails: ({ order, ...message }) =>
		interactive('order_details', message, { name: 'review_and_pay', parameters: orderDetailsOf(order) }),
	orderStatus: ({ body, footer, ...status }) =>
		interactive(
			'order_status',
			{ body, footer },
			{ name: 'review_order', parameters: orderStatusOf(status) },
		),
	product: (message) =>
		interactive('product', message, {
			catalog_id: message.catalogId,
			product_retailer_id: message.productId,
		}),
	productList: (message) =>
		interactive('product_list', message, {
			catalog_id: message.catalogId,
			sections: message.sections.map(({ title, productIds }) => ({
				title,
				product_items: productIds.map((productId) => ({ product_retailer_id: productId })),
			})),
		}),
	catalogue: (message) =>
		interactive('catalog_message', message, {
			name: 'catalog_message',
			parameters: message.thumbnailProductId && {
				thumbnail_product_retailer_id: message.thumbnailProductId,
			},
		}),
} satisfies Partial<Writers<OutgoingType, object>>;
