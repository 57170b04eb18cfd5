import type { JsonObject, JsonValue } from '../../../events';
import { isJsonObject } from '../../../lib/json';
import { helperNamed } from './helpers';
import type { Expression, Node, Path, Segment } from './syntax';

/** What expressions look at. */
export interface Source {
	/** One element of a batch, or the body itself. */
	element: JsonValue;
	body: JsonValue;
}

/** As many values as `[*]` brings together for one field. No message has that many parts. */
const MAX_FOUND = 100;

const NUMBER = /^(?:0|[1-9]\d?)$/;

/** `MediaUrl0`, `MediaUrl1`, … by their numbers, so that `MediaType1` goes with `MediaUrl1` also where others are missing. */
function numberedMembers(object: JsonObject, prefix: string): (JsonValue | undefined)[] {
	const members: (JsonValue | undefined)[] = [];
	for (const key of Object.keys(object)) {
		if (!key.startsWith(prefix)) continue;
		const number = key.slice(prefix.length);
		if (NUMBER.test(number)) members[Number(number)] = object[key];
	}
	return Array.from(members);
}

function follow(value: JsonValue | undefined, segment: Segment): JsonValue | undefined {
	switch (segment.kind) {
		case 'key':
			return isJsonObject(value) && Object.hasOwn(value, segment.key) ? value[segment.key] : undefined;
		case 'index':
			return Array.isArray(value) ? value[segment.index] : undefined;
		default:
			return undefined;
	}
}

/** What `[*]` and `name*` lead to. */
function branches(value: JsonValue | undefined, segment: Segment): (JsonValue | undefined)[] | undefined {
	if (segment.kind === 'every') return Array.isArray(value) ? value : [];
	if (segment.kind === 'numbered') return isJsonObject(value) ? numberedMembers(value, segment.prefix) : [];
	return undefined;
}

/** @returns whether to go on: the visitor says `false` when it has enough */
type Visitor = (value: JsonValue | undefined) => boolean;

function walk(
	start: JsonValue | undefined,
	segments: readonly Segment[],
	from: number,
	visit: Visitor,
): boolean {
	let value = start;
	for (let at = from; at < segments.length; at += 1) {
		const segment = segments[at];
		if (segment === undefined) break;
		const several = branches(value, segment);
		if (several !== undefined) return several.every((branch) => walk(branch, segments, at + 1, visit));
		value = follow(value, segment);
	}
	return visit(value);
}

function isPlain({ segments }: Path): boolean {
	return segments.every(({ kind }) => kind === 'key' || kind === 'index');
}

function readPath(path: Path, { element, body }: Source): JsonValue | undefined {
	const start = path.fromBody ? body : element;
	if (isPlain(path)) return path.segments.reduce<JsonValue | undefined>(follow, start);
	const found: JsonValue[] = [];
	walk(start, path.segments, 0, (value) => found.push(value ?? null) < MAX_FOUND);
	return found;
}

/**
 * The elements of a batch: of each list that the path leads to, its elements; anything else that it leads to is an element
 * by itself.
 *
 * @returns `undefined` where the path leads nowhere
 */
export function elementsAt(path: Path, body: JsonValue): JsonValue[] | undefined {
	let elements: JsonValue[] | undefined;
	walk(body, path.segments, 0, (value) => {
		if (value === undefined) return true;
		elements ??= [];
		if (!Array.isArray(value)) elements.push(value);
		else for (const element of value) elements.push(element);
		return true;
	});
	return elements;
}

/** The text of a text, a number or a truth value. */
export function plainText(value: JsonValue | undefined): string | undefined {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: undefined;
}

/** Gateways write an empty text or `null` for what a message does not have. */
function something(value: JsonValue | undefined): JsonValue | undefined {
	if (value === null || value === '') return undefined;
	return Array.isArray(value) && value.every((each) => each === null || each === '') ? undefined : value;
}

function call(helper: string, value: JsonValue, texts: readonly string[]): JsonValue | undefined {
	const known = helperNamed(helper);
	const apply = (each: JsonValue): string | undefined => {
		const text = plainText(each);
		return text === undefined || text === '' ? undefined : known?.apply(text, texts);
	};
	if (!Array.isArray(value) && known !== undefined) return apply(value);
	const several = Array.isArray(value) ? value.slice(0, MAX_FOUND) : [value];
	return known === undefined
		? several.flatMap((each) => plainText(each) || []).join(texts[0])
		: several.map((each) => apply(each) ?? null);
}

/** A part that finds nothing leaves a gap; where all do, there is nothing. */
function fillTemplate(parts: readonly Node[], source: Source): string | undefined {
	const texts = parts.map((part) => plainText(firstOf(evaluateNode(part, source))));
	const hasFound = parts.some(({ kind }, at) => kind !== 'constant' && texts[at] !== undefined);
	return hasFound ? texts.join('') : undefined;
}

function evaluateNode(node: Node, source: Source): JsonValue | undefined {
	switch (node.kind) {
		case 'constant':
			return something(node.text);
		case 'path':
			return something(readPath(node.path, source));
		case 'first':
			for (const option of node.options) {
				const value = evaluateNode(option, source);
				if (value !== undefined) return value;
			}
			return undefined;
		case 'call': {
			const input = evaluateNode(node.input, source);
			return input === undefined ? undefined : something(call(node.helper, input, node.texts));
		}
		case 'template':
			return fillTemplate(node.parts, source);
	}
}

/** The value itself, or the first of several that is something. */
export function firstOf(value: JsonValue | undefined): JsonValue | undefined {
	return Array.isArray(value) ? value.find((each) => each !== null && each !== '') : value;
}

/**
 * What an expression finds; `undefined` for nothing, `null` and an empty text included. Where a path has `[*]` or `name*`, a
 * list that has `null` in the place of whatever is missing, so that two such lists go together by position.
 */
export function evaluate({ root }: Expression, source: Source): JsonValue | undefined {
	return evaluateNode(root, source);
}
