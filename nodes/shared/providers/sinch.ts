import { readUrl, splitSecrets, type ProviderAccess } from './access';
import { readWebhookAuthentication, type WebhookAuthenticationData } from './webhookAuthentication';

interface Fields extends WebhookAuthenticationData {
	region?: string;
	projectId?: string;
	webhookSecret?: string;
	baseUrl?: string;
}

export const sinch: ProviderAccess = {
	displayName: 'Sinch',
	credentialType: 'sinchApi',
	async connect(source) {
		const fields = await source.getCredentials<Fields>('sinchApi');
		const webhookSecrets = splitSecrets(fields.webhookSecret);
		const { secrets, isOpen, missing } = readWebhookAuthentication(fields);
		const { basic, header, urlToken } = secrets;
		return {
			apiUrl: readUrl(fields.baseUrl, `https://${fields.region || 'us'}.conversation.api.sinch.com`),
			accountId: fields.projectId ?? '',
			webhook: {
				secrets: {
					sinch: {
						webhookSecrets,
						...(basic && { basic }),
						...(header && { header }),
						...(urlToken && { urlToken }),
					},
				},
				isOpen,
				// Conversation calls are signed, so for them alone the secret is enough.
				missing: webhookSecrets.length > 0 ? [] : missing,
			},
		};
	},
};
