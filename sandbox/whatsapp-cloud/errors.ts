import type { Answer } from '../shared/faults.ts';
import { traceId } from './identifiers.ts';

/**
 * Errors of the Graph API as data: HTTP status, code, type and wording.
 *
 * Codes and what they mean are Meta's (Cloud API error codes; Handle errors). The HTTP statuses follow a copy of that page from 2025;
 * those of 104, 131021, 131055, 131062, 131063, 132018 and of 130429 as 429 are not confirmed. Wordings follow what people quoted in public threads, and are
 * not confirmed to the letter: decide on codes, never on words.
 */
export interface ErrorRow {
	status: number;
	code: number;
	subcode?: number;
	type?: string;
	message: string;
	details?: string;
	transient?: true;
	/** For a person, in the language of the account. */
	userTitle?: string;
	userMessage?: string;
}

const UNSUPPORTED =
	'does not exist, cannot be loaded due to missing permissions, or does not support this operation. ' +
	'Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api';

const ERRORS = {
	tokenMissing: {
		status: 401,
		code: 104,
		message: 'An access token is required to request this resource.',
	},
	tokenInvalid: {
		status: 401,
		code: 190,
		message: 'Invalid OAuth access token - Cannot parse access token',
	},
	tokenExpired: {
		status: 401,
		code: 190,
		subcode: 463,
		message:
			'Error validating access token: Session has expired on Friday, 01-Aug-25 05:00:00 PDT. ' +
			'The current time is Friday, 01-Aug-25 05:13:00 PDT.',
	},
	appSecretProofInvalid: {
		status: 400,
		code: 100,
		type: 'GraphMethodException',
		message: 'Invalid appsecret_proof provided in the API argument',
	},
	permissionMissing: {
		status: 403,
		code: 200,
		message:
			'(#200) You do not have the necessary permissions required to send messages on behalf of this WhatsApp Business Account',
	},
	rateLimited: {
		status: 400,
		code: 130429,
		message: '(#130429) Rate limit hit',
		details:
			'Message failed to send because there were too many messages sent from this phone number in a short period of time.',
	},
	tooManyRequests: {
		status: 429,
		code: 130429,
		message: '(#130429) Rate limit hit',
		details: 'Cloud API message throughput has been reached.',
	},
	accountRateLimited: {
		status: 400,
		code: 80007,
		message:
			'(#80007) There have been too many calls to this WhatsApp Business account. Wait a bit and try again.',
	},
	serverError: {
		status: 500,
		code: 131000,
		message: '(#131000) Something went wrong',
		details: 'Message failed to send due to an unknown error.',
	},
	recipientIsSender: {
		status: 400,
		code: 131021,
		message: '(#131021) Recipient cannot be sender',
		details: 'The recipient phone number is the same as the sender phone number.',
	},
	pairLimited: {
		status: 400,
		code: 131056,
		message: '(#131056) (Business Account, Consumer Account) pair rate limit hit',
		details:
			'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
	},
	userIdNotAllowed: {
		status: 400,
		code: 131062,
		message: '(#131062) Business-scoped user ID is not allowed for this message',
		details: 'Authentication templates need a phone number in the parameter to.',
	},
	priceElsewhere: {
		status: 400,
		code: 131061,
		message: '(#131061) The template has a maximum price',
		details: 'Send templates with a maximum price through the marketing_messages endpoint.',
	},
	marketingElsewhere: {
		status: 400,
		code: 131063,
		message: '(#131063) Marketing templates are disabled on this endpoint',
		details: 'Send marketing templates through the marketing_messages endpoint.',
	},
	onlyMarketing: {
		status: 400,
		code: 131055,
		message: '(#131055) Method not allowed',
		details: 'Only marketing templates can be sent through this endpoint.',
	},
	templatePaused: {
		status: 400,
		code: 132015,
		message: '(#132015) Template is paused',
		details: 'The template is paused because of its low quality and cannot be sent.',
	},
	templateDisabled: {
		status: 400,
		code: 132016,
		message: '(#132016) Template is disabled',
		details: 'The template was paused too often because of its low quality and is disabled for good.',
	},
	addressExpired: {
		status: 404,
		code: 100,
		message: '(#100) The address of this file is not known or has expired. Ask for a new one.',
	},
	appTokenNeeded: {
		status: 400,
		code: 15,
		message: '(#15) This method must be called with an app access_token.',
	},
	clientSecretInvalid: {
		status: 400,
		code: 1,
		message: 'Error validating client secret.',
	},
	noSubscription: {
		status: 400,
		code: 100,
		message:
			'(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
	},
} as const satisfies Record<string, ErrorRow>;

