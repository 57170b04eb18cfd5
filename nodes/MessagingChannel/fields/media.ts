import type { INodeProperties } from 'n8n-workflow';

export const mediaIdField: INodeProperties = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '={{ $json.media.id }}',
	placeholder: 'e.g. 1013859600285441',
	description: 'ID of the file of a received message, or of one that was uploaded. WhatsApp lists no files.',
};

/** Meta answers only for files of this number then. */
export const ownerField: INodeProperties = {
	displayName: 'Phone Number ID',
	name: 'phoneNumberId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 106540352242922',
	description: 'Fails where the file is not of this number',
};
