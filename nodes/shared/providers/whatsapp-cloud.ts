import { isSandbox, readUrl, splitSecrets, type ProviderAccess } from './access';

interface Fields {
	accessToken?: string;
	businessAccountId?: string;
	appId?: string;
	appSecret?: string;
	verifyToken?: string;
	apiVersion?: string;
	baseUrl?: string;
}

const GRAPH_API = 'https://graph.facebook.com';
const GRAPH_VERSION = 'v25.0';

export const whatsAppCloud: ProviderAccess = {
	displayName: 'WhatsApp Cloud',
	offers: ['receive', 'send', 'setUp'],
	credentialType: 'whatsAppCloudApi',
	async connect(source) {
		const fields = await source.getCredentials<Fields>('whatsAppCloudApi');
		const appSecrets = splitSecrets(fields.appSecret);
		const { verifyToken = '', appId = '', businessAccountId: accountId = '', accessToken = '' } = fields;
		const baseUrl = readUrl(fields.baseUrl, GRAPH_API);
		return {
			hosts: { main: `${baseUrl}/${fields.apiVersion || GRAPH_VERSION}` },
			accountId,
			line: { accountId },
			accessToken,
			webhook: {
				secrets: { whatsAppCloud: { appSecrets } },
				verifyToken,
				isOpen: false,
				missing: [
					...(appSecrets.length === 0 ? ['App Secret'] : []),
					...(verifyToken === '' ? ['Webhook Verify Token'] : []),
				],
			},
			registrationTarget: ({ senders, ...callback }) => ({
				provider: 'whatsAppCloud',
				...callback,
				accountId,
				verifyToken,
				hasAppSecret: appSecrets.length > 0,
				isSandbox: isSandbox(baseUrl),
				...(appId !== '' && { appId }),
				// One number alone has a webhook of its own at Meta, several have the account's.
				...(senders.length === 1 && senders[0] !== undefined && { phoneNumberId: senders[0] }),
			}),
		};
	},
};
