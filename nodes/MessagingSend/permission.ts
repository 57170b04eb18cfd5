import { UserError } from 'n8n-workflow';
import {
	CAP_PERIODS,
	currentState,
	passGate,
	PURPOSES,
	readQuietHours,
	TOPICS,
	WEEKDAYS,
	type ConsentSource,
	type GateQuestion,
	type QuietHours,
	type Suppression,
} from '../../core';
import type { ConsentRecords, PersonRecord } from '../shared/consent-records';
import { readText } from '../shared/parameters';
import type { ItemReader } from '../shared/reader';
import {
	isEmpty,
	readChoice,
	readChoices,
	readConsentState,
	readNumber,
	readScope,
	readSection,
	readTime,
	readZone,
} from '../shared/settings';

const CONSENT_PLACES = ['field', 'none'] as const;
const CONFIRMATIONS = ['optOut', 'help', 'none'] as const;
const DAY_MS = 86_400_000;

/** A clock that is a day ahead is no clock of a message that was received. */
function readLastInbound(value: unknown, timeZone: string): number | undefined {
	const time = readTime(value, 'Last Message Received At', timeZone);
	if (time === undefined || time < Date.now() + DAY_MS) return time;
	throw new UserError(
		`'Last Message Received At' lies in the future: ${new Date(time).toISOString()}. Use the timestamp of the last received message.`,
	);
}

function readHours({ from, to, days }: Record<string, unknown>): QuietHours {
	const read = readQuietHours(readText(from), readText(to), readChoices(days, 'Whole Days', WEEKDAYS));
	if (!read.ok) throw new UserError(`'Quiet Hours' cannot be used: ${read.message}`);
	const { fromMinute, untilMinute, days: whole } = read.hours;
	if (fromMinute !== untilMinute || whole.size > 0) return read.hours;
	throw new UserError("'Quiet Hours' cannot be used: they end when they begin. Choose whole days instead.");
}

function quietRule(rules: Record<string, unknown>, timeZone: string): Pick<GateQuestion, 'quiet'> {
	const hours = readSection(readSection(rules.quietHours, 'Quiet Hours').hours, 'Quiet Hours');
	// Tables hold one row for campaigns with quiet hours and without.
	if ([hours.from, hours.to, ...[hours.days].flat()].every(isEmpty)) return {};
	const zone = readZone(hours.timeZone, 'Time Zone');
	return {
		quiet: { hours: readHours(hours), ...(zone !== undefined && { zone }), fallbackZone: timeZone },
	};
}

function timeRule(rules: Record<string, unknown>, fallbackZone: string): Pick<GateQuestion, 'notBefore'> {
	const { at, timeZone } = readSection(readSection(rules.notBefore, 'Not Before').time, 'Not Before');
	if (isEmpty(at)) return {};
	const timeIn = (inZone: string) => readTime(at, 'Not Before', inZone) ?? 0;
	// Refused before the first message goes out, whoever it is for.
	timeIn(fallbackZone);
	const zone = readZone(timeZone, 'Time Zone');
	return { notBefore: { timeIn, ...(zone !== undefined && { zone }), fallbackZone } };
}

function capRule(rules: Record<string, unknown>): Pick<GateQuestion, 'cap'> {
	const cap = readSection(readSection(rules.frequencyCap, 'Frequency Cap').cap, 'Frequency Cap');
	const most = readNumber(cap.most, 'Most Messages', { least: 1 });
	const period = readChoice(cap.period, 'Period', CAP_PERIODS) ?? 'week';
	const sentSoFar = readNumber(cap.sentSoFar, 'Sent So Far', { least: 0 }) ?? 0;
	return most === undefined ? {} : { cap: { most, period, sentSoFar } };
}

const STATUS = 'status';

type Consent = Pick<GateQuestion, 'state' | 'scope' | 'awaitsOptOutAnswer' | 'lacksOptIn'>;

/** The consent of a person by the rows that were looked up; of whom there are none, they have given none. */
function consentOfRecords(record: PersonRecord | undefined): Consent | undefined {
	if (record === undefined) return undefined;
	const now = new Date();
	const status = record.status(now);
	return {
		state: currentState(status, now),
		...(status.scope !== undefined && { scope: status.scope }),
		awaitsOptOutAnswer: status.optOutAsked !== undefined,
		...(status.lacksOptIn && { lacksOptIn: true }),
	};
}

