import type { ErrorRow } from '../../../../http/error-table';

const HOUR_MS = 3_600_000;

/** Templates and flows. */
export const TEMPLATE_ROWS: readonly ErrorRow[] = [
	{
		codes: ['132000'],
		title: 'The number of values does not match the template',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Load the template in the node again and fill in every variable.',
	},
	{
		codes: ['132001'],
		title: 'No approved template of this name and language',
		cause: 'configurationInvalid',
		retryable: false,
		advice:
			'Choose name and language exactly as in WhatsApp Manager (en and en_US are two languages) and wait until the template is approved.',
	},
	{
		codes: ['132005'],
		title: 'The template is too long with these values',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Shorten the values that you fill in.',
	},
	{
		codes: ['132007'],
		title: "The template's content is against WhatsApp's policy",
		cause: 'contentRejected',
		retryable: false,
		advice: 'Change the template as the detail says and submit it again.',
	},
	{
		codes: ['132008', '132012'],
		title: 'A value has not the form that the template asks for',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Check the values, and that a header with image, video or document got its file.',
	},
	{
		codes: ['132018'],
		title: 'The template was not filled in as it has to be',
		cause: 'contentRejected',
		retryable: false,
		advice: 'Correct what the detail names, then send again.',
	},
	{
		codes: ['132015'],
		title: 'The template is paused because of low quality',
		cause: 'temporarilyUnavailable',
		retryable: false,
		retryAfterMs: 3 * HOUR_MS,
		advice:
			'Use another template, or wait: the first pause takes three hours, the second six, and a third one switches it off.',
	},
	{
		codes: ['132016'],
		title: 'The template is disabled because of low quality',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Write a new template; this one cannot be sent any more.',
	},
	{
		codes: ['132068', '139000', '139001', '139002', '139003', '139004'],
		title: 'The flow cannot be sent',
		cause: 'configurationInvalid',
		retryable: false,
		advice: 'Open the flow in WhatsApp Manager, repair what it reports and publish it.',
	},
	{
		codes: ['132069'],
		title: 'The flow is slowed down because of errors',
		cause: 'rateLimited',
		retryable: true,
		retryAfterMs: HOUR_MS,
		advice:
			'Wait an hour (ten messages an hour are allowed) and repair what WhatsApp Manager reports for the flow.',
		reach: 'message',
	},
];
