import type { JsonObject } from '../events';
import { listOf, objectOf } from '../lib/json';
import { problem, type FieldProblem } from '../lib/result';

/**
 * A limit of a provider: the member of the message (`sections.*.title`, where `*` stands for every element), what people
 * call it, and most characters of a text (an emoji counts as one) or most elements of a list.
 */
export type Limit = readonly [field: string, label: string, most: number];

/** Every member that a path leads to, with its own path. */
export function membersAt(value: unknown, path: string): [path: string, member: unknown][] {
	return path.split('.').reduce<[string, unknown][]>(
		(members, step) =>
			members.flatMap(([parent, container]): [string, unknown][] => {
				const fields: JsonObject = Array.isArray(container)
					? Object.fromEntries(listOf(container).entries())
					: (objectOf(container) ?? {});
				const names = step === '*' ? Object.keys(fields) : [step];
				return names.map((name) => [parent === '' ? name : `${parent}.${name}`, fields[name]]);
			}),
		[['', value]],
	);
}

function excess(label: string, member: unknown, most: number): string | undefined {
	if (typeof member === 'string') {
		const { length } = [...member];
		return length > most ? `${label} is longer than ${most} characters: it has ${length}` : undefined;
	}
	if (Array.isArray(member) && member.length > most) {
		return `${label} are too many: ${member.length} are given, ${most} are possible`;
	}
	return undefined;
}

/** The first member that is beyond its limit. */
export function beyondLimit(message: object, limits: readonly Limit[]): FieldProblem | undefined {
	for (const [path, label, most] of limits) {
		for (const [field, member] of membersAt(message, path)) {
			const complaint = excess(label, member, most);
			if (complaint !== undefined) return problem(field, complaint);
		}
	}
	return undefined;
}
