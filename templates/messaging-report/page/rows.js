/** The rows that the workflow keeps, as records to count with. */

/**
 * @typedef {'sent' | 'delivered' | 'read' | 'clicked' | 'replied' | 'optedOut'} Step
 * @typedef {Step | 'failed' | 'refused' | 'heldBack' | 'unsent' | 'waiting' | 'planned' | 'rows' | 'bytes'} Figure
 * @typedef {'campaign' | 'template' | 'provider' | 'channel' | 'sender'} Division
 * @typedef {[sent: number, delivered: number, read: number, replied: number]} Hour
 */

/**
 * @typedef {Partial<Record<Figure, number> & Record<Division, string>> & { day: string, hours?: Record<string, Hour>,
 *   causes?: Record<string, { count: number, text: string }>, cost?: Record<string, { count: number, amount: number }> }} Sends
 *   what became of the messages of a day
 */

/**
 * @typedef {object} Consent of a day
 * @property {string} day
 * @property {string} campaign the way in which people came or went
 * @property {number} optedIn
 * @property {number} optedOut
 * @property {number} pending
 * @property {number} [bytes]
 */

/**
 * @typedef {object} NumberState as it was from a moment on
 * @property {string} sender
 * @property {string} at
 * @property {string} status
 * @property {string} [failed] the first of the checks that failed
 * @property {string} [quality]
 * @property {string} [limit]
 * @property {string} [next] what to do
 */

/** @typedef {{ kind: string, block: number | string | null, renewedAt: string, figures: string }} Row of the table `messaging_report` */
/** @typedef {{ renewedAt: string, zone: string, limitMegabytes?: number }} State */
/** @typedef {Record<Figure, number> & { value: string, of: Sends[] }} Group records with the same value of a division */
/** @typedef {{ kind: string, code: string, provider: string, text: string, count: number }} Cause */

/**
 * What a message may come to, in this order.
 *
 * @type {Step[]}
 */
export const STEPS = ['sent', 'delivered', 'read', 'clicked', 'replied', 'optedOut'];
/** @type {Figure[]} */
const FIGURES = [...STEPS, 'failed', 'refused', 'heldBack', 'unsent', 'waiting', 'planned', 'rows', 'bytes'];
const NO_FIGURES = {
	...{ sent: 0, delivered: 0, read: 0, clicked: 0, replied: 0, optedOut: 0 },
	...{ failed: 0, refused: 0, heldBack: 0, unsent: 0, waiting: 0, planned: 0, rows: 0, bytes: 0 },
};

/**
 * What a report can be divided by, and how it is called where nothing was noted.
 *
 * @type {Record<Division, { label: string, none: string }>}
 */
export const DIVISIONS = {
	campaign: { label: 'Campaign', none: 'Other messages' },
	template: { label: 'Template', none: 'Not noted' },
	provider: { label: 'Provider', none: 'Not noted' },
	channel: { label: 'Channel', none: 'Not noted' },
	sender: { label: 'Number', none: 'Not noted' },
};

/**
 * The divisions in the order in which they are offered.
 *
 * @type {Division[]}
 */
export const DIVIDED_BY = ['campaign', 'template', 'provider', 'channel', 'sender'];

/** @type {Record<string, string>} */
const PROVIDERS = { whatsAppCloud: 'WhatsApp Cloud', infobip: 'Infobip', sinch: 'Sinch', custom: 'Custom' };

/**
 * A value of a division as people read it.
 *
 * @param {Division} division
 * @param {string} value
 */
export function nameOf(division, value) {
	if (value === '') return DIVISIONS[division].none;
	return division === 'provider' ? (PROVIDERS[value] ?? value) : value;
}

/**
 * A block that was counted anew stands beside its rows of before until these are removed: the newest ones count.
 *
 * @param {readonly Row[]} rows
 */
function newestOf(rows) {
	/** @param {Row} row */
	const blockOf = ({ kind, block }) => `${kind} ${block}`;
	/** @type {Map<string, string>} */
	const newest = new Map();
	for (const row of rows) {
		const known = newest.get(blockOf(row)) ?? '';
		if (row.renewedAt > known) newest.set(blockOf(row), row.renewedAt);
	}
	return rows.filter((row) => row.block === null || row.renewedAt === newest.get(blockOf(row)));
}

