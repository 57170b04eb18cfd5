/** Makes a running n8n the sandbox's: its credential and its published workflow. */
import { readFile } from 'node:fs/promises';
import { GRAPH_VERSION, WORLD } from '../settings.ts';
import { type N8nApi, type Owner, type StoredWorkflow, Workflow } from './api.ts';

/** The sandbox listens on loopback alone, so that its login is no secret. */
export const OWNER: Owner = { email: 'owner@example.com', password: 'Sandbox-2026' };

export const PACKAGE = 'n8n-nodes-messaging-channels';
export const CREDENTIAL_TYPE = 'whatsAppCloudApi';
const CREDENTIAL_NAME = 'Sandbox WhatsApp';

/** The credential's fields for the stand-in of the Graph API at `baseUrl`. */
export function credentialData(baseUrl: string): Record<string, string> {
	return {
		accessToken: WORLD.accessToken,
		businessAccountId: WORLD.businessAccountId,
		appId: WORLD.appId,
		appSecret: WORLD.appSecret,
		verifyToken: WORLD.verifyToken,
		apiVersion: GRAPH_VERSION,
		baseUrl,
	};
}

/** Creates or refreshes the credential, whose address changes with the stand-in's port. Gives its id. */
export async function saveCredential(api: N8nApi, baseUrl: string, id?: string): Promise<string> {
	const data = credentialData(baseUrl);
	return await api.saveCredential({ id, name: CREDENTIAL_NAME, type: CREDENTIAL_TYPE, data });
}

/** A workflow file with the credential filled in at every node that asks for one: what a person does after importing a template. */
export async function readTemplate(file: string, credentialId: string): Promise<Workflow> {
	const workflow = Workflow.parse(JSON.parse(await readFile(file, 'utf8')));
	const nodes = workflow.nodes.map((node) =>
		node.parameters.provider === 'whatsAppCloud'
			? { ...node, credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: CREDENTIAL_NAME } } }
			: node,
	);
	return { ...workflow, nodes };
}

/** Publishes a new workflow, and gives it as n8n stored it. */
export async function addWorkflow(api: N8nApi, workflow: Workflow): Promise<StoredWorkflow> {
	const stored = await api.createWorkflow(workflow);
	await api.publish(stored);
	return stored;
}

/** Where Meta would call the workflow's Messaging Trigger. */
export function triggerUrl(api: N8nApi, workflow: Workflow): string {
	return api.webhookUrl(workflow, `${PACKAGE}.messagingTrigger`, 'webhook');
}
