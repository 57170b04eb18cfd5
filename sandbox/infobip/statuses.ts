/** Status of a message, as answers and reports carry it (Infobip, Response status and error codes). */
export interface MessageStatus {
	groupId: number;
	groupName: string;
	id: number;
	name: string;
	description: string;
}

const GROUPS = { PENDING: 1, UNDELIVERABLE: 2, DELIVERED: 3, EXPIRED: 4, REJECTED: 5 } as const;

function status(group: keyof typeof GROUPS, id: number, name: string, description: string): MessageStatus {
	return { groupId: GROUPS[group], groupName: group, id, name, description };
}

export const STATUSES = {
	accepted: status('PENDING', 26, 'PENDING_ACCEPTED', 'Message sent to next instance'),
	enroute: status('PENDING', 7, 'PENDING_ENROUTE', 'Message sent to next instance'),
	waiting: status('PENDING', 3, 'PENDING_WAITING_DELIVERY', 'Message sent, waiting for delivery report'),
	delivered: status('DELIVERED', 5, 'DELIVERED_TO_HANDSET', 'Message delivered to handset'),
	notDelivered: status('UNDELIVERABLE', 9, 'UNDELIVERABLE_NOT_DELIVERED', 'Message sent not delivered'),
	expired: status('EXPIRED', 15, 'EXPIRED_EXPIRED', 'Message expired'),
	unknownSender: status('REJECTED', 11, 'REJECTED_SOURCE', 'Source is not registered'),
	noCredits: status('REJECTED', 12, 'REJECTED_NOT_ENOUGH_CREDITS', 'Not enough credits'),
	blocked: status('REJECTED', 14, 'REJECTED_DESTINATION_BLOCKLISTED', 'Destination is on the block list'),
	badDestination: status('REJECTED', 52, 'REJECTED_DESTINATION', 'Destination cannot be reached'),
	duplicateId: status('REJECTED', 23, 'REJECTED_DUPLICATE_MESSAGE_ID', 'Message id was used before'),
} as const;

/** Error beside a status. It is always there; `NO_ERROR` means none. */
export interface MessageError {
	groupId: number;
	groupName: string;
	id: number;
	name: string;
	description: string;
	permanent: boolean;
}

const ERROR_GROUPS = { OK: 0, HANDSET_ERRORS: 1, USER_ERRORS: 2, OPERATOR_ERRORS: 3 } as const;

function error(
	group: keyof typeof ERROR_GROUPS,
	id: number,
	name: string,
	description: string,
	permanent: boolean,
): MessageError {
	return { groupId: ERROR_GROUPS[group], groupName: group, id, name, description, permanent };
}

export const ERRORS = {
	none: error('OK', 0, 'NO_ERROR', 'No Error', false),
	unknownSubscriber: error('HANDSET_ERRORS', 1, 'EC_UNKNOWN_SUBSCRIBER', 'Unknown Subscriber', true),
	absentSubscriber: error('HANDSET_ERRORS', 27, 'EC_ABSENT_SUBSCRIBER', 'Absent Subscriber', false),
	blocked: error('USER_ERRORS', 2052, 'EC_BLACKLISTED_DESTINATIONADDRESS', 'Destination is blocked', true),
	invalidTemplate: error('USER_ERRORS', 7009, 'EC_INVALID_TEMPLATE', 'Invalid template', true),
	windowClosed: error('USER_ERRORS', 7024, 'EC_NOT_ALLOWED_SENDING_TIME', 'Not allowed sending time', true),
} as const;
