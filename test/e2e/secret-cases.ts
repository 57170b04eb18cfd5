/** What each node does with a planted credential, and the workflows that have it fail. */
import { randomUUID } from 'node:crypto';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { PACKAGE } from '../../sandbox/n8n/set-up.ts';
import type { Line } from './hostile-provider.ts';
import { byId } from './channel-flow.ts';
import { PLANTED } from './planted.ts';

type Json = Record<string, unknown>;

/** n8n's type of each line's credential, and its fields without the Base URL. */
export const CREDENTIALS: Readonly<Record<Line, { type: string; data: Record<string, string> }>> = {
	whatsAppCloud: {
		type: 'whatsAppCloudApi',
		data: {
			accessToken: PLANTED.accessToken,
			businessAccountId: '1001',
			appId: '9001',
			appSecret: PLANTED.appSecret,
			verifyToken: PLANTED.verifyToken,
			apiVersion: 'v27.0',
		},
	},
	infobip: {
		type: 'infobipApi',
		data: {
			authentication: 'apiKey',
			apiKey: PLANTED.apiKey,
			webhookAuthentication: 'basic',
			webhookUsername: 'infobip',
			webhookPassword: PLANTED.webhookPassword,
		},
	},
	sinch: sinch(),
	sinchWithoutToken: sinch(),
	custom: {
		type: 'customMessagingApi',
		data: {
			authentication: 'header',
			parameterName: 'Authorization',
			token: PLANTED.customToken,
			webhookAuthentication: 'urlToken',
			webhookUrlToken: PLANTED.urlToken,
		},
	},
	customBasic: {
		type: 'customMessagingApi',
		data: {
			authentication: 'basic',
			username: 'gateway',
			password: PLANTED.customPassword,
			webhookAuthentication: 'urlToken',
			webhookUrlToken: PLANTED.urlToken,
		},
	},
};

function sinch() {
	return {
		type: 'sinchApi',
		data: {
			region: 'us',
			projectId: 'project-1',
			accessId: 'access-key-1',
			keySecret: PLANTED.keySecret,
			appId: 'app-1',
			servicePlanId: 'plan-1',
			smsApiToken: PLANTED.smsApiToken,
			webhookSecret: PLANTED.webhookSecret,
			webhookAuthentication: 'urlToken',
			webhookUrlToken: PLANTED.urlToken,
		},
	};
}

export interface Case {
	name: string;
	line: Line;
	node: 'messagingSend' | 'messagingChannel' | 'messagingKeywords';
	parameters: Json;
	/** A call that comes alone, so that a provider that never answers holds it up once. */
	isOneCall?: true;
}

const PROVIDERS: Readonly<Record<Line, string>> = {
	whatsAppCloud: 'whatsAppCloud',
	infobip: 'infobip',
	sinch: 'sinch',
	sinchWithoutToken: 'sinch',
	custom: 'custom',
	customBasic: 'custom',
};

function send(line: Line, more: Json, text: unknown = 'Hello'): Case {
	return {
		name: `Send over ${line} ${typeof more.channel === 'string' ? more.channel : ''}`.trim(),
		line,
		node: 'messagingSend',
		isOneCall: true,
		parameters: {
			provider: PROVIDERS[line],
			operation: 'sendResponse',
			text,
			// A second: what a provider throttles is tried again for as long as this.
			delivery: { attempts: 1, minutes: 0.02 },
			...more,
		},
	};
}

function channel(line: Line, resource: string, operation: string, more: Json): Case {
	return {
		name: `${resource} ${operation} of ${line}`,
		line,
		node: 'messagingChannel',
		parameters: { provider: PROVIDERS[line], resource, operation, ...more },
	};
}

const NUMBER = { phoneNumberId: byId('2001') };
const CALLBACK = { callbackUrl: 'https://n8n.example.com/webhook/1' };
const TEMPLATE = { name: 'autumn_menu', category: 'MARKETING', body: 'The menu is here.' };
const GATEWAY = { channel: 'sms', sender: 'ACME', requestTemplate: 'twilio' };

const SENDS: readonly Case[] = [
	send('whatsAppCloud', { sender: byId('2001') }),
	send('infobip', { channel: 'sms', sender: 'ACME' }),
	send('sinch', { channel: 'whatsapp', sender: '+15550100001' }),
	send('sinch', { channel: 'sms', sender: '+15550100001' }),
	send('sinchWithoutToken', { channel: 'whatsapp', sender: '+15550100001' }),
	send('custom', GATEWAY),
	send('customBasic', GATEWAY),
];

