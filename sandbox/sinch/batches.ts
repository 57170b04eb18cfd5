import type { Request } from 'express';
import { z } from 'zod';
import type { SandboxLine } from '../settings.ts';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import type { Delivery, Outbound, Shown } from '../shared/delivery.ts';
import { digits, ulid } from '../shared/identifiers.ts';
import type { Ledger } from '../shared/ledger.ts';
import { LIMITS } from '../shared/options.ts';
import type { Stage } from '../shared/stage.ts';
import { isGsm, smsParts } from '../shared/sms.ts';
import type { Directory } from './administration/directory.ts';
import { BatchRequest, type ReportMode } from './batch-request.ts';
import { smsError, smsNotFound, smsSyntaxError } from './errors.ts';
import { FAILURES, type SinchFailure } from './faults.ts';
import { ListQuery, pageOf } from './sms-paging.ts';

const BatchQuery = ListQuery.extend({ from: z.string().optional() });

interface Stored {
	from: string;
	created_at: string;
	client_reference?: string | undefined;
}

/** An SMS of a batch to one of its recipients. */
export interface SmsOutbound extends Outbound {
	api: 'sms';
	batchId: string;
	/** How many recipients the batch has. */
	batchSize: number;
	mode: ReportMode;
	callbackUrl: string | undefined;
	clientReference: string | undefined;
	/** Known at once, told later. */
	failure: SinchFailure | undefined;
}

interface Surroundings {
	stage: Stage;
	directory: Directory;
	delivery: Delivery<SmsOutbound, SinchFailure>;
	ledger: Ledger;
	reports: { note: (outbound: SmsOutbound, result: { code: number; status: string }) => void };
}

/** Sending through the SMS API (Sinch SDK for Node.js, batches API). */
export class Batches {
	readonly #around: Surroundings;
	readonly #batches = new Map<string, Stored>();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#batches.clear();
	}

	routes(): Route[] {
		const path = '/xms/v1/:plan/batches';
		return [
			{
				method: 'GET',
				path,
				run: ({ query }) => {
					const asked = readBody(BatchQuery, query, smsSyntaxError);
					const senders = asked.from?.split(',').map(digits);
					const sent = [...this.#batches.values()].filter(({ from }) => senders?.includes(from) ?? true);
					const { rows, ...page } = pageOf(sent, asked, this.#around.stage.now(), (batch) => ({
						atMs: Date.parse(batch.created_at),
						reference: batch.client_reference,
					}));
					return { status: 200, body: { ...page, batches: rows } };
				},
			},
			{
				method: 'GET',
				path: `${path}/:batch`,
				run: (request) => {
					const batch = this.#batches.get(pathParameter(request, 'batch'));
					if (!batch) throw smsNotFound();
					return { status: 200, body: batch };
				},
			},
			{
				method: 'POST',
				path: `${path}/dry_run`,
				run: ({ body, query }) => ({
					status: 200,
					body: tryOut(readBody<BatchRequest>(BatchRequest, body, smsSyntaxError), query),
				}),
			},
			{
				method: 'POST',
				path,
				isSend: true,
				run: ({ body }) => ({
					status: 201,
					body: this.#send(readBody<BatchRequest>(BatchRequest, body, smsSyntaxError)),
				}),
			},
		];
	}

	#send(batch: BatchRequest) {
		const { stage } = this.#around;
		const line = this.#line(batch.from);
		if (!line)
			throw smsError(403, 'forbidden_number', `${batch.from ?? ''} does not belong to the service plan`);
		const group = batch.to.find((to) => /[A-Za-z]/.test(to));
		if (group !== undefined) throw smsError(403, 'unknown_group', `There is no group ${group}`);
		const id = ulid(stage.now());
		for (const to of batch.to) this.#sendTo(to, id, batch, line);
		const at = new Date(stage.now()).toISOString();
		const stored = {
			...batch,
			id,
			from: digits(line.phoneNumber),
			canceled: false,
			created_at: at,
			modified_at: at,
		};
		this.#keep(id, stored);
		return stored;
	}

	/** A number that is linked with the service plan; the first one is the default originator. */
	#line(from: string | undefined): SandboxLine | undefined {
		const { linked } = this.#around.directory;
		if (from === undefined) return linked[0];
		return linked.find(({ phoneNumber }) => digits(phoneNumber) === digits(from));
	}

	#keep(id: string, batch: Stored): void {
		const oldest = this.#batches.keys().next().value;
		if (this.#batches.size >= LIMITS.ledger && oldest !== undefined) this.#batches.delete(oldest);
		this.#batches.set(id, batch);
	}

	#sendTo(to: string, batchId: string, batch: BatchRequest, line: SandboxLine): void {
		const { delivery, ledger, reports, stage } = this.#around;
		const { shown, failure } = render(batch, digits(to));
		const clientReference = batch.client_reference;
		ledger.addAccepted({
			id: batchId,
			at: new Date(stage.now()).toISOString(),
			numberId: line.id,
			to,
			type: batch.type,
			text: shown.text,
			...(clientReference === undefined ? {} : { callbackData: clientReference }),
			request: batch,
		});
		const outbound: SmsOutbound = {
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
			failure,
		};
		reports.note(outbound, { code: 400, status: 'Queued' });
		delivery.dispatch(outbound, shown);
	}
}

/** What a batch would come to, without sending it (Sinch SDK for Node.js, dry run). */
function tryOut(batch: BatchRequest, query: Request['query']) {
	const messages = batch.to.map((recipient) => {
		const body = render(batch, digits(recipient)).shown.text;
		return { recipient, body, number_of_parts: smsParts(body), encoding: isGsm(body) ? 'text' : 'unicode' };
	});
	const shown = messages.slice(0, Number(query.number_of_recipients ?? 100));
	return {
		number_of_recipients: messages.length,
		number_of_messages: messages.reduce((sum, { number_of_parts: parts }) => sum + parts, 0),
		...(query.per_recipient === 'true' ? { per_recipient: shown } : {}),
	};
}

/** What a recipient sees, and what keeps the message from being sent. */
function render(batch: BatchRequest, recipient: string): { shown: Shown; failure: SinchFailure | undefined } {
	if (batch.type === 'mt_binary') return { shown: { text: `(bytes) ${batch.body}` }, failure: undefined };
	if (batch.type === 'mt_media') {
		const { url, message = '(media)', subject } = batch.body;
		const { text, failure } = fill(message, batch.parameters, recipient);
		const content = {
			media: { kind: 'image', url },
			...(subject === undefined ? {} : { title: subject }),
		} as const;
		return { shown: { text, content }, failure };
	}
	const { text, failure } = fill(batch.body, batch.parameters, recipient);
	const most = batch.truncate_concat ? undefined : batch.max_number_of_message_parts;
	const isTooLong = most !== undefined && smsParts(text) > most;
	return { shown: { text }, failure: failure ?? (isTooLong ? FAILURES.tooManyParts : undefined) };
}

/** Puts in what `${name}` stands for: by recipient, else by default. */
function fill(
	body: string,
	parameters: Readonly<Record<string, Record<string, string>>> = {},
	recipient: string,
) {
	const unmatched: string[] = [];
	const text = body.replace(/\$\{(\w+)\}/g, (placeholder, name: string) => {
		const values = parameters[name];
		const value = values?.[recipient] ?? values?.[`+${recipient}`] ?? values?.default;
		if (value === undefined) unmatched.push(name);
		return value ?? placeholder;
	});
	return { text, failure: unmatched.length > 0 ? FAILURES.unmatched : undefined };
}
