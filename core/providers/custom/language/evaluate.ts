import type { JsonObject, JsonValue } from '../../../events';
import { isJsonObject, isRounded } from '../../../lib/json';
import { helperNamed } from './helpers';
import type { Node, Path, Segment } from './syntax';

/** The values that expressions look at. */
export interface Source {
	/** One element of a batch, or the body itself. */
	element: JsonValue;
	body: JsonValue;
}

type Found = JsonValue | undefined;

/** As many values as `[*]` brings together for one field. No message has that many parts. */
const MAX_FOUND = 100;

const NUMBER = /^(?:0|[1-9]\d?)$/;

/** `MediaUrl0`, `MediaUrl1`, … by their numbers, so that `MediaType1` goes with `MediaUrl1` also where others are missing. */
function numberedMembers(object: JsonObject, prefix: string): Found[] {
	const members: Found[] = [];
	for (const key of Object.keys(object)) {
		if (!key.startsWith(prefix)) continue;
		const number = key.slice(prefix.length);
		if (NUMBER.test(number)) members[Number(number)] = object[key];
	}
	return Array.from(members);
}

/** Where one step of a path leads: to one value by a key or an index, to several by `[*]` and `name*`. */
function follow(value: Found, segment: Segment): readonly Found[] {
	switch (segment.kind) {
		case 'key':
			return [isJsonObject(value) && Object.hasOwn(value, segment.key) ? value[segment.key] : undefined];
		case 'index':
			return [Array.isArray(value) ? value[segment.index] : undefined];
		case 'every':
			return Array.isArray(value) ? value : [];
		case 'numbered':
			return isJsonObject(value) ? numberedMembers(value, segment.prefix) : [];
	}
}

/** Shows the values at the end of a path one by one, until the visitor says `false`. */
function walk(start: Found, segments: readonly Segment[], visit: (value: Found) => boolean, at = 0): boolean {
	const segment = segments[at];
	return segment === undefined
		? visit(start)
		: follow(start, segment).every((next) => walk(next, segments, visit, at + 1));
}

function readPath({ fromBody, segments }: Path, { element, body }: Source): Found {
	const found: JsonValue[] = [];
	walk(fromBody ? body : element, segments, (value) => found.push(value ?? null) < MAX_FOUND);
	return segments.every(({ kind }) => kind === 'key' || kind === 'index') ? found[0] : found;
}

/**
 * The elements of a batch: of each list that the paths lead to, its elements; anything else that they lead to is an element
 * by itself.
 *
 * @returns `undefined` where none of the paths leads anywhere
 */
export function elementsAt(paths: readonly Path[], body: JsonValue): JsonValue[] | undefined {
	const found: JsonValue[] = [];
	for (const { segments } of paths)
		walk(body, segments, (value) => value === undefined || found.push(value) > 0);
	return found.length === 0 ? undefined : found.flatMap((value) => value);
}

/** The text of a text, a number or a truth value; none of a whole number that may have been another one. */
export function plainText(value: Found): string | undefined {
	if (typeof value === 'number' && isRounded(value)) return undefined;
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: undefined;
}

/** Gateways write an empty text or `null` for what a message does not have. */
function isNothing(value: Found): boolean {
	return value === undefined || value === null || value === '';
}

/** The value itself, or the first of several that is something. */
export function firstOf(value: Found): Found {
	return Array.isArray(value) ? value.find((each) => !isNothing(each)) : value;
}

function something(value: Found): Found {
	return isNothing(value) || (Array.isArray(value) && value.every(isNothing)) ? undefined : value;
}

function call(name: string, value: JsonValue, texts: readonly string[]): Found {
	const helper = helperNamed(name);
	const several = (Array.isArray(value) ? value.slice(0, MAX_FOUND) : [value]).map(plainText);
	const found = several.flatMap((text) => text || []);
	if (helper?.combine) return helper.combine(found, texts);
	const applied = several.map((text) => (text ? (helper?.apply?.(text, texts) ?? null) : null));
	return Array.isArray(value) ? applied : applied[0];
}

/** A part that finds nothing leaves a gap; where all do, there is nothing. */
function fillTemplate(parts: readonly Node[], source: Source): string | undefined {
	const texts = parts.map((part) => plainText(firstOf(evaluate(part, source))));
	const hasFound = parts.some(({ kind }, at) => kind !== 'constant' && texts[at] !== undefined);
	return hasFound ? texts.join('') : undefined;
}

/**
 * What an expression finds; `undefined` for nothing, `null` and an empty text included. Where a path has `[*]` or `name*`, a
 * list that has `null` in the place of whatever is missing, so that two such lists go together by position.
 */
export function evaluate(node: Node, source: Source): Found {
	switch (node.kind) {
		case 'constant':
			return something(node.text);
		case 'path':
			return something(readPath(node.path, source));
		case 'first':
			for (const option of node.options) {
				const value = evaluate(option, source);
				if (value !== undefined) return value;
			}
			return undefined;
		case 'call': {
			const input = evaluate(node.input, source);
			return input === undefined ? undefined : something(call(node.helper, input, node.texts));
		}
		case 'template':
			return fillTemplate(node.parts, source);
	}
}