/**
 * @param {readonly Row[]} rows
 * @returns {{ sends: Sends[], consent: Consent[], numbers: NumberState[], state: State | undefined }}
 */
export function recordsOf(rows) {
	const records = newestOf(rows.filter(({ kind }) => kind)).map(({ figures, ...row }) => ({
		...row,
		...JSON.parse(figures || '{}'),
	}));
	/** @param {string} wanted */
	const of = (wanted) => records.filter(({ kind }) => kind === wanted);
	return { sends: of('sends'), consent: of('consent'), numbers: of('number'), state: of('state')[0] };
}

/**
 * @param {readonly { [figure: string]: unknown }[]} records
 * @param {string} figure
 */
export const sumOf = (records, figure) =>
	records.reduce((total, record) => total + (Number(record[figure]) || 0), 0);

/**
 * All figures of these records together.
 *
 * @param {readonly Sends[]} records
 * @returns {Record<Figure, number>}
 */
export function totalsOf(records) {
	const totals = { ...NO_FIGURES };
	for (const figure of FIGURES) totals[figure] = sumOf(records, figure);
	return totals;
}

/**
 * Records by the value of a field, those with most messages first.
 *
 * @param {readonly Sends[]} records
 * @param {Division} field
 * @returns {Group[]}
 */
export function groupedBy(records, field) {
	return [...Map.groupBy(records, (record) => record[field] ?? '')]
		.map(([value, of]) => ({ value, of, ...totalsOf(of) }))
		.sort(
			(a, b) => b.sent - a.sent || b.heldBack - a.heldBack || String(a.value).localeCompare(String(b.value)),
		);
}

/**
 * Every cause, the most frequent first.
 *
 * @param {readonly Sends[]} records
 */
export function causesOf(records) {
	/** @type {Map<string, Cause>} */
	const causes = new Map();
	for (const { causes: found = {}, provider = '' } of records) {
		for (const [key, { count, text }] of Object.entries(found)) {
			const [kind, code] = [key.slice(0, key.indexOf('|')), key.slice(key.indexOf('|') + 1)];
			const id = `${provider} ${key}`;
			const known = causes.get(id) ?? { kind, code, provider, text, count: 0 };
			known.count += count;
			causes.set(id, known);
		}
	}
	return [...causes.values()].sort((a, b) => b.count - a.count);
}

/**
 * 24 hours, by when messages went out.
 *
 * @param {readonly Sends[]} records
 */
export function hoursOf(records) {
	const hours = Array.from({ length: 24 }, (_, hour) => ({
		hour,
		sent: 0,
		delivered: 0,
		read: 0,
		replied: 0,
	}));
	for (const { hours: found = {} } of records) {
		for (const [hour, [sent, delivered, read, replied]] of Object.entries(found)) {
			const at = hours[Number(hour)];
			at.sent += sent;
			at.delivered += delivered;
			at.read += read;
			at.replied += replied;
		}
	}
	return hours;
}

/**
 * Messages and money by category and currency, as providers report them.
 *
 * @param {readonly Sends[]} records
 */
export function costOf(records) {
	/** @type {Map<string, { provider: string, category: string, currency: string, count: number, amount: number }>} */
	const cost = new Map();
	for (const { cost: found = {}, provider = '' } of records) {
		for (const [key, { count, amount }] of Object.entries(found)) {
			const [category, currency] = key.split('|');
			const id = `${provider}|${key}`;
			const known = cost.get(id) ?? { provider, category, currency, count: 0, amount: 0 };
			known.count += count;
			known.amount += amount;
			cost.set(id, known);
		}
	}
	return [...cost.values()].sort((a, b) => b.count - a.count);
}

/**
 * Days between the first and the last one, those without anything among them.
 *
 * @param {readonly { day: string }[]} records
 */
export function daysOf(records) {
	const days = records
		.map(({ day }) => day)
		.filter(Boolean)
		.sort();
	const [first, last] = [days[0], days.at(-1)];
	/** @type {string[]} */
	const dates = [];
	if (first === undefined || last === undefined) return dates;
	for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
		dates.push(new Date(at).toISOString().slice(0, 10));
	}
	return dates;
}
