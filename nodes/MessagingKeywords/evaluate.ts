import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import {
	auditRow,
	consentRow,
	countSegments,
	currentState,
	decideSend,
	evaluateKeywords,
	isOptOutAsked,
	matchOfSignal,
	nextConsent,
	PREFERENCES,
	replyText,
	UNTYPED_MESSAGES,
	type ConsentAction,
	type ConsentRow,
	type ConsentSignal,
	type ConsentSource,
	type ConsentState,
	type ConsentStatus,
	type ConsentTransition,
	type KeywordCategory,
	type KeywordMatch,
	type ReplyKind,
} from '../../core';
import type { ConsentRecords, PersonRecord } from '../shared/consent-records';
import { readText } from '../shared/parameters';
import type { ParameterReader } from '../shared/reader';
import { readSettings, type KeywordSettings } from './settings';

const CONSENT_ACTIONS = ['optIn', 'optOut'] as const satisfies ConsentAction[];

const SOURCE_FIELDS = [
	'from',
	'fromUserId',
	'to',
	'channelId',
	'provider',
	'channel',
	'id',
	'timestamp',
] as const satisfies (keyof ConsentSource)[];

/** The words of an item; a reaction or the summary of a form is nobody's word. */
function textOf(parameters: ParameterReader, itemIndex: number, { json }: INodeExecutionData): string {
	const isUntyped = json.kind === 'message' && UNTYPED_MESSAGES.some((type) => type === json.type);
	return isUntyped ? '' : readText(parameters.value('text', itemIndex));
}

/** The item may come from any node, so whatever stands under the event's names is taken only if it is a text. */
function sourceOf(item: IDataObject, text: string): ConsentSource {
	const source: ConsentSource = { text };
	for (const field of SOURCE_FIELDS) {
		const value = readText(item[field]);
		if (value !== '') source[field] = value;
	}
	return source;
}

function signalOf({ kind, action, scope, source }: IDataObject): ConsentSignal | undefined {
	const reported = kind === 'consent' ? CONSENT_ACTIONS.find((known) => known === action) : undefined;
	if (reported === undefined) return undefined;
	const covered = readText(scope);
	return {
		action: reported,
		source: source === PREFERENCES ? PREFERENCES : 'provider',
		...(covered !== '' && { scope: covered }),
	};
}

/** On a number that several services share, the keyword of the service stands in front of what the person says to it. */
function evaluated(text: string, { kind, cleanText }: IDataObject, judge: (words: string) => KeywordMatch) {
	const whole = judge(text);
	const said = readText(cleanText);
	if (whole.category !== 'default' || kind !== 'message' || said === '' || text === '') return whole;
	return judge(said);
}

/** Where the workflow wants near misses to opt out at once, one counts as an opt-out. */
export function settleFuzzy(match: KeywordMatch, { fuzzy }: KeywordSettings): KeywordMatch {
	return match.category === 'fuzzyOptOut' && fuzzy === 'optOut' ? { ...match, category: 'optOut' } : match;
}

/** Who declines the question answers it, and leaves where it was asked. */
function settleAnswer(match: KeywordMatch, { questionChanged }: ConsentTransition): KeywordMatch {
	return match.category === 'default' && questionChanged ? { ...match, category: 'fuzzyOptOut' } : match;
}

/** What the answer is about. Where the record is known, each chat gets its own, and nobody is left without a word. */
function replyKind({ match, step, isSignal, isLate, record, source }: Evaluation): ReplyKind | 'nothing' {
	if (record === undefined) return step.reply;
	if (isSignal || isLate) return 'nothing';
	if (step.reply !== 'none') return step.reply;
	const { channel, sender } = chatOf(source);
	if (match.category === 'optOut' && !record.leftIn(channel, sender)) return 'optedOut';
	return match.category === 'optIn' && step.state === 'optedIn' ? 'optedIn' : 'none';
}

/** A person who left hears nothing but the one confirmation and help. */
function replyTo(evaluation: Evaluation, settings: KeywordSettings): string {
	const { match, step } = evaluation;
	const { replies, usesDefaultReplies, customLists } = settings;
	const kind = replyKind(evaluation);
	if (kind === 'nothing') return '';
	if (kind !== 'none') {
		const own = replies[kind];
		if (usesDefaultReplies) return replyText(kind, match.language, { [kind]: own }) ?? '';
		const language = match.language ?? 'en';
		return own?.[language] ?? own?.[language.split('-')[0] ?? language] ?? own?.default ?? '';
	}
	if (!decideSend({ purpose: 'service', ...step }).allowed) return '';
	if (match.category === 'custom') return customLists.find(({ name }) => name === match.name)?.reply ?? '';
	if (match.category === 'default') return replies.default?.default ?? '';
	return '';
}

/** The columns by which a row belongs to a chat, as core fills them. */
function chatOf({ channel, provider, to, channelId }: ConsentSource): { channel: string; sender: string } {
	return { channel: channel ?? provider ?? '', sender: to ?? channelId ?? '' };
}

