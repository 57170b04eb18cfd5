import {
	checkTemplateValues,
	routed,
	type FieldProblem,
	type Held,
	type Job,
	type MessageTemplate,
	type OutgoingMessage,
	type Suppression,
} from '../../core';
import { unexpectedFailure } from '../shared/item-failure';
import type { Outgoing } from './attempt';
import { readDraft, type Draft, type Parsed, type Why } from './draft';
import { invalidMessage } from './failure';
import { isTimed, suppressionOf } from './permission';
import type { SendRun } from './run';
import { TemplateBook, type TemplateName } from './template-book';

const MINUTE_MS = 60_000;

/**
 * The SMS API of Sinch counts a validity from a time of sending, and sends at once where that has passed. Whole minutes let
 * messages share a call.
 */
function sendingTime(
	{ account }: SendRun,
	{ channel, validityMinutes }: OutgoingMessage,
	now: number,
): { sendAt?: string } {
	const isSms = channel === 'sms' || channel === 'mms';
	if (account.servicePlanId === undefined || validityMinutes === undefined || !isSms) return {};
	return { sendAt: new Date(now - (now % MINUTE_MS)).toISOString() };
}

/** A template's language as the provider lists it: there is no other spelling that it finds the template by. */
function asListed(message: OutgoingMessage, template: MessageTemplate | undefined): OutgoingMessage {
	return message.type === 'template' && template !== undefined
		? { ...message, language: template.language }
		: message;
}

const isWhy = (found: object): found is Why => 'suppression' in found || 'failure' in found;

/** An item as it goes into the engine. */
export type Prepared = Job<Outgoing> | Held<Why>;

type Decided = Job<Outgoing> | FieldProblem | { suppression: Suppression };

interface Kept {
	draft?: Draft;
	prepared: Prepared;
	at: number;
}

/** Rules that name an hour are asked again where some time has passed. */
const ASKED_AGAIN_AFTER_MS = 60_000;

/** Makes items messages. Nothing throws. */
export class Preparation {
	readonly templates: TemplateBook;

	private readonly kept = new Map<number, Kept>();

	constructor(
		private readonly run: SendRun,
		private readonly now: () => number,
	) {
		this.templates = new TemplateBook(run);
	}

	/** Decides on an item as if it went out now. Templates are looked up, each once whatever the number of items. */
	async check(index: number): Promise<Prepared> {
		const at = this.now();
		const draft = this.held(index, () => readDraft(this.run, this.rowOf(index)));
		if ('outcome' in draft) return this.keep(index, { prepared: draft, at });
		for (;;) {
			const missing: TemplateName[] = [];
			const prepared = this.held(index, () => this.decide(draft, index, at, missing));
			const [template] = missing;
			if (template === undefined) return this.keep(index, { draft, prepared, at });
			await this.templates.lookUp(template);
		}
	}

	/** What the item was checked to, unless its hour has passed since; one that was not checked is read now. */
	prepare(index: number): Prepared {
		const now = this.now();
		const { draft, prepared, at } = this.kept.get(index) ?? this.unchecked(index, now);
		this.kept.delete(index);
		const stillHolds = draft === undefined || !isTimed(draft.rules) || now - at < ASKED_AGAIN_AFTER_MS;
		return stillHolds ? prepared : this.decideNow(draft, index, now);
	}

	/** The place in the input of the run's item at this place. */
	private rowOf(index: number): number {
		return this.run.rows[index] ?? index;
	}

	private keep(index: number, kept: Kept): Prepared {
		this.kept.set(index, kept);
		return kept.prepared;
	}

	private unchecked(index: number, at: number): Kept {
		const draft = this.held(index, () => readDraft(this.run, this.rowOf(index)));
		return { prepared: 'outcome' in draft ? draft : this.decideNow(draft, index, at), at };
	}

	private decideNow(draft: Draft, index: number, now: number): Prepared {
		return this.held(index, () => this.decide(draft, index, now, []));
	}

	private held<Found extends object>(
		index: number,
		find: () => Found | FieldProblem | Why,
	): Found | Held<Why> {
		const { context } = this.run;
		try {
			const found = find();
			if (isWhy(found)) return { outcome: 'suppression' in found ? 'suppressed' : 'invalid', why: found };
			if ('field' in found && 'message' in found)
				return { outcome: 'invalid', why: { failure: invalidMessage(context, found, this.rowOf(index)) } };
			return found;
		} catch (failure) {
			return {
				outcome: 'invalid',
				why: { failure: unexpectedFailure(context, failure, this.rowOf(index), 'notSent') },
			};
		}
	}

	private decide(draft: Draft, index: number, now: number, missing: TemplateName[]): Decided {
		const { parsed, fallback, rules, to } = draft;
		const message = parsed.ok ? parsed.message : undefined;
		const isTemplate = message?.type === 'template';
		const category = rules?.startsConversation ? this.definitionOf(message, missing)?.category : undefined;
		const suppression = suppressionOf(rules, { isTemplate, category, to, now });
		if (suppression?.rule === 'windowClosed' && fallback !== undefined) {
			return this.decide({ ...draft, parsed: fallback(), fallback: undefined }, index, now, missing);
		}
		if (suppression !== undefined) return { suppression };
		if (!parsed.ok) return parsed;
		const template = this.definitionOf(message, missing);
		return this.jobOf(
			parsed,
			{ template, row: this.rowOf(index), isUnchecked: draft.isUnchecked },
			index,
			now,
		);
	}

	private definitionOf(
		message: OutgoingMessage | undefined,
		missing: TemplateName[],
	): MessageTemplate | undefined {
		if (message?.type !== 'template') return undefined;
		const { sender = '', name, language, marketing } = message;
		const named = { sender, name, language, isRouted: marketing === 'automatic' };
		if (!this.templates.has(named)) missing.push(named);
		return this.templates.get(named);
	}

	private jobOf(
		{ message: parsed, upload }: Extract<Parsed, { ok: true }>,
		facts: Pick<Outgoing, 'template' | 'row' | 'isUnchecked'>,
		index: number,
		now: number,
	): Job<Outgoing> | FieldProblem {
		const { outbound, account } = this.run;
		const { template } = facts;
		const message = routed(
			{ ...sendingTime(this.run, parsed, now), ...asListed(parsed, template) },
			template,
			this.templates.takesMarketing,
		);
		if (template !== undefined && message.type === 'template') {
			const problems = checkTemplateValues(template, message.values);
			const [first] = problems;
			if (first) return { ...first, message: problems.map((one) => one.message).join('; ') };
		}
		const built = outbound.build(message, account);
		if (!built.ok) return built;
		const shown = { ...facts, message };
		const payload = upload === undefined ? { ...shown, built } : { ...shown, upload };
		return {
			index,
			sender: message.sender ?? '',
			recipient: message.to ?? message.toUserId ?? message.toGroupId ?? `item ${index}`,
			...('built' in payload && built.batch !== undefined && { batchKey: built.batch.key }),
			repeatable: outbound.isRepeatable?.(message) ?? false,
			payload,
		};
	}
}
