import { randomUUID } from 'node:crypto';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { TRIGGER } from './lab.ts';

/** A Messaging Trigger with a node behind it that does nothing. */
export function triggerWorkflow(
	name: string,
	parameters: Record<string, unknown>,
	credentials: Workflow['nodes'][number]['credentials'],
): Workflow {
	const trigger = {
		id: randomUUID(),
		name: TRIGGER,
		type: `${PACKAGE}.messagingTrigger`,
		typeVersion: 2,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters,
		credentials,
	};
	const end = { id: 'end', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [240, 0] };
	return {
		// n8n keeps static data of workflows whose id has 21 characters at most.
		id: randomUUID().replaceAll('-', '').slice(0, 16),
		name,
		nodes: [trigger, { ...end, parameters: {} }],
		connections: { [TRIGGER]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: {},
	};
}
