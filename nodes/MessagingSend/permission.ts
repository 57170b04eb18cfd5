import { UserError } from 'n8n-workflow';
import {
	CAP_PERIODS,
	CONSENT_STATES,
	passGate,
	PURPOSES,
	readQuietHours,
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

/** What forbids the message, by the rules of the panel. Without a rule everything is allowed. */
export function suppressionOf(
	reader: ItemReader,
	isTemplate: boolean,
	to: string | undefined,
	now: number,
): Suppression | undefined {
	const rules = reader.group('permission');
	if (Object.keys(rules).length === 0) return undefined;
	const state = readChoice(rules.consentState, CONSENT_STATES);
	const confirmation = readChoice(rules.confirmation, CONFIRMATIONS);
	const lastInboundAt = readTime(rules.lastInboundAt);
	// Consent that was looked up for a template is taken at its strictest, unless the person says what it is for.
	const usual = isTemplate && state !== undefined ? 'marketing' : 'service';
	const decision = passGate({
		now,
		template: isTemplate,
		purpose: readChoice(rules.purpose, PURPOSES) ?? usual,
		scope: readText(rules.consentScope) || 'all',
		...(state && { state }),
		...(confirmation && { confirmation }),
		...(lastInboundAt !== undefined && { lastInboundAt }),
		...(to !== undefined && { to }),
		...quietRule(rules, reader.context.getTimezone()),
		...capRule(rules),
	});
	return decision.allowed ? undefined : decision;
}
