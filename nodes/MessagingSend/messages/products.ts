import { readText, readWords } from '../../shared/parameters';
import { bodyField, footerField, type MessageForm } from './form';
import { textField } from '../../shared/fields';

const catalogField = textField('Catalogue ID', 'catalogId', {
	required: true,
	placeholder: 'e.g. 194836987003835',
	description: 'Shown in Commerce Manager under Settings',
});

export const product: MessageForm = {
	type: 'product',
	name: 'Product',
	description: 'One product of your catalogue',
	fields: [
		catalogField,
		textField('Product ID', 'productId', {
			required: true,
			placeholder: 'e.g. lamp-12',
			description: 'The content ID in the catalogue',
		}),
		{ ...bodyField, required: false },
		footerField,
	],
	read: (reader) => ({
		type: 'product',
		catalogId: reader.text('catalogId'),
		productId: reader.text('productId'),
		body: reader.text('body'),
		footer: reader.text('footer'),
	}),
};

export const productList: MessageForm = {
	type: 'productList',
	name: 'Product List',
	description: 'Up to 30 products of your catalogue',
	fields: [
		textField('Header', 'headerText', { required: true, placeholder: 'e.g. Our lamps' }),
		bodyField,
		catalogField,
		{
			displayName: 'Sections',
			name: 'sections',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, maxAllowedFields: 10 },
			placeholder: 'Add Section',
			default: { section: [{ title: '', productIds: '' }] },
			options: [
				{
					displayName: 'Section',
					name: 'section',
					values: [
						{ displayName: 'Title', name: 'title', type: 'string', default: '', placeholder: 'e.g. Lamps' },
						textField('Product IDs', 'productIds', {
							placeholder: 'e.g. lamp-12, lamp-13',
							description: 'Content IDs in the catalogue, separated by commas',
						}),
					],
				},
			],
		},
		footerField,
	],
	read: (reader) => ({
		type: 'productList',
		headerText: reader.text('headerText'),
		body: reader.text('body'),
		footer: reader.text('footer'),
		catalogId: reader.text('catalogId'),
		sections: reader.rows('sections', 'section').map(({ title, productIds }) => ({
			title: readText(title),
			productIds: readWords(productIds),
		})),
	}),
};

export const catalogue: MessageForm = {
	type: 'catalogue',
	name: 'Catalogue',
	description: 'A text with a button that opens your catalogue',
	fields: [
		bodyField,
		textField('Picture of Product', 'thumbnailProductId', {
			placeholder: 'e.g. lamp-12',
			description: 'Content ID of the product whose picture is shown. Leave empty for the first one.',
		}),
		footerField,
	],
	read: (reader) => ({
		type: 'catalogue',
		body: reader.text('body'),
		footer: reader.text('footer'),
		thumbnailProductId: reader.text('thumbnailProductId'),
	}),
};
