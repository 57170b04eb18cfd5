import type { JsonObject } from '../events';
import { listOf, objectOf } from '../lib/json';
import { problem, type FieldProblem } from '../lib/result';

/**
 * A limit of a provider: the member of the message (`sections.*.title`, where `*` stands for every element), its name for
 * people, the most characters of a text (an emoji counts as one) or elements of a list, and whether all such members of
 * the message have to differ.
 */
export type Limit = readonly [field: string, label: string, most: number, repeats?: 'unique'];

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

/** A complaint about a text that is too long; `undefined` where it fits. */
export function tooLong(label: string, text: string, most: number): string | undefined {
	const { length } = [...text];
	return length > most ? `${label} is longer than ${most} characters: it has ${length}` : undefined;
}

function excess(label: string, member: unknown, most: number): string | undefined {
	if (typeof member === 'string') return tooLong(label, member, most);
	return Array.isArray(member) && member.length > most
		? `${label} are too many: ${member.length} are given, ${most} are possible`
		: undefined;
}

/** The first member that is beyond its limit. */
export function beyondLimit(message: object, limits: readonly Limit[]): FieldProblem | undefined {
	for (const [path, label, most, repeats] of limits) {
		const seen = new Set<unknown>();
		for (const [field, member] of membersAt(message, path)) {
			const complaint = excess(label, member, most);
			if (complaint !== undefined) return problem(field, complaint);
			if (repeats === 'unique' && seen.has(member)) {
				return problem(field, `${label} "${String(member)}" is there twice: each needs one of its own`);
			}
			seen.add(member);
		}
	}
	return undefined;
}
