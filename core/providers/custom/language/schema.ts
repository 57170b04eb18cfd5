import { z } from 'zod';
import type { Reading } from '../../../lib/result';
import { parseExpression, parseText, type Parsed } from './parse';
import type { Expression, Path } from './syntax';

/** A fault in a mapping or a request template, for the person who wrote it. */
export interface Problem {
	/** Such as `status.statuses.DELIVRD`; empty for the whole. */
	path: string;
	message: string;
}

export type Checked<Value> = Reading<Value, { problems: Problem[] }>;

const WORDS: Readonly<Partial<Record<z.ZodParsedType, string>>> = {
	string: 'a text',
	object: 'a group of fields in { }',
	array: 'a list in [ ]',
	number: 'a number',
	boolean: 'true or false',
};

/** Zod's issues in plain words. */
const inPlainWords: z.ZodErrorMap = (issue, { defaultError }) => {
	if (issue.code === 'invalid_enum_value') {
		return { message: `"${issue.received}" is none of ${issue.options.join(', ')}` };
	}
	if (issue.code !== 'invalid_type') return { message: defaultError };
	const isMissing = issue.received === 'undefined';
	return { message: isMissing ? 'is missing' : `must be ${WORDS[issue.expected] ?? issue.expected}` };
};

function isAboutForm(issue: z.ZodIssue, path: readonly (string | number)[]): boolean {
	return issue.code === 'invalid_type' && issue.path.length === path.length;
}

/** Of the forms that a value may have, what is wrong with the one that it has. */
function issuesOf(issue: z.ZodIssue): z.ZodIssue[] {
	if (issue.code !== 'invalid_union') return [issue];
	const meant = issue.unionErrors.find(({ issues }) => !issues.some((each) => isAboutForm(each, issue.path)));
	return meant === undefined ? [issue] : meant.issues.flatMap(issuesOf);
}

function pathOf(steps: readonly (string | number)[]): string {
	return steps
		.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
		.join('');
}

function problemsOf({ issues }: z.ZodError): Problem[] {
	return issues.flatMap(issuesOf).flatMap((issue) => {
		const { path, message } = issue;
		if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(path), message }];
		return issue.keys.map((key) => ({ path: pathOf([...path, key]), message }));
	});
}

/**
 * A check of what a person wrote, every expression included: plain JSON, or what such a check made of it. A workflow hands
 * over the same object with every call, so it is checked once only and must not change afterwards.
 */
export function checkerOf<Value extends object>(
	schema: z.ZodType<Value, z.ZodTypeDef, unknown>,
): (value: unknown) => Checked<Value> {
	const known = new WeakMap<object, Checked<Value>>();
	return (value) => {
		const isObject = typeof value === 'object' && value !== null;
		const before = isObject ? known.get(value) : undefined;
		if (before !== undefined) return before;
		const result = schema.safeParse(value, { errorMap: inPlainWords });
		const checked: Checked<Value> = result.success
			? { ok: true, value: result.data }
			: { ok: false, problems: problemsOf(result.error) };
		if (isObject) known.set(value, checked);
		if (checked.ok) known.set(checked.value, checked);
		return checked;
	};
}

/** A group of fields. A name that is misspelt would otherwise be left out without a word. */
export function group<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.object(shape).strict(`is not a field here; there are ${Object.keys(shape).join(', ')}`);
}

function parsedBy(parse: (source: string) => Parsed) {
	return z.string().transform((source, context): Expression => {
		const parsed = parse(source);
		if (parsed.ok) return parsed.expression;
		context.addIssue({ code: 'custom', message: parsed.message });
		return z.NEVER;
	});
}

export const expression = parsedBy(parseExpression);

/** The message for a value that has none of the forms that it may have. */
export function otherForm(message: string): z.RawCreateParams {
	return { errorMap: () => ({ message }) };
}

/** A path without helpers, which leads to elements instead of values. */
const path = expression.transform(({ root }, context): Path => {
	if (root.kind === 'path') return root.path;
	const message = 'must be a path alone, such as results, $ or entry[*].messages';
	context.addIssue({ code: 'custom', message });
	return z.NEVER;
});

export const paths = z
	.union(
		[path, z.array(path).nonempty('must name at least one path')],
		otherForm('must be a path, or a list of paths'),
	)
	.transform((given) => (Array.isArray(given) ? given : [given]));

/** A constant, or a text with expressions in double braces. */
export const filledText = parsedBy(parseText);

/** Our word for each of theirs. Case does not count. */
export function table<Word extends string>(words: readonly [Word, ...Word[]]) {
	return z
		.record(z.enum(words))
		.transform(
			(rows): ReadonlyMap<string, Word> =>
				new Map(Object.entries<Word>(rows).map(([theirs, ours]) => [theirs.toLowerCase(), ours])),
		);
}
