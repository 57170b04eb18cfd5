import type { IDataObject } from 'n8n-workflow';
import { recordedAddress, type ConsentRow, type ConsentSource, type ConsentState } from '../../core';
import { readGroup, readList, readText } from '../shared/parameters';
import { readConsentState } from '../shared/settings';

/** A row of the consent table, as the workflow looked it up. */
interface KnownRow {
	address: string;
	channel: string;
	sender: string;
	state: ConsentState;
	scope: string;
	/** ISO 8601; empty where the row has none. */
	timestamp: string;
	/** ISO 8601, when a pending opt-in lapses; empty otherwise. */
	expiry: string;
	/** The columns that this package writes, as they stand. */
	columns: IDataObject;
}

const COLUMNS: readonly (keyof ConsentRow)[] = [
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
];

/** A row as it is, or in the item that an expression such as `$('Known Contacts').all()` gives. */
function readRow(value: unknown): KnownRow[] {
	const given = readGroup(value);
	const row = 'json' in given ? readGroup(given.json) : given;
	const channel = readText(row.channel);
	const address = recordedAddress({ from: readText(row.address), ...(channel !== '' && { channel }) });
	if (address === undefined || address === '') return [];
	return [
		{
			address,
			channel,
			sender: readText(row.sender),
			// A word that is not understood may stand for an opt-out.
			state: readConsentState(row.status, 'status of Consent Records') ?? 'none',
			scope: readText(row.scope) || 'all',
			timestamp: readText(row.timestamp),
			expiry: readText(row.expiry),
			columns: Object.fromEntries(COLUMNS.map((name) => [name, readText(row[name])])),
		},
	];
}

/** What the workflow knows of a person, with what this run found out before. */
export class ConsentRecords {
	private readonly found: KnownRow[] = [];

	/** @param value of *Consent Records*; `undefined` where the field was not added */
	known(value: unknown, source: ConsentSource): PersonRecord | undefined {
		if (value === undefined) return undefined;
		const address = recordedAddress(source);
		const rows = [...readList(value).flatMap(readRow), ...this.found].filter(
			(row) => row.address === address,
		);
		return new PersonRecord(rows);
	}

	/** A row that this run gives out counts for the messages behind it. */
	add(row: ConsentRow): void {
		this.found.push(...readRow(row));
	}
}

/** All rows of one person, on whatever channels. */
export class PersonRecord {
	/** The row that counts. */
	readonly newest: KnownRow | undefined;

	constructor(private readonly rows: readonly KnownRow[]) {
		this.newest = rows.reduce<KnownRow | undefined>(
			(newest, row) => (newest === undefined || row.timestamp >= newest.timestamp ? row : newest),
			undefined,
		);
	}

	/** Whether the person left in this very chat, and so had the confirmation in it. */
	leftIn(channel: string, sender: string): boolean {
		return this.rows.some(
			(row) => row.state === 'optedOut' && row.channel === channel && row.sender === sender,
		);
	}
}
