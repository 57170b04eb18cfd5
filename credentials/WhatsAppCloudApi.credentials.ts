import { createHmac } from 'node:crypto';
import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { ACT_AS_HEADER, PROVING_SECRET } from '../nodes/shared/act-as';

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

/** While a secret is rotated there are two; the newest comes first. */
function newestSecret({ appSecret }: ICredentialDataDecryptedObject): string {
	return (text(appSecret).split(',')[0] ?? '').trim();
}

/** What only the app of the token can have made (Meta, Securing Graph API requests). Without a secret nothing is proved. */
function proofOf(credentials: ICredentialDataDecryptedObject): object {
	const secret = newestSecret(credentials);
	const token = text(credentials.accessToken);
	return secret === '' ? {} : { appsecret_proof: createHmac('sha256', secret).update(token).digest('hex') };
}

/** Answers of `GET /<business account id>` that name a fault, by Meta's code (Meta, Cloud API error codes). */
const META_FAULTS = [
	{
		code: 190,
		message:
			'Meta does not accept the access token: it is invalid, expired or revoked. Create a permanent token for a system user in Meta Business Settings and paste it into "Access Token".',
	},
	{
		code: 0,
		message:
			'Meta could not authenticate the access token. Create a new token for a system user in Meta Business Settings and paste it into "Access Token".',
	},
	{
		code: 100,
		message:
			'The token is valid, but it cannot reach this WhatsApp Business Account. Check "Business Account ID" (WhatsApp Manager shows it under Account Tools), and assign the account to the system user that owns the token.',
	},
	{
		code: 33,
		message:
			'The token is valid, but it cannot reach this WhatsApp Business Account. Check "Business Account ID" (WhatsApp Manager shows it under Account Tools), and assign the account to the system user that owns the token.',
	},
	{
		code: 10,
		message:
			'The token lacks a permission. Create it again with whatsapp_business_management and whatsapp_business_messaging ticked.',
	},
	{
		code: 200,
		message:
			'The token lacks a permission for this account. Assign the WhatsApp Business Account to the system user with full control, and create the token with whatsapp_business_management and whatsapp_business_messaging ticked.',
	},
	{
		code: 3,
		message:
			'The app behind the token may not use the WhatsApp API. Add the WhatsApp product to the app in the Meta App Dashboard, then create the token again.',
	},
	{
		code: 4,
		message: 'The app has reached its limit of calls. The values may be right: test again in some minutes.',
	},
	{
		code: 80007,
		message: 'The account has reached its limit of calls. The values may be right: test again in an hour.',
	},
];

export class WhatsAppCloudApi implements ICredentialType {
	name = 'whatsAppCloudApi';

	displayName = 'WhatsApp Cloud API';

	icon: Icon = { light: 'file:../icons/whatsapp.svg', dark: 'file:../icons/whatsapp.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-messaging-channels/n8n-nodes-messaging-channels#whatsapp-cloud';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Permanent token of a system user, with the permissions whatsapp_business_messaging and whatsapp_business_management. The token on the API Setup page expires within a day',
		},
		{
			displayName: 'Business Account ID',
			name: 'businessAccountId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 102290129340398',
			description: 'ID of the WhatsApp Business Account (WABA), shown on the API Setup page of the app',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 670843887433847',
			description:
				'ID of the Meta app, shown at the top of the App Dashboard. Saving does not test it; Channel → Check of Messaging Channel does',
		},
		{
			displayName: 'App Secret (Needed to Receive)',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Meta signs every webhook call with it. App Dashboard → App Settings → Basic. While you rotate it, enter the new and the old one, separated by a comma; saving tests the first one',
		},
		{
			displayName: 'Webhook Verify Token (Needed to Receive)',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'A word of your own choice, which saving cannot test. Enter the same word in the App Dashboard under WhatsApp → Configuration → Verify Token',
		},
		{
			displayName: 'Graph API Version',
			name: 'apiVersion',
			type: 'string',
			default: 'v27.0',
			description:
				'Version of the Graph API that the nodes call. Meta supports a version for about two years; Messaging Channel → Check tells until when.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://graph.facebook.com',
			description: 'Change it only to call Meta through a proxy, or to use the sandbox of this package',
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { [ACT_AS_HEADER]: actAs, ...headers } = requestOptions.headers ?? {};
		// The app's own token may be put together of its id and secret (Meta, Access tokens).
		const appToken = `${text(credentials.appId)}|${newestSecret(credentials)}`;
		const token = actAs === 'app' ? appToken : text(credentials.accessToken);
		return await Promise.resolve({
			...requestOptions,
			...(actAs === PROVING_SECRET && { qs: { ...requestOptions.qs, ...proofOf(credentials) } }),
			headers: { ...headers, Authorization: `Bearer ${token}` },
		});
	}

	test: ICredentialTestRequest = {
		request: {
			disableFollowRedirect: true,
			baseURL:
				'={{ $credentials.baseUrl.replace(/\\/+$/, "").replace(/\\/v\\d+\\.\\d+$/, "") }}/{{ $credentials.apiVersion }}',
			url: '=/{{ $credentials.businessAccountId }}',
			qs: { fields: 'id,name' },
			headers: { [ACT_AS_HEADER]: PROVING_SECRET },
			// Meta answers one fault with several HTTP statuses; the code in the body decides.
			ignoreHttpStatusErrors: true,
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'error.message',
					value: 'Invalid appsecret_proof provided in the API argument',
					message:
						'Token and app secret do not belong to one app, so that every webhook call would be refused. Copy "App Secret" again from the app that the access token was made for: Meta App Dashboard → App Settings → Basic.',
				},
			},
			...META_FAULTS.map(({ code, message }) => ({
				type: 'responseSuccessBody' as const,
				properties: { key: 'error.code', value: code, message },
			})),
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'id',
					value: undefined,
					message:
						'The answer did not come from the WhatsApp API. Check "Base URL" and "Graph API Version", or try again later if Meta has an outage (metastatus.com).',
				},
			},
		],
	};
}
