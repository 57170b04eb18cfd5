import { UserError } from 'n8n-workflow';
import {
	CAP_PERIODS,
	CONSENT_STATES,
	passGate,
	PURPOSES,
	readQuietHours,
	type ConsentState,
	type GateQuestion,
	type QuietHours,
	type Suppression,
} from '../../core';
import { readChoice, readGroup, readList, readText } from '../shared/parameters';
import type { ItemReader } from '../shared/reader';

const CONFIRMATIONS = ['optOut', 'help'] as const;

function readTime(value: unknown): number | undefined {
	if (value === undefined || value === '' || value === null) return undefined;
	const time = new Date(
		value instanceof Date || typeof value === 'number' ? value : readText(value),
	).getTime();
	if (!Number.isNaN(time)) return time;
	throw new UserError(
		"'Last Message Received At' is not a date. Use one such as 2026-03-01T09:30:00Z, for example the timestamp of the last received message.",
	);
}

function readHours({ from, to, days }: Record<string, unknown>): QuietHours {
	const read = readQuietHours(readText(from), readText(to), readList(days).map(readText));
	if (read.ok) return read.hours;
	throw new UserError(`'Quiet Hours' cannot be used: ${read.message}`);
}

function quietRule(rules: Record<string, unknown>, timeZone: string): Pick<GateQuestion, 'quiet'> {
	const hours = readGroup(readGroup(rules.quietHours).hours);
	if (Object.keys(hours).length === 0) return {};
	const zone = readText(hours.timeZone);
	return {
		quiet: { hours: readHours(hours), ...(zone !== '' && { zone }), fallbackZone: timeZone },
	};
}

function capRule(rules: Record<string, unknown>): Pick<GateQuestion, 'cap'> {
	const cap = readGroup(readGroup(rules.frequencyCap).cap);
	const most = Number(cap.most);
	if (!(most > 0)) return {};
	return {
		cap: {
			most,
			period: readChoice(cap.period, CAP_PERIODS) ?? 'week',
			sentSoFar: Number(cap.sentSoFar) || 0,
		},
	};
}

/** Only nothing at all stands for a person whom nobody looked up; a word that is not known could mean an opt-out. */
function readState(value: unknown, place: string): ConsentState | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const state = readChoice(value, CONSENT_STATES);
	if (state !== undefined) return state;
	throw new UserError(
		`'${place}' holds the unknown consent state "${readText(value)}". Known are ${CONSENT_STATES.join(', ')}.`,
	);
}

const STATUS = 'status';

/** The consent of a person, from the rules or from the field of the item that holds it, with its scope beside it. */
function readConsent(reader: ItemReader, rules: Record<string, unknown>) {
	const ruled = {
		state: readState(rules.consentState, 'Consent State'),
		scope: readText(rules.consentScope),
	};
	const field = reader.text('consentField');
	if (ruled.state !== undefined || reader.text('consentFrom') !== 'field' || field === '') return ruled;
	const scope = field.endsWith(STATUS)
		? readText(reader.field(`${field.slice(0, -STATUS.length)}scope`))
		: '';
	return { state: readState(reader.field(field), field), scope: ruled.scope || scope };
}

/** The rules of the panel for one item, read once: they are asked again where time passes before its turn. */
export type Rules = Omit<GateQuestion, 'now' | 'to' | 'template' | 'purpose'> &
	Partial<Pick<GateQuestion, 'purpose'>> & {
		/** Whether the message is a template that was chosen as one, and so may be marketing. */
		startsConversation: boolean;
	};

/** Without a rule everything is allowed, but for a template whose consent nobody vouched for. */
export function readRules(reader: ItemReader): Rules | undefined {
	const rules = reader.group('permission');
	const consentFrom = reader.choice('consentFrom', ['field', 'none']);
	if (Object.keys(rules).length === 0 && consentFrom === undefined) return undefined;
	const { state, scope } = readConsent(reader, rules);
	const confirmation = readChoice(rules.confirmation, CONFIRMATIONS);
	const lastInboundAt = readTime(rules.lastInboundAt);
	const purpose = readChoice(rules.purpose, PURPOSES);
	const vouched = consentFrom === 'none' ? 'optedIn' : undefined;
	const known = state ?? vouched;
	return {
		startsConversation: consentFrom !== undefined,
		scope: scope || 'all',
		...(known && { state: known }),
		...(purpose && { purpose }),
		...(confirmation && { confirmation }),
		...(lastInboundAt !== undefined && { lastInboundAt }),
		...quietRule(rules, reader.context.getTimezone()),
		...capRule(rules),
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
	if (startsConversation) return readChoice(category, PURPOSES) ?? 'marketing';
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
	return decision.allowed ? undefined : decision;
}

/** Whether what is allowed now may be forbidden at its turn. */
export const isTimed = (rules: Rules | undefined) =>
	rules?.quiet !== undefined || rules?.lastInboundAt !== undefined;
