import { UserError, type IDataObject } from 'n8n-workflow';
import {
	countsOn,
	newestOf,
	recordedAddress,
	statusOfRows,
	type ConsentRow,
	type ConsentSource,
	type ConsentStatus,
	type KnownConsent,
} from '../../core';
import { parseJsonField, readGroup, readText } from './parameters';
import { readConsentState, readTime } from './settings';

/** A row of the consent table, as the workflow looked it up. */
interface KnownRow extends KnownConsent {
	address: string;
	channel: string;
	source: string;
	sender: string;
	/** The columns that this package writes, as they stand. */
	columns: IDataObject;
}

const COLUMNS = [
	'key',
	'address',
	'channel',
	'sender',
	'scope',
	'status',
	'source',
	'keyword',
	'tier',
	'messageId',
	'timestamp',
	'expiry',
	'evidence',
] as const satisfies readonly (keyof ConsentRow)[];

const LABEL = 'Consent Records';

type Row = Record<string, unknown>;

function columnsOf(row: Record<string, unknown>): IDataObject {
	const names = 'optOutAsked' in row ? [...COLUMNS, 'optOutAsked'] : COLUMNS;
	return Object.fromEntries(names.map((name) => [name, readText(row[name])]));
}

/** A time as this package wrote it. One that is not understood may stand for a question that is open. */
function timeOf(value: unknown, name: string): Date | undefined {
	const time = readTime(value, `${name} of ${LABEL}`, 'UTC');
	return time === undefined ? undefined : new Date(time);
}

/**
 * Rows as they are, or in the items that an expression such as `$('Known Contacts').all()` gives; one alone counts as a list.
 * What is no row, or has its person in another column, may stand for an opt-out.
 */
function rowsOf(value: unknown): Row[] {
	return [value].flat().map((one) => {
		if (typeof one !== 'object' || one === null || Array.isArray(one)) {
			throw new UserError(
				`'${LABEL}' holds no rows. Give it those of your consent table, for example {{ $('Known Contacts').all() }}.`,
			);
		}
		const row = 'json' in one ? readGroup(one.json) : readGroup(one);
		const names = Object.keys(row);
		if (names.length === 0 || 'address' in row) return row;
		throw new UserError(
			`A row of '${LABEL}' has no column 'address', but ${names.join(', ')}. Give the column with the phone number or user ID that name.`,
		);
	});
}

function addressOf(row: Record<string, unknown>): string | undefined {
	const channel = readText(row.channel);
	return recordedAddress({ from: readText(row.address), ...(channel !== '' && { channel }) });
}

function readRow(row: Record<string, unknown>, address: string): KnownRow {
	const expiresAt = timeOf(row.expiry, 'expiry');
	const optOutAsked = timeOf(row.optOutAsked, 'optOutAsked');
	return {
		address,
		channel: readText(row.channel),
		source: readText(row.source),
		sender: readText(row.sender),
		// A word that is not understood may stand for an opt-out.
		state: readConsentState(row.status, `status of ${LABEL}`) ?? 'none',
		scope: readText(row.scope) || 'all',
		timestamp: readText(row.timestamp),
		...(expiresAt && { expiresAt }),
		...(optOutAsked && { optOutAsked }),
		columns: columnsOf(row),
	};
}

function byAddress(rows: readonly Row[]): Map<string, Row[]> {
	const index = new Map<string, Row[]>();
	for (const row of rows) file(index, row);
	return index;
}

function file(index: Map<string, Row[]>, row: Row): void {
	const address = addressOf(row);
	if (address === undefined) return;
	const filed = index.get(address);
	if (filed === undefined) index.set(address, [row]);
	else filed.push(row);
}

/**
 * What the workflow knows of people, with what this run found out before. The same rows are gone through once, however many
 * items they are given to.
 */
export class ConsentRecords {
	private readonly indexes = new WeakMap<object, Map<string, Row[]>>();

	private parsed: { text: string; value: unknown } | undefined;

	private readonly found = new Map<string, Row[]>();

	/** @param value of *Consent Records*: rows, or the text of them; `undefined` where the field was not added */
	known(value: unknown, source: ConsentSource): PersonRecord | undefined {
		const given = this.valueOf(value);
		if (given === undefined) return undefined;
		const address = recordedAddress(source);
		if (address === undefined || address === '') return new PersonRecord([]);
		const rows = [...(this.indexOf(given).get(address) ?? []), ...(this.found.get(address) ?? [])];
		const read = rows.map((row) => readRow(row, address));
		return new PersonRecord(read.filter((row) => countsOn(source.channel, row)));
	}

	/** A row that this run gives out counts for the messages behind it. */
	add(row: IDataObject): void {
		file(this.found, row);
	}

	/** A text is the same for all items as a rule, so the last one is kept. */
	private valueOf(value: unknown): unknown {
		if (typeof value !== 'string') return parseJsonField(value, LABEL);
		if (this.parsed?.text !== value) this.parsed = { text: value, value: parseJsonField(value, LABEL) };
		return this.parsed.value;
	}

	private indexOf(given: unknown): Map<string, Row[]> {
		if (typeof given !== 'object' || given === null) return byAddress(rowsOf(given));
		const index = this.indexes.get(given) ?? byAddress(rowsOf(given));
		this.indexes.set(given, index);
		return index;
	}
}

/** All rows of one person, on whatever channels, that count for the channel at hand. */
export class PersonRecord {
	/** The row that was written last. */
	readonly newest: KnownRow | undefined;

	constructor(private readonly rows: readonly KnownRow[]) {
		this.newest = newestOf(rows);
	}

	/** What all rows say together. */
	status(now: Date): ConsentStatus {
		return statusOfRows(this.rows, now);
	}

	/** Whether the person left in this very chat, and so had the confirmation in it. */
	leftIn(channel: string, sender: string): boolean {
		return this.rows.some(
			(row) => row.state === 'optedOut' && row.channel === channel && row.sender === sender,
		);
	}
}
