import type { z } from 'zod';

/** What is wrong with a mapping, for the person who wrote it. */
export interface MappingProblem {
	/** Where in the mapping, such as `status.statuses.DELIVRD`; empty for the mapping as a whole. */
	path: string;
	message: string;
}

const WORDS: Readonly<Partial<Record<z.ZodParsedType, string>>> = {
	string: 'a text',
	object: 'a group of fields in { }',
	array: 'a list in [ ]',
	number: 'a number',
	boolean: 'true or false',
};

/** Zod's issues in plain words. */
export const inPlainWords: z.ZodErrorMap = (issue, { defaultError }) => {
	switch (issue.code) {
		case 'invalid_type':
			return {
				message:
					issue.received === 'undefined'
						? 'is missing'
						: `must be ${WORDS[issue.expected] ?? issue.expected}`,
			};
		case 'invalid_enum_value':
			return { message: `"${issue.received}" is none of ${issue.options.join(', ')}` };
		default:
			return { message: defaultError };
	}
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
	return steps.reduce<string>(
		(path, step) => (typeof step === 'number' ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`),
		'',
	);
}

export function problemsOf({ issues }: z.ZodError): MappingProblem[] {
	return issues.flatMap(issuesOf).flatMap((issue) => {
		const { path, message } = issue;
		if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(path), message }];
		return issue.keys.map((key) => ({ path: pathOf([...path, key]), message }));
	});
}
