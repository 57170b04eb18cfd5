import type { ErrorRow } from '../../../../http/error-table';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Registration of the number, its PIN and its names. */
export const REGISTRATION_ROWS: readonly ErrorRow[] = [
	{
		codes: ['133010'],
		title: 'The number is not registered',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Register the number with Messaging Channel or in WhatsApp Manager, then send again.',
		reach: 'sender',
		setUp: { advice: 'Register the number with "Number: Register" first.' },
	},
	{
		codes: ['131045'],
		title: "The number's registration is not in order",
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Register the number again.',
		reach: 'sender',
	},
	{
		codes: ['131037'],
		title: "The number's display name is not approved",
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Submit a display name in WhatsApp Manager and wait for its approval.',
		reach: 'sender',
	},
	{
		codes: ['133000'],
		title: 'An earlier deregistration was not finished',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Deregister the number once more, then register it.',
		reach: 'sender',
	},
	{
		codes: ['133005'],
		title: 'The PIN is wrong',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Set a new PIN for two-step verification and register with it. Do not try PINs: the number gets locked.',
		setUp: {
			advice:
				'The number has a PIN already. Set a new one with "Number: Set PIN", which does not ask for the old one, then register with it. Do not try PINs: the number gets locked.',
		},
	},
	{
		codes: ['133006'],
		title: 'The number has to be verified again',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Request a code by SMS or call, enter it, then register the number.',
		reach: 'sender',
		setUp: {
			advice:
				'Use "Number: Request Verification Code", then "Number: Verify Code" with the code that arrives, then register.',
		},
	},
	{
		codes: ['133008', '133009'],
		title: 'Too many tries with a PIN',
		cause: 'quotaExhausted',
		retryable: false,
		advice: 'Wait as long as the detail says, then use the right PIN or set a new one.',
		setUp: {
			advice:
				'Wait as long as the detail says, then set a new PIN with "Number: Set PIN" and register with it.',
		},
	},
	{
		codes: ['133015'],
		title: 'The number was deleted a moment ago',
		cause: 'temporarilyUnavailable',
		retryable: true,
		retryAfterMs: 5 * MINUTE_MS,
		advice: 'Wait five minutes, then register the number again.',
		reach: 'sender',
	},
	{
		codes: ['133016'],
		title: 'The number was registered or deregistered too often',
		cause: 'quotaExhausted',
		retryable: false,
		retryAfterMs: 72 * HOUR_MS,
		advice: 'Wait 72 hours: ten registrations in that time are allowed for a number.',
		setUp: {
			advice:
				'Wait 72 hours: Meta allows ten of each for a number in that time and blocks the number for as long.',
		},
	},
	{
		codes: ['136024'],
		title: 'The code was not sent',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Wait some time and request the code again, by call instead of SMS if need be.',
		setUp: {
			advice:
				'Wait some time and request the code again, by call instead of SMS if need be. A number that is in use in the WhatsApp app has to be removed from it first.',
		},
	},
	{
		codes: ['136025'],
		title: 'The code is wrong',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Enter the newest code, or request another one.',
		setUp: {
			title: 'The code is wrong or too old',
			advice:
				'A code holds for about ten minutes. Enter the newest one, or request another with "Number: Request Verification Code".',
		},
	},
];
