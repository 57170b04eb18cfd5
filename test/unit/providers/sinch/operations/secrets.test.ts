import fc from 'fast-check';
import { ADMINISTERED, operationOf } from '../../../operations/cases';
import { hidesSecrets, someSecrets, type Secrets } from '../../../operations/secrets';

const urlWith = (token: string): string => `https://n8n.shop.com/hook?token=${encodeURIComponent(token)}`;

const INPUTS: Record<string, (secrets: Secrets) => object> = {
	'account.getMany': () => ({}),
	'account.get': () => ({}),
	'number.getSenders': () => ({}),
	'number.getSender': () => ({ senderId: 'snd1' }),
	'number.createSender': () => ({ region: 'EU', accountId: '1100', phoneNumberId: '2200' }),
	'number.verifyCode': ({ code }) => ({ senderId: 'snd1', code }),
	'number.linkToApp': () => ({ senderId: 'snd1', takeOver: true }),
	'number.activate': ({ token }) => ({ phoneNumber: '+12025550134', callbackUrl: urlWith(token) }),
	'number.update': ({ token }) => ({ phoneNumber: '+12025550134', callbackUrl: urlWith(token) }),
	'webhook.get': () => ({}),
	'webhook.set': ({ token, word }) => ({ callbackUrl: urlWith(token), webhookSecret: word }),
	'webhook.delete': ({ token }) => ({ callbackUrl: urlWith(token) }),
	'channel.check': ({ token, word }) => ({
		channel: 'WHATSAPP',
		senderId: 'snd1',
		callbackUrl: urlWith(token),
		webhookSecret: word,
	}),
};

/** Operations that get secrets from Sinch without having been given them, which stand where they belong then. */
const GETS_SECRETS: ReadonlySet<string> = new Set([
	'account.getMany',
	'account.get',
	'number.getSenders',
	'number.getSender',
	'number.createSender',
	'webhook.get',
]);

function credentials(token: string, word: string) {
	return [
		{ channel: 'SMS', static_bearer: { claimed_identity: 'plan1', token }, callback_secret: word },
		{ channel: 'MMS', mms_credentials: { account_id: 'a', api_key: word } },
	];
}

const answersWith = (said: string, { token, word }: Secrets) => ({
	error: { code: 400, status: 'INVALID_ARGUMENT', message: said },
	id: 'snd1',
	state: 'ACTIVE',
	display_name: 'Shop',
	phoneNumber: '+12025550134',
	bearerToken: token,
	callbackUrl: urlWith(token),
	channel_credentials: credentials(token, word),
	apps: [{ id: 'app1', channel_credentials: credentials(token, word) }],
	senders: [{ id: 'snd1', state: 'ACTIVE', bearerToken: token }],
	webhooks: [{ id: 'w1', target: urlWith(token), triggers: ['MESSAGE_INBOUND'], secret: word }],
	templates: [],
});

test.each(Object.keys(INPUTS))('%s repeats no secret', async (path) => {
	const statuses = GETS_SECRETS.has(path) ? [200] : [200, 400, 401, 403, 404, 500];
	await fc.assert(
		fc.asyncProperty(someSecrets, fc.constantFrom(...statuses), async (secrets, status) => {
			await hidesSecrets(operationOf('sinch', path), {
				input: INPUTS[path]?.(secrets),
				secrets,
				status,
				answersWith,
				line: ADMINISTERED.sinch.line,
			});
		}),
		{ numRuns: 60 },
	);
});
