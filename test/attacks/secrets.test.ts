/** Planted secrets, every kind of failure, every node that holds a credential: none is in what n8n shows, keeps, logs or sends on. */
import { inspect } from 'node:util';
import type { RequestListener } from 'node:http';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { MessagingChannel } from '../../nodes/MessagingChannel/MessagingChannel.node';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { CREDENTIAL, execute, hookContext, keepLog, type Setting } from '../integration/harness';
import { deliver, startWebhookServer } from '../integration/webhook-server';
import { host, type Host } from './host';
import { LINES } from './lines';
import { PLANTED, secretsIn } from '../e2e/planted';

const CREDENTIALS: Readonly<Record<string, IDataObject>> = {
	whatsAppCloud: {
		...CREDENTIAL,
		accessToken: PLANTED.accessToken,
		appSecret: PLANTED.appSecret,
		verifyToken: PLANTED.verifyToken,
	},
	infobip: {
		authentication: 'apiKey',
		apiKey: PLANTED.apiKey,
		webhookAuthentication: 'basic',
		webhookUsername: 'infobip',
		webhookPassword: PLANTED.webhookPassword,
	},
	sinch: {
		accessId: 'key-1',
		keySecret: PLANTED.keySecret,
		webhookSecret: PLANTED.webhookSecret,
		smsApiToken: PLANTED.smsApiToken,
		accessToken: '',
		projectId: 'p1',
		appId: 'app1',
		servicePlanId: 'plan1',
		region: 'eu',
	},
	custom: { authentication: 'header', parameterName: 'x-api-key', token: PLANTED.customToken },
};

/** What is sent on to a second host must not tell anything either. */
let elsewhere: Host;

/** What a proxy or a careless provider would repeat: all that it was sent, and the secrets of the credential that it may know. */
function echoOf(name: string, heard: string): string {
	const known = JSON.stringify(CREDENTIALS[name]);
	const own = Object.values(PLANTED).filter((secret) => known.includes(JSON.stringify(secret)));
	return [heard, ...own].join(' ');
}

function json(status: number): (echo: string) => RequestListener {
	return (echo) => (_request, response) => {
		response
			.writeHead(status, { 'content-type': 'application/json', 'x-echo': encodeURIComponent(echo) })
			.end(
				JSON.stringify({
					message: echo,
					error: {
						message: echo,
						code: 190,
						error_user_title: echo,
						error_user_msg: echo,
						error_data: { details: echo },
					},
					requestError: { serviceException: { messageId: echo, text: echo } },
					messages: [{ id: echo, messageId: echo, status: { name: 'PENDING', groupName: 'PENDING' } }],
					data: [{ id: '2001', name: echo, verified_name: echo }],
					...(status === 200 && { access_token: PLANTED.freshToken }),
				}),
			);
	};
}

const FAILURES: Readonly<Record<string, (echo: string) => RequestListener>> = {
	'200 that repeats all': json(200),
	'400 that repeats all': json(400),
	'401 that repeats all': json(401),
	'403 that repeats all': json(403),
	'404 that repeats all': json(404),
	'429 that repeats all': json(429),
	'500 that repeats all': json(500),
	'a page that repeats all': (echo) => (_request, response) => {
		response.writeHead(502, { 'content-type': 'text/html' }).end(`<h1>${echo}</h1>`);
	},
	'JSON that breaks off': (echo) => (_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' }).end(`{"a":"${echo}`);
	},
	'a redirect': () => (request, response) => {
		response.writeHead(307, { location: `${elsewhere.url}${request.url}` }).end();
	},
	'a connection that breaks': () => (request) => {
		request.socket.destroy();
	},
};

beforeEach(async () => {
	elsewhere = await host((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' }).end('{"success":true}');
	});
});

function expectNone(...shown: unknown[]): void {
	const text = shown
		.map((one) => inspect(one, { depth: 8, maxStringLength: null, maxArrayLength: null, showHidden: true }))
		.join('\n');
	expect(secretsIn(text)).toEqual([]);
	expect(elsewhere.heard).toEqual([]);
}

