import type { ContentOf } from '../../../messages';
import { type Written } from './content';
import { interactive } from './interactive';
import { compact } from '../../../lib/json';

export function productContent(message: ContentOf<'product'>): Written {
	const { catalogId, productId } = message;
	return interactive('product', message, { catalog_id: catalogId, product_retailer_id: productId });
}

export function productListContent(message: ContentOf<'productList'>): Written {
	const { catalogId, sections } = message;
	return interactive('product_list', message, {
		catalog_id: catalogId,
		sections: sections.map(({ title, productIds }) => ({
			title,
			product_items: productIds.map((productId) => ({ product_retailer_id: productId })),
		})),
	});
}

export function catalogueContent(message: ContentOf<'catalogue'>): Written {
	const { thumbnailProductId } = message;
	return interactive(
		'catalog_message',
		message,
		compact({
			name: 'catalog_message',
			parameters:
				thumbnailProductId === undefined ? undefined : { thumbnail_product_retailer_id: thumbnailProductId },
		}),
	);
}
