import { table } from './chart.js';
import { costOf, nameOf } from './rows.js';
import { section } from './section.js';
import { count, moment, money } from './words.js';

/**
 * What the health check and the provider said about each number, the latest first.
 *
 * @param {readonly import('./rows.js').NumberState[]} changes
 */
export function numbers(changes) {
	if (changes.length === 0) return undefined;
	const rows = [...changes]
		.sort((a, b) => b.at.localeCompare(a.at))
		.slice(0, 200)
		.map(({ sender, at, status, failed, quality, limit, next }) => [
			sender || 'Not noted',
			moment(at),
			[status, failed].filter(Boolean).join(': '),
			quality ?? '',
			limit ?? '',
			next ?? '',
		]);
	return section(
		'Numbers',
		table({ head: ['Number', 'Since', 'State', 'Quality', 'Limit', 'What to do'], rows }, 'Numbers'),
		{ wide: true },
	);
}

/**
 * What messages cost, as far as the provider says so.
 *
 * @param {readonly import('./rows.js').Sends[]} sends
 */
export function cost(sends) {
	const found = costOf(sends);
	if (found.length === 0) return undefined;
	const rows = found.map(({ provider, category, currency, count: messages, amount }) => [
		category || 'Not noted',
		nameOf('provider', provider),
		count(messages),
		currency ? money(amount, currency) : 'No price reported',
	]);
	return section('Cost', table({ head: ['Category', 'Provider', 'Messages', 'Price'], rows }, 'Cost'), {
		wide: true,
	});
}
