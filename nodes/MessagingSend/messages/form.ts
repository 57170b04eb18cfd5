import type { INodeProperties } from 'n8n-workflow';
import type { ItemReader } from '../../shared/reader';
import { readText } from '../../shared/parameters';
import type { OutgoingType } from '../../../core';
import { textField } from '../../shared/fields';

/** The form of one type of message: its entry in the list, its fields and how they become a message. */
export interface MessageForm {
	type: OutgoingType;
	name: string;
	description?: string;
	/** Without `displayOptions`: they show when the type is chosen. */
	fields: INodeProperties[];
	/** The content, checked by core. */
	read(reader: ItemReader): Content;
}

/** Names the file of an item that has to be uploaded before the message can be sent. */
export interface Upload {
	binaryField: string;
	as: 'image' | 'audio' | 'voice' | 'video' | 'document' | 'sticker';
}

export type Content = Record<string, unknown> & { type: string; upload?: Upload };

/** A file in a field that takes either: a link, or the ID under which the provider holds it. */
export function mediaOf(value: unknown): { id: string } | { link: string } | undefined {
	const text = readText(value);
	if (text === '') return undefined;
	return text.includes('/') ? { link: text } : { id: text };
}

export const bodyField = textField('Text', 'body', {
	typeOptions: { rows: 3 },
	required: true,
	placeholder: 'e.g. Which day suits you?',
	description: 'What the message says above its buttons',
});

export const footerField = textField('Footer', 'footer', {
	placeholder: 'e.g. Reply STOP to opt out',
	description: 'Small print below the text, up to 60 characters',
});

export const headerField: INodeProperties = {
	displayName: 'Header',
	name: 'header',
	type: 'fixedCollection',
	placeholder: 'Add Header',
	default: {},
	description: 'What stands above the text',
	options: [
		{
			displayName: 'Header',
			name: 'header',
			values: [
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Document', value: 'document' },
						{ name: 'Image', value: 'image' },
						{ name: 'Text', value: 'text' },
						{ name: 'Video', value: 'video' },
					],
					default: 'text',
				},
				textField('Text', 'text', { displayOptions: { show: { type: ['text'] } } }),
				textField('Media Link or ID', 'media', {
					displayOptions: { show: { type: ['document', 'image', 'video'] } },
					placeholder: 'e.g. https://shop.example/summer.jpg',
				}),
				textField('File Name', 'filename', {
					displayOptions: { show: { type: ['document'] } },
					placeholder: 'e.g. Invoice 1042.pdf',
				}),
			],
		},
	],
};

/** The header as core takes it; absent where none was added. */
export function headerOf(reader: ItemReader): object | undefined {
	const header = reader.group('header').header;
	if (typeof header !== 'object' || header === null) return undefined;
	const fields: Record<string, unknown> = { ...header };
	return fields.type === 'text' || fields.type === undefined
		? { type: 'text', text: readText(fields.text) }
		: { type: fields.type, media: mediaOf(fields.media), filename: readText(fields.filename) };
}

/** Text of the body, header and footer, which most interactive messages share. */
export function frameOf(reader: ItemReader): Record<string, unknown> {
	const header = headerOf(reader);
	return { body: reader.text('body'), footer: reader.text('footer'), ...(header && { header }) };
}
