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

/** Nothing but a field of the item. */
const FIELD = /^=\{\{\s*\$json\.([A-Za-z_]\w*)\s*\}\}$/;

/** The name of the field that an expression consists of, which can be read without n8n: that takes it a millisecond an item. */
export function fieldIn(written: unknown): string | undefined {
	return isExpression(written) ? FIELD.exec(written)?.[1] : undefined;
}
