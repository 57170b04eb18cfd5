import { partSet, partsOf } from './parts';
import type { PartSet } from './parts';
import { hasOnly } from './roles';
import type { Unit } from './units';

const MAX_CLAUSES = 8;
const OTHER = partSet(['other']);

export interface Clause {
	units: readonly Unit[];
	/** Of all its units, but for things that only name a kind of messages: "appointment reminders". */
	parts: PartSet;
}

export function clauseOf(units: readonly Unit[]): Clause {
	const isMessage = (unit: Unit | undefined) => unit?.parts.has('message') === true;
	const own = units.filter(
		({ parts }, index) => !(hasOnly(parts, ['other']) && parts.size > 0 && isMessage(units[index + 1])),
	);
	return { units, parts: partsOf(own) };
}

/** The message by clauses, and as one where every word of it is known: "no, please, no more messages". */
export function clausesOf(units: readonly Unit[]): Clause[] {
	const clauses: Unit[][] = [];
	let current: Unit[] = [];
	const close = () => {
		if (current.length > 0 && clauses.length < MAX_CLAUSES) clauses.push(current);
		current = [];
	};
	for (const [index, unit] of units.entries()) {
		if (unit.parts.has('split')) {
			const next = units[index + 1];
			if (next !== undefined && sharesVerb(current, next)) current.push({ ...next, parts: OTHER });
			close();
			continue;
		}
		current.push(unit);
		if (unit.endsClause) close();
	}
	close();
	const plain = clauses.length > 1 && clauses.length < 4 && units.every((unit) => unit.unknown === 0);
	if (plain) clauses.push(units.filter((unit) => !unit.parts.has('split')));
	return clauses.map(clauseOf);
}

/** The message by sentences. */
export function sentencesOf(units: readonly Unit[]): Clause[] {
	const sentences: Unit[][] = [[]];
	for (const unit of units) {
		sentences.at(-1)?.push(unit);
		if (unit.endsSentence && sentences.length < MAX_CLAUSES) sentences.push([]);
	}
	return sentences.filter((sentence) => sentence.length > 0).map(clauseOf);
}

/** "stop texting and driving": two things that one does, said in one breath, are no request. */
function sharesVerb(clause: readonly Unit[], next: Unit): boolean {
	const another = next.unknown > 0 || next.parts.has('other');
	return another && clause.at(-1)?.parts.has('contact') === true;
}
