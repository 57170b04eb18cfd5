/**
 * Runs the compiled nodes inside n8n-core's own contexts, as n8n does, without n8n around them. HTTP goes through n8n's
 * client, with nock in the provider's place.
 */
import {
	ICredentialsHelper,
	NodeConnectionTypes,
	Workflow,
	createEmptyRunExecutionData,
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IRequestOptionsSimplified,
	type IVersionedNodeType,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { ExecuteContext, ExternalSecretsProxy, HookContext, LoadOptionsContext } from 'n8n-core';
import { CustomMessagingApi } from '../../credentials/CustomMessagingApi.credentials';
import { InfobipApi } from '../../credentials/InfobipApi.credentials';
import { SinchApi } from '../../credentials/SinchApi.credentials';
import { WhatsAppCloudApi } from '../../credentials/WhatsAppCloudApi.credentials';

export const APP_SECRET = 'secret-of-the-test';

export const CREDENTIAL: ICredentialDataDecryptedObject = {
	accessToken: 'token-of-the-test',
	businessAccountId: '1001',
	appId: '9001',
	appSecret: APP_SECRET,
	verifyToken: 'word-of-the-test',
	apiVersion: 'v25.0',
	baseUrl: 'https://graph.test',
};

const CREDENTIAL_TYPES = {
	customMessagingApi: new CustomMessagingApi(),
	infobipApi: new InfobipApi(),
	sinchApi: new SinchApi(),
	whatsAppCloudApi: new WhatsAppCloudApi(),
};

function unused(): never {
	throw new Error('Not part of these tests');
}

type CredentialType = keyof typeof CREDENTIAL_TYPES;

/** `null`: one that n8n cannot decrypt. */
type Credentials = Partial<Record<CredentialType, ICredentialDataDecryptedObject | null>>;

function typeOf(name: string) {
	const type = Object.entries(CREDENTIAL_TYPES).find(([known]) => known === name)?.[1];
	return type ?? unused();
}

class TestCredentials extends ICredentialsHelper {
	constructor(private readonly credentials: Credentials) {
		super();
	}

	getParentTypes() {
		return [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		if (!('url' in requestOptions)) return unused();
		return await typeOf(type).authenticate(credentials, requestOptions);
	}

	/** As n8n: a token is asked for where there is none, and once more where the one at hand is refused. */
	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		name: string,
		_node: INode,
		isExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = typeOf(name);
		if (!('preAuthentication' in type) || !(isExpired || credentials.accessToken === '')) return undefined;
		const { accessToken } = await type.preAuthentication.call(helpers, credentials);
		return { ...credentials, accessToken: typeof accessToken === 'string' ? accessToken : '' };
	}

	async runPreAuthentication(): Promise<undefined> {
		await Promise.resolve();
		return undefined;
	}

	getCredentials(): never {
		return unused();
	}

	async getDecrypted(_data: IWorkflowExecuteAdditionalData, _node: INodeCredentialsDetails, type: string) {
		const data = Object.entries(this.credentials).find(([name]) => name === type)?.[1];
		if (!data) throw new Error('The credential could not be decrypted');
		return await Promise.resolve(data);
	}

	updateCredentials(): never {
		return unused();
	}

	updateCredentialsOauthTokenData(): never {
		return unused();
	}

	getCredentialsProperties(type: string) {
		return typeOf(type).properties;
	}
}

class OneNodeType implements INodeTypes {
	constructor(private readonly nodeType: INodeType) {}

	getByName(): INodeType | IVersionedNodeType {
		return this.nodeType;
	}

	getByNameAndVersion(): INodeType {
		return this.nodeType;
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}

function additionalData(credentialsHelper: TestCredentials): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper,
		executeWorkflow: unused,
		getRunExecutionData: unused,
		getRuntimeCredential: unused,
		startRunnerTask: unused,
		logAiEvent: unused,
		currentNodeExecutionIndex: 0,
		restApiUrl: '',
		instanceBaseUrl: '',
		formBaseUrl: '',
		formWaitingBaseUrl: '',
		formTestBaseUrl: '',
		webhookBaseUrl: 'https://n8n.example.com/webhook',
		webhookWaitingBaseUrl: '',
		webhookTestBaseUrl: 'https://n8n.example.com/webhook-test',
		mcpBaseUrl: '',
		mcpTestBaseUrl: '',
		variables: {},
		externalSecretsProxy: new ExternalSecretsProxy(),
	};
}

/** A panel that sends one text to the phone number on each item. */
export const TEXT_TO_PHONE: INodeParameters = {
	provider: 'whatsAppCloud',
	operation: 'sendResponse',
	sender: { __rl: true, mode: 'id', value: '2001' },
	recipientFrom: 'value',
	to: '={{ $json.phone }}',
	text: 'Hello',
};

