import { timeFromIso } from '../../../lib/time';

/** Digits that a part of a pattern may take. Only the year has a fixed width: `5.3.2026` is a usual way to write a day. */
const PARTS = {
	YYYY: { least: 4, most: 4 },
	YY: { least: 2, most: 2 },
	MM: { least: 1, most: 2 },
	DD: { least: 1, most: 2 },
	HH: { least: 1, most: 2 },
	mm: { least: 1, most: 2 },
	ss: { least: 1, most: 2 },
} as const;
type Part = keyof typeof PARTS;

const PART = /YYYY|YY|MM|DD|HH|mm|ss/y;
const OFFSET = /^(Z|[+-]\d{2}:?\d{2})$/;

export function isOffset(text: string): boolean {
	return OFFSET.test(text);
}

type Step = { part: Part; text?: undefined } | { part?: undefined; text: string };

function isPart(text: string): text is Part {
	return Object.hasOwn(PARTS, text);
}

function stepsOf(pattern: string): Step[] {
	const steps: Step[] = [];
	for (let position = 0; position < pattern.length;) {
		PART.lastIndex = position;
		const part = PART.exec(pattern)?.[0] ?? '';
		steps.push(isPart(part) ? { part } : { text: pattern.charAt(position) });
		position += part.length || 1;
	}
	return steps;
}

/** What is wrong with a pattern such as `DD.MM.YYYY HH:mm`. */
export function faultOfPattern(pattern: string): string | undefined {
	const parts = stepsOf(pattern).flatMap(({ part }) => part ?? []);
	const names = new Set<string>(parts);
	const isWhole = names.has('MM') && names.has('DD') && (names.has('YYYY') || names.has('YY'));
	if (!isWhole) return `"${pattern}" is no pattern of a date: it needs YYYY or YY, MM and DD`;
	return names.size === parts.length ? undefined : `"${pattern}" names a part of the date twice`;
}

const DIGIT = /^\d$/;

/** The parts of a date as they stand in a text, or nothing where the text does not follow the pattern to its end. */
function readParts(text: string, pattern: string): Partial<Record<Part, string>> | undefined {
	const found: Partial<Record<Part, string>> = {};
	let position = 0;
	for (const step of stepsOf(pattern)) {
		if (step.part === undefined) {
			if (text.charAt(position) !== step.text) return undefined;
			position += 1;
			continue;
		}
		const { least, most } = PARTS[step.part];
		const start = position;
		while (position - start < most && DIGIT.test(text.charAt(position))) position += 1;
		if (position - start < least) return undefined;
		found[step.part] = text.slice(start, position);
	}
	return position === text.length ? found : undefined;
}

/**
 * A written time as ISO 8601 in UTC.
 *
 * @param pattern how the day and the time of day are written; ISO 8601 where there is none
 * @param offset of a time that names none itself, such as `+02:00`; UTC where there is none
 */
export function readDate(text: string, pattern: string | undefined, offset = 'Z'): string | undefined {
	const given = text.trim();
	if (pattern === undefined) return timeFromIso(given) ?? timeFromIso(given + offset);
	const parts = readParts(given, pattern);
	if (parts === undefined) return undefined;
	const { YYYY, YY = '', MM = '', DD = '', HH = '00', mm = '00', ss = '00' } = parts;
	const two = (digits: string) => digits.padStart(2, '0');
	return timeFromIso(`${YYYY ?? `20${YY}`}-${two(MM)}-${two(DD)}T${two(HH)}:${two(mm)}:${two(ss)}${offset}`);
}
