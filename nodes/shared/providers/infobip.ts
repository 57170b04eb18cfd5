import { isSandbox, readUrl, type ProviderAccess } from './access';
import { readWebhookAuthentication, type WebhookAuthenticationData } from './webhook-authentication';

interface Fields extends WebhookAuthenticationData {
	baseUrl?: string;
}

export const infobip: ProviderAccess = {
	displayName: 'Infobip',
	offers: ['receive', 'send', 'setUp'],
	credentialType: 'infobipApi',
	async connect(source) {
		const fields = await source.getCredentials<Fields>('infobipApi');
		const { secrets, isOpen, missing } = readWebhookAuthentication(fields);
		const main = readUrl(fields.baseUrl, 'https://api.infobip.com');
		return {
			hosts: { main },
			accountId: '',
			line: {},
			webhook: { secrets: { infobip: secrets }, isOpen, missing },
			registrationTarget: ({ senders, ...callback }) => ({
				provider: 'infobip',
				...callback,
				secrets,
				isSandbox: isSandbox(main),
				...(senders.length === 1 && senders[0] !== undefined && { sender: senders[0] }),
			}),
		};
	},
};
