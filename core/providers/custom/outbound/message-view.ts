import type { JsonObject, JsonValue } from '../../../events';
import type { ContentOf, OutgoingMessage } from '../../../messages';
import { toJsonValue } from '../../../lib/json';
import { templatePlace } from '../../../whatsapp/templates/keys';

/** The texts of a template's body: by the names of their blanks, and those with a number in order. */
function bodyTexts(values: Readonly<Record<string, string>>) {
	const variables = Object.entries(values).flatMap(([key, value]): [string, string][] => {
		const place = templatePlace(key);
		return place?.part === 'body' && place.card === undefined ? [[place.name, value]] : [];
	});
	const numbered = variables
		.filter(([name]) => /^\d+$/.test(name))
		.sort(([one], [other]) => Number(one) - Number(other));
	return { variables: Object.fromEntries(variables), parameters: numbered.map(([, value]) => value) };
}

function templateView({ name, language, values }: ContentOf<'template'>): JsonObject {
	return { name, language, values, ...bodyTexts(values) };
}

/** What the expressions of a request template look at: the message, with a template's own fields in a group. */
export function messageView(message: OutgoingMessage): JsonValue {
	return toJsonValue(message.type === 'template' ? { ...message, template: templateView(message) } : message);
}
