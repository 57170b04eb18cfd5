import type { INodeProperties } from 'n8n-workflow';
import { LANGUAGE_CHOICES } from '../../../core';
import { textField } from '../../shared/fields';

/** Alphabetical, as a list of choices. */
export const languageOptions = LANGUAGE_CHOICES.map(({ code, name }) => ({ name, value: code })).sort(
	(a, b) => a.name.localeCompare(b.name),
);

/** @param placeholder what is answered where the field stays empty, or an example */
export const replyField = (placeholder = '') =>
	textField('Reply', 'reply', {
		typeOptions: { rows: 3 },
		placeholder,
		description: 'Text to answer with. It leaves on the item as reply.text, for Messaging Send to send.',
	});

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
