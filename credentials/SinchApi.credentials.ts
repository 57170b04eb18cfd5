import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { webhookAuthenticationFields } from '../nodes/shared/webhook-authentication-fields';

const TOKEN_URL = 'https://auth.sinch.com/oauth2/token';

/** As long as the nodes wait for any other answer; n8n itself would wait for five minutes. */
const TIMEOUT_MS = 30_000;

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

function tokenOf(answer: unknown): string {
	const token =
		typeof answer === 'object' && answer !== null && 'access_token' in answer
			? answer.access_token
			: undefined;
	return text(token);
}

export class SinchApi implements ICredentialType {
	name = 'sinchApi';

	displayName = 'Sinch API';

	icon: Icon = { light: 'file:../icons/sinch.svg', dark: 'file:../icons/sinch.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-messaging-channels/n8n-nodes-messaging-channels#sinch';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Australia (SMS Only)', value: 'au' },
				{ name: 'Brazil', value: 'br' },
				{ name: 'Canada (SMS Only)', value: 'ca' },
				{ name: 'Europe', value: 'eu' },
				{ name: 'United States', value: 'us' },
			],
			default: 'us',
			description: 'Where the app and the service plan were created. In another region they do not exist',
		},
		{
			displayName: 'Project ID',
			name: 'projectId',
			type: 'string',
			default: '',
			required: true,
			description: 'Sinch Build Dashboard → Settings → Projects',
		},
		{
			displayName: 'Access Key ID',
			name: 'accessId',
			type: 'string',
			default: '',
			required: true,
			description: 'Sinch Build Dashboard → Settings → Access Keys',
		},
		{
			displayName: 'Access Key Secret',
			name: 'keySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown once, when the key is created',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Conversation App ID',
			name: 'appId',
			type: 'string',
			default: '',
			description: 'For WhatsApp and other channels of the Conversation API',
		},
		{
			displayName: 'SMS Service Plan ID',
			name: 'servicePlanId',
			type: 'string',
			default: '',
			description: 'For the SMS API. Leave empty if you send SMS through the Conversation API',
		},
		{
			displayName: 'SMS API Token',
			name: 'smsApiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Stands beside the service plan in the dashboard',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Secret of the Conversation webhooks. Receipts that go to an overridden callback URL have one of their own: enter both, separated by a comma. While you rotate it, enter the new and the old one',
		},
		...webhookAuthenticationFields(['basic', 'header', 'urlToken', 'none'], 'urlToken').map(
			(field): INodeProperties =>
				field.name === 'webhookAuthentication'
					? {
							...field,
							displayName: 'SMS Webhook Authentication',
							description:
								'How calls of the SMS API are told from forged ones, as Sinch signs them only on request',
						}
					: field,
		),
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			description: 'Leave empty. Only for the sandbox of this package, or for a proxy in front of Sinch',
		},
	];

	/** An access token lives for an hour; n8n keeps it and asks again when Sinch answers 401. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const baseUrl = text(credentials.baseUrl);
		const answer: unknown = await this.helpers.httpRequest({
			method: 'POST',
			url: baseUrl === '' ? TOKEN_URL : `${baseUrl.replace(/\/$/, '')}/oauth2/token`,
			auth: { username: text(credentials.accessId), password: text(credentials.keySecret) },
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: 'grant_type=client_credentials',
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
		});
		return { accessToken: tokenOf(answer) };
	}

	/** The SMS API takes the token of its service plan; everything else takes the project's. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const smsApiToken = text(credentials.smsApiToken);
		const address = `${requestOptions.baseURL ?? ''}${requestOptions.url}`;
		const token =
			address.includes('/xms/v1/') && smsApiToken !== '' ? smsApiToken : text(credentials.accessToken);
		return await Promise.resolve({
			...requestOptions,
			headers: { ...requestOptions.headers, Authorization: `Bearer ${token}` },
		});
	}

	test: ICredentialTestRequest = {
		request: {
			disableFollowRedirect: true,
			baseURL:
				'={{ $credentials.baseUrl || "https://" + $credentials.region + ($credentials.appId ? ".conversation" : ".sms") + ".api.sinch.com" }}',
			url: '={{ $credentials.appId ? "/v1/projects/" + $credentials.projectId + "/apps/" + $credentials.appId : "/xms/v1/" + ($credentials.servicePlanId || $credentials.projectId) + "/batches?page_size=1" }}',
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'Sinch does not accept the access key or the SMS API token. Copy "Access Key ID" and "Access Key Secret" again; a lost secret cannot be shown once more, so create a new key.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'The access key is valid, but it may not use this project. Check "Project ID", and in the Sinch Build Dashboard that billing is set up.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'Nothing is found in this region. Check "Region" first, as that is the usual reason, then "Project ID", "Conversation App ID" and "SMS Service Plan ID".',
				},
			},
		],
	};
}
