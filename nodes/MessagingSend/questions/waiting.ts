import { UserError, WAIT_INDEFINITELY, type IExecuteFunctions } from 'n8n-workflow';
import { readChoice, readNumber, readSection, readTime } from '../../shared/settings';

const MINUTE_MS = 60_000;
const UNIT_MS = { minutes: MINUTE_MS, hours: 60 * MINUTE_MS, days: 24 * 60 * MINUTE_MS };
const UNITS = ['minutes', 'hours', 'days'] as const;

/**
 * Until when the execution waits.
 *
 * @param options of the panel; *Limit Wait Time* has the names that n8n's own nodes have
 */
export function waitUntil(context: IExecuteFunctions, { limitWaitTime }: Record<string, unknown>): Date {
	const limit = readSection(readSection(limitWaitTime, 'Limit Wait Time').values, 'Limit Wait Time');
	if (Object.keys(limit).length === 0) return WAIT_INDEFINITELY;
	const type = readChoice(limit.limitType, 'Limit Type', ['afterTimeInterval', 'atSpecifiedTime']);
	if (type === 'atSpecifiedTime') {
		const time = readTime(limit.maxDateAndTime, 'Max Date and Time', context.getTimezone());
		if (time === undefined) throw new UserError("'Max Date and Time' is empty");
		return new Date(time);
	}
	const amount = readNumber(limit.resumeAmount, 'Amount', { least: 0, isWhole: false }) ?? 1;
	return new Date(Date.now() + amount * UNIT_MS[readChoice(limit.resumeUnit, 'Unit', UNITS) ?? 'hours']);
}
