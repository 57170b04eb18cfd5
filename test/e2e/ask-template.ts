/** The template ask-and-wait as tests use it: a call in the place of its form. */
import { randomUUID } from 'node:crypto';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { readTemplate } from '../templates/files.ts';

const BODY = "$('Question').first().json.body";

/** An expression for a member of the call. */
export const called = (name: string) => `={{ ${BODY}.${name} }}`;

/**
 * A copy of the template with ids of its own. A call with `{ to, message }` asks.
 *
 * @param path of that call
 * @param parameters by the name of the node, in the place of the template's
 */
export async function askTemplate(
	path: string,
	parameters: Record<string, Record<string, unknown>>,
): Promise<Workflow> {
	const [template] = (await readTemplate('ask-and-wait')).values();
	if (!template) throw new Error('There is no template ask-and-wait');
	const own: typeof parameters = {
		...parameters,
		Ask: { to: called('to'), message: called('message'), ...parameters.Ask },
	};
	const nodes = template.nodes.map((node) => {
		const fresh = node.webhookId === undefined ? node : { ...node, webhookId: randomUUID() };
		if (node.name !== 'Question') return { ...fresh, parameters: { ...node.parameters, ...own[node.name] } };
		const webhook = { httpMethod: 'POST', path, responseMode: 'onReceived' };
		return { ...fresh, type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: webhook };
	});
	// n8n keeps static data of workflows whose id has 21 characters at most.
	return { ...template, id: randomUUID().replaceAll('-', '').slice(0, 16), nodes };
}

/** The option that has the workflow store its questions itself. */
export const KEPT_HERE = { __rl: true, mode: 'id', value: '={{ $workflow.id }}' };
