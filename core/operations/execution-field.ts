import { chooseRecipient } from '../delivery/recipient';
import type { JsonObject } from '../events';
import { judged, type Result } from './checks';
import { compact, listOf } from '../lib/json';

/** The field by which a channel finds the address of a person, and what an item has in it. */
export interface ExecutionField {
	name: string;
	/** `undefined` where the item has no such field, as where the check runs on a schedule. */
	value: unknown;
}

function resultOf({ name, value }: ExecutionField): Result {
	if (value === undefined) {
		return {
			state: 'unknown',
			found: 'the item has no such field',
			nextStep: `Run the check once with an item of a person, to see whether "${name}" holds an address.`,
		};
	}
	const recipient = chooseRecipient(value);
	return recipient.kind === 'invalid'
		? {
				state: 'failed',
				found: recipient.message,
				nextStep: 'Choose a field that holds a phone number with country code, or a user ID.',
			}
		: { state: 'ok', found: recipient.kind === 'phone' ? 'a phone number' : 'an ID' };
}

/** The report on a channel with one line more. A fault that was found before stays the first. */
export function withExecutionField(report: JsonObject, field: ExecutionField): JsonObject {
	const check = judged('Execution field', 'an address of a person', 'field', resultOf(field));
	const checks = [...listOf(report.checks), compact({ ...check })];
	if (check.state !== 'failed' || report.status === 'failed') return { ...report, checks };
	const { name: firstFailed, fault = 'field', nextStep } = check;
	return { ...report, status: 'failed', firstFailed, fault, nextStep, checks };
}
