/** Numbers and names as people read them. */
const NUMBER = new Intl.NumberFormat('en');
const SHARE = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const POINTS = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** @param {number} number */
export const count = (number) => NUMBER.format(number);
/**
 * @param {number} part
 * @param {number} of
 */
export const share = (part, of) => (of > 0 ? SHARE.format(part / of) : '–');
/**
 * A difference of shares, in percentage points.
 *
 * @param {number} difference
 */
export const points = (difference) => POINTS.format(difference * 100);

/** @type {Record<import('./rows.js').Step | 'failed' | 'heldBack', string>} */
export const LABELS = {
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	clicked: 'Clicked',
	replied: 'Replied',
	optedOut: 'Opted out',
	failed: 'Failed',
	heldBack: 'Held back',
};

/**
 * An amount in its currency.
 *
 * @param {number} amount
 * @param {string} currency what the provider wrote
 */
export function money(amount, currency) {
	return /^[A-Z]{3}$/.test(currency)
		? new Intl.NumberFormat('en', { style: 'currency', currency, maximumFractionDigits: 4 }).format(amount)
		: `${NUMBER.format(amount)} ${currency}`.trim();
}

/**
 * A moment by the clock of whoever looks at it.
 *
 * @param {string} iso
 */
export const moment = (iso) =>
	Number.isNaN(Date.parse(iso))
		? ''
		: new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
