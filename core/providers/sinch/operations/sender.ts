import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { optionalText } from '../../../messages/media';
import { idInput, listLimit } from '../../../operations/input';
import { itemsOf, someOf } from '../../../operations/operation';
import { allRows } from '../../../http/pages';
import { compact, idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { globalOperation as operation, pathIn, projectOf, request } from './operation';
import { senderItem } from './sender-item';

const base = 'provisioning';

export const senderId = idInput('The sender ID');
const pathOf = (projectId: string, ...parts: string[]): string =>
	pathIn(projectId, 'whatsapp', 'senders', ...parts);

export const readSender = (projectId: string, id: string) => request('GET', pathOf(projectId, id), { base });

/** Fifty on a page. */
const getSenders = operation({
	input: z.object({ limit: listLimit }),
	async run({ limit }, { ask, line }) {
		const project = projectOf(line);
		if (!project.ok) return project;
		const found = await allRows(ask, {
			request: (pageToken) => request('GET', pathOf(project.id), { base, query: compact({ pageToken }) }),
			read: (body) => ({
				rows: listOf(objectOf(body)?.senders).filter(isJsonObject),
				next: textOf(objectOf(body)?.nextPageToken),
			}),
			limit,
		});
		return found.ok ? { ok: true, items: found.rows.flatMap(senderItem) } : found;
	},
});

const oneSender = (body: unknown): JsonObject[] | undefined => someOf(senderItem(objectOf(body) ?? {}));

const getSender = operation({
	input: z.object({ senderId }),
	async run({ senderId: id }, context) {
		const project = projectOf(context.line);
		return project.ok ? await itemsOf(context, readSender(project.id, id), oneSender) : project;
	},
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
		const project = projectOf(context.line);
		if (!project.ok) return project;
		const body = { region, wabaId, phoneNumberId, ...compact({ metaLocalStorage: dataLocalizationRegion }) };
		return await itemsOf(context, request('POST', pathOf(project.id), { base, body }), oneSender);
	},
});

const requestCode = operation({
	input: z.object({
		senderId,
		method: z.enum(['SMS', 'VOICE'], { message: 'The code comes by SMS or VOICE' }).default('SMS'),
	}),
	async run({ senderId: id, method }, context) {
		const project = projectOf(context.line);
		if (!project.ok) return project;
		const asked = request('POST', pathOf(project.id, id, 'register'), { base, body: { method } });
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
		const project = projectOf(context.line);
		if (!project.ok) return project;
		const asked = request('POST', pathOf(project.id, id, 'verify'), { base, body: compact({ code }) });
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