function describeReply(text: string, channel: string): IDataObject | undefined {
	if (text === '') return undefined;
	return { text, ...(channel === 'sms' && { sms: { ...countSegments(text) } }) };
}

interface Evaluation {
	source: ConsentSource;
	match: KeywordMatch;
	isSignal: boolean;
	/** The provider has answered the person. */
	isAnswered: boolean;
	state: ConsentState;
	step: ConsentTransition;
	/** Of the person, where the workflow hands it over. */
	record: PersonRecord | undefined;
	/** Whether the record says something newer. */
	isLate: boolean;
	/** What the message says of consent. */
	row: ConsentRow | undefined;
	/** The record as it stands, where the message changes nothing. */
	kept: IDataObject | undefined;
}

function additions(evaluation: Evaluation, settings: KeywordSettings, now: Date): IDataObject {
	const { source, match, isAnswered, state, row, kept } = evaluation;
	// Where the gateway has answered by itself, a second answer would be one too many.
	const reply = isAnswered ? undefined : describeReply(replyTo(evaluation, settings), source.channel ?? '');
	return {
		...(reply && { reply }),
		keywords: { ...match },
		...(row && {
			consent: kept ?? { ...row },
			audit: { ...auditRow(row, match, state, now) },
		}),
	};
}

/** What the panel or the record says of the person before the message. */
function statusOf(settings: KeywordSettings, record: PersonRecord | undefined, now: Date): ConsentStatus {
	if (record?.newest !== undefined) return record.status(now);
	const { state = 'none', scope, stateExpiresAt, optOutAskedAt } = settings;
	return {
		state,
		scope,
		...(stateExpiresAt && { expiresAt: stateExpiresAt }),
		...(optOutAskedAt && { optOutAsked: optOutAskedAt }),
	};
}

const UP_TO_SECONDS = '2026-11-21T12:00:00'.length;

/** WhatsApp gives whole seconds, other channels their parts. */
function secondOf(timestamp: string): string {
	return timestamp.slice(0, UP_TO_SECONDS);
}

/** What goes into the record, and what of the record stays as it is. */
function recorded(
	said: ConsentRow | undefined,
	{ match, step, record }: Pick<Evaluation, 'match' | 'step' | 'record'>,
	{ state }: KeywordSettings,
): Pick<Evaluation, 'row' | 'kept' | 'isLate'> {
	// A repeated opt-out has its line in the audit too; where the record is known, any word that was meant has.
	const isNews = step.changed || match.category === 'optOut';
	// Of a person whose state nobody gave, a row that only tells of a question would overwrite it.
	const isAnnotation = step.questionChanged && state !== undefined;
	const row = isNews || isAnnotation || record !== undefined ? said : undefined;
	const { newest } = record ?? {};
	const isLate = row !== undefined && secondOf(row.timestamp) < secondOf(newest?.timestamp ?? '');
	if (!isLate && isNews) return { row, isLate, kept: undefined };
	const { optOutAsked } = row ?? {};
	const isAnnotated = !isLate && optOutAsked !== undefined;
	return { row, isLate, kept: newest && { ...newest.columns, ...(isAnnotated && { optOutAsked }) } };
}

/**
 * An item with `keywords`, `reply`, `consent` and `audit` of its text, and the category that chooses its output.
 *
 * @param records of the whole run: the rows that it finds are added
 */
export function evaluateItem(
	parameters: ParameterReader,
	itemIndex: number,
	input: INodeExecutionData,
	records: ConsentRecords,
): { category: KeywordCategory; item: INodeExecutionData } {
	const now = new Date();
	const text = textOf(parameters, itemIndex, input);
	const valueOf = (name: string) => parameters.collection(name, itemIndex);
	const settings = readSettings(valueOf, parameters.context.getTimezone());
	const source = sourceOf(input.json, text);
	const record = records.known(settings.records, source);
	const status = statusOf(settings, record, now);
	const state = currentState(status, now);

	const signal = signalOf(input.json);
	const optOutAsked = isOptOutAsked(status, settings.doubleOptIn, now);
	const judge = (words: string) =>
		evaluateKeywords(words, { ...settings.options, consentState: state, optOutAsked });
	const found =
		signal === undefined ? settleFuzzy(evaluated(text, input.json, judge), settings) : matchOfSignal(signal);
	const step = nextConsent(status, found, settings.doubleOptIn, now);
	const match = settleAnswer(found, step);
	const isSignal = signal !== undefined;
	const said = consentRow(source, match, step, now, signal?.source);
	const { row, isLate, kept } = recorded(said, { match, step, record }, settings);
	if (row !== undefined && !isLate) records.add(kept ?? { ...row });
	const isAnswered = input.json.answered === true;
	const evaluation = { source, match, isSignal, isAnswered, state, step, record, isLate, row, kept };
	const added = additions(evaluation, settings, now);
	// What this node found out stands in front of all that came in.
	const json = { ...added, ...input.json, ...added };
	return { category: match.category, item: { ...input, json, pairedItem: { item: itemIndex } } };
}
