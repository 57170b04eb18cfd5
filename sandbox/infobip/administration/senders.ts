import type { Request } from 'express';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { digits } from '../../shared/identifiers.ts';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Timers } from '../../shared/timers.ts';
import { badRequest, notFound } from '../errors.ts';
import { text } from '../fields.ts';
import { infobipTime } from '../payloads.ts';
import type { Directory } from './directory.ts';
import { readQuery } from './paging.ts';
import { BUSINESS_ACCOUNT_ID, newSender, type SenderRecord, VERIFIED_BY_META } from './sender-record.ts';

const REGISTRATIONS = '/whatsapp/1/embedded-signup/registrations';
const MINUTE_MS = 60_000;
/** Of a code, and wrong ones that end it: the sandbox's own, as neither is published. */
const CODE_MS = 10 * MINUTE_MS;
const WRONG_CODES = 5;

const Method = {
	type: z.enum(['EXTERNAL_SMS', 'EXTERNAL_VOICE'], { message: 'must be EXTERNAL_SMS or EXTERNAL_VOICE' }),
	locale: text(5).pipe(z.string().regex(/^[a-z]{2}(_[A-Z]{2})?$/, 'must be a locale such as en_US')),
};
const Registration = z.object({
	countryCode: text(3).pipe(z.string().regex(/^[1-9]\d{0,2}$/, 'must be digits')),
	phoneNumber: text(14).pipe(z.string().regex(/^\d{4,14}$/, 'must be digits')),
	displayName: text(75),
	...Method,
});
const Code = z.object({ code: text(6).pipe(z.string().regex(/^\d{6}$/, 'must be six digits')) });
const MOST_SENDERS = 100;
const Quality = z.object({
	senders: z
		.string({ required_error: 'must not be null' })
		.transform((list) => list.split(',').filter((sender) => sender !== ''))
		.refine(({ length }) => length > 0 && length <= MOST_SENDERS, 'size must be between 1 and 100'),
});

interface Surroundings {
	directory: Directory;
	rules: SetUpRules;
	timers: Timers;
	now: () => number;
}

/** The life of a WhatsApp sender: registered, its code asked for and verified, connected (Infobip OpenAPI 3.210.0). */
export class Senders {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	routes(): Route[] {
		const verification = `${REGISTRATIONS}/senders/:sender/verification`;
		return [
			{
				method: 'POST',
				path: `${REGISTRATIONS}/business-account/:account/senders`,
				run: (request) => this.#register(request),
			},
			{ method: 'PUT', path: verification, run: (request) => this.#requestCode(request) },
			{ method: 'POST', path: verification, run: (request) => this.#verify(request) },
			{ method: 'GET', path: '/whatsapp/1/senders/quality', run: (request) => this.#quality(request) },
		];
	}

	#register(request: Request) {
		const { directory, now } = this.#around;
		if (pathParameter(request, 'account') !== String(BUSINESS_ACCOUNT_ID)) throw notFound();
		const wanted = readBody(Registration, request.body, badRequest);
		const number = `${wanted.countryCode}${wanted.phoneNumber}`;
		if (directory.sender(number)) throw refusal('phoneNumber', 'sender is already registered');
		const sender = newSender(`+${number}`, wanted.displayName, now());
		directory.senders.push(sender);
		if (number === VERIFIED_BY_META) {
			this.#connect(sender);
			return { status: 202, body: { status: 'SUBMITTED_FOR_REGISTRATION' } };
		}
		sender.code = { sentAt: now(), wrong: 0 };
		return { status: 202, body: { status: 'OTP_REQUESTED' } };
	}

	#requestCode(request: Request) {
		const sender = this.#waiting(request);
		readBody(z.object(Method), request.body, badRequest);
		sender.code = { sentAt: this.#around.now(), wrong: 0 };
		return { status: 202 };
	}

	/** The code is that of the rules, so that a test knows it. */
	#verify(request: Request) {
		const { now, rules } = this.#around;
		const sender = this.#waiting(request);
		const { code } = readBody(Code, request.body, badRequest);
		const sent = sender.code;
		if (!sent || now() - sent.sentAt > CODE_MS)
			throw refusal('code', 'no code is valid: request another one');
		if (code !== rules.values.verificationCode) {
			sent.wrong += 1;
			if (sent.wrong >= WRONG_CODES) sender.code = undefined;
			throw refusal('code', 'code is not correct');
		}
		this.#connect(sender);
		return { status: 202 };
	}

	/** A sender that is not verified yet. */
	#waiting(request: Request): SenderRecord {
		const sender = this.#around.directory.sender(pathParameter(request, 'sender'));
		if (!sender) throw notFound();
		if (sender.status !== 'UNVERIFIED') throw refusal('sender', 'sender is already verified');
		return sender;
	}

	#connect(sender: SenderRecord): void {
		const { directory, now, rules, timers } = this.#around;
		Object.assign(sender, { status: 'PENDING', code: undefined, changedAt: now() });
		timers.after(rules.values.provisionMs, () => {
			if (sender.status !== 'PENDING') return;
			Object.assign(sender, { status: 'CONNECTED', changedAt: now() });
			directory.show(sender.line);
		});
	}

	/** Senders of other accounts are left out. */
	#quality(request: Request) {
		const { directory } = this.#around;
		const results = readQuery(Quality, request)
			.senders.flatMap((sender) => directory.sender(sender) ?? [])
			.map(({ line, quality, status, limit, changedAt }) => ({
				sender: digits(line.phoneNumber),
				qualityRating: quality,
				status,
				currentLimit: limit,
				lastUpdated: infobipTime(changedAt),
			}));
		return { status: 200, body: { results } };
	}
}

function refusal(property: string, words: string) {
	return badRequest([{ property, words }]);
}
