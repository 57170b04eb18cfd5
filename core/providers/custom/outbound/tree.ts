import { z } from 'zod';
import type { JsonValue } from '../../../events';
import { isJsonObject } from '../../../lib/json';
import type { Source } from '../language/evaluate';
import { fillText, fillValue, parseFilledText, type Filled, type FilledText } from './filled-text';

/** A named member of a group. */
export interface Member<Value = Tree> {
	name: string;
	/** Left out where the message has nothing for it: its name was written with `?` behind it. */
	isOptional: boolean;
	value: Value;
}

/** A value of JSON whose texts are filled in. */
export type Tree =
	| { kind: 'constant'; value: JsonValue }
	| { kind: 'text'; text: FilledText }
	| { kind: 'list'; items: readonly Tree[] }
	| { kind: 'group'; members: readonly Member[] };

/** Far deeper than any request, and short of the end of the call stack. */
const MAX_DEPTH = 30;

type Complain = (path: readonly (string | number)[], message: string) => void;

function toMember<Value>(name: string, value: Value): Member<Value> {
	const isOptional = name.length > 1 && name.endsWith('?');
	return { name: isOptional ? name.slice(0, -1) : name, isOptional, value };
}

function readTree(value: unknown, path: readonly (string | number)[], complain: Complain): Tree {
	const nothing: Tree = { kind: 'constant', value: null };
	if (path.length > MAX_DEPTH) complain(path, `is nested more than ${MAX_DEPTH} levels deep`);
	else if (Array.isArray(value)) {
		return { kind: 'list', items: value.map((item, at) => readTree(item, [...path, at], complain)) };
	} else if (isJsonObject(value)) {
		const members = Object.entries(value).map(([name, member]) =>
			toMember(name, readTree(member, [...path, name], complain)),
		);
		return { kind: 'group', members };
	} else if (typeof value === 'string') {
		const parsed = parseFilledText(value);
		if (parsed.ok) return { kind: 'text', text: parsed.text };
		complain(path, parsed.message);
	} else if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
		return { kind: 'constant', value };
	} else complain(path, 'must be a value of JSON');
	return nothing;
}

/** Whatever JSON holds. */
export const tree = z.unknown().transform((value, context) =>
	readTree(value, [], (path, message) => {
		context.addIssue({ code: 'custom', path: [...path], message });
	}),
);

export type Group = Extract<Tree, { kind: 'group' }>;
type List = Extract<Tree, { kind: 'list' }>;

/** Named members alone. */
export const groupTree = tree.transform((value, context): Group => {
	if (value.kind === 'group') return value;
	context.addIssue({ code: 'custom', message: 'must be a group of fields in { }' });
	return z.NEVER;
});

export const filledText = z.string().transform((source, context): FilledText => {
	const parsed = parseFilledText(source);
	if (parsed.ok) return parsed.text;
	context.addIssue({ code: 'custom', message: parsed.message });
	return z.NEVER;
});

/** Texts by name, as in headers and in a query. */
export const texts = z
	.record(filledText)
	.transform((members) => Object.entries(members).map(([name, text]) => toMember(name, text)));

function fillMembers<Value, Result>(
	members: readonly Member<Value>[],
	place: string,
	fill: (value: Value, place: string) => Filled<Result>,
): Filled<Record<string, Result>> {
	const filled: [string, Result][] = [];
	for (const { name, isOptional, value } of members) {
		const result = fill(value, place === '' ? name : `${place}.${name}`);
		if (result.ok) filled.push([name, result.value]);
		else if (!isOptional) return result;
	}
	return { ok: true, value: Object.fromEntries(filled) };
}

export function fillTexts(
	members: readonly Member<FilledText>[],
	source: Source,
	place: string,
): Filled<Record<string, string>> {
	return fillMembers(members, place, (text, at) => fillText(text, source, at));
}

export function fillGroup(
	{ members }: Group,
	source: Source,
	place: string,
): Filled<Record<string, JsonValue>> {
	return fillMembers(members, place, (member, at) => fillTree(member, source, at));
}

export function fillList({ items }: List, source: Source, place: string): Filled<JsonValue[]> {
	const filled: JsonValue[] = [];
	for (const [at, item] of items.entries()) {
		const result = fillTree(item, source, `${place}[${at}]`);
		if (!result.ok) return result;
		filled.push(result.value);
	}
	return { ok: true, value: filled };
}

function fillTree(node: Tree, source: Source, place: string): Filled<JsonValue> {
	switch (node.kind) {
		case 'constant':
			return { ok: true, value: node.value };
		case 'text':
			return fillValue(node.text, source, place);
		case 'group':
			return fillGroup(node, source, place);
		case 'list':
			return fillList(node, source, place);
	}
}
