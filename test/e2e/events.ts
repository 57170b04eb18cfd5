/** Which events started a workflow, named as `Published.events` names them. */
import assert from 'node:assert/strict';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import type { Published } from './lab.ts';

/** Waits until the event has started each of the workflows, once. */
export async function expectOnce(published: readonly Published[], key: string): Promise<void> {
	for (const one of published) {
		await eventually(
			async () => (await one.events()).get(key) === 1,
			`${key} in ${one.workflow.name}, once`,
			20_000,
		);
	}
}

export async function expectNever(published: readonly Published[], key: string): Promise<void> {
	for (const one of published) assert.equal((await one.events()).get(key), undefined, one.workflow.name);
}
