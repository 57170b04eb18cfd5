import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	auditRow,
	consentRow,
	countSegments,
	currentState,
	decideSend,
	evaluateKeywords,
	matchOfSignal,
	nextConsent,
	replyText,
	UNTYPED_MESSAGES,
	type ConsentAction,
	type ConsentSource,
	type ConsentState,
	type ConsentTransition,
	type KeywordCategory,
	type KeywordMatch,
} from '../../core';
import { readText } from '../shared/parameters';
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
function textOf(context: IExecuteFunctions, itemIndex: number, { json }: INodeExecutionData): string {
	const isUntyped = json.kind === 'message' && UNTYPED_MESSAGES.some((type) => type === json.type);
	return isUntyped ? '' : readText(context.getNodeParameter('text', itemIndex, ''));
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

function signalOf({ kind, action, scope }: IDataObject): KeywordMatch | undefined {
	const reported = kind === 'consent' ? CONSENT_ACTIONS.find((known) => known === action) : undefined;
	if (reported === undefined) return undefined;
	const covered = readText(scope);
	return matchOfSignal({ action: reported, ...(covered !== '' && { scope: covered }) });
}

/** On a number that several services share, the keyword of the service stands in front of what the person says to it. */
function evaluated(text: string, { kind, cleanText }: IDataObject, judge: (words: string) => KeywordMatch) {
	const whole = judge(text);
	const said = readText(cleanText);
	if (whole.category !== 'default' || kind !== 'message' || said === '' || text === '') return whole;
	return judge(said);
}

/** Where the workflow wants near misses to opt out at once, one counts as an opt-out. */
function settleFuzzy(match: KeywordMatch, { fuzzy }: KeywordSettings): KeywordMatch {
	return match.category === 'fuzzyOptOut' && fuzzy === 'optOut' ? { ...match, category: 'optOut' } : match;
}

/** A person who left hears nothing but the one confirmation and help. */
function replyTo(match: KeywordMatch, step: ConsentTransition, settings: KeywordSettings): string {
	const { replies, usesDefaultReplies, customLists } = settings;
	if (step.reply !== 'none') {
		const own = replies[step.reply];
		if (usesDefaultReplies) return replyText(step.reply, match.language, { [step.reply]: own }) ?? '';
		const language = match.language ?? 'en';
		return own?.[language] ?? own?.[language.split('-')[0] ?? language] ?? own?.default ?? '';
	}
	if (!decideSend({ purpose: 'service', ...step }).allowed) return '';
	if (match.category === 'custom') return customLists.find(({ name }) => name === match.name)?.reply ?? '';
	if (match.category === 'default') return replies.default?.default ?? '';
	return '';
}

function describeReply(text: string, channel: string): IDataObject | undefined {
	if (text === '') return undefined;
	return { text, ...(channel === 'sms' && { sms: { ...countSegments(text) } }) };
}

interface Evaluation {
	match: KeywordMatch;
	isSignal: boolean;
	/** The provider has answered the person. */
	isAnswered: boolean;
	state: ConsentState;
	step: ConsentTransition;
}

function additions(
	source: ConsentSource,
	evaluation: Evaluation,
	settings: KeywordSettings,
	now: Date,
): IDataObject {
	const { match, isSignal, isAnswered, state, step } = evaluation;
	const { enabled, pendingDays } = settings.doubleOptIn;
	const row = consentRow(source, match, now, {
		doubleOptIn: enabled,
		pendingDays,
		isProviderSignal: isSignal,
		scope: step.scope,
	});
	// Where the gateway has answered by itself, a second answer would be one too many.
	const reply = isAnswered ? undefined : describeReply(replyTo(match, step, settings), source.channel ?? '');
	return {
		...(reply && { reply }),
		keywords: { ...match },
		// A repeated opt-out has its line in the audit too.
		...(row &&
			(step.changed || match.category === 'optOut') && {
				consent: { ...row },
				audit: { ...auditRow(row, match, state, now) },
			}),
	};
}

/** An item with `keywords`, `reply`, `consent` and `audit` of its text, and the category that chooses its output. */
export function evaluateItem(
	context: IExecuteFunctions,
	itemIndex: number,
	input: INodeExecutionData,
): { category: KeywordCategory; item: INodeExecutionData } {
	const now = new Date();
	const text = textOf(context, itemIndex, input);
	const settings = readSettings(context, itemIndex);
	const { state: recorded, scope, stateExpiresAt, doubleOptIn } = settings;
	const status = { state: recorded, scope, ...(stateExpiresAt && { expiresAt: stateExpiresAt }) };
	const state = currentState(status, now);

	const signal = signalOf(input.json);
	const judge = (words: string) => evaluateKeywords(words, { ...settings.options, consentState: state });
	const match = signal ?? settleFuzzy(evaluated(text, input.json, judge), settings);
	const step = nextConsent(status, match, doubleOptIn, now);
	const isAnswered = input.json.answered === true;
	const evaluation = { match, isSignal: signal !== undefined, isAnswered, state, step };
	const added = additions(sourceOf(input.json, text), evaluation, settings, now);
	// What this node found out stands in front of all that came in.
	const json = { ...added, ...input.json, ...added };
	return { category: match.category, item: { ...input, json, pairedItem: { item: itemIndex } } };
}
