import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { listLimit } from '../../../operations/input';
import { allRows } from '../../../http/pages';
import { itemsOf } from '../../../operations/operation';
import { compact, idOf, listOf, numberOf, objectOf, textOf } from '../../../lib/json';
import { numberItem } from './number-item';
import { ownNumbers } from './number';
import { askWith, get, operationWith } from './operation';
import { digitsOf } from '../../../lib/phone/address';
import { qualityOf, senderList } from './sender';

export const readBalance = get('/account/1/balance');

const getBalance = operationWith('account-management:manage')({
	input: z.object({}),
	run: async (_input, context) =>
		await itemsOf(context, readBalance, (body) => {
			const { balance: given, currency } = objectOf(body) ?? {};
			const balance = numberOf(given);
			return balance === undefined ? undefined : [compact({ balance, currency: textOf(currency) })];
		}),
});

/** Infobip lists no senders of WhatsApp: their state is known to somebody who names them. */
const getSenders = operationWith('numbers:manage')({
	input: z.object({ senders: senderList.optional(), limit: listLimit }),
	async run({ senders = [], limit }, context) {
		const numbers = await allRows(context.ask, ownNumbers(limit));
		if (!numbers.ok) return numbers;
		const ofWhatsApp = numbers.rows
			.filter(({ capabilities }) => listOf(capabilities).includes('WHATSAPP'))
			.flatMap(({ number }) => idOf(number) ?? [])
			.map(digitsOf);
		const rated = await qualityOf({ ask: askWith(context, 'whatsapp:manage') }, [
			...new Set([...senders, ...ofWhatsApp]),
		]);
		if (!rated.ok) return rated;
		const byNumber = new Map(rated.items.map((item) => [item.phoneNumber, item]));
		const owned = numbers.rows.flatMap(numberItem);
		const others = rated.items.filter(
			({ phoneNumber }) => !owned.some((item) => item.phoneNumber === phoneNumber),
		);
		const items: JsonObject[] = [
			...owned.map((item) => ({ ...item, ...byNumber.get(item.phoneNumber) })),
			...others.map((item) => ({ ...item, capabilities: ['WHATSAPP'] })),
		];
		return { ok: true, items };
	},
});

export const ACCOUNT = { get: getBalance, getSenders };
