import { table } from './chart.js';
import { adviceFor } from './advice.js';
import { causesOf, nameOf } from './rows.js';
import { nothing, section } from './section.js';
import { count } from './words.js';

/** @type {Record<string, string>} */
const KINDS = { failed: 'Failed', heldBack: 'Held back', unsent: 'Not taken' };

/**
 * Why messages did not arrive, and what to do about it.
 *
 * @param {readonly import('./rows.js').Sends[]} sends
 */
export function causes(sends) {
	const found = causesOf(sends);
	const title = 'Why messages did not arrive';
	if (found.length === 0)
		return section(title, nothing('Nothing failed, and nothing was held back.'), { wide: true });
	const rows = found.slice(0, 100).map((cause) => {
		const { title: words, advice } = adviceFor(cause);
		const code = cause.kind === 'heldBack' || cause.code === '' ? '' : `${cause.code} `;
		return [
			`${code}${words}`,
			KINDS[cause.kind] ?? cause.kind,
			count(cause.count),
			nameOf('provider', cause.provider),
			advice,
		];
	});
	return section(
		title,
		table({ head: ['Reason', 'What happened', 'Messages', 'Provider', 'What to do'], rows }, title),
		{ wide: true },
	);
}
