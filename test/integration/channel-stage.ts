/** Runs Messaging Channel with what its panel would hold, for each provider, with nock in the provider's place. */
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { MessagingChannel } from '../../nodes/MessagingChannel/MessagingChannel.node';
import { CREDENTIAL, execute, loadOptionsContext, type Setting } from './harness';

export type ChannelProvider = 'infobip' | 'sinch' | 'whatsAppCloud';

/** Every one of them is a secret that nobody may see outside of the credential. */
export const SECRETS = {
	token: 'token-of-the-test',
	customerToken: 'token-of-the-customer',
	appSecret: 'secret-of-the-test',
	verifyToken: 'word-of-the-test',
	apiKey: 'api-key-of-the-test',
	headerValue: 'value-of-the-header',
	senderToken: 'token-of-the-sender',
	webhookSecret: 'secret-of-the-webhook',
};

const INFOBIP: ICredentialDataDecryptedObject = {
	baseUrl: 'https://infobip.test',
	authentication: 'apiKey',
	apiKey: SECRETS.apiKey,
	webhookAuthentication: 'header',
	webhookHeaderName: 'x-secret',
	webhookHeaderValue: SECRETS.headerValue,
};

const SINCH: ICredentialDataDecryptedObject = {
	baseUrl: 'https://sinch.test',
	region: 'eu',
	projectId: 'p1',
	accessToken: SECRETS.token,
	appId: 'app1',
	servicePlanId: 'plan1',
	webhookSecret: SECRETS.webhookSecret,
};

const LINES: Record<ChannelProvider, Pick<Setting, 'credential' | 'credentialType'>> = {
	whatsAppCloud: { credentialType: 'whatsAppCloudApi', credential: CREDENTIAL },
	infobip: { credentialType: 'infobipApi', credential: INFOBIP },
	sinch: { credentialType: 'sinchApi', credential: SINCH },
};

export const ADDRESSES: Record<ChannelProvider, string> = {
	whatsAppCloud: 'https://graph.test',
	infobip: 'https://infobip.test',
	sinch: 'https://sinch.test',
};

const AUTHORIZATION: Record<ChannelProvider, string> = {
	whatsAppCloud: `Bearer ${SECRETS.token}`,
	infobip: `App ${SECRETS.apiKey}`,
	sinch: `Bearer ${SECRETS.token}`,
};

/** The provider, which takes calls with the credential alone. */
export function api(provider: ChannelProvider) {
	return nock(ADDRESSES[provider], { reqheaders: { authorization: AUTHORIZATION[provider] } });
}

export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** @param operation `number.register` */
export async function run(
	provider: ChannelProvider,
	operation: string,
	parameters: INodeParameters,
	{ items = [{}], ...setting }: Setting & { items?: IDataObject[] } = {},
) {
	const [resource = '', name = ''] = operation.split('.');
	const [output = []] = await execute(new MessagingChannel(), items, {
		...LINES[provider],
		...setting,
		parameters: { provider, resource, operation: name, ...parameters },
	});
	return output;
}

/** What the editor lists. */
export async function list(
	provider: ChannelProvider,
	method: keyof MessagingChannel['methods']['listSearch'],
	parameters: INodeParameters,
	filter?: string,
) {
	const node = new MessagingChannel();
	const context = loadOptionsContext(node, { ...LINES[provider], parameters: { provider, ...parameters } });
	return await node.methods.listSearch[method].call(context, filter);
}

/** No call goes anywhere else, and every expected one is made. */
export function withoutNetwork(): void {
	beforeAll(() => {
		nock.disableNetConnect();
	});
	afterEach(() => {
		const pending = nock.pendingMocks();
		nock.cleanAll();
		expect(pending).toEqual([]);
	});
	afterAll(() => {
		nock.enableNetConnect();
	});
}
