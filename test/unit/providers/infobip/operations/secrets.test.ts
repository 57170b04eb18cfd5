import fc from 'fast-check';
import { ADMINISTERED, operationOf } from '../../../operations/cases';
import { hidesSecrets, someSecrets, type Secrets } from '../../../operations/secrets';

const urlWith = (token: string): string => `https://n8n.shop.com/hook?token=${encodeURIComponent(token)}`;

const INPUTS: Record<string, (secrets: Secrets) => object> = {
	'number.verifyCode': ({ code }) => ({ sender: '447860099299', code }),
	'number.setInboundAction': ({ token }) => ({
		channel: 'SMS',
		numberKey: '6FED',
		action: 'forwardToUrl',
		url: urlWith(token),
	}),
	'webhook.set': ({ token, word }) => ({
		callbackUrl: urlWith(token),
		channels: ['SMS'],
		secrets: {
			basic: { username: 'shop', password: word },
			header: { name: 'X-Secret', value: token },
			hmac: { secret: word, header: 'X-Signature', algorithm: 'sha256', encoding: 'hex' },
			urlToken: token,
		},
	}),
	'webhook.delete': ({ token }) => ({ callbackUrl: urlWith(token) }),
	'channel.check': ({ token, word }) => ({
		sender: '447860099299',
		channels: ['SMS', 'WHATSAPP'],
		callbackUrl: urlWith(token),
		secrets: { basic: { username: 'shop', password: word } },
	}),
};

/** What Infobip says of a call, with the secrets in every text. */
const answersWith = (said: string) => ({
	errorCode: 'E400',
	description: said,
	violations: [{ property: said, violation: said }],
	results: [
		{ sender: '447860099299', status: said, subscriptionId: 's1', name: said, events: ['INBOUND_MESSAGE'] },
	],
	numbers: [{ numberKey: 'K', number: '447860099299', note: said, reservationStatus: said }],
	configurationKey: said,
	webhook: { notifyUrl: said },
	autoResponse: { message: said },
});

test.each(Object.keys(INPUTS))('%s repeats no secret', async (path) => {
	await fc.assert(
		fc.asyncProperty(someSecrets, fc.constantFrom(200, 400, 401, 403, 404, 500), async (secrets, status) => {
			await hidesSecrets(operationOf('infobip', path), {
				input: INPUTS[path]?.(secrets),
				secrets,
				status,
				answersWith,
				line: ADMINISTERED.infobip.line,
			});
		}),
		{ numRuns: 60 },
	);
});
