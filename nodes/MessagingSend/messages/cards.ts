import { readText } from '../../shared/parameters';
import { bodyField, mediaOf, type MessageForm } from './form';
import { textField } from '../../shared/fields';

function buttonsOf(...titles: unknown[]): { id: string; title: string }[] {
	return titles
		.map(readText)
		.filter((title) => title !== '')
		.map((title) => ({ id: title, title }));
}

export const card: MessageForm = {
	type: 'card',
	name: 'Card',
	description: 'A title with a picture and buttons',
	fields: [
		textField('Title', 'title', { required: true, placeholder: 'e.g. Summer menu' }),
		textField('Description', 'description', { placeholder: 'e.g. From June to August' }),
		textField('Picture Link', 'mediaLink', { placeholder: 'e.g. https://shop.example/summer.jpg' }),
		textField('First Button', 'button1', { placeholder: 'e.g. Book a table' }),
		textField('Second Button', 'button2', { placeholder: 'e.g. Not now' }),
	],
	read: (reader) => ({
		type: 'card',
		title: reader.text('title'),
		description: reader.text('description'),
		media: mediaOf(reader.text('mediaLink')),
		buttons: buttonsOf(reader.text('button1'), reader.text('button2')),
	}),
};

export const carousel: MessageForm = {
	type: 'carousel',
	name: 'Carousel',
	description: 'A text with cards to swipe through',
	fields: [
		bodyField,
		{
			displayName: 'Cards',
			name: 'cards',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, maxAllowedFields: 10 },
			placeholder: 'Add Card',
			default: {
				card: [{ mediaType: 'image', media: '', body: '', buttonText: '', url: '', reply1: '', reply2: '' }],
			},
			options: [
				{
					displayName: 'Card',
					name: 'card',
					values: [
						textField('First Reply Button', 'reply1', {
							placeholder: 'e.g. I want this',
							description: 'Instead of a link',
						}),
						textField('Link', 'url', { placeholder: 'e.g. https://shop.example/lamp-12' }),
						textField('Link Label', 'buttonText', { placeholder: 'e.g. See the lamp' }),
						{
							displayName: 'Media',
							name: 'mediaType',
							type: 'options',
							options: [
								{ name: 'Image', value: 'image' },
								{ name: 'Video', value: 'video' },
							],
							default: 'image',
						},
						textField('Media Link or ID', 'media', { placeholder: 'e.g. https://shop.example/lamp-12.jpg' }),
						{ displayName: 'Second Reply Button', name: 'reply2', type: 'string', default: '' },
						textField('Text', 'body', { placeholder: 'e.g. Lamp 12, oak' }),
					],
				},
			],
		},
	],
	read: (reader) => ({
		type: 'carousel',
		body: reader.text('body'),
		cards: reader.rows('cards', 'card').map((row) => {
			const buttons = buttonsOf(row.reply1, row.reply2);
			const url = readText(row.url);
			return {
				header: { type: row.mediaType === 'video' ? 'video' : 'image', media: mediaOf(row.media) },
				body: readText(row.body),
				...(buttons.length > 0 && { buttons }),
				...(url !== '' && { link: { buttonText: readText(row.buttonText), url } }),
			};
		}),
	}),
};