export interface Setting {
	parameters?: INodeParameters;
	/** `null`: one that n8n cannot decrypt. */
	credential?: ICredentialDataDecryptedObject | null;
	credentialType?: CredentialType;
	/** In the place of the one, where the node has several. */
	credentials?: Credentials;
	nodeId?: string;
	webhookId?: string;
	webhookBaseUrl?: string;
	/** Of executions that wait. */
	waitingBaseUrl?: string;
	onError?: INode['onError'];
	/** *Retry On Fail*: calling `execute` again with the same execution is what n8n does then. */
	retryOnFail?: boolean;
	executionId?: string;
	/** What the node kept at its registration. */
	staticData?: IDataObject;
	/** Files that stand on every item. */
	binary?: IBinaryKeyData;
	/** Places of items that have no file all the same. */
	withoutFile?: readonly number[];
	/** Of the Stop button, and of n8n's limit of time. */
	cancelSignal?: AbortSignal;
	/** Gets the lines of n8n's log. */
	log?: string[];
	/** How n8n came to run the node. */
	mode?: WorkflowExecuteMode;
	/** What n8n does where the node calls a workflow. */
	executeWorkflow?: IWorkflowExecuteAdditionalData['executeWorkflow'];
}

export interface Stage {
	workflow: Workflow;
	node: INode;
	data: IWorkflowExecuteAdditionalData;
}

/** A workflow of one node, with what its contexts need. */
export function stage(nodeType: INodeType, setting: Setting = {}): Stage {
	const { name, version } = nodeType.description;
	const { credentialType = 'whatsAppCloudApi', credential = CREDENTIAL } = setting;
	const credentials = setting.credentials ?? { [credentialType]: credential };
	const node: INode = {
		id: setting.nodeId ?? 'node-under-test',
		name: nodeType.description.displayName,
		type: `n8n-nodes-messaging-channels.${name}`,
		typeVersion: Array.isArray(version) ? (version.at(-1) ?? 1) : version,
		position: [0, 0],
		parameters: setting.parameters ?? {},
		credentials: Object.fromEntries(
			Object.keys(credentials).map((type) => [type, { id: '1', name: 'Test' }]),
		),
		...(setting.onError && { onError: setting.onError }),
		...(setting.retryOnFail !== undefined && { retryOnFail: setting.retryOnFail }),
		...(setting.webhookId !== undefined && { webhookId: setting.webhookId }),
	};
	const workflow = new Workflow({
		id: 'workflow-under-test',
		name: 'Test',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes: new OneNodeType(nodeType),
		...(setting.staticData && { staticData: { [`node:${node.name}`]: setting.staticData } }),
	});
	const data = additionalData(new TestCredentials(credentials));
	if (setting.executionId !== undefined) data.executionId = setting.executionId;
	if (setting.executeWorkflow) data.executeWorkflow = setting.executeWorkflow;
	if (setting.webhookBaseUrl !== undefined) data.webhookBaseUrl = setting.webhookBaseUrl;
	const { waitingBaseUrl: waiting } = setting;
	if (waiting !== undefined)
		Object.assign(data, { webhookWaitingBaseUrl: waiting, formWaitingBaseUrl: waiting });
	// Workflow fills in the defaults of the parameters that are not given, as n8n does.
	return { workflow, node: workflow.nodes[node.name] ?? node, data };
}

/** Has what a node writes into n8n's log put into a list instead. */
export function keepLog({ logger }: Pick<ExecuteContext, 'logger'>, log: string[]): void {
	for (const level of ['info', 'warn', 'error'] as const) {
		jest.spyOn(logger, level).mockImplementation((...given) => {
			log.push(given.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
		});
	}
}

/** Runs an action node over items and gives its outputs. */
export async function execute(
	nodeType: INodeType,
	items: IDataObject[],
	setting: Setting = {},
): Promise<INodeExecutionData[][]> {
	const { workflow, node, data } = stage(nodeType, setting);
	const { binary, withoutFile = [] } = setting;
	const input = items.map((json, place): INodeExecutionData => ({
		json,
		...(binary && !withoutFile.includes(place) && { binary }),
	}));
	const context = new ExecuteContext(
		workflow,
		node,
		data,
		setting.mode ?? 'trigger',
		createEmptyRunExecutionData(),
		0,
		input,
		{ [NodeConnectionTypes.Main]: [input] },
		{ data: { [NodeConnectionTypes.Main]: [input] }, node, source: null },
		[],
		setting.cancelSignal,
	);
	if (setting.log) keepLog(context, setting.log);
	const outputs = await nodeType.execute?.call(context);
	if (!Array.isArray(outputs)) throw new Error(`${node.name} gave no items`);
	return outputs;
}

export function loadOptionsContext(nodeType: INodeType, setting: Setting = {}): LoadOptionsContext {
	const { workflow, node, data } = stage(nodeType, setting);
	data.currentNodeParameters = node.parameters;
	return new LoadOptionsContext(workflow, node, data, 'parameters');
}

export function hookContext(nodeType: INodeType, setting: Setting = {}): HookContext {
	const { workflow, node, data } = stage(nodeType, setting);
	const mode: WorkflowExecuteMode = 'trigger';
	const description = nodeType.description.webhooks?.find(({ name }) => name === 'default');
	if (description === undefined) throw new Error(`${node.name} has no webhook`);
	return new HookContext(workflow, node, data, mode, 'activate', {
		httpMethod: 'POST',
		node: node.name,
		path: 'webhook',
		webhookDescription: description,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: data,
	});
}
