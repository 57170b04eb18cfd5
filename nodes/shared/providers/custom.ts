import { readUrl, splitSecrets, type ProviderAccess } from './access';
import { readWebhookAuthentication, type WebhookAuthenticationData } from './webhookAuthentication';

interface Fields extends WebhookAuthenticationData {
	baseUrl?: string;
	webhookTwilioAuthToken?: string;
}

export const custom: ProviderAccess = {
	displayName: 'Custom',
	credentialType: 'customMessagingApi',
	async connect(source) {
		const fields = await source.getCredentials<Fields>('customMessagingApi');
		const { secrets, isOpen, missing } = readWebhookAuthentication(fields);
		const authTokens = splitSecrets(fields.webhookTwilioAuthToken);
		const isTwilio = fields.webhookAuthentication === 'twilio';
		return {
			hosts: { main: readUrl(fields.baseUrl, '') },
			accountId: '',
			webhook: {
				secrets: { custom: isTwilio ? { twilio: { authTokens } } : secrets },
				isOpen,
				missing: isTwilio && authTokens.length === 0 ? ['Twilio Auth Token'] : missing,
			},
		};
	},
};
