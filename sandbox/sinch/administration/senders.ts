import type { Request } from 'express';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { digits, ulid } from '../../shared/identifiers.ts';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Timers } from '../../shared/timers.ts';
import { invalidInput, provisioningError } from '../errors.ts';
import type { Directory } from './directory.ts';
import { SENDER_TOKEN, type SenderRecord, shownSender, SIGNED_UP } from './sender-record.ts';

const PATH = '/provisioning/v1/projects/:project/whatsapp/senders';
const PAGE_SIZE = 50;
const MINUTE_MS = 60_000;
/** Of a code, and wrong ones that end it: the sandbox's own, as neither is published. */
const CODE_MS = 10 * MINUTE_MS;
const WRONG_CODES = 5;

const Created = z.object({
	region: z.enum(['BR', 'EU', 'US'], { message: 'must be one of the following values: BR, EU, US' }),
	wabaId: z.string().min(1, 'should not be empty'),
	phoneNumberId: z.string().min(1, 'should not be empty'),
	metaLocalStorage: z
		.string()
		.regex(/^[A-Z]{2}$/, 'must be a valid enum value')
		.optional(),
});
const Method = z.object({ method: z.enum(['SMS', 'VOICE'], { message: 'must be SMS or VOICE' }) });
const Code = z.object({ code: z.string().length(6, 'must be exactly 6 characters').optional() });

interface Surroundings {
	directory: Directory;
	rules: SetUpRules;
	timers: Timers;
	now: () => number;
}

/** The life of a WhatsApp sender: created, its code asked for and verified, active (Sinch, Provisioning API: WhatsApp Senders). */
export class Senders {
	readonly #around: Surroundings;

	constructor(around: Surroundings) {
		this.#around = around;
	}

	routes(): Route[] {
		return [
			{ method: 'GET', path: PATH, run: (request) => this.#list(request) },
			{ method: 'POST', path: PATH, run: (request) => this.#create(request) },
			{
				method: 'GET',
				path: `${PATH}/:sender`,
				run: (request) => ({ status: 200, body: this.#shown(this.#find(request)) }),
			},
			{ method: 'POST', path: `${PATH}/:sender/register`, run: (request) => this.#register(request) },
			{ method: 'POST', path: `${PATH}/:sender/verify`, run: (request) => this.#verify(request) },
		];
	}

	#list({ query }: Request) {
		const Page = z.object({ pageToken: z.string().regex(/^\d*$/, 'is not one of ours').default('') });
		const from = Number(readBody(Page, query, invalidInput).pageToken);
		const all = this.#around.directory.senders.filter(({ isGone }) => !isGone);
		const senders = all.slice(from, from + PAGE_SIZE).map((sender) => this.#shown(sender));
		const next = from + PAGE_SIZE;
		const more = next < all.length ? { nextPageToken: String(next) } : {};
		return { status: 200, body: { totalSize: all.length, pageSize: PAGE_SIZE, senders, ...more } };
	}

	/** Of a number that Embedded Signup left with Meta. Sinch's own business manager in the EU is SINCH_UK alone. */
	#create({ body }: Request) {
		const { directory, now, rules, timers } = this.#around;
		const wanted = readBody(Created, body, invalidInput);
		const signedUp = SIGNED_UP.find(
			({ wabaId, phoneNumberId }) => wabaId === wanted.wabaId && phoneNumberId === wanted.phoneNumberId,
		);
		if (!signedUp) throw invalidInput([{ property: 'phoneNumberId', words: 'was not found in the account' }]);
		if (directory.senders.some(({ phoneNumberId }) => phoneNumberId === wanted.phoneNumberId)) {
			throw invalidInput([{ property: 'phoneNumberId', words: 'has a sender already' }]);
		}
		const { phoneNumber, verifiedName, isVerified } = signedUp;
		const sender: SenderRecord = {
			id: ulid(now()),
			line: {
				id: `sinch-${digits(phoneNumber)}`,
				provider: 'sinch',
				channel: 'whatsapp',
				phoneNumber,
				verifiedName,
			},
			token: `${SENDER_TOKEN}-${digits(phoneNumber)}`,
			phoneNumberId: wanted.phoneNumberId,
			state: 'IN_PROGRESS',
			quality: 'UNKNOWN',
			dailyLimit: 'TIER_250',
			region: wanted.region,
			metaLocalStorage: wanted.metaLocalStorage,
			isVerifiedByMeta: isVerified,
			registered: undefined,
			createdAt: now(),
			isGone: false,
		};
		directory.senders.push(sender);
		timers.after(rules.values.provisionMs, () => {
			if (sender.state === 'IN_PROGRESS') sender.state = 'PENDING_VERIFICATION';
		});
		return { status: 201, body: this.#shown(sender) };
	}

	#register(request: Request) {
		const sender = this.#waiting(request);
		const { method } = readBody(Method, request.body, invalidInput);
		const at = this.#around.now();
		sender.registered = { sentAt: at, wrong: 0 };
		const accepted = new Date(at).toISOString();
		const verificationCodeSent = !sender.isVerifiedByMeta;
		return { status: 200, body: { id: sender.id, method, accepted, verificationCodeSent } };
	}

	/** The code is that of the rules, so that a test knows it. A number that Meta has verified needs none. */
	#verify(request: Request) {
		const { directory, now, rules, timers } = this.#around;
		const sender = this.#waiting(request);
		const { code } = readBody(Code, request.body, invalidInput);
		const sent = sender.registered;
		if (!sent || now() - sent.sentAt > CODE_MS) {
			throw provisioningError(400, 'The sender is not registered.', 'Register the sender, then verify it.');
		}
		if (!sender.isVerifiedByMeta && code !== rules.values.verificationCode) {
			sent.wrong += 1;
			if (sent.wrong >= WRONG_CODES) sender.registered = undefined;
			throw invalidInput([{ property: 'code', words: 'is not correct' }]);
		}
		Object.assign(sender, { state: 'IN_PROGRESS', registered: undefined });
		timers.after(rules.values.provisionMs, () => {
			if (sender.state !== 'IN_PROGRESS') return;
			sender.state = 'ACTIVE';
			directory.show(sender.line);
		});
		return { status: 200, body: this.#shown(sender) };
	}

	#find(request: Request): SenderRecord {
		const sender = this.#around.directory.sender(pathParameter(request, 'sender'));
		if (!sender) throw provisioningError(404, 'Sender was not found.');
		return sender;
	}

	#waiting(request: Request): SenderRecord {
		const sender = this.#find(request);
		if (sender.state === 'PENDING_VERIFICATION' || sender.state === 'INACTIVE') return sender;
		throw provisioningError(
			400,
			`The sender is ${sender.state}.`,
			'Only a sender that waits for it is verified.',
		);
	}

	#shown(sender: SenderRecord) {
		const { account, app } = this.#around.directory;
		const isLinked = app.credentials.some(({ identity }) => identity === sender.id);
		return shownSender(sender, isLinked ? { id: account.appId, projectId: account.projectId } : undefined);
	}
}
