/** What the matrix runs: workflows of nodes that every n8n has, with the package's own at their work. */
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { WORLD } from '../../sandbox/settings.ts';

const [line] = WORLD.numbers;
if (line === undefined) throw new Error('The world is empty');

const number = { __rl: true, mode: 'id', value: line.id };

/** A call, its rows as items, the node at work on each, and its items as the answer. */
function called(id: string, type: string, parameters: Record<string, unknown>): Workflow {
	const node = (name: string, place: number, rest: Record<string, unknown> & { type: string }) => ({
		parameters: {},
		id: `${id}-${place}`,
		name,
		typeVersion: 1,
		position: [place * 200, 0],
		...rest,
	});
	const next = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	return {
		id,
		name: id,
		nodes: [
			node('Call', 0, {
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: id,
				parameters: {
					httpMethod: 'POST',
					path: id,
					responseMode: 'lastNode',
					responseData: 'allEntries',
				},
			}),
			node('Rows', 1, { type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'body.rows' } }),
			node('Node', 2, {
				type,
				parameters,
			}),
		],
		connections: { Call: next('Rows'), Rows: next('Node') },
		settings: {},
	};
}

/** Sends each row's text to its phone. */
export const LIST = called('compatibility-list', `${PACKAGE}.messagingSend`, {
	provider: 'whatsAppCloud',
	operation: 'sendResponse',
	sender: number,
	recipientFrom: 'value',
	to: '={{ $json.phone }}',
	text: '=Hello {{ $json.name }}',
});

/** Checks the number of the sandbox. */
export const CHECK = called('compatibility-check', `${PACKAGE}.messagingChannel`, {
	provider: 'whatsAppCloud',
	resource: 'channel',
	operation: 'check',
	name: 'WhatsApp',
	phoneNumberId: number,
	reportAs: 'channel',
});

export const DATA_TABLE = 'n8n-nodes-base.dataTable';

/** Asks a Data Table, in which the templates keep their records. */
export const TABLE = called('compatibility-table', DATA_TABLE, { operation: 'get' });
