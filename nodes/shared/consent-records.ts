import type { IDataObject } from 'n8n-workflow';
import {
	newestOf,
	recordedAddress,
	statusOfRows,
	type ConsentRow,
	type ConsentSource,
	type ConsentStatus,
	type KnownConsent,
} from '../../core';
import { readGroup, readList, readText } from './parameters';
import { readConsentState, readTime } from './settings';

/** A row of the consent table, as the workflow looked it up. */
interface KnownRow extends KnownConsent {
	address: string;
	channel: string;
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

function columnsOf(row: Record<string, unknown>): IDataObject {
	const names = 'optOutAsked' in row ? [...COLUMNS, 'optOutAsked'] : COLUMNS;
	return Object.fromEntries(names.map((name) => [name, readText(row[name])]));
}

/** A time as this package wrote it. One that is not understood may stand for a question that is open. */
function timeOf(value: unknown, name: string): Date | undefined {
	const time = readTime(value, `${name} of Consent Records`, 'UTC');
	return time === undefined ? undefined : new Date(time);
}

/** A row as it is, or in the item that an expression such as `$('Known Contacts').all()` gives. */
function rowOf(value: unknown): Record<string, unknown> {
	const given = readGroup(value);
	return 'json' in given ? readGroup(given.json) : given;
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
		sender: readText(row.sender),
		// A word that is not understood may stand for an opt-out.
		state: readConsentState(row.status, 'status of Consent Records') ?? 'none',
		scope: readText(row.scope) || 'all',
		timestamp: readText(row.timestamp),
		...(expiresAt && { expiresAt }),
		...(optOutAsked && { optOutAsked }),
		columns: columnsOf(row),
	};
}

/** What the workflow knows of people, with what this run found out before. */
export class ConsentRecords {
	private readonly found: Record<string, unknown>[] = [];

	/** @param value of *Consent Records*; `undefined` where the field was not added */
	known(value: unknown, source: ConsentSource): PersonRecord | undefined {
		if (value === undefined) return undefined;
		const address = recordedAddress(source);
		if (address === undefined || address === '') return new PersonRecord([]);
		const rows = [...readList(value).map(rowOf), ...this.found];
		return new PersonRecord(
			rows.filter((row) => addressOf(row) === address).map((row) => readRow(row, address)),
		);
	}

	/** A row that this run gives out counts for the messages behind it. */
	add(row: IDataObject): void {
		this.found.push(row);
	}
}

/** All rows of one person, on whatever channels. */
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
