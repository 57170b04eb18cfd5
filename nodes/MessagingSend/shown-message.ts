import { shownTemplate, type MessageTemplate, type OutgoingMessage } from '../../core';

/** Text of a template whose definition the provider does not show: its name and the values. */
function unseen(name: string, values: Readonly<Record<string, string>>): string {
	const given = Object.entries(values).map(([key, value]) => `${key}: ${value}`);
	return [`[${name}]`, ...given].join('\n');
}

/** A message as the person reads it; nothing where there is nothing to read. What is not text is named in brackets. */
export function shownMessage(message: OutgoingMessage, template?: MessageTemplate): string | undefined {
	switch (message.type) {
		case 'template':
			return template === undefined
				? unseen(message.name, message.values)
				: shownTemplate(template, (key) => message.values[key]);
		case 'text':
			return message.text;
		case 'readReceipt':
			return undefined;
		default: {
			const { type } = message;
			const text = 'body' in message ? message.body : 'caption' in message ? message.caption : undefined;
			return [`[${type}]`, ...(text === undefined ? [] : [text])].join('\n');
		}
	}
}
