/** One line to each provider, with secrets of its own. */
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { CREDENTIAL, type Setting } from '../integration/harness';

export interface Line {
	credentialType: NonNullable<Setting['credentialType']>;
	credential: ICredentialDataDecryptedObject;
	parameters: INodeParameters;
}

export const LINES: Record<string, Line> = {
	whatsAppCloud: {
		credentialType: 'whatsAppCloudApi',
		credential: { ...CREDENTIAL, accessToken: 'EAA-token-of-the-attack' },
		parameters: { provider: 'whatsAppCloud', sender: { __rl: true, mode: 'id', value: '2001' } },
	},
	infobip: {
		credentialType: 'infobipApi',
		credential: { authentication: 'apiKey', apiKey: 'api-key-of-the-attack' },
		parameters: { provider: 'infobip', channel: 'sms', sender: 'ACME' },
	},
	sinch: {
		credentialType: 'sinchApi',
		credential: {
			accessId: 'key-1',
			keySecret: 'key-secret-of-the-attack',
			accessToken: '',
			projectId: 'p1',
			appId: 'app1',
		},
		parameters: { provider: 'sinch', channel: 'whatsapp', sender: '+15550100001' },
	},
	custom: {
		credentialType: 'customMessagingApi',
		credential: { authentication: 'header', parameterName: 'x-api-key', token: 'custom-token-of-the-attack' },
		parameters: { provider: 'custom', channel: 'sms', sender: 'ACME', requestTemplate: 'twilio' },
	},
};

export const SECRETS = Object.values(LINES).flatMap(({ credential }) =>
	Object.values(credential).flatMap((value) =>
		typeof value === 'string' && value.endsWith('-of-the-attack') ? [value] : [],
	),
);
