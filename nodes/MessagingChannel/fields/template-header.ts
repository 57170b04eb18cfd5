import type { INodeProperties } from 'n8n-workflow';
import { readGroup, readText } from '../../shared/parameters';
import { filled, type ItemReader } from '../../shared/reader';
import { fileOf } from '../file';
import type { Input } from '../form';
import { textField } from '../../shared/fields';

export function headerField(samples: readonly INodeProperties[]): INodeProperties {
	return {
		displayName: 'Header',
		name: 'header',
		type: 'fixedCollection',
		placeholder: 'Add Header',
		default: {},
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [
					{
						displayName: 'Type',
						name: 'format',
						type: 'options',
						options: [
							{ name: 'Document', value: 'document' },
							{ name: 'GIF', value: 'gif' },
							{ name: 'Image', value: 'image' },
							{ name: 'Location', value: 'location' },
							{ name: 'Product', value: 'product' },
							{ name: 'Text', value: 'text' },
							{ name: 'Video', value: 'video' },
						],
						default: 'text',
					},
					textField('Text', 'text', {
						noDataExpression: true,
						displayOptions: { show: { format: ['text'] } },
						placeholder: 'e.g. Order {{1}}',
						description: 'Up to 60 characters with one blank at most',
					}),
					textField('Example', 'example', {
						displayOptions: { show: { format: ['text'] } },
						placeholder: 'e.g. 1042',
						description: 'For the reviewers: what stands in the place of the blank',
					}),
					...samples,
				],
			},
		],
	};
}

const ofFiles = { show: { format: ['document', 'gif', 'image', 'video'] } };

/** Meta takes the sample of a header as a file. */
export const FILE_SAMPLES: INodeProperties[] = [
	{
		displayName: 'Sample From Field',
		name: 'binaryField',
		type: 'string',
		displayOptions: ofFiles,
		default: 'data',
		description: 'Input field that holds a sample file for the reviewers',
	},
	textField('Sample Handle', 'handle', {
		displayOptions: ofFiles,
		description: 'Handle of a sample that was uploaded before; the file of the item is not needed then',
	}),
];

/** Infobip and Sinch fetch it. */
export const LINK_SAMPLES: INodeProperties[] = [
	textField('Sample Link', 'link', {
		displayOptions: ofFiles,
		placeholder: 'e.g. https://shop.example/summer.jpg',
		description: 'Where the provider fetches a sample for the reviewers',
	}),
];

/** A file of the item is the sample unless one was uploaded before. */
export async function headerOf(reader: ItemReader): Promise<Input | undefined> {
	const given = reader.group('header').header;
	if (given === undefined) return undefined;
	const { format, text, example, handle, link, binaryField } = readGroup(given);
	const header = filled({ format: format ?? 'text', text, example: link ?? example, handle });
	const field = readText(binaryField);
	const takesFile = ['document', 'gif', 'image', 'video'].includes(readText(format));
	return takesFile && field !== '' && header.handle === undefined
		? { ...header, file: await fileOf(reader, field) }
		: header;
}
