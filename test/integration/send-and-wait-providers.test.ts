import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { execute, type Setting } from './harness';

const WEBHOOKS = {
	webhookAuthentication: 'basic',
	webhookUsername: 'hook',
	webhookPassword: 'word-of-the-test',
};
const INFOBIP: Setting = {
	credentialType: 'infobipApi',
	credential: { baseUrl: 'https://graph.test', authentication: 'apiKey', apiKey: 'key', ...WEBHOOKS },
	parameters: { provider: 'infobip', sender: { __rl: true, mode: 'id', value: '+447860099299' } },
};
const SINCH: Setting = {
	credentialType: 'sinchApi',
	credential: {
		baseUrl: 'https://graph.test',
		projectId: 'project',
		appId: 'app',
		accessToken: 'token',
		servicePlanId: 'plan',
		smsApiToken: 'token',
		webhookSecret: 'word-of-the-test',
		...WEBHOOKS,
	},
	parameters: { provider: 'sinch', sender: { __rl: true, mode: 'id', value: '+447860099299' } },
};

/** Asks one person; gives the request that goes out, or what stops the node once it is to wait. */
async function requestOf(setting: Setting, parameters: INodeParameters): Promise<string> {
	let sent = '';
	nock('https://graph.test')
		.persist()
		.post(() => true)
		.reply((_uri, body) => {
			sent = JSON.stringify(body);
			return [400, {}];
		});
	const asking = execute(new MessagingSend(), [{ phone: '+15550123001' } satisfies IDataObject], {
		...setting,
		parameters: {
			...setting.parameters,
			operation: 'sendAndWait',
			recipientFrom: 'value',
			to: '={{ $json.phone }}',
			message: 'Shall we come?',
			options: { checkTrigger: false },
			...parameters,
		},
		executionId: '1042',
		waitingBaseUrl: 'https://n8n.example.com/webhook-waiting',
	});
	await expect(asking).rejects.toThrow();
	return sent;
}

beforeAll(() => {
	nock.disableNetConnect();
});
afterEach(() => {
	nock.cleanAll();
});
afterAll(() => {
	nock.enableNetConnect();
});

const choices = {
	responseType: 'choice',
	choices: { choice: ['Mon', 'Tue', 'Wed', 'Thu'].map((title) => ({ title, value: title })) },
};
const REFERENCE = '~1042~![\\w-]+~[\\w-]+~[\\w-]{43}';

test.each<[string, Setting, INodeParameters, string[]]>([
	['Infobip, WhatsApp', INFOBIP, { channel: 'whatsapp' }, [`"yes${REFERENCE}"`, `"no${REFERENCE}"`]],
	['Infobip, WhatsApp, a list', INFOBIP, { channel: 'whatsapp', ...choices }, [`"Thu${REFERENCE}"`]],
	['Infobip, SMS', INFOBIP, { channel: 'sms' }, ['Shall we come\\?\\\\n1: Approve\\\\n2: Decline']],
	['Sinch, WhatsApp', SINCH, { channel: 'whatsapp' }, [`"yes${REFERENCE}"`, `"no${REFERENCE}"`]],
	['Sinch, SMS', SINCH, { channel: 'sms', ...choices }, ['\\\\n4: Thu']],
	['Sinch, a location', SINCH, { channel: 'whatsapp', responseType: 'location' }, ['location']],
])('%s', async (_name, setting, parameters, patterns) => {
	const sent = await requestOf(setting, parameters);
	for (const pattern of patterns) expect(sent).toMatch(new RegExp(pattern));
});

test('a credential without anything to know the reply by is refused before the question goes out', async () => {
	const open = { ...INFOBIP, credential: { ...INFOBIP.credential, webhookAuthentication: 'none' } };
	expect(await requestOf(open, { channel: 'whatsapp' })).toBe('');
});
