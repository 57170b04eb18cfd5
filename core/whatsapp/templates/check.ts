import type { MessageTemplate, TemplateBlank } from './template';
import { rowOf } from '../../lib/json';
import { valueProblem } from './entries';
import { templatePlace } from './keys';
import { complaintAbout } from './value';
import type { FieldProblem } from '../../lib/result';

function complaint({ key, required, maxLength }: TemplateBlank, value: string): string | undefined {
	if (value.trim() === '') return required ? 'is missing' : undefined;
	if (maxLength !== undefined && value.length > maxLength) return `is longer than ${maxLength} characters`;
	const place = templatePlace(key);
	return place && complaintAbout(place, value);
}

function problemOf(blank: TemplateBlank, values: Readonly<Record<string, string>>): FieldProblem[] {
	const wrong = complaint(blank, rowOf(values, blank.key) ?? '');
	return wrong === undefined ? [] : [valueProblem(blank.key, `The value for "${blank.label}" ${wrong}`)];
}

/**
 * What is wrong with values for a template whose definition is at hand: each problem names the label that a person
 * sees. An empty value counts as left out.
 */
export function checkTemplateValues(
	{ name, language, blanks }: MessageTemplate,
	values: Readonly<Record<string, string>>,
): FieldProblem[] {
	const known = new Set(blanks.map(({ key }) => key));
	const superfluous = Object.keys(values).filter(
		(key) => !known.has(key) && rowOf(values, key)?.trim() !== '',
	);
	return [
		...blanks.flatMap((blank) => problemOf(blank, values)),
		...superfluous.map((key) =>
			valueProblem(
				key,
				`The template "${name}" (${language}) has no blank for "${key}"; leave the value out`,
			),
		),
	];
}