/** The error without the node's parameters and what n8n itself hands over, which hold what the person typed. */
function shownOf(failure: unknown): unknown {
	if (!(failure instanceof Error)) return failure;
	const own = Object.getOwnPropertyNames(failure).filter((name) => name !== 'node');
	return Object.fromEntries(own.map((name) => [name, Reflect.get(failure, name)]));
}

const sent: INodeParameters = {
	operation: 'sendResponse',
	text: 'Hi',
	delivery: { attempts: 1, minutes: 0.01 },
};
const number: INodeParameters = { __rl: true, mode: 'id', value: '2001' };
const OPERATIONS: readonly [
	provider: string,
	resource: string,
	operation: string,
	parameters: INodeParameters,
][] = [
	['whatsAppCloud', 'number', 'register', { phoneNumberId: number, pin: PLANTED.pin }],
	['whatsAppCloud', 'channel', 'check', { phoneNumberId: number }],
	['whatsAppCloud', 'webhook', 'get', { phoneNumberId: number }],
	['whatsAppCloud', 'template', 'getMany', {}],
	['infobip', 'number', 'getMany', {}],
	['infobip', 'channel', 'check', { sender: number, callbackUrl: 'https://n8n.example.com/webhook/1' }],
	['sinch', 'channel', 'check', { senderId: number, callbackUrl: 'https://n8n.example.com/webhook/1' }],
	['sinch', 'webhook', 'get', {}],
];

describe.each(Object.entries(FAILURES))('%s', (_failure, answer) => {
	async function provider(name: string): Promise<string> {
		const one = await host((request, response) => {
			answer(echoOf(name, one.heard.join(' ')))(request, response);
		});
		return one.url;
	}

	function settingOf(name: string, baseUrl: string, more: Partial<Setting>): Setting {
		const credentialType = LINES[name]?.credentialType;
		return {
			...(credentialType && { credentialType }),
			credential: { ...CREDENTIALS[name], baseUrl },
			...more,
		};
	}

	async function attack(act: (setting: Partial<Setting>) => Promise<unknown>): Promise<void> {
		for (const onError of [undefined, 'continueRegularOutput'] as const) {
			const log: string[] = [];
			const outcome = await act({ log, ...(onError && { onError }) }).catch(shownOf);
			expectNone(outcome, log);
		}
	}

	test.each(Object.keys(LINES))('Messaging Send over %s', async (name) => {
		const url = await provider(name);
		const parameters = { ...sent, ...LINES[name]?.parameters };
		await attack(async (more) => {
			return await execute(
				new MessagingSend(),
				[{ from: '+15550123001' }],
				settingOf(name, url, { ...more, parameters }),
			);
		});
	});

	test.each(OPERATIONS)('Messaging Channel: %s %s %s', async (name, resource, operation, more) => {
		const url = await provider(name);
		const parameters = { provider: name, resource, operation, ...more };
		await attack(async (setting) => {
			return await execute(new MessagingChannel(), [{}], settingOf(name, url, { ...setting, parameters }));
		});
	});

	test.each(['whatsAppCloud', 'infobip', 'sinch'])(
		'Messaging Trigger of %s, published and called',
		async (name) => {
			const url = await provider(name);
			const trigger = new MessagingTrigger();
			const parameters = { provider: name, purpose: 'inbound' };
			const setting = settingOf(name, url, { parameters, webhookId: 'planted', nodeId: `planted-${name}` });
			const context = hookContext(trigger, setting);
			const log: string[] = [];
			keepLog(context, log);
			const hooks = trigger.webhookMethods.default;
			const published: unknown = await hooks.create.call(context).catch(shownOf);
			const unpublished: unknown = await hooks.delete.call(context).catch(shownOf);
			const server = await startWebhookServer(trigger, setting);
			const { status, data } = await deliver(server.url, JSON.stringify({ secret: 1 }));
			await server.close();
			expect(status).toBe(401);
			expectNone(published, unpublished, context.getWorkflowStaticData('node'), log, server.log, data);
		},
	);
});
