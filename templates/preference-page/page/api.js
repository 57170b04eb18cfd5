/** An answer of the workflow that is no success. */
export class Refused extends Error {
	/** @param {number} status HTTP status */
	constructor(status) {
		super(String(status));
		/** Whether the link is none of ours, not whole, or too old. */
		this.isOfLink = [401, 403, 404].includes(status);
	}
}

/** The link's reference: behind `#`, where no server sees it, or as `t` where a button of a template cannot have that. */
export function referenceOfAddress() {
	return location.hash.slice(1) || (new URLSearchParams(location.search).get('t') ?? '');
}

/**
 * Makes changes, or none, and gives what holds then.
 *
 * @param {import('./choices.js').Change[]} changes
 * @throws {Refused}
 */
export async function ask(changes) {
	const reference = referenceOfAddress();
	if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(reference)) throw new Refused(404);
	const response = await fetch(`${location.origin}${location.pathname.replace(/\/$/, '')}-choices`, {
		method: 'POST',
		cache: 'no-store',
		headers: { Authorization: `Bearer ${reference}`, 'Content-Type': 'application/json' },
		body: JSON.stringify({ changes }),
	});
	if (!response.ok) throw new Refused(response.status);
	return await response.json();
}
