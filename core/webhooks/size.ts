/**
 * Whether a body holds more values than a provider ever sends, members and elements of all depths counted. It ends with the first
 * one too many, so that it costs nothing to be asked of a body that is too large.
 */
export function hasMoreValues(body: unknown, most: number): boolean {
	const open = [body];
	let found = 0;
	for (let value = open.pop(); value !== undefined; value = open.pop()) {
		if (typeof value !== 'object' || value === null) continue;
		const members: unknown[] = Array.isArray(value) ? value : Object.values(value);
		found += members.length;
		if (found > most) return true;
		for (const member of members) open.push(member);
	}
	return false;
}
