import { z } from 'zod';
import type { SandboxLine } from '../settings.ts';
import { readBody, type Route } from '../shared/api.ts';
import type { Delivery, Outbound } from '../shared/delivery.ts';
import { digits, ulid } from '../shared/identifiers.ts';
import type { Ledger } from '../shared/ledger.ts';
import type { Stage } from '../shared/stage.ts';
import { smsError, smsSyntaxError } from './errors.ts';
import type { SinchFailure } from './faults.ts';
import { time } from './payloads.ts';

const MAX_RECIPIENTS = 1_000;
const PAGE_SIZE = 30;

const Batch = z.object({
	from: z.string().optional(),
	to: z
		.array(z.string().regex(/^\+?\d{3,15}$/, 'is not a valid phone number'))
		.min(1)
		.max(MAX_RECIPIENTS),
	body: z.string().min(1).max(2_000),
	type: z.literal('mt_text').default('mt_text'),
	parameters: z.record(z.record(z.string())).optional(),
	delivery_report: z
		.enum(['none', 'summary', 'full', 'per_recipient', 'per_recipient_final'])
		.default('none'),
	callback_url: z.string().url().optional(),
	client_reference: z.string().max(255).optional(),
});

export type ReportMode = z.output<typeof Batch>['delivery_report'];

/** An SMS of a batch to one of its recipients. */
export interface SmsOutbound extends Outbound {
	api: 'sms';
	batchId: string;
	/** How many recipients the batch has. */
	batchSize: number;
	mode: ReportMode;
	callbackUrl: string | undefined;
	clientReference: string | undefined;
	/** A parameter of the text has no value for this recipient. */
	isUnmatched: boolean;
}

interface Surroundings {
	stage: Stage;
	line: SandboxLine;
	delivery: Delivery<SmsOutbound, SinchFailure>;
	ledger: Ledger;
}

/** Sending through the SMS API (Sinch SDK for Node.js, batches API). */
export class Batches {
	readonly #around: Surroundings;
	readonly #batches: object[] = [];

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#batches.length = 0;
	}

	routes(): Route[] {
		const path = '/xms/v1/:plan/batches';
		return [
			{
				method: 'GET',
				path,
				run: () => {
					const batches = this.#batches.slice(-PAGE_SIZE);
					return {
						status: 200,
						body: { count: this.#batches.length, page: 0, page_size: PAGE_SIZE, batches },
					};
				},
			},
			{
				method: 'POST',
				path,
				isSend: true,
				run: ({ body }) => ({ status: 201, body: this.#send(readBody(Batch, body, smsSyntaxError)) }),
			},
		];
	}

	#send(batch: z.output<typeof Batch>) {
		const { line, stage } = this.#around;
		if (batch.from !== undefined && digits(batch.from) !== digits(line.phoneNumber)) {
			throw smsError(403, 'forbidden_number', `${batch.from} does not belong to the service plan`);
		}
		const id = ulid(stage.now());
		for (const to of batch.to) this.#sendTo(to, id, batch);
		const at = time(stage.now());
		const stored = {
			...batch,
			id,
			from: digits(line.phoneNumber),
			canceled: false,
			created_at: at,
			modified_at: at,
		};
		this.#batches.push(stored);
		return stored;
	}

	#sendTo(to: string, batchId: string, batch: z.output<typeof Batch>): void {
		const { delivery, ledger, line, stage } = this.#around;
		const { text, isUnmatched } = fill(batch, digits(to));
		const clientReference = batch.client_reference;
		ledger.addAccepted({
			id: batchId,
			at: time(stage.now()),
			numberId: line.id,
			to,
			type: 'text',
			text,
			...(clientReference === undefined ? {} : { callbackData: clientReference }),
			request: batch,
		});
		delivery.dispatch(
			{
				api: 'sms',
				id: `${batchId}:${digits(to)}`,
				batchId,
				batchSize: batch.to.length,
				line,
				customer: stage.people.customer(to),
				to,
				mode: batch.delivery_report,
				callbackUrl: batch.callback_url,
				clientReference,
				isUnmatched,
			},
			{ text },
		);
	}
}

/** Puts in what `${name}` stands for: by recipient, else by default. */
function fill({ body, parameters = {} }: z.output<typeof Batch>, recipient: string) {
	let isUnmatched = false;
	const text = body.replace(/\$\{(\w+)\}/g, (placeholder, name: string) => {
		const values = parameters[name];
		const value = values?.[recipient] ?? values?.[`+${recipient}`] ?? values?.default;
		isUnmatched ||= value === undefined;
		return value ?? placeholder;
	});
	return { text, isUnmatched };
}
