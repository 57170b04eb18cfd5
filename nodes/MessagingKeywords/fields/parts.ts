import type { INodeProperties } from 'n8n-workflow';

export const replyField: INodeProperties = {
	displayName: 'Reply',
	name: 'reply',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'Text to answer with. It leaves on the item as reply.text, for Messaging Send to send.',
};

export function keywordsField(description: string, placeholder: string): INodeProperties {
	return {
		displayName: 'Keywords',
		name: 'keywords',
		type: 'string',
		default: '',
		placeholder,
		description,
	};
}
