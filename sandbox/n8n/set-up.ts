/** Makes a running n8n the sandbox's: its credentials and its published workflow. */
import { readFile } from 'node:fs/promises';
import { GRAPH_VERSION, type Provider, type WebhookAuthentication, WORLD } from '../settings.ts';
import { type N8nApi, type Owner, type StoredWorkflow, Workflow } from './api.ts';

/** The sandbox listens on loopback alone, so that its login is not a secret. */
export const OWNER: Owner = { email: 'owner@example.com', password: 'Sandbox-2026' };

export const PACKAGE = 'n8n-nodes-messaging-channels';

/** A provider's credential in n8n, and its fields for the stand-in at `baseUrl`. */
interface SandboxCredential {
	type: string;
	name: string;
	data(baseUrl: string): Record<string, string>;
}

/** The fields of a credential that tell webhook calls from forged ones. */
function webhookFields(authentication: WebhookAuthentication): Record<string, string> {
	const { kind } = authentication;
	switch (kind) {
		case 'none':
			return { webhookAuthentication: kind };
		case 'urlToken':
			return { webhookAuthentication: kind, webhookUrlToken: authentication.token };
		case 'basic': {
			const { username, password } = authentication;
			return { webhookAuthentication: kind, webhookUsername: username, webhookPassword: password };
		}
		case 'header': {
			const { name, value } = authentication;
			return { webhookAuthentication: kind, webhookHeaderName: name, webhookHeaderValue: value };
		}
		case 'hmac':
			return {
				webhookAuthentication: kind,
				webhookHmacSecret: authentication.secret,
				webhookHmacHeader: authentication.header,
				webhookHmacAlgorithm: authentication.algorithm,
				webhookHmacEncoding: authentication.encoding,
			};
	}
}

export const CREDENTIALS = {
	whatsAppCloud: {
		type: 'whatsAppCloudApi',
		name: 'Sandbox WhatsApp',
		data: (baseUrl) => ({
			accessToken: WORLD.accessToken,
			businessAccountId: WORLD.businessAccountId,
			appId: WORLD.appId,
			appSecret: WORLD.appSecret,
			verifyToken: WORLD.verifyToken,
			apiVersion: GRAPH_VERSION,
			baseUrl,
		}),
	},
	infobip: {
		type: 'infobipApi',
		name: 'Sandbox Infobip',
		data: (baseUrl) => ({
			baseUrl,
			authentication: 'apiKey',
			apiKey: WORLD.infobip.apiKey,
			...webhookFields(WORLD.infobip.webhookAuthentication),
		}),
	},
	sinch: {
		type: 'sinchApi',
		name: 'Sandbox Sinch',
		data: (baseUrl) => ({
			baseUrl,
			region: WORLD.sinch.region,
			projectId: WORLD.sinch.projectId,
			accessId: WORLD.sinch.keyId,
			keySecret: WORLD.sinch.keySecret,
			appId: WORLD.sinch.appId,
			servicePlanId: WORLD.sinch.servicePlanId,
			smsApiToken: WORLD.sinch.smsApiToken,
			webhookSecret: `${WORLD.sinch.webhookSecret}, ${WORLD.sinch.overrideSecret}`,
			...webhookFields(WORLD.sinch.smsWebhookAuthentication),
		}),
	},
} satisfies Record<Provider, SandboxCredential>;

const PROVIDERS: readonly Provider[] = ['whatsAppCloud', 'infobip', 'sinch'];

/** Ids of credentials in n8n. */
export type CredentialIds = Record<Provider, string>;

/** Creates or refreshes a credential, whose address changes with the stand-in's port. Gives its id. */
export async function saveCredential(
	api: N8nApi,
	provider: Provider,
	baseUrl: string,
	id?: string,
): Promise<string> {
	const { type, name, data } = CREDENTIALS[provider];
	return await api.saveCredential({ id, name, type, data: data(baseUrl) });
}

/** All credentials for a sandbox; `known` are ids of an earlier one. */
export async function saveCredentials(
	api: N8nApi,
	sandbox: Record<Provider, { baseUrl: string }>,
	known: Partial<CredentialIds> = {},
): Promise<CredentialIds> {
	const save = (provider: Provider) =>
		saveCredential(api, provider, sandbox[provider].baseUrl, known[provider]);
	return {
		whatsAppCloud: await save('whatsAppCloud'),
		infobip: await save('infobip'),
		sinch: await save('sinch'),
	};
}

/** What a node of a provider refers to its credential by. */
export function credentialOf(provider: Provider, ids: CredentialIds): NonNullable<Node['credentials']> {
	const { type, name } = CREDENTIALS[provider];
	return { [type]: { id: ids[provider], name } };
}

type Node = Workflow['nodes'][number];

function withCredential(node: Node, ids: CredentialIds): Node {
	const { provider, providers } = node.parameters;
	// A node that answers over several providers has them ticked.
	const named: unknown[] = provider === 'item' && Array.isArray(providers) ? providers : [provider];
	const used = PROVIDERS.filter((each) => named.includes(each));
	if (used.length === 0) return node;
	const entries = used.flatMap((each) => Object.entries(credentialOf(each, ids)));
	return { ...node, credentials: Object.fromEntries(entries) };
}

/** A workflow with the credential filled in at every node that asks for one: what a person does after importing a template. */
export function withCredentials(workflow: Workflow, ids: CredentialIds): Workflow {
	return { ...workflow, nodes: workflow.nodes.map((node) => withCredential(node, ids)) };
}

/** The workflow of a file, ready to be published. */
export async function readTemplate(file: string, ids: CredentialIds): Promise<Workflow> {
	return withCredentials(Workflow.parse(JSON.parse(await readFile(file, 'utf8'))), ids);
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
