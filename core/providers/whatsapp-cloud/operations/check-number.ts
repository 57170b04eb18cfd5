import type { JsonObject } from '../../../events';
import { judged, resultOf, type Check, type Fault, type Result } from '../../../operations/checks';
import { idOf, objectOf, rowOf, textOf } from '../../../lib/json';
import type { Reply } from '../../../http/ask';
import { faultOf } from './token-check';
import { healthProblems, limitInWords, throughputOf, type HealthProblem } from './number-item';
import { pageOf } from './operation';

type Table = Readonly<Record<string, Omit<Result, 'found'>>>;

const OK = { state: 'ok' } as const;
const REVIEW = {
	state: 'failed',
	nextStep: 'Open the account in WhatsApp Manager, read the reason and ask for a review.',
} as const;
const GONE = { state: 'failed', nextStep: 'Choose another number in the channel.' } as const;
const VERIFY = {
	state: 'failed',
	nextStep: 'Use "Number: Request Verification Code", then "Number: Verify Code" with the code that arrives.',
} as const;
const REGISTER = {
	state: 'failed',
	nextStep: 'Register the number with "Number: Register" and a PIN of six digits.',
} as const;
const RENAME = {
	state: 'failed',
	nextStep: 'Request another display name with "Number: Request Display Name" and wait for its approval.',
} as const;
const QUALITY = 'People block or report these messages. Send fewer, and only to those who asked for them.';

/** Values that call for nothing are not listed (Meta, Business phone numbers; Display names). */
const STATUS: Table = {
	FLAGGED: { state: 'warning', nextStep: QUALITY },
	RESTRICTED: REVIEW,
	BANNED: REVIEW,
	MIGRATED: GONE,
	DELETED: GONE,
};
const VERIFICATION: Table = { NOT_VERIFIED: VERIFY, UNVERIFIED: VERIFY };
const PLATFORM: Table = {
	NOT_APPLICABLE: REGISTER,
	ON_PREMISE: {
		state: 'failed',
		nextStep: 'Bring the number over from the on-premises API with "Number: Migrate".',
	},
};
const NOT_CONNECTED: Table = { PENDING: REGISTER, DISCONNECTED: REGISTER, UNVERIFIED: REGISTER };
const NAME: Table = {
	DECLINED: RENAME,
	EXPIRED: RENAME,
	NONE: RENAME,
	PENDING_REVIEW: {
		state: 'warning',
		nextStep: 'Wait for the review of the display name, then register the number again within 14 days.',
	},
};
const MODE: Table = {
	SANDBOX: {
		state: 'warning',
		nextStep: 'This is a test number, which reaches five people only. Choose your own number in the channel.',
	},
};
const RATING: Table = {
	YELLOW: { state: 'warning', nextStep: QUALITY },
	RED: { state: 'failed', nextStep: QUALITY },
};

function fromTable(table: Table, value: string | undefined): Result {
	if (value === undefined) return { state: 'unknown', found: 'Meta does not tell' };
	return { found: value, ...(rowOf(table, value) ?? OK) };
}

function registration(number: JsonObject): Result {
	const platform = textOf(number.platform_type);
	const byPlatform = fromTable(PLATFORM, platform);
	if (byPlatform.state === 'failed') return byPlatform;
	return fromTable(NOT_CONNECTED, textOf(number.status) ?? platform);
}

/** The proof of ownership runs out; it is needed again only to register a number at the Cloud API. */
function verification(number: JsonObject): Result {
	const value = textOf(number.code_verification_status);
	const isNeeded = number.platform_type !== 'ON_PREMISE' && registration(number).state === 'failed';
	return isNeeded && value === 'EXPIRED' ? { found: value, ...VERIFY } : fromTable(VERIFICATION, value);
}

function twoStep({ is_pin_enabled: isSet }: JsonObject): Result {
	if (typeof isSet !== 'boolean') return { state: 'unknown', found: 'Meta does not tell' };
	const nextStep = 'Set a PIN with "Number: Set PIN", so that nobody else can register the number.';
	return isSet ? { state: 'ok', found: 'set' } : { state: 'failed', found: 'not set', nextStep };
}

function limit(number: JsonObject): Result {
	const tier = textOf(number.whatsapp_business_manager_messaging_limit);
	const found = limitInWords(tier) ?? tier ?? 'Meta does not tell';
	// A number sends only while its status is CONNECTED (Meta, Business phone numbers).
	if (number.status === 'RATE_LIMITED') {
		const nextStep = 'Wait up to 24 hours: the number has reached its limit. Receiving is not affected.';
		return { state: 'failed', found: `reached: ${found}`, nextStep };
	}
	return { state: tier === undefined ? 'unknown' : 'ok', found };
}

function throughput(number: JsonObject): Result {
	const { level, messagesPerSecond } = throughputOf(number);
	if (messagesPerSecond !== undefined)
		return { state: 'ok', found: `${messagesPerSecond} messages a second` };
	if (level === undefined) return { state: 'unknown', found: 'Meta does not tell' };
	const nextStep = 'Meta grants the number no messages a second yet. Register it, or ask Meta for support.';
	return { state: 'warning', found: level, nextStep };
}

/** 141006 and its words: no payment method, or one that does not work (Meta, Messaging health status). */
function isPayment({ code, text }: HealthProblem): boolean {
	return code === '141006' || /payment|billing|credit line/i.test(text);
}

