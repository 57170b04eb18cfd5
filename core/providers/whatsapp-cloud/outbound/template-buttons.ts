import type { JsonObject } from '../../../events';
import type { FilledButton } from '../../../whatsapp/templates/filled';
import { compact } from '../../../lib/json';

type ButtonOf<Type extends FilledButton['type']> = Extract<FilledButton, { type: Type }>;

/** The name of the button's kind at sending and what goes into it (Meta, OpenAPI and Template components). */
type Builders = {
	[Type in FilledButton['type']]: (button: ButtonOf<Type>) => { sub_type: string; parameter: JsonObject };
};

function action(content: JsonObject): JsonObject {
	return { type: 'action', action: content };
}

const BUILDERS: Builders = {
	url: ({ suffix, name }) => ({
		sub_type: 'url',
		parameter: compact({ type: 'text', parameter_name: name, text: suffix }),
	}),
	quickReply: ({ payload }) => ({ sub_type: 'quick_reply', parameter: { type: 'payload', payload } }),
	copyCode: ({ code }) => ({ sub_type: 'copy_code', parameter: { type: 'coupon_code', coupon_code: code } }),
	flow: ({ token, data }) => ({
		sub_type: 'flow',
		parameter: action(compact({ flow_token: token, flow_action_data: data })),
	}),
	catalogue: ({ thumbnail }) => ({
		sub_type: 'CATALOG',
		parameter: action({ thumbnail_product_retailer_id: thumbnail }),
	}),
	multiProduct: ({ thumbnail, sections }) => ({
		sub_type: 'mpm',
		parameter: action(
			compact({
				thumbnail_product_retailer_id: thumbnail,
				sections: sections.map(({ title, productIds }) => ({
					title,
					product_items: productIds.map((id) => ({ product_retailer_id: id })),
				})),
			}),
		),
	}),
};

function build<Type extends FilledButton['type']>(button: ButtonOf<Type> & { type: Type }) {
	return BUILDERS[button.type](button);
}

export function buttonComponent(button: FilledButton): JsonObject {
	const { sub_type, parameter } = build(button);
	return { type: 'button', sub_type, index: String(button.index), parameters: [parameter] };
}
