/** The rows that the workflow keeps, as records to count with. */

/** What a message may come to, in this order. */
export const STEPS = ['sent', 'delivered', 'read', 'clicked', 'replied', 'optedOut'];
const FIGURES = [...STEPS, 'failed', 'refused', 'heldBack', 'unsent', 'waiting', 'planned', 'rows', 'bytes'];

/** What a report can be divided by, and how it is called where nothing was noted. */
export const DIVISIONS = {
	campaign: { label: 'Campaign', none: 'Other messages' },
	template: { label: 'Template', none: 'Not noted' },
	provider: { label: 'Provider', none: 'Not noted' },
	channel: { label: 'Channel', none: 'Not noted' },
	sender: { label: 'Number', none: 'Not noted' },
};

const PROVIDERS = { whatsAppCloud: 'WhatsApp Cloud', infobip: 'Infobip', sinch: 'Sinch', custom: 'Custom' };

/** A value of a division as people read it. */
export function nameOf(division, value) {
	if (value === '') return DIVISIONS[division].none;
	return division === 'provider' ? (PROVIDERS[value] ?? value) : value;
}

/** A block that was counted anew stands beside its rows of before until these are removed: the newest ones count. */
function newestOf(rows) {
	const blockOf = ({ kind, block }) => `${kind} ${block}`;
	const newest = new Map();
	for (const row of rows) {
		const known = newest.get(blockOf(row)) ?? '';
		if (row.renewedAt > known) newest.set(blockOf(row), row.renewedAt);
	}
	return rows.filter((row) => row.block === null || row.renewedAt === newest.get(blockOf(row)));
}

/**
 * @param {Record<string, unknown>[]} rows of the table `messaging_report`
 * @returns {{ sends: object[], consent: object[], numbers: object[], state: object | undefined }}
 */
export function recordsOf(rows) {
	const records = newestOf(rows.filter(({ kind }) => kind)).map(({ figures, ...row }) => ({
		...row,
		...JSON.parse(figures || '{}'),
	}));
	const of = (wanted) => records.filter(({ kind }) => kind === wanted);
	return { sends: of('sends'), consent: of('consent'), numbers: of('number'), state: of('state')[0] };
}

export const sumOf = (records, figure) =>
	records.reduce((total, record) => total + (Number(record[figure]) || 0), 0);

/** All figures of these records together. */
export function totalsOf(records) {
	return Object.fromEntries(FIGURES.map((figure) => [figure, sumOf(records, figure)]));
}

/** Records by the value of a field, those with most messages first. */
export function groupedBy(records, field) {
	return [...Map.groupBy(records, (record) => record[field] ?? '')]
		.map(([value, of]) => ({ value, of, ...totalsOf(of) }))
		.sort(
			(a, b) => b.sent - a.sent || b.heldBack - a.heldBack || String(a.value).localeCompare(String(b.value)),
		);
}

/** Every cause, the most frequent first. */
export function causesOf(records) {
	const causes = new Map();
	for (const { causes: found = {}, provider } of records) {
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

/** 24 hours, by when messages went out. */
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

/** Messages and money by category and currency, as providers report them. */
export function costOf(records) {
	const cost = new Map();
	for (const { cost: found = {}, provider } of records) {
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

/** Days between the first and the last one, those without anything among them. */
export function daysOf(records) {
	const days = records
		.map(({ day }) => day)
		.filter(Boolean)
		.sort();
	if (days.length === 0) return [];
	const dates = [];
	for (let at = Date.parse(days[0]); at <= Date.parse(days.at(-1)); at += 86_400_000) {
		dates.push(new Date(at).toISOString().slice(0, 10));
	}
	return dates;
}
