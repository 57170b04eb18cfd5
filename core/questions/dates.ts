import { LANGUAGES } from '../consent/keywords/languages';
import { keyOf } from '../consent/keywords/normalise';
import { dayIn } from '../lib/time';

const DAY_MS = 86_400_000;

/** What a text says of a date. */
interface Words {
	/** 1 to 12, by the name of the month in any language. */
	months: Map<string, number>;
	/** 0 to 6, Sunday first. */
	weekdays: Map<string, number>;
	/** From today: *tomorrow* is 1. */
	days: Map<string, number>;
}

let known: Words | undefined;

/** Names of months, weekdays and days from here in all languages, as the platform writes them. Made with the first date. */
function words(): Words {
	if (known !== undefined) return known;
	known = { months: new Map(), weekdays: new Map(), days: new Map() };
	const add = (map: Map<string, number>, name: string, value: number) => {
		const key = keyOf(name).replace(/[.,]/g, '');
		if (key !== '' && !/\d/.test(key) && !map.has(key)) map.set(key, value);
	};
	for (const { code } of LANGUAGES) {
		for (const style of ['long', 'short'] as const) {
			const zone = { timeZone: 'UTC', calendar: 'gregory' } as const;
			const month = new Intl.DateTimeFormat(code, { ...zone, month: style });
			// With a day beside it, as in "24 декабря", the name has another form.
			const inDate = new Intl.DateTimeFormat(code, { ...zone, month: style, day: 'numeric' });
			const weekday = new Intl.DateTimeFormat(code, { ...zone, weekday: style });
			for (let at = 0; at < 12; at += 1) {
				const date = Date.UTC(2026, at, 15);
				add(known.months, month.format(date), at + 1);
				const part = inDate.formatToParts(date).find(({ type }) => type === 'month');
				if (part !== undefined) add(known.months, part.value, at + 1);
			}
			// The first of November 2026 is a Sunday.
			for (let at = 0; at < 7; at += 1) add(known.weekdays, weekday.format(Date.UTC(2026, 10, 1 + at)), at);
		}
		const relative = new Intl.RelativeTimeFormat(code, { numeric: 'auto' });
		for (const day of [0, 1, 2]) add(known.days, relative.format(day, 'day'), day);
	}
	return known;
}

export interface Today {
	/** Milliseconds since 1970. */
	now: number;
	/** Of the person. */
	timeZone: string;
	dayFirst: boolean;
}

const textOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The day at the person's, as the midnight of that day in UTC. */
function today({ now, timeZone }: Today): number {
	return Date.parse(`${dayIn(now, timeZone)}T00:00:00Z`);
}

function dateOf(year: number, month: number, day: number): string | undefined {
	const time = Date.UTC(year, month - 1, day);
	const date = new Date(time);
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? textOf(time) : undefined;
}

/** A day without a year is the next one. */
function nextDate(month: number, day: number, from: number): string | undefined {
	const year = new Date(from).getUTCFullYear();
	const date = dateOf(year, month, day);
	return date === undefined || date >= textOf(from) ? date : dateOf(year + 1, month, day);
}

const fullYear = (year: string) => Number(year.length === 2 ? `20${year}` : year);

/** Dates in figures, alone in the text or with other words around them. */
function inFigures(text: string, from: number, dayFirst: boolean): string | undefined {
	const [, year = '', month = '', day = ''] =
		/(?<!\d)(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)/.exec(text) ?? [];
	if (year !== '') return dateOf(Number(year), Number(month), Number(day));
	const [, first = '', second = '', last = ''] =
		/(?<![\d:])(\d{1,2})\s*[-./]\s*(\d{1,2})(?:\s*[-./]\s*(\d{4}|\d{2}))?(?![\d:])/.exec(text) ?? [];
	if (first === '') return undefined;
	const [d, m] = dayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
	return last === '' ? nextDate(m, d, from) : dateOf(fullYear(last), m, d);
}

/** The date that a text names: in figures, by the name of the month, by a weekday, or as today and tomorrow. */
export function dateIn(text: string, at: Today): string | undefined {
	const from = today(at);
	const figures = inFigures(text.normalize('NFKC'), from, at.dayFirst);
	if (figures !== undefined) return figures;
	const { months, weekdays, days } = words();
	const key = keyOf(text).replace(/[.,]/g, ' ');
	const tokens = key.split(/\s+/).filter((token) => token !== '');
	const found = <Value>(map: ReadonlyMap<string, Value>) =>
		map.get(key.trim()) ?? tokens.flatMap((token) => map.get(token) ?? [])[0];
	const month = found(months);
	const numbers = tokens.flatMap((token) => /^(\d{1,4})\D{0,2}$/.exec(token)?.[1] ?? []);
	const day = numbers.find((number) => number.length <= 2);
	const year = numbers.find((number) => number.length === 4);
	if (month !== undefined && day !== undefined) {
		return year === undefined ? nextDate(month, Number(day), from) : dateOf(Number(year), month, Number(day));
	}
	const ahead = found(days);
	if (ahead !== undefined) return textOf(from + ahead * DAY_MS);
	const weekday = found(weekdays);
	if (weekday === undefined) return undefined;
	const until = (weekday - new Date(from).getUTCDay() + 7) % 7 || 7;
	return textOf(from + until * DAY_MS);
}
