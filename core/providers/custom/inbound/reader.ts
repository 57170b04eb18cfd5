import type { JsonValue } from '../../../events';
import { bare, hasPhoneNumbers, toAddress, toE164 } from '../../../lib/phone/address';
import { idOf } from '../../../lib/json';
import { timeFromEpoch, timeFromIso } from '../../../lib/time';
import { evaluate, firstOf, plainText, type Source } from '../language/evaluate';
import type { Expression } from '../language/syntax';

/** Something that a person should know about a mapping and a payload. */
export interface Remark {
	/**
	 * `problem`: an event is lost, wrong or lacks a value that is there. `hint`: a field found nothing, which is as it should
	 * be where the payload has no such value.
	 */
	severity: 'problem' | 'hint';
	/** The field of the mapping, such as `message.from`. */
	path: string;
	message: string;
}

export type Note = (remark: Remark) => void;

/** The result of `read`, with the remarks that it made, each once. */
export function withRemarks<Result>(read: (note: Note) => Result): { result: Result; remarks: Remark[] } {
	const remarks = new Map<string, Remark>();
	const result = read((remark) => remarks.set(`${remark.path} ${remark.message}`, remark));
	return { result, remarks: [...remarks.values()] };
}

/** Shorter ones are short codes, which have no country code. */
const NATIONAL_NUMBER = /^0\d{7,}$/;

/** The expressions of a rule, by the field that each is for. */
type Expressions<Field extends string> = { readonly [Name in Field]?: Expression };

/** Fields of a rule that are expressions, not tables or groups. */
export type FieldOf<Rule> = {
	[Name in keyof Rule]-?: Rule[Name] extends Expression | undefined ? Name : never;
}[keyof Rule] &
	string;

/** Reads the fields of one element as one rule of the mapping says. */
export class FieldReader<Field extends string> {
	constructor(
		readonly source: Source,
		/** The rule's place in the mapping, such as `message`. */
		private readonly place: string,
		private readonly rule: Expressions<Field>,
		private readonly note?: Note,
	) {}

	/** A reader of a group within the rule; without the group it finds nothing. */
	within<Inner extends string>(place: string, rule: Expressions<Inner> = {}): FieldReader<Inner> {
		return new FieldReader(this.source, `${this.place}.${place}`, rule, this.note);
	}

	problem(field: string, message: string): void {
		this.note?.({ severity: 'problem', path: `${this.place}.${field}`, message });
	}

	hint(field: string, message: string): void {
		this.note?.({ severity: 'hint', path: `${this.place}.${field}`, message });
	}

	/** Whatever is there, of any form. */
	value(field: Field): JsonValue | undefined {
		const expression: Expression | undefined = this.rule[field];
		if (expression === undefined) return undefined;
		const value = evaluate(expression.root, this.source);
		if (value === undefined) this.hint(field, `found nothing at ${expression.source}`);
		return value;
	}

	text(field: Field): string | undefined {
		const value = firstOf(this.value(field));
		const text = plainText(value);
		if (value !== undefined && text === undefined) {
			this.problem(field, `found an object or a list at ${this.rule[field]?.source ?? ''}, not a text`);
		}
		return text;
	}

	/** One text for each value that was found, in its place. */
	texts(field: Field): (string | undefined)[] {
		const value = this.value(field);
		return (Array.isArray(value) ? value : [value]).map((each) => plainText(each) || undefined);
	}

	time(field: Field): string | undefined {
		const text = this.text(field);
		if (text === undefined) return undefined;
		const time = timeFromIso(text) ?? timeFromEpoch(text);
		if (time === undefined) {
			this.problem(
				field,
				`"${text}" is not understood as a time; say how it is written, as in | date, | date("DD.MM.YYYY HH:mm") or | epochSeconds`,
			);
		}
		return time;
	}

	address(field: Field, channel: string | undefined): string | undefined {
		const text = this.text(field)?.trim();
		if (channel !== undefined && !hasPhoneNumbers(channel)) return idOf(text);
		if (text !== undefined && NATIONAL_NUMBER.test(bare(text)) && toE164(text) === undefined) {
			this.problem(
				field,
				`"${text}" has no country code; put the one of the country behind it, as in | e164("44")`,
			);
		}
		return toAddress(text);
	}

	/** Our word for theirs, by the table of that name beside the field. */
	word<Word>(
		field: Field,
		theirs: string,
		table: string,
		rows: ReadonlyMap<string, Word> | undefined,
	): Word | undefined {
		const ours = rows?.get(theirs.toLowerCase());
		if (ours === undefined) this.problem(field, `"${theirs}" is not in the table ${this.place}.${table}`);
		return ours;
	}
}
