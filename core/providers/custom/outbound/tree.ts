import { z } from 'zod';
import type { JsonValue } from '../../../events';
import { isJsonObject } from '../../../lib/json';
import { parseText } from '../language/parse';
import { filledText } from '../language/schema';
import type { Expression } from '../language/syntax';

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
	| { kind: 'text'; text: Expression }
	| { kind: 'list'; items: readonly Tree[] }
	| { kind: 'group'; members: readonly Member[] };

export type Group = Extract<Tree, { kind: 'group' }>;

/** Far deeper than any request, and short of the end of the call stack. */
const MAX_DEPTH = 30;

type Complain = (path: readonly (string | number)[], message: string) => void;

function membersOf<Written, Value>(
	group: Readonly<Record<string, Written>>,
	read: (value: Written, key: string) => Value,
): Member<Value>[] {
	return Object.entries(group).map(([key, value]) => {
		const isOptional = key.length > 1 && key.endsWith('?');
		return { name: isOptional ? key.slice(0, -1) : key, isOptional, value: read(value, key) };
	});
}

function readTree(value: unknown, path: readonly (string | number)[], complain: Complain): Tree {
	if (path.length > MAX_DEPTH) complain(path, `is nested more than ${MAX_DEPTH} levels deep`);
	else if (Array.isArray(value)) {
		return { kind: 'list', items: value.map((item, at) => readTree(item, [...path, at], complain)) };
	} else if (isJsonObject(value)) {
		const members = membersOf(value, (member, key) => readTree(member, [...path, key], complain));
		return { kind: 'group', members };
	} else if (typeof value === 'string') {
		const parsed = parseText(value);
		if (parsed.ok) return { kind: 'text', text: parsed.expression };
		complain(path, parsed.message);
	} else if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
		return { kind: 'constant', value };
	} else complain(path, 'must be a value of JSON');
	return { kind: 'constant', value: null };
}

/** Any value of JSON. */
export const tree = z.unknown().transform((value, context) =>
	readTree(value, [], (path, message) => {
		context.addIssue({ code: 'custom', path: [...path], message });
	}),
);

/** Named members alone. */
export const groupTree = tree.transform((value, context): Group => {
	if (value.kind === 'group') return value;
	context.addIssue({ code: 'custom', message: 'must be a group of fields in { }' });
	return z.NEVER;
});

/** Texts by name, as in headers and in a query. */
export const texts = z.record(filledText).transform((members) => membersOf(members, (text) => text));
