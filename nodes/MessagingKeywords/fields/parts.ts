import type { INodeProperties } from 'n8n-workflow';
import { LANGUAGE_CHOICES } from '../../../core';

/** Alphabetical, as a list of choices. */
export const languageOptions = LANGUAGE_CHOICES.map(({ code, name }) => ({ name, value: code })).sort(
	(a, b) => a.name.localeCompare(b.name),
);

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
