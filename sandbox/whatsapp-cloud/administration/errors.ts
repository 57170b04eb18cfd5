import { type ErrorRow, GraphError } from '../errors.ts';

/**
 * Errors of setting up a channel (Meta, Cloud API error codes; Register a number; Template management; Block users). HTTP statuses
 * of 136024, 136025, 139100, 2388xxx and 2635 are not confirmed.
 */
const ROWS = {
	tokenRevoked: {
		status: 401,
		code: 190,
		subcode: 460,
		message: 'Error validating access token: The session has been invalidated.',
	},
	permissionsError: { status: 403, code: 200, message: '(#200) Permissions error' },
	notAssigned: {
		status: 403,
		code: 200,
		message: '(#200) You do not have permission to access this WhatsApp Business Account',
	},
	versionEnded: {
		status: 400,
		code: 2635,
		message: '(#2635) You are calling a deprecated version of the API. Please update to the latest version.',
	},
	accountLocked: {
		status: 403,
		code: 131031,
		message: '(#131031) Business Account locked',
		details: 'Your WhatsApp Business Account has been locked for violating a policy.',
	},
	notOnTestList: {
		status: 400,
		code: 131030,
		message: '(#131030) Recipient phone number not in allowed list',
		details: 'Add the recipient phone number to the list of recipients of the test number.',
	},
	notRegistered: {
		status: 400,
		code: 133010,
		message: '(#133010) Account not registered',
		details: 'The phone number is not registered on the WhatsApp Business Platform.',
	},
	pinWrong: {
		status: 400,
		code: 133005,
		message: '(#133005) Two step verification PIN mismatch',
		details: 'The two-step verification PIN is not that of the phone number.',
	},
	pinLocked: {
		status: 400,
		code: 133008,
		message: '(#133008) Too many PIN guesses for two step verification',
	},
	pinTooFast: {
		status: 400,
		code: 133009,
		message: '(#133009) Two step verification PIN guessed too fast',
	},
	notVerified: {
		status: 400,
		code: 133006,
		message: '(#133006) Phone number needs to be verified before registering',
		details: 'Request a code and verify it, then register the phone number.',
	},
	tooManyRegistrations: {
		status: 400,
		code: 133016,
		message: '(#133016) Account register/deregister request rate limit exceeded',
		details: 'There were more than 10 requests for this phone number within 72 hours. Try again in 72 hours.',
	},
	codeNotSent: {
		status: 400,
		code: 136024,
		subcode: 2388091,
		message: '(#136024) Request code error',
		userTitle: 'The code could not be sent',
	},
	codeWrong: {
		status: 400,
		code: 136025,
		subcode: 2388093,
		message: '(#136025) Verify code error',
		userTitle: 'The code could not be verified',
	},
	signupCodeInvalid: {
		status: 400,
		code: 100,
		subcode: 36009,
		message: 'This authorization code has been used.',
	},
	signupCodeExpired: {
		status: 400,
		code: 100,
		subcode: 36007,
		message: 'This authorization code has expired.',
	},
	templateExists: {
		status: 400,
		code: 100,
		subcode: 2388024,
		message: '(#100) Invalid parameter',
		userTitle: 'Content in this language already exists',
	},
	templateNameBlocked: {
		status: 400,
		code: 100,
		subcode: 2388023,
		message: '(#100) Invalid parameter',
		userTitle: 'Message template language is being deleted',
	},
	tooManyTemplates: {
		status: 400,
		code: 100,
		subcode: 2388019,
		message: '(#100) Invalid parameter',
		userTitle: 'Message template limit exceeded',
	},
	tooManyCreations: {
		status: 400,
		code: 80008,
		message: '(#80008) There have been too many new templates of this WhatsApp Business account.',
	},
	templateNotEditable: {
		status: 400,
		code: 100,
		subcode: 2388003,
		message: '(#100) Invalid parameter',
		userTitle: 'This template cannot be edited',
	},
	textTooLong: {
		status: 400,
		code: 100,
		subcode: 2388040,
		message: '(#100) Invalid parameter',
		userTitle: 'A field is too long',
	},
	headerFormat: {
		status: 400,
		code: 100,
		subcode: 2388072,
		message: '(#100) Invalid parameter',
		userTitle: 'A text is not formed as it has to be',
	},
	tooManyVariables: {
		status: 400,
		code: 100,
		subcode: 2388293,
		message: '(#100) Invalid parameter',
		userTitle: 'This template has too many variables for its length',
	},
	variableAtEdge: {
		status: 400,
		code: 100,
		subcode: 2388299,
		message: '(#100) Invalid parameter',
		userTitle: 'Variables cannot be at the start or end of the template',
	},
	someNotBlocked: {
		status: 400,
		code: 139100,
		message: '(#139100) Failed to block/unblock some users',
		details: 'See the errors of each user.',
	},
} as const satisfies Record<string, ErrorRow>;

export type AdminErrorName = keyof typeof ROWS;

/** @param words for a person: where the row has a title they go beside it, otherwise they are the details */
export function adminError(name: AdminErrorName, words?: string): GraphError {
	const row: ErrorRow = ROWS[name];
	if (words === undefined) return new GraphError(row);
	return new GraphError(
		row.userTitle === undefined ? { ...row, details: words } : { ...row, userMessage: words },
	);
}