/** The consent of a person, from the rules or from the field of the item that holds it, with what stands beside it. */
function readConsent(
	reader: ItemReader,
	rules: Record<string, unknown>,
	consentFrom: 'field' | 'none' | undefined,
	timeZone: string,
): Consent {
	const state = readConsentState(rules.consentState);
	const scope = readScope(rules.consentScope);
	const isAsked = (value: unknown, label: string) => readTime(value, label, timeZone) !== undefined;
	const awaitsOptOutAnswer = isAsked(rules.optOutAskedAt, 'Opt-Out Asked At');
	// Where the state is asked for, a person of whom the records know nothing has given none.
	const unknown = 'consentState' in rules ? ('none' as const) : undefined;
	const field = reader.text('consentField');
	if (state !== undefined || consentFrom !== 'field' || field === '')
		return consentOf(state ?? unknown, scope, awaitsOptOutAnswer);
	const beside = (name: string) =>
		field.endsWith(STATUS) ? `${field.slice(0, -STATUS.length)}${name}` : undefined;
	const [scopeField, askedField] = [beside('scope'), beside('optOutAsked')];
	return consentOf(
		readConsentState(reader.field(field), field) ?? unknown,
		scope ?? (scopeField === undefined ? undefined : readScope(reader.field(scopeField), scopeField)),
		awaitsOptOutAnswer || (askedField !== undefined && isAsked(reader.field(askedField), askedField)),
	);
}

function consentOf(state: Consent['state'], scope: string | undefined, awaitsOptOutAnswer: boolean): Consent {
	return { ...(state && { state }), ...(scope !== undefined && { scope }), awaitsOptOutAnswer };
}

/** The rules of the panel for one item, read once: they are asked again where time passes before its turn. */
export type Rules = Omit<GateQuestion, 'now' | 'to' | 'template' | 'purpose'> &
	Partial<Pick<GateQuestion, 'purpose'>> & {
		/** Whether the message is a template that was chosen as one, and so may be marketing. */
		startsConversation: boolean;
		/** How the node gets to know the consent of the person. */
		consentAdvice: string;
	};

/**
 * Without a rule everything is allowed, but for a template whose consent nobody vouched for.
 *
 * @param person as the consent record names people
 * @param records of the whole run
 */
export function readRules(
	reader: ItemReader,
	person: ConsentSource,
	records: ConsentRecords,
	consentAdvice: string,
): Rules | undefined {
	const rules = reader.collection('permission', 'Permission');
	const consentFrom = reader.choice('consentFrom', 'Consent', CONSENT_PLACES);
	if (Object.keys(rules).length === 0 && consentFrom === undefined) return undefined;
	const timeZone = reader.context.getTimezone();
	const {
		state,
		scope,
		lacksOptIn,
		awaitsOptOutAnswer = false,
	} = consentOfRecords(records.known(rules.consentRecords, person)) ??
	readConsent(reader, rules, consentFrom, timeZone);
	const confirmation = readChoice(rules.confirmation, 'Confirmation', CONFIRMATIONS) ?? 'none';
	const lastInboundAt = readLastInbound(rules.lastInboundAt, timeZone);
	const purpose = readChoice(rules.purpose, 'Purpose', PURPOSES);
	const topic = readChoice(rules.topic, 'Topic', TOPICS);
	const vouched = consentFrom === 'none' ? 'optedIn' : undefined;
	const known = state ?? vouched;
	return {
		startsConversation: consentFrom !== undefined,
		consentAdvice,
		scope: scope ?? 'all',
		...(known && { state: known }),
		...(topic && { topic }),
		...(lacksOptIn && { lacksOptIn }),
		...(awaitsOptOutAnswer && { awaitsOptOutAnswer }),
		...(purpose && { purpose }),
		...(confirmation !== 'none' && { confirmation }),
		...(lastInboundAt !== undefined && { lastInboundAt }),
		...quietRule(rules, timeZone),
		...capRule(rules),
		...timeRule(rules, timeZone),
	};
}

/** The message that is asked for. */
interface Asked {
	isTemplate: boolean;
	/** Of the template, where its definition is known. */
	category?: string | undefined;
	to: string | undefined;
	now: number;
}

/** A template is marketing unless its category says otherwise; one that stands in for an answer is what the answer is. */
function usualPurpose({ startsConversation, state }: Rules, { isTemplate, category }: Asked) {
	if (!isTemplate) return 'service';
	if (startsConversation) return PURPOSES.find((purpose) => purpose === category) ?? 'marketing';
	return state === undefined ? 'service' : 'marketing';
}

/** What forbids the message. */
export function suppressionOf(rules: Rules | undefined, asked: Asked): Suppression | undefined {
	if (rules === undefined) return undefined;
	const { now, to, isTemplate } = asked;
	const decision = passGate({
		purpose: usualPurpose(rules, asked),
		...rules,
		now,
		template: isTemplate,
		...(to !== undefined && { to }),
	});
	if (decision.allowed) return undefined;
	if (decision.rule !== 'unknownConsent') return decision;
	return { ...decision, advice: `${decision.advice} ${rules.consentAdvice}` };
}

/** Whether the message goes to somebody who has just written. A template may go to anybody, whatever the item is. */
export function isAnswer(reader: ItemReader): boolean {
	const isTemplate = reader.choice('consentFrom', 'Consent', CONSENT_PLACES) !== undefined;
	return !isTemplate && (reader.text('recipientFrom') === 'writer' || reader.field('kind') === 'message');
}

/** Whether what is allowed now may be forbidden at its turn. */
export const isTimed = (rules: Rules | undefined) =>
	rules?.quiet !== undefined || rules?.lastInboundAt !== undefined;
