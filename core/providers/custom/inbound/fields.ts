import { z } from 'zod';
import { parseExpression } from '../language/parse';
import type { Expression, Path } from '../language/syntax';

/** A group of fields of a mapping. A name that is misspelt would otherwise be left out without a word. */
export function group<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.object(shape).strict(`is no field here; there are ${Object.keys(shape).join(', ')}`);
}

export const expression = z.string().transform((source, context): Expression => {
	const parsed = parseExpression(source);
	if (parsed.ok) return parsed.expression;
	const message = `${parsed.message} (at character ${parsed.position + 1} of ${source})`;
	context.addIssue({ code: 'custom', message });
	return z.NEVER;
});

/** A path without helpers, which leads to elements instead of values. */
const path = expression.transform(({ root }, context): Path => {
	if (root.kind === 'path') return root.path;
	context.addIssue({
		code: 'custom',
		message: 'must be a path alone, such as results, $ or entry[*].messages',
	});
	return z.NEVER;
});

/** Our word for each of theirs. Case does not count. */
export function table<Word extends string>(words: readonly [Word, ...Word[]]) {
	return z
		.record(z.enum(words))
		.transform((rows): ReadonlyMap<string, Word> => lowerCased(Object.entries(rows)));
}

function lowerCased<Word>(rows: readonly (readonly [string, Word])[]): Map<string, Word> {
	return new Map(rows.map(([theirs, ours]) => [theirs.toLowerCase(), ours]));
}

/** What an element has to be like. */
export interface Condition {
	value: Expression;
	/** What the value must be; any, where it only has to be there. */
	allowed?: ReadonlySet<string>;
	present: boolean;
}

/** What is wrong with a value that has none of the forms that it may have. */
function otherForm(message: string): z.RawCreateParams {
	return { errorMap: () => ({ message }) };
}

const word = z.union(
	[z.string(), z.number(), z.boolean()],
	otherForm('must be a text, a number, true or false'),
);

const comparison = group({
	path: expression,
	/** The very value, in the same case; a number and its text are the same. */
	equals: word.optional(),
	oneOf: z.array(word).nonempty('must name at least one value').optional(),
	/** Whether something has to be there, or must not. */
	present: z.boolean().optional(),
})
	.refine(
		({ equals, oneOf, present }) => [equals, oneOf, present].filter((each) => each !== undefined).length < 2,
		'may have only one of equals, oneOf and present',
	)
	.transform(({ path: value, equals, oneOf, present = true }): Condition => {
		const words = equals === undefined ? oneOf : [equals];
		return words === undefined ? { value, present } : { value, present, allowed: new Set(words.map(String)) };
	});

const presence = expression.transform((value): Condition => ({ value, present: true }));

const NO_CONDITION = otherForm(
	'is neither a path nor a condition, such as { "path": "type", "equals": "mo" }',
);

const condition = z.union([presence, comparison], NO_CONDITION);

/** One condition, or several that must all hold. A path alone must lead to something. */
export const conditions = z
	.union(
		[presence, comparison, z.array(condition).nonempty('must have at least one condition')],
		NO_CONDITION,
	)
	.transform((given): readonly Condition[] => (Array.isArray(given) ? given : [given]));

/** The path to a list, or several such paths. */
export const paths = z
	.union(
		[path, z.array(path).nonempty('must name at least one path')],
		otherForm('must be a path, or a list of paths'),
	)
	.transform((given) => (Array.isArray(given) ? given : [given]));
