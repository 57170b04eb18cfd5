import { UserError } from 'n8n-workflow';
import { readText } from '../../shared/parameters';
import type { ItemReader } from '../../shared/reader';
import type { Content } from '../messages/form';
import { templateOf } from '../operations/send-template.operation';
import { askingOf } from './asking';

/** Ends of the keys by which a template's buttons take the reference of a question. */
const PAYLOAD = /^button_\d+_payload$/;
const TOKEN = /^button_\d+_flowToken$/;

/**
 * Values of the quick replies, each with the reference behind it. Those that were filled in stay where they are, as where other
 * buttons come first; without any the choices are the first buttons.
 */
function quickReplies(
	values: Readonly<Record<string, unknown>>,
	choices: readonly string[],
	written: string,
): [key: string, value: string][] {
	const given = Object.entries(values)
		.filter(([key]) => PAYLOAD.test(key))
		.map(([key, value]): [string, string] => [key, readText(value)]);
	for (const [key, value] of given) {
		if (!choices.includes(value)) {
			throw new UserError(
				`The quick reply '${key}' sends '${value}' back, which is none of the choices. Give it one of ${choices.join(', ')}, or leave all of them empty to have them in their order`,
			);
		}
	}
	const replies =
		given.length > 0 ? given : choices.map((value, at) => [`button_${at}_payload`, value] as const);
	return replies.map(([key, value]) => [key, value + written]);
}

/** A question that an approved template asks, at any time. */
export function templateContent(reader: ItemReader, choices: readonly string[], hasFlow: boolean): Content {
	const { written } = askingOf(reader.context);
	const template = templateOf(reader);
	const { values } = template;
	const token = Object.keys(values).find((key) => TOKEN.test(key)) ?? 'button_0_flowToken';
	const own = hasFlow ? [[token, written]] : quickReplies(values, choices, written);
	return { ...template, values: { ...values, ...Object.fromEntries(own) } };
}
