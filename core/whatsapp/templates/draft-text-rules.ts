import { isPosition } from './rules';
import { blankNames } from './text';

/** What is wrong, and at which member of a template. */
export interface TemplateFault {
	field: string;
	message: string;
}

/** A message as it stands behind other words. None of them begins with a name. */
export function inSentence(message: string): string {
	return message.charAt(0).toLowerCase() + message.slice(1);
}

/** A fault of one part among several of its kind. */
export function placed(place: string, { field, message }: TemplateFault): TemplateFault {
	return { field, message: `${place}: ${inSentence(message)}` };
}

const BLANK = '\\{\\{[^{}]*\\}\\}';
const AT_AN_END = new RegExp(`^\\s*${BLANK}|${BLANK}\\s*$`);
const SIDE_BY_SIDE = new RegExp(`${BLANK}\\s*${BLANK}`);
const NAME = /^[a-z][a-z0-9_]*$/;

export function tooLong(label: string, text: string, most: number): string | undefined {
	return text.length > most
		? `${label} has ${most} characters at most, and this has ${text.length}`
		: undefined;
}

/** Blanks are counted from one without a gap, or all have names (Meta, Template components). */
export function blankComplaint(label: string, text: string): string | undefined {
	const names = blankNames(text);
	const counted = names.filter(isPosition);
	if (counted.length > 0 && counted.length < names.length) {
		return `${label} mixes counted blanks such as {{1}} with named ones; use one kind`;
	}
	const gap = counted.findIndex((name, index) => name !== String(index + 1));
	if (gap !== -1)
		return `${label} counts its blanks {{1}}, {{2}} and on without a gap; {{${gap + 1}}} is missing`;
	const odd = names.find((name) => !isPosition(name) && !NAME.test(name));
	if (odd !== undefined) {
		return `${label} has the blank {{${odd}}}; names of blanks are lower-case letters, digits and underscores`;
	}
	return undefined;
}

/** Where a blank may not stand in a body (Meta, Template components; error 2388299). */
export function placeComplaint(label: string, text: string): string | undefined {
	if (AT_AN_END.test(text)) return `${label} begins or ends with a blank; put words before and behind it`;
	return SIDE_BY_SIDE.test(text) ? `${label} has two blanks side by side; put words between them` : undefined;
}

/** Blanks for which the author gave no example. */
export function withoutExample(text: string, examples: ReadonlyMap<string, string>): string[] {
	return blankNames(text).filter((name) => (examples.get(name) ?? '') === '');
}
