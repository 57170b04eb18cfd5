import type { JsonValue } from '../../../events';
import { evaluate, firstOf, plainText, type Source } from '../language/evaluate';
import type { Expression, Node } from '../language/syntax';
import type { Member, Tree } from './tree';

/** Thrown where the message lacks what the request needs. A member that may be left out catches it, or else the request. */
export class Gap extends Error {
	constructor(
		/** The member of the message. */
		readonly field: string,
		message: string,
	) {
		super(message);
	}
}

/** Constants and the expressions between them. */
export function partsOf({ root }: Expression): readonly Node[] {
	return root.kind === 'template' ? root.parts : [root];
}

/** The path that an expression looks at first. */
function firstPath(node: Node): string | undefined {
	const first = (nodes: readonly Node[]) => nodes.map(firstPath).find((path) => path !== undefined);
	switch (node.kind) {
		case 'constant':
			return undefined;
		case 'path':
			return node.path.segments
				.flatMap((segment) => {
					if (segment.kind === 'key') return segment.key;
					return segment.kind === 'index' ? String(segment.index) : [];
				})
				.join('.');
		case 'first':
			return first(node.options);
		case 'call':
			return firstPath(node.input);
		case 'template':
			return first(node.parts);
	}
}

/** Every path that an expression looks at, by its keys. */
function pathsIn(node: Node): string[][] {
	switch (node.kind) {
		case 'constant':
			return [];
		case 'path':
			return [node.path.segments.flatMap((segment) => (segment.kind === 'key' ? segment.key : []))];
		case 'first':
			return node.options.flatMap(pathsIn);
		case 'call':
			return pathsIn(node.input);
		case 'template':
			return node.parts.flatMap(pathsIn);
	}
}

/** Every path that the texts of a tree look at, by its keys. */
export function pathsOf(node: Tree): string[][] {
	switch (node.kind) {
		case 'constant':
			return [];
		case 'text':
			return pathsIn(node.text.root);
		case 'group':
			return node.members.flatMap(({ value }) => pathsOf(value));
		case 'list':
			return node.items.flatMap(pathsOf);
	}
}

/** The group `template` is of the view only: a template's name is a member of the message itself. */
export function fieldOf(node: Node): string {
	return firstPath(node)?.replace(/^template\./, '') || 'message';
}

/** `default("")` says that a part may be empty. */
function mayBeEmpty(node: Node): boolean {
	return (
		node.kind === 'first' && node.options.some((option) => option.kind === 'constant' && option.text === '')
	);
}

function valueOf(node: Node, source: Source): JsonValue | undefined {
	if (node.kind === 'constant') return node.text;
	return evaluate(node, source) ?? (mayBeEmpty(node) ? '' : undefined);
}

/** @param place in the request template, such as `body.text` */
function gapAt(place: string, node: Node, text: Expression): Gap {
	const field = fieldOf(node);
	return new Gap(
		field,
		`The message has no ${field}, which the gateway needs: the request template says ${text.source} at ${place}`,
	);
}

/** @param encode what is done to each value that comes from the message */
export function fillText(
	text: Expression,
	source: Source,
	place: string,
	encode: (value: string) => string = (value) => value,
): string {
	const filled = partsOf(text).map((part) => {
		const value = plainText(firstOf(valueOf(part, source)));
		if (value === undefined) throw gapAt(place, part, text);
		return part.kind === 'constant' ? value : encode(value);
	});
	return filled.join('');
}

/** Of an expression that stands alone, the value as it is: a number, a list. Anything else is text. */
function fillValue(text: Expression, source: Source, place: string): JsonValue {
	const [alone, ...others] = partsOf(text);
	if (alone === undefined || others.length > 0) return fillText(text, source, place);
	const value = valueOf(alone, source);
	if (value === undefined) throw gapAt(place, alone, text);
	return value;
}

function fillMembers<Value, Result>(
	members: readonly Member<Value>[],
	place: string,
	fill: (value: Value, place: string) => Result,
): Record<string, Result> {
	const filled = members.flatMap(({ name, isOptional, value }): [string, Result][] => {
		try {
			return [[name, fill(value, `${place}.${name}`)]];
		} catch (gap) {
			if (isOptional && gap instanceof Gap) return [];
			throw gap;
		}
	});
	return Object.fromEntries(filled);
}

export function fillTexts(members: readonly Member<Expression>[], source: Source, place: string) {
	return fillMembers(members, place, (text, at) => fillText(text, source, at));
}

export function fillGroup(members: readonly Member[], source: Source, place: string) {
	return fillMembers(members, place, (member, at) => fillTree(member, source, at));
}

export function fillList(items: readonly Tree[], source: Source, place: string) {
	return items.map((item, at) => fillTree(item, source, `${place}[${at}]`));
}

function fillTree(node: Tree, source: Source, place: string): JsonValue {
	switch (node.kind) {
		case 'constant':
			return node.value;
		case 'text':
			return fillValue(node.text, source, place);
		case 'group':
			return fillGroup(node.members, source, place);
		case 'list':
			return fillList(node.items, source, place);
	}
}
