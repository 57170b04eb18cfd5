import { membersAt } from '../../../messages/limits';
import type { Limit } from './limits';
import { type FieldProblem, problem } from '../../../lib/result';

interface Place {
	/** Where it stands in the message, `buttons.0.title`. */
	field: string;
	value: unknown;
}

function placesOf(message: unknown, path: string): Place[] {
	return membersAt(message, path)
		.map(([field, value]) => ({ field, value }))
		.filter(({ value }) => value !== undefined);
}

function countProblem({ path, label, least = 0, most = Infinity }: Limit, count: number) {
	if (least <= count && count <= most) return undefined;
	const rule = count < least ? `needs at least ${least}` : `takes at most ${most}`;
	const [list = path] = path.split('.');
	return problem(list, `WhatsApp ${rule} ${label}, and this message has ${count}`);
}

/** @returns `undefined` where the text fits */
export function lengthProblem(field: string, label: string, maxLength: number, text: string) {
	const length = [...text].length;
	if (length <= maxLength) return undefined;
	return problem(field, `${label} is longer than ${maxLength} characters: it has ${length}`);
}

function repetition({ label }: Limit, places: readonly Place[]) {
	const seen = new Set<unknown>();
	const repeated = places.find(({ value }) => seen.size === seen.add(value).size);
	if (repeated === undefined) return undefined;
	return problem(
		repeated.field,
		`${label} "${String(repeated.value)}" is there twice: each has to be another`,
	);
}

function limitProblem(message: unknown, limit: Limit): FieldProblem | undefined {
	const places = placesOf(message, limit.path);
	const { maxLength = Infinity, unique = false } = limit;
	const tooLong = places
		.map(({ field, value }) =>
			typeof value === 'string' ? lengthProblem(field, limit.label, maxLength, value) : undefined,
		)
		.find((found) => found !== undefined);
	return countProblem(limit, places.length) ?? tooLong ?? (unique ? repetition(limit, places) : undefined);
}

/** The first limit that a message exceeds. */
export function checkLimits(message: object, limits: readonly Limit[]): FieldProblem | undefined {
	for (const limit of limits) {
		const found = limitProblem(message, limit);
		if (found !== undefined) return found;
	}
	return undefined;
}
