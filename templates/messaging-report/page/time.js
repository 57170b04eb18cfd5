import { barY, lineY, rectY, ruleY } from '@observablehq/plot';
import { chart, colour } from './chart.js';
import { daysOf, sumOf, totalsOf } from './rows.js';
import { section } from './section.js';
import { count, LABELS, share } from './words.js';

/** @typedef {import('./rows.js').Sends} Sends */
/** @typedef {import('./rows.js').Step | 'failed' | 'heldBack'} Line */

/** @type {Line[]} */
const LINES = ['sent', 'delivered', 'read', 'failed'];
/** @param {Line[]} names */
const legendOf = (names) => names.map((name) => ({ label: LABELS[name], colour: colour(name) }));

/**
 * Messages by the day on which they went out.
 *
 * @param {readonly Sends[]} sends
 */
export function overTime(sends) {
	const byDay = Map.groupBy(sends, ({ day }) => day);
	const days = daysOf(sends).map((day) => ({ day, date: new Date(day), ...totalsOf(byDay.get(day) ?? []) }));
	return section(
		'Over time',
		chart({
			name: 'over-time',
			title: 'Messages by day',
			legend: legendOf(LINES),
			height: 230,
			options: () => ({
				x: { type: 'utc', label: null },
				y: { label: null, grid: true, nice: true, tickFormat: 's' },
				marks: [
					ruleY([0]),
					...LINES.map((line) =>
						lineY(days, {
							x: 'date',
							y: line,
							stroke: colour(line),
							strokeWidth: 2,
							marker: days.length < 40 ? 'dot' : undefined,
						}),
					),
				],
			}),
			numbers: () => ({
				head: ['Day', ...LINES.map((line) => LABELS[line])],
				rows: days
					.filter(({ sent, failed }) => sent + failed > 0)
					.map((day) => [day.day, ...LINES.map((line) => count(day[line]))]),
			}),
		}),
	);
}

/**
 * How people came and went, by day and by the way they did.
 *
 * @param {readonly import('./rows.js').Consent[]} consent
 */
export function consentOverTime(consent) {
	if (consent.length === 0) return undefined;
	const byDay = Map.groupBy(consent, ({ day }) => day);
	const days = daysOf(consent).map((day) => {
		const records = byDay.get(day) ?? [];
		return { date: new Date(day), day, joined: sumOf(records, 'optedIn'), left: -sumOf(records, 'optedOut') };
	});
	const bySource = Map.groupBy(consent, ({ day, campaign }) => `${day}|${campaign}`);
	return section(
		'Consent',
		chart({
			name: 'consent',
			title: 'Opt-ins and opt-outs by day',
			legend: [
				{ label: 'Opted in', colour: colour('read') },
				{ label: 'Opted out', colour: colour('optedOut') },
			],
			height: 230,
			options: () => ({
				x: { type: 'utc', label: null },
				y: { label: null, grid: true, nice: true, tickFormat: (number) => count(Math.abs(number)) },
				marks: [
					rectY(days, { x: 'date', y: 'joined', fill: colour('read'), interval: 'day' }),
					rectY(days, { x: 'date', y: 'left', fill: colour('optedOut'), interval: 'day' }),
					ruleY([0]),
				],
			}),
			numbers: () => ({
				head: ['Day', 'Source', 'Opted in', 'Opted out', 'Asked to confirm'],
				rows: [...bySource.values()]
					.map((records) => [
						records[0].day,
						records[0].campaign || 'Not noted',
						...['optedIn', 'optedOut', 'pending'].map((figure) => count(sumOf(records, figure))),
					])
					.sort((a, b) => b[0].localeCompare(a[0]) || a[1].localeCompare(b[1])),
			}),
		}),
	);
}

/**
 * When messages are read, by the hour at which they went out.
 *
 * @param {ReturnType<typeof import('./rows.js').hoursOf>} hours
 */
export function byHour(hours) {
	const busy = hours.map((hour) => ({ ...hour, share: hour.sent > 0 ? (hour.read / hour.sent) * 100 : 0 }));
	return section(
		'By hour',
		chart({
			name: 'by-hour',
			title: 'Messages by the hour at which they were sent',
			legend: legendOf(['sent', 'read']),
			height: 230,
			options: (width) => ({
				x: {
					type: 'band',
					label: null,
					domain: busy.map(({ hour }) => hour),
					tickFormat: (hour) => (hour % (width < 420 ? 6 : 3) === 0 ? `${hour}:00` : ''),
					tickSize: 0,
				},
				y: { label: null, grid: true, nice: true, tickFormat: 's' },
				marks: [
					barY(busy, { x: 'hour', y: 'sent', fill: colour('sent') }),
					barY(busy, { x: 'hour', y: 'read', fill: colour('read') }),
					ruleY([0]),
				],
			}),
			numbers: () => ({
				head: ['Hour', 'Sent', 'Read', 'Read of those sent', 'Replied'],
				rows: busy
					.filter(({ sent }) => sent > 0)
					.map(({ hour, sent, read, replied }) => [
						`${hour}:00`,
						count(sent),
						count(read),
						share(read, sent),
						count(replied),
					]),
			}),
		}),
		{ hint: 'By the time zone of the workflow.' },
	);
}