export type ErrorName = keyof typeof ERRORS;

/** An answer of the Graph API that is not a success. */
export class GraphError extends Error {
	readonly row: ErrorRow;

	constructor(row: ErrorRow) {
		super(row.message);
		this.row = row;
	}

	static of(name: ErrorName): GraphError {
		return new GraphError(ERRORS[name]);
	}

	/** `error_data` comes with the rows that have details: the Cloud API's own codes. The sandbox writes it as an object; Meta's may be text. */
	body(): { error: Record<string, unknown> } {
		const {
			message,
			type = 'OAuthException',
			code,
			subcode,
			details,
			transient,
			userTitle,
			userMessage,
		} = this.row;
		return {
			error: {
				message,
				type,
				code,
				...(subcode === undefined ? {} : { error_subcode: subcode }),
				...(transient ? { is_transient: true } : {}),
				...(userTitle === undefined ? {} : { error_user_title: userTitle }),
				...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
				...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
				fbtrace_id: traceId(),
			},
		};
	}
}

export function answerOf(error: GraphError): Answer {
	return { status: error.row.status, code: error.row.code, body: error.body() };
}

/** Code 100, with words for the parameter at fault. */
export function invalidParameter(message: string): GraphError {
	return new GraphError({ status: 400, code: 100, message: `(#100) ${message}` });
}

export function missingValue(details: string): GraphError {
	return new GraphError({
		status: 400,
		code: 131008,
		message: '(#131008) Required parameter is missing',
		details,
	});
}

export function invalidValue(details: string): GraphError {
	return new GraphError({
		status: 400,
		code: 131009,
		message: '(#131009) Parameter value is not valid',
		details,
	});
}

/** Titles of the codes with which a template's parameters are refused, and their HTTP statuses. */
const TEMPLATE_ERRORS = {
	132000: { status: 400, title: 'Number of parameters does not match the expected number of params' },
	132001: { status: 404, title: 'Template name does not exist in the translation' },
	132005: { status: 400, title: 'Translated text too long' },
	132012: { status: 400, title: 'Parameter format does not match format in the created template' },
	132018: { status: 400, title: 'There was an issue with the parameters in the template' },
} as const;

export function templateError(code: keyof typeof TEMPLATE_ERRORS, details: string): GraphError {
	const { status, title } = TEMPLATE_ERRORS[code];
	return new GraphError({ status, code, message: `(#${code}) ${title}`, details });
}

/** Code 100 as the Cloud API writes it where a message's parameter is meant. */
export function invalidMessageParameter(details: string): GraphError {
	return new GraphError({ status: 400, code: 100, message: '(#100) Invalid parameter', details });
}

/** The object is unknown, not visible to the token, or has no such operation: one wording names all three. */
export function unknownObject(method: string, id: string): GraphError {
	return new GraphError({
		status: 400,
		code: 100,
		subcode: 33,
		type: 'GraphMethodException',
		message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' ${UNSUPPORTED}`,
	});
}

export function unknownField(field: string, nodeType: string): GraphError {
	return invalidParameter(`Tried accessing nonexistent field (${field}) on node type (${nodeType})`);
}

export function unknownPath(path: string): GraphError {
	return new GraphError({ status: 400, code: 2500, message: `Unknown path components: ${path}` });
}

/** Meta's refusal of a callback URL whose handshake failed. */
export function callbackRefused(reason: string): GraphError {
	return new GraphError({ status: 400, code: 2200, message: `(#2200) ${reason}` });
}
