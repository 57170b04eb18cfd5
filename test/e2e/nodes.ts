import { randomUUID } from 'node:crypto';

/** A node of a workflow that a test makes; where it lies on the canvas is all the same. */
export const nodeOf = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
) => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});
