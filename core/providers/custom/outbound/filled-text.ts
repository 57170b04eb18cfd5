import type { JsonValue } from '../../../events';
import { evaluate, firstOf, plainText, type Source } from '../language/evaluate';
import { parseExpression } from '../language/parse';
import type { Node } from '../language/syntax';

/** A text of a request with expressions in double braces, or a constant. */
export interface FilledText {
	/** As a person wrote it. */
	source: string;
	parts: readonly Node[];
}

/** Something that the message does not have. */
export interface Gap {
	ok: false;
	/** The member of the message. */
	field: string;
	/** Where in the request template, `body.text`. */
	place: string;
	/** What stands there. */
	source: string;
}

export type Filled<Value> = { ok: true; value: Value } | Gap;

export type ParsedText = { ok: true; text: FilledText } | { ok: false; message: string };

export function parseFilledText(source: string): ParsedText {
	if (!source.includes('{{'))
		return { ok: true, text: { source, parts: [{ kind: 'constant', text: source }] } };
	const parsed = parseExpression(source);
	if (!parsed.ok) {
		return { ok: false, message: `${parsed.message} (at character ${parsed.position + 1} of ${source})` };
	}
	const { root } = parsed.expression;
	return { ok: true, text: { source, parts: root.kind === 'template' ? root.parts : [root] } };
}

/** The path that an expression looks at first. */
function firstPath(node: Node): string | undefined {
	switch (node.kind) {
		case 'path':
			return node.path.segments
				.flatMap((segment) => {
					if (segment.kind === 'key') return segment.key;
					return segment.kind === 'index' ? String(segment.index) : [];
				})
				.join('.');
		case 'first':
			return node.options.map(firstPath).find((path) => path !== undefined);
		case 'call':
			return firstPath(node.input);
		default:
			return undefined;
	}
}

/** The group `template` is of the view only: a template's name is a member of the message itself. */
export function fieldOf({ parts }: FilledText): string {
	const path = parts.map(firstPath).find((each) => each !== undefined);
	return path?.replace(/^template\./, '') || 'message';
}

/** `default("")` says that a part may be empty. */
function mayBeEmpty(node: Node): boolean {
	return (
		node.kind === 'constant' ||
		(node.kind === 'first' && node.options.some((option) => option.kind === 'constant' && option.text === ''))
	);
}

function valueOf(node: Node, source: Source): JsonValue | undefined {
	if (node.kind === 'constant') return node.text;
	return evaluate({ source: '', root: node }, source) ?? (mayBeEmpty(node) ? '' : undefined);
}

/** @param encode what is done to each value that comes from the message */
export function fillText(
	text: FilledText,
	source: Source,
	place: string,
	encode: (value: string) => string = (value) => value,
): Filled<string> {
	let filled = '';
	for (const part of text.parts) {
		const value = plainText(firstOf(valueOf(part, source)));
		if (value === undefined) {
			return { ok: false, field: fieldOf({ ...text, parts: [part] }), place, source: text.source };
		}
		filled += part.kind === 'constant' ? value : encode(value);
	}
	return { ok: true, value: filled };
}

/** Of an expression that stands alone, the value as it is: a number, a list. Anything else is text. */
export function fillValue(text: FilledText, source: Source, place: string): Filled<JsonValue> {
	const [alone, ...others] = text.parts;
	if (alone === undefined || others.length > 0) return fillText(text, source, place);
	const value = valueOf(alone, source);
	return value === undefined
		? { ok: false, field: fieldOf(text), place, source: text.source }
		: { ok: true, value };
}
