/** The ways through the nodes: from a provider's call to what Messaging Keywords decides, and from a panel to a request. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingKeywords } from '../../nodes/MessagingKeywords/MessagingKeywords.node';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { CREDENTIAL, execute, type Setting } from './harness';
import { deliver, startWebhookServer } from './webhook-server';

const TOKEN = 'mDk3sY7qWv0pZ8tR2xLc';
const TYPES = {
	whatsAppCloud: 'whatsAppCloudApi',
	infobip: 'infobipApi',
	sinch: 'sinchApi',
	custom: 'customMessagingApi',
} as const;
const ALL_KINDS = ['message', 'status', 'consent', 'account', 'unknown'];
let nodeCount = 0;

interface Call {
	body: string;
	headers?: Record<string, string>;
	query?: string;
}

/** The items that a trigger makes of calls, one after the other. */
async function itemsOf(setting: Setting, calls: readonly Call[]): Promise<IDataObject[]> {
	nodeCount += 1;
	const server = await startWebhookServer(new MessagingTrigger(), { ...setting, nodeId: `way-${nodeCount}` });
	try {
		for (const { body, headers, query = '' } of calls) {
			expect((await deliver(`${server.url}${query}`, body, headers)).status).toBe(200);
		}
		return server.executions.flat().map(({ json }) => json);
	} finally {
		await server.close();
	}
}

/** The items of calls of a provider that knows the secret word of the URL. */
export async function receivedInTurn(
	provider: 'infobip' | 'sinch' | 'custom',
	bodies: readonly (object | string)[],
	parameters: INodeParameters = {},
): Promise<IDataObject[]> {
	const setting: Setting = {
		parameters: { provider, purpose: 'selected', events: ALL_KINDS, ...parameters },
		credentialType: TYPES[provider],
		credential: { webhookAuthentication: 'urlToken', webhookUrlToken: TOKEN },
		webhookId: 'way',
	};
	const calls = bodies.map((body): Call => {
		const isForm = typeof body === 'object' && parameters.mapping === 'twilio';
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
		return {
			body: isForm ? new URLSearchParams(Object.entries(body)).toString() : text,
			headers: { 'content-type': type },
			query: `?token=${TOKEN}`,
		};
	});
	return await itemsOf(setting, calls);
}

export async function received(
	provider: 'infobip' | 'sinch' | 'custom',
	body: object | string,
	parameters: INodeParameters = {},
): Promise<IDataObject[]> {
	return await receivedInTurn(provider, [body], parameters);
}

/** The items of a call of Meta with one change. */
export async function fromMeta(value: object | string, field = 'messages'): Promise<IDataObject[]> {
	const inner = typeof value === 'string' ? value : JSON.stringify(value);
	const metadata = '"metadata":{"display_phone_number":"15550100001","phone_number_id":"2001"}';
	const change = `{"field":"${field}","value":{${metadata},${inner.slice(1)}}`;
	const body = `{"object":"whatsapp_business_account","entry":[{"id":"1001","changes":[${change}]}]}`;
	return await itemsOf({ parameters: { purpose: 'selected', events: ALL_KINDS } }, [{ body }]);
}

const OUTPUTS = ['optIn', 'optOut', 'doubleOptIn', 'help', 'custom', 'fuzzyOptOut', 'default'];

/** Each item with the output that it leaves Messaging Keywords on. */
export async function judged(items: IDataObject[], options: INodeParameters = { defaultReplies: true }) {
	const outputs = await execute(new MessagingKeywords(), items, { parameters: { options } });
	return outputs.flatMap((given, output) =>
		given.map(({ json }): [string | undefined, IDataObject] => [OUTPUTS[output], json]),
	);
}

export async function categories(items: IDataObject[]): Promise<(string | undefined)[]> {
	return (await judged(items)).map(([category]) => category);
}

export interface Sent {
	path: string;
	body: Record<string, unknown>;
}

function bodyOf(body: unknown): Record<string, unknown> {
	if (typeof body === 'string') return Object.fromEntries(new URLSearchParams(body));
	return typeof body === 'object' && body !== null ? { ...body } : {};
}

const ACCOUNT = {
	...CREDENTIAL,
	baseUrl: 'https://provider.test',
	authentication: 'basic',
	username: 'u',
	password: 'p',
	region: 'eu',
	projectId: 'project',
	appId: 'app',
};

/** What the provider says in the test. */
export interface Answers {
	/** Of a send. */
	status?: number;
	answer?: object;
	/** WhatsApp's templates. */
	templates?: object[];
	credential?: object;
}

/** Sends one item and gives what went out, and what the node gave back. */
export async function send(
	provider: keyof typeof TYPES,
	item: IDataObject,
	parameters: INodeParameters,
	{ status = 200, answer = {}, templates = [], credential = {} }: Answers = {},
): Promise<{ sent: Sent[]; given: IDataObject | undefined }> {
	const sent: Sent[] = [];
	const api = nock('https://provider.test').persist();
	api
		.get(/message_templates/)
		.query(true)
		.reply(200, { data: templates });
	api.get(/.*/).query(true).reply(200, {});
	api.post(/.*/).reply(status, (path, body) => {
		sent.push({ path, body: bodyOf(body) });
		const ids = { sid: 'SM1', status: 'queued', message_uuid: 'v-1', message_id: 'c-1' };
		return { ...ids, messages: [{ id: 'wamid.out' }], ...answer };
	});
	const outputs = await execute(new MessagingSend(), [item], {
		credentialType: TYPES[provider],
		credential: { ...ACCOUNT, ...credential },
		parameters: { provider, operation: 'sendResponse', delivery: { attempts: 1 }, ...parameters },
		onError: 'continueRegularOutput',
	});
	nock.cleanAll();
	return { sent, given: outputs.flat()[0]?.json };
}

export const locator = (value: string) => ({ __rl: true, mode: 'id', value });
