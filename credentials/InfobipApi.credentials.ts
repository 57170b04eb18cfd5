import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { webhookAuthenticationFields } from '../nodes/shared/webhook-authentication-fields';

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

export class InfobipApi implements ICredentialType {
	name = 'infobipApi';

	displayName = 'Infobip API';

	icon: Icon = { light: 'file:../icons/infobip.svg', dark: 'file:../icons/infobip.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-messaging-channels/n8n-nodes-messaging-channels#infobip';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. xyz123.api.infobip.com',
			description: 'Your own address at Infobip, shown on the start page of the portal after you sign in',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'API Key', value: 'apiKey' },
				{ name: 'User Name and Password', value: 'basic' },
			],
			default: 'apiKey',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: { show: { authentication: ['apiKey'] } },
			default: '',
			required: true,
			description: 'Portal → Developer Tools → API Keys. The key needs the scopes of what you want to do',
		},
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			displayOptions: { show: { authentication: ['basic'] } },
			default: '',
			required: true,
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: { show: { authentication: ['basic'] } },
			default: '',
			required: true,
		},
		...webhookAuthenticationFields(['basic', 'header', 'hmac', 'urlToken', 'none'], 'urlToken'),
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authentication, apiKey, username, password } = credentials;
		const authorization =
			authentication === 'basic'
				? `Basic ${Buffer.from(`${text(username)}:${text(password)}`, 'utf8').toString('base64')}`
				: `App ${text(apiKey)}`;
		return await Promise.resolve({
			...requestOptions,
			headers: { ...requestOptions.headers, Authorization: authorization },
		});
	}

	test: ICredentialTestRequest = {
		request: {
			disableFollowRedirect: true,
			baseURL:
				'={{ $credentials.baseUrl.trim().replace(/^(?!https?:)/i, "https://").replace(/(\\.infobip\\.com)[\\/?].*$/i, "$1").replace(/\\/+$/, "") }}',
			url: '/account/1/balance',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Infobip does not accept the key or the password. Copy it again from Developer Tools → API Keys, and check that the Base URL belongs to the same account.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The key is valid, but it may not read the account. Add the scope for account balance to it, or ignore this if messages can be sent.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'Infobip does not know this address. The Base URL looks like xyz123.api.infobip.com; the portal shows yours on its start page.',
				},
			},
		],
	};
}
