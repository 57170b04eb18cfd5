import { readUrl, type ProviderAccess } from './access';
import { readWebhookAuthentication, type WebhookAuthenticationData } from './webhookAuthentication';

interface Fields extends WebhookAuthenticationData {
	baseUrl?: string;
}

export const infobip: ProviderAccess = {
	displayName: 'Infobip',
	credentialType: 'infobipApi',
	async connect(source) {
		const fields = await source.getCredentials<Fields>('infobipApi');
		const { secrets, isOpen, missing } = readWebhookAuthentication(fields);
		return {
			apiUrl: readUrl(fields.baseUrl, 'https://api.infobip.com'),
			accountId: '',
			webhook: { secrets: { infobip: secrets }, isOpen, missing },
		};
	},
};