const MANAGER = 'https://business.facebook.com/wa/manage/';
const BILLING = 'https://business.facebook.com/billing_hub/';

function payment(number: JsonObject): Result {
	const problem = healthProblems(number).find(isPayment);
	if (problem !== undefined) {
		const nextStep =
			'Put a working payment method on the WhatsApp account in Meta Business Settings → Billing.';
		return { state: 'failed', found: problem.text, nextStep, link: BILLING };
	}
	return objectOf(number.health_status) === undefined
		? { state: 'unknown', found: 'Meta does not tell' }
		: { state: 'ok', found: 'no problem reported' };
}

function health(number: JsonObject): Result {
	const state = textOf(objectOf(number.health_status)?.can_send_message);
	const problems = healthProblems(number).filter((problem) => !isPayment(problem));
	const [first] = problems;
	if (first === undefined) return { state: state === undefined ? 'unknown' : 'ok', found: state ?? 'none' };
	const isBlocked = problems.some((problem) => problem.state === 'BLOCKED');
	return {
		state: isBlocked ? 'failed' : 'warning',
		found: problems.map(({ entity, text }) => `${entity}: ${text}`).join('; '),
		nextStep: first.solution ?? 'Open the account in WhatsApp Manager and follow what it says.',
		link: MANAGER,
	};
}

interface Rule {
	name: string;
	expected: string;
	fault: Fault;
	read: (number: JsonObject) => Result;
	/** A number that breaks it may receive nothing either. */
	isForReceiving?: true;
}

const ofField =
	(field: string, table: Table) =>
	(number: JsonObject): Result =>
		fromTable(table, textOf(number[field]));

/** Each needs what stands before it: a number that is not verified cannot be registered, and so on. */
const RULES: readonly Rule[] = [
	{
		name: 'Number status',
		expected: 'CONNECTED',
		fault: 'entitlement',
		read: ofField('status', STATUS),
		isForReceiving: true,
	},
	{
		name: 'Number verified',
		expected: 'VERIFIED',
		fault: 'field',
		read: verification,
		isForReceiving: true,
	},
	{
		name: 'Number registered',
		expected: 'CONNECTED at CLOUD_API',
		fault: 'field',
		read: registration,
		isForReceiving: true,
	},
	{ name: 'Two-step verification', expected: 'a PIN', fault: 'field', read: twoStep },
	{
		name: 'Display name',
		expected: 'APPROVED',
		fault: 'entitlement',
		read: ofField('name_status', NAME),
	},
	{ name: 'Account mode', expected: 'LIVE', fault: 'field', read: ofField('account_mode', MODE) },
	{ name: 'Quality', expected: 'GREEN', fault: 'entitlement', read: ofField('quality_rating', RATING) },
	{ name: 'Messaging limit', expected: 'not reached', fault: 'entitlement', read: limit },
	{ name: 'Throughput', expected: '80 messages a second or more', fault: 'entitlement', read: throughput },
	{ name: 'Payment', expected: 'a working payment method', fault: 'entitlement', read: payment },
	{ name: 'Health', expected: 'AVAILABLE', fault: 'entitlement', read: health },
];

const NUMBER = 'Phone number';
const IN_ACCOUNT = 'a number of the account';

function refusedNumber({ error }: Extract<Reply, { ok: false }>): Check {
	return judged(NUMBER, IN_ACCOUNT, faultOf(error), resultOf(error));
}

/** What keeps a number from receiving. */
function receivingOf(number: JsonObject): Check[] {
	const shown = textOf(number.display_phone_number) ?? idOf(number.id) ?? '';
	return RULES.filter(({ isForReceiving }) => isForReceiving).map(({ name, expected, fault, read }) =>
		judged(`${name} (${shown})`, expected, fault, read(number)),
	);
}

/**
 * What keeps the numbers of a trigger from receiving.
 *
 * @param reply one number, or a list of all numbers of the account
 */
export function checkReceiving(reply: Reply, isList: boolean): Check[] {
	if (!reply.ok) return [refusedNumber(reply)];
	const numbers = isList ? pageOf(reply.body).rows : [objectOf(reply.body) ?? {}];
	if (numbers.length > 0) return numbers.flatMap(receivingOf);
	const nextStep = 'Add a number to the account in WhatsApp Manager, then register it.';
	return [
		judged(NUMBER, 'one or more', 'field', { state: 'failed', found: 'the account has none', nextStep }),
	];
}

/**
 * @param numbers of the account, among which it has to be
 */
export function checkNumber(reply: Reply, numbers: Reply, phoneNumberId: string): Check[] {
	if (!reply.ok) return [refusedNumber(reply)];
	const number = objectOf(reply.body) ?? {};
	const found = textOf(number.display_phone_number) ?? phoneNumberId;
	const rows = numbers.ok ? pageOf(numbers.body).rows : [];
	const isWhole = numbers.ok && pageOf(numbers.body).next === undefined;
	const isElsewhere = isWhole && !rows.some(({ id }) => idOf(id) === phoneNumberId);
	const own: Result = isElsewhere
		? {
				state: 'failed',
				found: `${found}, which is a number of another account`,
				nextStep: 'Choose a number of this account, or the credential of the account that has it.',
			}
		: { state: 'ok', found };
	return [
		judged(NUMBER, IN_ACCOUNT, 'field', own),
		...RULES.map(({ name, expected, fault, read }) => judged(name, expected, fault, read(number))),
	];
}
