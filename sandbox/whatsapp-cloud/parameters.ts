/** Parameters of a call: query and body together. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Parameters that authenticate a call in place of a header. */
const SECRETS: ReadonlySet<string> = new Set(['access_token', 'appsecret_proof']);

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none where there is no list. */
export function objectsAt(parameters: unknown, ...path: string[]): Record<string, unknown>[] {
	const value = valueAt(parameters, path);
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/** An object inside nested objects; an empty one where any step is missing. */
export function objectAt(parameters: unknown, ...path: string[]): Record<string, unknown> {
	const value = valueAt(parameters, path);
	return isObject(value) ? value : {};
}

/** A value inside nested objects; undefined where any step is missing. */
export function valueAt(parameters: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), parameters);
}

/** A text parameter. The Graph API takes numbers where it wants text. Undefined where absent, null or empty. */
export function textAt(parameters: unknown, ...path: string[]): string | undefined {
	const value = valueAt(parameters, path);
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Parameters that may be kept and shown. */
export function withoutSecrets(parameters: Parameters): Parameters {
	const entries = Object.entries(parameters).filter(([name]) => !SECRETS.has(name));
	return Object.fromEntries(entries);
}