export const CASES: readonly Case[] = [
	...SENDS,
	{
		...channel('whatsAppCloud', 'number', 'register', { ...NUMBER, pin: PLANTED.pin }),
		isOneCall: true,
	},
	channel('whatsAppCloud', 'number', 'setPin', { ...NUMBER, pin: PLANTED.pin }),
	channel('whatsAppCloud', 'number', 'requestCode', NUMBER),
	channel('whatsAppCloud', 'channel', 'check', { ...NUMBER, reportAs: 'checks', ...CALLBACK }),
	channel('whatsAppCloud', 'template', 'create', { ...TEMPLATE, language: 'en_US' }),
	channel('whatsAppCloud', 'webhook', 'set', { ...NUMBER, ...CALLBACK }),
	channel('whatsAppCloud', 'media', 'download', { mediaId: '3001' }),
	channel('infobip', 'channel', 'check', { sender: byId('447860099299'), ...CALLBACK }),
	channel('infobip', 'number', 'getMany', {}),
	channel('infobip', 'webhook', 'set', CALLBACK),
	channel('sinch', 'channel', 'check', { senderId: byId('sender-1'), ...CALLBACK }),
	channel('sinch', 'webhook', 'set', CALLBACK),
	channel('sinchWithoutToken', 'webhook', 'get', {}),
];

const BROKEN = '={{ $json.nobody.knows.this }}';

/** Expressions that cannot be evaluated, in a place of each node that a person writes into. */
export const FAULTY: readonly Case[] = [
	send('whatsAppCloud', { sender: byId('2001') }, BROKEN),
	send('custom', GATEWAY, "={{ $('Nowhere').item.json.text }}"),
	channel('whatsAppCloud', 'number', 'register', { phoneNumberId: byId(BROKEN), pin: PLANTED.pin }),
	channel('sinch', 'webhook', 'set', { callbackUrl: BROKEN }),
	{
		name: 'Keywords',
		line: 'custom',
		node: 'messagingKeywords',
		parameters: { options: { text: BROKEN } },
	},
];

const OUTCOMES = { stops: 'stopWorkflow', goesOn: 'continueErrorOutput' } as const;

/** The item that each node gets: a message of a person. */
const ITEM = { kind: 'message', from: '+15550123001', to: '+15550100001', type: 'text', text: 'Hi' };

const CALL = 'Call';
const END = 'End';
/** The trigger that starts one node alone. */
export const startOf = ({ name }: Case) => `Start ${name}`;

/**
 * One workflow that holds each case twice: behind a trigger of its own, where it ends the execution, and behind the call of a webhook, which
 * answers with what came out of the error outputs.
 *
 * @param credentialIds by line
 */
export function failing(
	title: string,
	cases: readonly Case[],
	credentialIds: ReadonlyMap<Line, string>,
): Workflow {
	const id = randomUUID();
	const to = (...names: string[]) => names.map((node) => ({ node, type: 'main', index: 0 }));
	const node = (name: string, type: string, parameters: Json, more: Json = {}) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...more,
	});
	const ours = (one: Case, name: string, onError: string) => {
		const credential = CREDENTIALS[one.line].type;
		const reference = { [credential]: { id: credentialIds.get(one.line) ?? '', name: one.line } };
		return node(name, `${PACKAGE}.${one.node}`, one.parameters, {
			onError,
			...(one.node !== 'messagingKeywords' && { credentials: reference }),
		});
	};
	const setting = { mode: 'raw', jsonOutput: JSON.stringify(ITEM) };
	const edit = (name: string) => node(name, 'n8n-nodes-base.set', setting, { typeVersion: 3.4 });
	const goesOn = ({ name }: Case) => `${name}, goes on`;
	return {
		id,
		name: title,
		nodes: [
			node(
				CALL,
				'n8n-nodes-base.webhook',
				{ httpMethod: 'POST', path: id, responseMode: 'lastNode', responseData: 'allEntries' },
				{ typeVersion: 2, webhookId: id },
			),
			edit('Item'),
			node(END, 'n8n-nodes-base.noOp', {}),
			...cases.flatMap((one) => [
				node(startOf(one), 'n8n-nodes-base.manualTrigger', {}),
				edit(`Item of ${one.name}`),
				ours(one, one.name, OUTCOMES.stops),
				ours(one, goesOn(one), OUTCOMES.goesOn),
			]),
		],
		connections: {
			[CALL]: { main: [to('Item')] },
			Item: { main: [to(...cases.map(goesOn))] },
			...Object.fromEntries(
				cases.flatMap((one): [string, Json][] => [
					[startOf(one), { main: [to(`Item of ${one.name}`)] }],
					[`Item of ${one.name}`, { main: [to(one.name)] }],
					[goesOn(one), { main: [to(END), to(END), to(END)] }],
				]),
			),
		},
		settings: { executionOrder: 'v1' },
	};
}
