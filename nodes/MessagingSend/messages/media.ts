import type { INodeProperties } from 'n8n-workflow';
import { AS_IN_ITEM, providersThat, SENDING_PROVIDERS } from '../../shared/providers';
import type { Content, MessageForm, Upload } from './form';
import { textField } from '../../shared/fields';

const sourceField: INodeProperties = {
	displayName: 'File From',
	name: 'mediaSource',
	type: 'options',
	options: [
		{
			name: 'Input Item',
			value: 'binary',
			description: 'A file that an earlier node put on the item. It is uploaded first.',
		},
		{ name: 'Link', value: 'link', description: 'The provider fetches the file from a public address' },
		{ name: 'Media ID', value: 'id', description: 'A file that was uploaded before' },
	],
	default: 'link',
};

const linkField = textField('Link', 'mediaLink', {
	required: true,
	placeholder: 'e.g. https://shop.example/summer.jpg',
	description: 'Public address from which the provider fetches the file',
});

/** The others fetch files from a link. */
const HOLDING_FILES = providersThat('upload');
const onlyForUploads = { provider: HOLDING_FILES };
const onlyForLinks = {
	provider: [...SENDING_PROVIDERS.filter((provider) => !HOLDING_FILES.includes(provider)), AS_IN_ITEM],
};

const sourceFields: INodeProperties[] = [
	{ ...sourceField, displayOptions: { show: onlyForUploads } },
	{ ...linkField, displayOptions: { show: { ...onlyForUploads, mediaSource: ['link'] } } },
	{ ...linkField, displayOptions: { show: onlyForLinks } },
	textField('Media ID', 'mediaId', {
		required: true,
		displayOptions: { show: { ...onlyForUploads, mediaSource: ['id'] } },
		placeholder: 'e.g. 1013859600285441',
	}),
	{
		displayName: 'Input Data Field Name',
		name: 'binaryField',
		type: 'string',
		required: true,
		displayOptions: { show: { ...onlyForUploads, mediaSource: ['binary'] } },
		default: 'data',
		hint: 'The name of the input field that holds the file',
	},
];

const captionField = textField('Caption', 'caption', {
	typeOptions: { rows: 2 },
	placeholder: 'e.g. Our summer menu',
	description: 'Text below the file, up to 1,024 characters',
});

const filenameField = textField('File Name', 'filename', {
	placeholder: 'e.g. Invoice 1042.pdf',
	description: 'The name that the person sees',
});

function mediaForm(type: Upload['as'], name: string, fields: INodeProperties[]): MessageForm {
	return {
		type,
		name,
		fields: [...sourceFields, ...fields],
		read(reader): Content {
			const content = {
				type,
				...(fields.includes(captionField) && { caption: reader.text('caption') }),
				...(fields.includes(filenameField) && { filename: reader.text('filename') }),
			};
			switch (reader.choice('mediaSource', 'File From', ['link', 'id', 'binary'])) {
				case 'binary': {
					const binaryField = reader.text('binaryField');
					// Throws where the item has none: no message of a list is to go out before that is known.
					reader.context.helpers.assertBinaryData(reader.itemIndex, binaryField);
					return { ...content, upload: { binaryField, as: type } satisfies Upload };
				}
				case 'id':
					return { ...content, media: { id: reader.text('mediaId') } };
				default:
					return { ...content, media: { link: reader.text('mediaLink') } };
			}
		},
	};
}

const image = mediaForm('image', 'Image', [captionField]);
const audio = mediaForm('audio', 'Audio', []);
const voice = mediaForm('voice', 'Voice', []);
const video = mediaForm('video', 'Video', [captionField]);
const document = mediaForm('document', 'Document', [filenameField, captionField]);
const sticker = mediaForm('sticker', 'Sticker', []);
export const MEDIA_FORMS = [audio, document, image, sticker, video, voice];
