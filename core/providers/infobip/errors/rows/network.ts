import type { ErrorRow } from '../../../../http/error-table';

function range(from: number, to: number): string[] {
	return Array.from({ length: to - from + 1 }, (_, offset) => String(from + offset));
}

/** Errors on the way: operators, providers behind Infobip, Infobip itself; and limits of volume and money. */
export const NETWORK_ROWS: readonly ErrorRow[] = [
	{
		codes: [
			...[
				'2',
				'24',
				'34',
				'51',
				'255',
				'260',
				'500',
				'501',
				'503',
				'504',
				'507',
				'508',
				'509',
				'631',
				'4097',
			],
			...range(1024, 1030),
			...range(1152, 1166),
			...range(1281, 1284),
			...range(1536, 1541),
			...range(1792, 1796),
		],
		title: "The operator's network failed",
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a few minutes. If it lasts for one operator, ask the support of Infobip.',
	},
	{
		codes: ['7012', '7014', '7050', '7080', '7082', '15000', '15002', '15008', '15023', '15025'],
		title: 'The channel failed behind Infobip',
		cause: 'temporarilyUnavailable',
		retryable: true,
		advice: 'Send again in a few minutes; if it lasts, ask the support of Infobip.',
	},
	{
		codes: ['502', '815', '2048', '7051', '7052'],
		title: 'The operator did not confirm the message',
		cause: 'temporarilyUnavailable',
		retryable: false,
		advice: 'It may have arrived all the same: send again only if a second copy does no harm.',
	},
	{
		codes: ['632', '633', '810'],
		title: 'The operator refused the message',
		cause: 'unknown',
		retryable: false,
		advice: 'Ask the support of Infobip for the reason; the operator gave none.',
	},
	{
		codes: ['7036'],
		title: 'The template is still being prepared at Meta',
		cause: 'temporarilyUnavailable',
		retryable: true,
		retryAfterMs: 10 * 60_000,
		advice: 'Send again in ten minutes: a new marketing template has to be synchronised first.',
	},
	{
		codes: ['541', '7017'],
		title: 'Too many messages in a short time',
		cause: 'rateLimited',
		retryable: true,
		advice: 'Wait, then send more slowly.',
		reach: 'sender',
	},
	{
		codes: ['7016', '7026'],
		title: "The sender's limit of messages or persons is reached",
		cause: 'quotaExhausted',
		retryable: false,
		advice: "Wait for the period to end, and look at the sender's quality and limit in the Infobip portal.",
		reach: 'sender',
	},
	{
		codes: ['542', '609', '4099', '4202'],
		title: 'The limit of the day or month is reached',
		cause: 'quotaExhausted',
		retryable: false,
		advice: 'Wait for the next day or month, or ask your account manager at Infobip for a higher limit.',
	},
	{
		codes: ['7019'],
		title: 'The account cannot be charged',
		cause: 'quotaExhausted',
		retryable: false,
		advice: 'Check balance and payment at Infobip and, for WhatsApp, at Meta.',
	},
	{
		codes: ['7035'],
		title: 'The person was asked for permission to call too often',
		cause: 'quotaExhausted',
		retryable: false,
		advice: 'Wait some days before you ask this person again.',
		reach: 'message',
	},
];
