import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import {
	signatureDetailFields,
	webhookAuthenticationFields,
} from '../nodes/shared/webhook-authentication-fields';

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function withHeader(options: IHttpRequestOptions, name: string, value: string): IHttpRequestOptions {
	return { ...options, headers: { ...options.headers, [name]: value } };
}

export class CustomMessagingApi implements ICredentialType {
	name = 'customMessagingApi';

	displayName = 'Custom Messaging API';

	icon: Icon = {
		light: 'file:../icons/messaging-trigger.svg',
		dark: 'file:../icons/messaging-trigger.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-messaging-channels/n8n-nodes-messaging-channels/blob/main/docs/custom-provider.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api.gateway.example',
			description: 'Where the API of your gateway is. The test of this credential calls it',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Basic', value: 'basic' },
				{ name: 'Bearer Token', value: 'bearer' },
				{ name: 'Header', value: 'header' },
				{ name: 'None', value: 'none' },
				{ name: 'Query Parameter', value: 'query' },
			],
			default: 'basic',
			description: 'How the API of your gateway knows you',
		},
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			displayOptions: { show: { authentication: ['basic'] } },
			default: '',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: { show: { authentication: ['basic'] } },
			default: '',
		},
		{
			displayName: 'Name',
			name: 'parameterName',
			type: 'string',
			displayOptions: { show: { authentication: ['header', 'query'] } },
			default: '',
			placeholder: 'e.g. X-Api-Key',
			description: 'Name of the header or of the query parameter',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			displayOptions: { show: { authentication: ['bearer', 'header', 'query'] } },
			default: '',
		},
		{
			displayName: 'Test Path',
			name: 'testPath',
			type: 'string',
			default: '/',
			description: 'Path below the base URL that answers a GET with success, for the test of this credential',
		},
		...webhookAuthenticationFields(
			['basic', 'header', 'hmac', 'twilio', 'vonage', 'urlToken', 'none'],
			'urlToken',
		),
		...signatureDetailFields,
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authentication, username, password, parameterName, token } = credentials;
		switch (authentication) {
			case 'basic': {
				const word = Buffer.from(`${text(username)}:${text(password)}`, 'utf8').toString('base64');
				return await Promise.resolve(withHeader(requestOptions, 'Authorization', `Basic ${word}`));
			}
			case 'bearer':
				return withHeader(requestOptions, 'Authorization', `Bearer ${text(token)}`);
			case 'header':
				return withHeader(requestOptions, text(parameterName), text(token));
			case 'query':
				return { ...requestOptions, qs: { ...requestOptions.qs, [text(parameterName)]: text(token) } };
			default:
				return requestOptions;
		}
	}

	test: ICredentialTestRequest = {
		request: {
			disableFollowRedirect: true,
			baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}',
			url: '={{ $credentials.testPath || "/" }}',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'The gateway does not accept the user name, the password or the token.',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'The gateway knows you, but does not let you read "Test Path".' },
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'Nothing is at this address. Check "Base URL", and enter a path that exists under "Test Path".',
				},
			},
		],
	};
}
