import type { JsonValue } from '../../../events';
import { toAddress, toE164 } from '../../../lib/address';
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

/** Channels whose addresses are phone numbers. On others an id of digits only is not to be taken for one. */
const PHONE_CHANNELS: ReadonlySet<string> = new Set(['sms', 'mms', 'whatsapp', 'viber', 'rcs']);

/** Shorter ones are short codes, which have no country code. */
const NATIONAL_NUMBER = /^0[\d\s().\-–/]{8,}$/;

/** Reads the fields of one element as one rule of the mapping says. */
export class FieldReader {
	constructor(
		readonly source: Source,
		private readonly rule: string,
		private readonly note?: Note,
	) {}

	problem(field: string, message: () => string): void {
		this.note?.({ severity: 'problem', path: `${this.rule}.${field}`, message: message() });
	}

	hint(field: string, message: () => string): void {
		this.note?.({ severity: 'hint', path: `${this.rule}.${field}`, message: message() });
	}

	/** Whatever is there, of any form. */
	value(field: string, expression: Expression | undefined): JsonValue | undefined {
		if (expression === undefined) return undefined;
		const value = evaluate(expression, this.source);
		if (value === undefined) this.hint(field, () => `found nothing at ${expression.source}`);
		return value;
	}

	text(field: string, expression: Expression | undefined): string | undefined {
		const value = firstOf(this.value(field, expression));
		const text = plainText(value);
		if (value !== undefined && text === undefined) {
			this.problem(field, () => `found an object or a list at ${expression?.source}, not a text`);
		}
		return text;
	}

	/** One text for each value that was found, in its place. */
	texts(field: string, expression: Expression | undefined): (string | undefined)[] {
		const value = this.value(field, expression);
		const several = Array.isArray(value) ? value : [value];
		return several.map((each) => plainText(each) || undefined);
	}

	time(field: string, expression: Expression | undefined): string | undefined {
		const text = this.text(field, expression);
		if (text === undefined) return undefined;
		const time = timeFromIso(text) ?? timeFromEpoch(text);
		if (time === undefined) {
			this.problem(
				field,
				() =>
					`"${text}" is not understood as a time; say how it is written, as in | date, | date("DD.MM.YYYY HH:mm") or | epochSeconds`,
			);
		}
		return time;
	}

	address(
		field: string,
		expression: Expression | undefined,
		channel: string | undefined,
	): string | undefined {
		const text = this.text(field, expression)?.trim();
		if (channel !== undefined && !PHONE_CHANNELS.has(channel)) return idOf(text);
		if (text !== undefined && NATIONAL_NUMBER.test(text) && toE164(text) === undefined) {
			this.problem(
				field,
				() => `"${text}" has no country code; put the one of the country behind it, as in | e164("44")`,
			);
		}
		return toAddress(text);
	}

	/** Our word for theirs. */
	word<Word>(
		field: string,
		table: { name: string; rows: ReadonlyMap<string, Word> | undefined },
		theirs: string,
	): Word | undefined {
		const ours = table.rows?.get(theirs.toLowerCase());
		if (ours === undefined) this.problem(field, () => `"${theirs}" is not in the table ${table.name}`);
		return ours;
	}
}
