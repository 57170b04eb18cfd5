import { parseMapping, type Mapping } from './mapping';

/** A workflow hands over the same mapping with every call. */
const known = new WeakMap<object, Mapping | undefined>();

/**
 * A mapping as the caller has it, ready for use. The same object is read once only, so it must not change afterwards.
 *
 * @returns `undefined` where there is none, or none that can be used
 */
export function readyMapping(mapping: unknown): Mapping | undefined {
	if (typeof mapping !== 'object' || mapping === null) return undefined;
	if (!known.has(mapping)) {
		const result = parseMapping(mapping);
		known.set(mapping, result.ok ? result.mapping : undefined);
	}
	return known.get(mapping);
}
