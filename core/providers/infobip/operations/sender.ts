import { z } from 'zod';
import { requiredText } from '../../../messages/media';
import {
	codeLanguage,
	codeMethod,
	digitsInput,
	idInput,
	peopleInput,
	splitNumber,
} from '../../../operations/input';
import { itemsOf, type OperationContext } from '../../../operations/operation';
import type { JsonObject } from '../../../events';
import { compact, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { qualityItem } from './number-item';
import { get, operationWith, whatsAppSender } from './operation';
import type { Refusal } from '../../../http/ask';
import type { Result } from '../../../lib/result';

const operation = operationWith('whatsapp:manage');

const REGISTRATIONS = '/whatsapp/1/embedded-signup/registrations';
const verificationPath = (sender: string): string => `${REGISTRATIONS}/senders/${sender}/verification`;

const METHODS = { SMS: 'EXTERNAL_SMS', VOICE: 'EXTERNAL_VOICE' } as const;

const codeInput = { method: codeMethod, language: codeLanguage };

const VERIFY = 'Verify the code that comes to the number.';
const WAIT =
	'Infobip registers the sender by itself; look at its state with Get Quality, or subscribe to ACCOUNT_REGISTRATION.';

/** For customers of Embedded Signup. A number that Meta has verified already is registered at once. */
const registerSender = operation({
	input: z.object({
		accountId: idInput('The WhatsApp Business Account ID').refine(
			(id) => /^\d+$/.test(id),
			'The WhatsApp Business Account ID is digits only',
		),
		...splitNumber,
		displayName: requiredText('The display name'),
		...codeInput,
	}),
	async run({ accountId, countryCode, phoneNumber, displayName, method, language: locale }, context) {
		const path = `${REGISTRATIONS}/business-account/${accountId}/senders`;
		const body = { countryCode, phoneNumber, displayName, type: METHODS[method], locale };
		return await itemsOf(context, { method: 'POST', path, body }, (answer) => {
			const status = textOf(objectOf(answer)?.status);
			return [
				compact({
					phoneNumber: `+${countryCode}${phoneNumber}`,
					accountId,
					displayName,
					status,
					nextStep: status === 'SUBMITTED_FOR_REGISTRATION' ? WAIT : VERIFY,
				}),
			];
		});
	},
});

const requestCode = operation({
	input: z.object({ sender: whatsAppSender, ...codeInput }),
	run: async ({ sender, method, language: locale }, context) =>
		await itemsOf(
			context,
			{ method: 'PUT', path: verificationPath(sender), body: { type: METHODS[method], locale } },
			() => [{ phoneNumber: `+${sender}`, requested: true, method, nextStep: VERIFY }],
		),
});

const verifyCode = operation({
	input: z.object({ sender: whatsAppSender, code: digitsInput('The code', 6) }),
	secrets: ({ code }) => [code, `${code.slice(0, 3)}-${code.slice(3)}`],
	run: async ({ sender, code }, context) =>
		await itemsOf(context, { method: 'POST', path: verificationPath(sender), body: { code } }, () => [
			{ phoneNumber: `+${sender}`, verified: true, nextStep: WAIT },
		]),
});

/** Of one call (Infobip, WhatsApp senders quality). */
const MOST_SENDERS = 100;

/** State and quality of senders, a hundred at a time. A sender that is not of the account is missing in the answer. */
export async function qualityOf(
	{ ask }: Pick<OperationContext, 'ask'>,
	senders: readonly string[],
): Promise<Result<{ items: JsonObject[] }, Refusal>> {
	const items: JsonObject[] = [];
	for (let from = 0; from < senders.length; from += MOST_SENDERS) {
		const some = senders.slice(from, from + MOST_SENDERS).join(',');
		const reply = await ask(get('/whatsapp/1/senders/quality', { senders: some }));
		if (!reply.ok) return { ok: false, error: reply.error };
		items.push(...listOf(objectOf(reply.body)?.results).filter(isJsonObject).flatMap(qualityItem));
	}
	return { ok: true, items };
}

export const senderList = peopleInput(whatsAppSender, 'The senders are missing');

const getQuality = operation({
	input: z.object({ senders: senderList }),
	run: async ({ senders }, context) => await qualityOf(context, senders),
});

export const SENDER = { registerSender, requestCode, verifyCode, getQuality };
