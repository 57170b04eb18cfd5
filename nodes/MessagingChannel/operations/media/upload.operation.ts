import type { INodeProperties } from 'n8n-workflow';
import { binaryInputField, optionsField } from '../../fields/common';
import { phoneNumberField } from '../../fields/whatsapp';
import { fileOf } from '../../file';
import { form, without } from '../../form';
import { readText } from '../../../shared/parameters';
import type { Operation } from '../operation';

const fields: INodeProperties[] = [
	phoneNumberField,
	binaryInputField,
	optionsField([
		{
			displayName: 'Send As',
			name: 'use',
			type: 'options',
			options: [
				{ name: 'Audio', value: 'audio' },
				{ name: 'Document', value: 'document' },
				{ name: 'Image', value: 'image' },
				{ name: 'Sticker', value: 'sticker' },
				{ name: 'Video', value: 'video' },
				{ name: 'Voice', value: 'voice' },
			],
			default: 'document',
			description: 'What the file is checked for. Leave out to go by its type.',
		},
	]),
];

export const upload: Operation = {
	resource: 'media',
	option: {
		name: 'Upload',
		value: 'upload',
		action: 'Upload media',
		description: 'Leave a file with the provider, which keeps it for 30 days',
	},
	forms: {
		whatsAppCloud: form(fields, async (input, reader) => ({
			...without(input, 'binaryField'),
			file: await fileOf(reader, readText(input.binaryField)),
		})),
	},
};
