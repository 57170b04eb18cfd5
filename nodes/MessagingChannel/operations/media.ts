import type { INodeProperties } from 'n8n-workflow';
import { readText } from '../../shared/parameters';
import { binaryInputField, optionsField } from '../fields/common';
import { phoneNumberField } from '../fields/whatsapp';
import { fileOf } from '../file';
import { form, without } from '../form';
import type { Operations } from './operation';
import { textField } from '../../shared/fields';

const mediaIdField: INodeProperties = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '={{ $json.media.id }}',
	placeholder: 'e.g. 1013859600285441',
	description: 'ID of the file of a received message, or of one that was uploaded. WhatsApp lists no files.',
};

/** Meta answers only for files of this number then. */
const ownerField = textField('Phone Number ID', 'phoneNumberId', {
	placeholder: 'e.g. 106540352242922',
	description: 'Fails where the file is not of this number',
});

const chosenFile = form([mediaIdField, optionsField([ownerField])]);

const downloadFields: INodeProperties[] = [
	mediaIdField,
	{
		displayName: 'Put Output File in Field',
		name: 'outputField',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the output field to put the file in',
	},
	optionsField([
		textField('File Name', 'filename', {
			placeholder: 'e.g. invoice.pdf',
			description: 'How to name the file',
		}),
		ownerField,
	]),
];

const useField: INodeProperties = {
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
};

export const MEDIA: Operations<'media'> = {
	delete: {
		name: 'Delete',
		action: 'Delete media',
		description: 'Take a file away from the provider',
		forms: { whatsAppCloud: chosenFile },
	},
	download: {
		name: 'Download',
		action: 'Download media',
		description: 'Put a file that somebody sent on the item',
		forms: {
			whatsAppCloud: form(downloadFields, (input, _reader, { connection }) => ({
				...without(input, 'outputField'),
				baseUrl: connection.hosts.main,
			})),
		},
	},
	get: {
		name: 'Get',
		action: 'Get media',
		description: 'Look at type, size and checksum of a file',
		forms: { whatsAppCloud: chosenFile },
	},
	upload: {
		name: 'Upload',
		action: 'Upload media',
		description: 'Leave a file with the provider, which keeps it for 30 days',
		forms: {
			whatsAppCloud: form(
				[phoneNumberField, binaryInputField, optionsField([useField])],
				async ({ binaryField, ...input }, reader) => ({
					...input,
					file: await fileOf(reader, readText(binaryField)),
				}),
			),
		},
	},
};
