import { readUrl, splitSecrets, type ProviderAccess } from './access';

interface Fields {
	businessAccountId?: string;
	appSecret?: string;
	verifyToken?: string;
	apiVersion?: string;
	baseUrl?: string;
}

const GRAPH_API = 'https://graph.facebook.com';
const GRAPH_VERSION = 'v25.0';

export const whatsAppCloud: ProviderAccess = {
	displayName: 'WhatsApp Cloud',
	credentialType: 'whatsAppCloudApi',
	async connect(source) {
		const fields = await source.getCredentials<Fields>('whatsAppCloudApi');
		const appSecrets = splitSecrets(fields.appSecret);
		const verifyToken = fields.verifyToken ?? '';
		return {
			apiUrl: `${readUrl(fields.baseUrl, GRAPH_API)}/${fields.apiVersion || GRAPH_VERSION}`,
			accountId: fields.businessAccountId ?? '',
			webhook: {
				secrets: { whatsAppCloud: { appSecrets } },
				verifyToken,
				isOpen: false,
				missing: [
					...(appSecrets.length === 0 ? ['App Secret'] : []),
					...(verifyToken === '' ? ['Webhook Verify Token'] : []),
				],
			},
		};
	},
};
