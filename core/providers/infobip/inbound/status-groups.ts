import type { JsonObject, MessageStatus } from '../../../events';
import { numberOf, rowOf, textOf } from '../../../lib/json';

export interface StatusMeaning {
	status: MessageStatus;
	final: boolean;
}

/** Groups of `status` by name: the number is the same everywhere, the spelling of 0 is not. */
const GROUP_IDS: Readonly<Record<string, number>> = {
	OK: 0,
	ACCEPTED: 0,
	PENDING: 1,
	UNDELIVERABLE: 2,
	DELIVERED: 3,
	EXPIRED: 4,
	REJECTED: 5,
};

const GROUPS = new Map<number, StatusMeaning>([
	[0, { status: 'queued', final: false }],
	[1, { status: 'queued', final: false }],
	[2, { status: 'failed', final: true }],
	[3, { status: 'delivered', final: true }],
	[4, { status: 'expired', final: true }],
	[5, { status: 'rejected', final: true }],
]);

/**
 * Single statuses that mean something else than their group: 3 and 7 have left Infobip for the operator, 2 has reached the
 * operator but no phone yet, 87 is a refusal, though it stands with the expired as well (Infobip, Response status and error
 * codes).
 */
const SINGLE = new Map<string, StatusMeaning>([
	['1:3', { status: 'sent', final: false }],
	['1:7', { status: 'sent', final: false }],
	['3:2', { status: 'sent', final: false }],
	['4:87', { status: 'rejected', final: true }],
]);

/** The number of a status's group, also where only its name is given. */
export function groupOf({ groupId, groupName }: JsonObject): number | undefined {
	return rowOf(GROUP_IDS, textOf(groupName)?.toUpperCase()) ?? numberOf(groupId);
}

/** The meaning of a status. A group that is not known may be followed by anything. */
export function meaningOf(status: JsonObject): StatusMeaning {
	const group = groupOf(status);
	if (group === undefined) return { status: 'unknown', final: false };
	const id = numberOf(status.id);
	return SINGLE.get(`${group}:${id}`) ?? GROUPS.get(group) ?? { status: 'unknown', final: false };
}
