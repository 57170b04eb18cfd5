import { timeFromIso } from '../../../lib/time';

/** Digits that a part of a pattern takes. Only the year has a fixed width: `5.3.2026` is a usual way to write a day. */
const DIGITS: Readonly<Record<string, string>> = {
	YYYY: '4',
	YY: '2',
	MM: '1,2',
	DD: '1,2',
	HH: '1,2',
	mm: '1,2',
	ss: '1,2',
};

const PART = /YYYY|YY|MM|DD|HH|mm|ss/g;
const PART_OR_LETTER = /(YYYY|YY|MM|DD|HH|mm|ss)|[^]/g;
const OFFSET = /^(Z|[+-]\d{2}:?\d{2})$/;

/** The arguments of the helper `date`: a pattern, an offset, or both. */
function formOf([first, second]: readonly string[]): { pattern?: string; offset?: string } {
	return second === undefined && first !== undefined && OFFSET.test(first)
		? { offset: first }
		: { pattern: first, offset: second };
}

/** What is wrong with a pattern such as `DD.MM.YYYY HH:mm`, or with an offset such as `+02:00`. */
export function faultOfDate(texts: readonly string[]): string | undefined {
	const { pattern, offset } = formOf(texts);
	if (offset !== undefined && !OFFSET.test(offset)) {
		return `"${offset}" is not an offset from UTC; write it like "+02:00"`;
	}
	if (pattern === undefined) return undefined;
	const parts = pattern.match(PART) ?? [];
	const names = new Set(parts);
	const isWhole = names.has('MM') && names.has('DD') && (names.has('YYYY') || names.has('YY'));
	if (!isWhole) return `"${pattern}" is not a pattern of a date: it needs YYYY or YY, MM and DD`;
	return names.size === parts.length ? undefined : `"${pattern}" names a part of the date twice`;
}

/** A part keeps every digit that it can take: `(?=(…))\k` gives none back, so a text has one reading only. */
function toRegExp(pattern: string): RegExp {
	const source = pattern.replace(PART_OR_LETTER, (text: string, part: string | undefined) =>
		part === undefined
			? text.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')
			: `(?=(?<${part}>\\d{${DIGITS[part] ?? ''}}))\\k<${part}>`,
	);
	return new RegExp(`^${source}$`);
}

/** A written time as ISO 8601 in UTC: without a pattern it is ISO 8601 already, without an offset it is UTC. */
export function readDate(text: string, texts: readonly string[]): string | undefined {
	const { pattern, offset = 'Z' } = formOf(texts);
	const given = text.trim();
	if (pattern === undefined) return timeFromIso(given) ?? timeFromIso(given + offset);
	const parts = toRegExp(pattern).exec(given)?.groups;
	if (parts === undefined) return undefined;
	const { YYYY, YY = '', MM = '', DD = '', HH = '0', mm = '0', ss = '0' } = parts;
	const two = (digits: string) => digits.padStart(2, '0');
	return timeFromIso(`${YYYY ?? `20${YY}`}-${two(MM)}-${two(DD)}T${two(HH)}:${two(mm)}:${two(ss)}${offset}`);
}
