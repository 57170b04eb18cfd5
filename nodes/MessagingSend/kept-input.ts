import type { IDataObject } from 'n8n-workflow';

/** Where values of the input stand whose names the node needs for its own. */
const COVERED = 'input';

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What came in under names of what was found out, where it is something else: `{ input: { status: 'VIP' } }`. */
export function coveredBy(found: IDataObject, input: IDataObject): IDataObject {
	const isCovered = ([name, value]: [string, unknown]) =>
		found[name] !== undefined && !isSame(value, found[name]);
	const covered = Object.fromEntries(Object.entries(input).filter(isCovered));
	if (Object.keys(covered).length === 0) return {};
	return { [COVERED]: COVERED in input ? { ...covered, [COVERED]: input[COVERED] } : covered };
}

/** What was found out, in front of what came in. Nothing of the input is lost. */
export function inFrontOf(input: IDataObject, found: IDataObject): IDataObject {
	const own = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
	const first = { ...own, ...coveredBy(own, input) };
	return { ...first, ...input, ...first };
}
