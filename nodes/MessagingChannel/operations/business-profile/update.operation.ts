import type { INodeProperties } from 'n8n-workflow';
import { readText, readWords } from '../../../shared/parameters';
import { senderField } from '../../fields/infobip';
import { INFOBIP_INDUSTRIES, META_INDUSTRIES, profileChanges } from '../../fields/profile';
import { appIdField, phoneNumberField } from '../../fields/whatsapp';
import { fileOf } from '../../file';
import { form, without, type Input } from '../../form';
import type { Operation } from '../operation';

const metaPicture: INodeProperties[] = [
	appIdField,
	{
		displayName: 'Photo From Field',
		name: 'pictureField',
		type: 'string',
		default: 'data',
		description: 'Input field that holds the photo, a square JPEG or PNG of up to 5 MB',
	},
];

const infobipPicture: INodeProperties[] = [
	{
		displayName: 'Photo Link',
		name: 'profilePictureUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://harbour.example/logo.png',
		description: 'Where Infobip fetches the photo from',
	},
];

/** An empty list takes the websites away. */
const withWebsites = (input: Input): Input =>
	input.websites === undefined ? input : { ...input, websites: readWords(input.websites) };

export const update: Operation = {
	resource: 'businessProfile',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update business profile',
		description: 'Change what people see of your business',
	},
	forms: {
		whatsAppCloud: form(
			[phoneNumberField, profileChanges(META_INDUSTRIES, metaPicture)],
			async (input, reader) => {
				const pictureField = readText(input.pictureField);
				return {
					...without(withWebsites(input), 'pictureField'),
					...(pictureField !== '' && { picture: await fileOf(reader, pictureField) }),
				};
			},
		),
		infobip: form([senderField, profileChanges(INFOBIP_INDUSTRIES, infobipPicture)], withWebsites),
	},
};
