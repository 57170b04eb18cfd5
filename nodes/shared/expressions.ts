/** What n8n takes for an expression: a text behind an equals sign. */
export function isExpression(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('=');
}

/** Nothing but the items of another node, or of the input, which are the same whatever item asks. */
const ALL_ITEMS = /^=\{\{\s*(?:\$input|\$\((?:'[^'\\]+'|"[^"\\]+")\))\.all\(\)\s*\}\}$/;

/** Whether a parameter as it is written, or anything in it, can have another value for another item. */
export function variesByItem(written: unknown): boolean {
	if (isExpression(written)) return !ALL_ITEMS.test(written);
	if (typeof written !== 'object' || written === null) return false;
	return Object.values(written).some(variesByItem);
}
