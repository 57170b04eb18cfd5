import { z } from 'zod';
import { evaluate, firstOf, plainText, type Source } from '../language/evaluate';
import { expression, group, otherForm } from '../language/schema';
import type { Expression } from '../language/syntax';

/** A test of one value of an element. */
export interface Condition {
	value: Expression;
	/** The words that the value may be; any, where it only has to be there. */
	allowed?: ReadonlySet<string>;
	/** The words that the value must not be; it need not be there. */
	forbidden?: ReadonlySet<string>;
	present: boolean;
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
	/** None of these, or nothing at all. */
	noneOf: z.array(word).nonempty('must name at least one value').optional(),
})
	.refine(
		({ equals, oneOf, noneOf, present }) =>
			[equals, oneOf, noneOf, present].filter((each) => each !== undefined).length < 2,
		'may have only one of equals, oneOf and present, or noneOf alone',
	)
	.transform(({ path: value, equals, oneOf, noneOf, present = true }): Condition => {
		if (noneOf !== undefined) return { value, present, forbidden: new Set(noneOf.map(String)) };
		const words = equals === undefined ? oneOf : [equals];
		return words === undefined ? { value, present } : { value, present, allowed: new Set(words.map(String)) };
	});

const presence = expression.transform((value): Condition => ({ value, present: true }));

const NO_CONDITION = otherForm(
	'is neither a path nor a condition, such as { "path": "type", "equals": "mo" }',
);

const severalConditions = z
	.array(z.union([presence, comparison], NO_CONDITION))
	.nonempty('must have at least one condition');

/** One condition, or several that must all hold. A path alone must lead to something. */
export const conditions = z
	.union([presence, comparison, severalConditions], NO_CONDITION)
	.transform((given): readonly Condition[] => (Array.isArray(given) ? given : [given]));

function holds({ value, allowed, forbidden, present }: Condition, source: Source): boolean {
	const found = firstOf(evaluate(value.root, source));
	if (forbidden !== undefined) return !forbidden.has(plainText(found) ?? '');
	if (allowed === undefined) return (found !== undefined) === present;
	const text = plainText(found);
	return text !== undefined && allowed.has(text);
}

/** The first condition that an element does not meet. */
export function unmetCondition(
	given: readonly Condition[] | undefined,
	source: Source,
): Condition | undefined {
	return given?.find((condition) => !holds(condition, source));
}

/** Why an element does not meet a condition, such as `kind has to be "dlr", and is "new"`. */
export function describeUnmet({ value, allowed, forbidden, present }: Condition, source: Source): string {
	const at = value.source;
	const found = firstOf(evaluate(value.root, source));
	const text = plainText(found)?.slice(0, 100);
	const shown =
		found === undefined ? 'nothing' : text === undefined ? 'an object or a list' : JSON.stringify(text);
	if (allowed !== undefined) {
		const wanted = [...allowed].map((each) => JSON.stringify(each)).join(' or ');
		return `${at} has to be ${wanted}, and is ${shown}`;
	}
	if (forbidden !== undefined) return `${at} must not be ${shown}`;
	return present ? `nothing is at ${at}` : `nothing may be at ${at}, and there is ${shown}`;
}
