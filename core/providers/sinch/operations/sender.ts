import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { optionalText } from '../../../messages/media';
import { codeMethod, idInput, listLimit } from '../../../operations/input';
import { itemsOf, listed, someOf } from '../../../operations/operation';
import { compact, idOf, objectOf } from '../../../lib/json';
import { globalOperation as operation, pathIn, request, tokenPage } from './operation';
import { senderItem } from './sender-item';

const base = 'provisioning';

export const senderId = idInput('The sender ID');
const pathOf = (projectId: string, ...parts: string[]): string =>
	pathIn(projectId, 'whatsapp', 'senders', ...parts);

export const readSender = (projectId: string, id: string) => request('GET', pathOf(projectId, id), { base });

/** Fifty on a page. */
const getSenders = operation({
	input: z.object({ limit: listLimit }),
	async run({ limit }, context) {
		const path = pathOf(context.projectId);
		const page = (pageToken?: string) => request('GET', path, { base, query: compact({ pageToken }) });
		return await listed(context, { request: page, read: tokenPage('senders'), limit }, senderItem);
	},
});

const oneSender = (body: unknown): JsonObject[] | undefined => someOf(senderItem(objectOf(body) ?? {}));

const getSender = operation({
	input: z.object({ senderId }),
	run: async ({ senderId: id }, context) =>
		await itemsOf(context, readSender(context.projectId, id), oneSender),
});

const REGIONS = ['BR', 'EU', 'US'] as const;

/** Meta's ids, from the popup of Embedded Signup. A sender in the EU belongs to Sinch's British business manager only. */
const createSender = operation({
	input: z.object({
		region: z.enum(REGIONS, { message: `The region has to be one of ${REGIONS.join(', ')}` }),
		accountId: idInput('The WhatsApp Business Account ID'),
		phoneNumberId: idInput('The phone number ID'),
		/** Where Meta keeps the messages, `DE`. */
		dataLocalizationRegion: optionalText('The region of the data').transform((code) => code?.toUpperCase()),
	}),
	async run({ region, accountId: wabaId, phoneNumberId, dataLocalizationRegion }, context) {
		const body = { region, wabaId, phoneNumberId, ...compact({ metaLocalStorage: dataLocalizationRegion }) };
		return await itemsOf(context, request('POST', pathOf(context.projectId), { base, body }), oneSender);
	},
});

const requestCode = operation({
	input: z.object({
		senderId,
		method: codeMethod,
	}),
	async run({ senderId: id, method }, context) {
		const asked = request('POST', pathOf(context.projectId, id, 'register'), { base, body: { method } });
		return await itemsOf(context, asked, (body) => {
			const isSent = objectOf(body)?.verificationCodeSent;
			return [
				compact({
					senderId: id,
					requested: true,
					method,
					accepted: objectOf(body)?.accepted,
					codeSent: isSent,
					nextStep:
						isSent === false
							? 'No code was sent, as Meta knows the number already: run Verify Code without a code.'
							: 'Verify the code that comes to the number.',
				}),
			];
		});
	},
});

/** Without a code where Meta has verified the number already. It comes after a code was requested. */
const verifyCode = operation({
	input: z.object({
		senderId,
		code: z
			.unknown()
			.transform((code) => idOf(code)?.replace(/[\s-]/g, '') || undefined)
			.refine((code) => code === undefined || code.length === 6, 'The code has exactly 6 characters'),
	}),
	secrets: ({ code }) => [code, code && `${code.slice(0, 3)}-${code.slice(3)}`],
	async run({ senderId: id, code }, context) {
		const path = pathOf(context.projectId, id, 'verify');
		const asked = request('POST', path, { base, body: compact({ code }) });
		return await itemsOf(context, asked, (body) => [
			{
				senderId: id,
				verified: true,
				...(oneSender(body)?.[0] ?? {}),
				nextStep: 'Link the sender to an app with Link to App once it is ACTIVE.',
			},
		]);
	},
});

export const SENDER = { getSenders, getSender, createSender, requestCode, verifyCode };
