import { answerOf, evaluateKeywords } from '../consent/keywords/evaluate';
import { keyOf } from '../consent/keywords/normalise';
import type { JsonObject } from '../events';
import { isJsonObject } from '../lib/json';
import { dateIn, type Today } from './dates';
import type { AnswerEvent } from './hand-over';
import { numberIn } from './numbers';
import { MEDIA_KINDS, type AnswerKind, type Expected } from './question';

/** What a message means for the question that is open. */
export type Judgement =
	/** What was found in it, under names of ours. */
	{ outcome: 'answered'; found: JsonObject } | { outcome: 'optedOut' } | { outcome: 'unfit' };

/** What an answer is read with besides the question. */
export type Reading = Omit<Today, 'dayFirst'> & {
	/** Machine value of the option that was tapped. */
	tapped?: string | undefined;
};

/** Whether a text asks to be left alone, by the words that carriers demand and in sentences. */
export function isOptOut(text: string): boolean {
	return evaluateKeywords(text, { preset: 'carrier' }).category === 'optOut';
}

type Read = (event: AnswerEvent, expected: Expected, reading: Reading) => JsonObject | undefined;

const optionsByTap = ({ options }: Expected, tapped: string | undefined) =>
	options.find(({ value }) => value === tapped);

/** The option that somebody wrote: its number in the list, its title or its value. */
function optionByText({ options }: Expected, text: string) {
	const key = keyOf(text);
	const place = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text.normalize('NFKC'))?.[1];
	return (
		options.find(({ title, value }) => keyOf(title) === key || keyOf(value) === key) ??
		(place === undefined ? undefined : options[Number(place) - 1])
	);
}

const readOption: Read = ({ text = '' }, expected, { tapped }) => {
	const option = optionsByTap(expected, tapped) ?? optionByText(expected, text);
	return option && { value: option.value };
};

/** Values of the two options of an approval. */
export const APPROVED = 'yes';
export const DECLINED = 'no';

const readApproval: Read = ({ text = '' }, expected, { tapped }) => {
	const value = (optionsByTap(expected, tapped) ?? optionByText(expected, text))?.value ?? answerOf(text);
	return value === undefined ? undefined : { approved: value === APPROVED };
};

const READERS: Readonly<Record<AnswerKind, Read>> = {
	approval: readApproval,
	options: readOption,
	text: ({ text = '' }) => (text.trim() === '' ? undefined : {}),
	number: ({ text = '' }, expected) => {
		const number = numberIn(text, expected);
		return number === undefined ? undefined : { number };
	},
	date: ({ text = '' }, { from = '', to = '9999', dayFirst }, { now, timeZone }) => {
		const date = dateIn(text, { now, timeZone, dayFirst });
		return date === undefined || date < from || date > to ? undefined : { date };
	},
	flow: ({ type, payload }) =>
		type === 'flowReply' && isJsonObject(payload) ? { answers: payload } : undefined,
	location: ({ location }) => location && { location: { ...location } },
	media: ({ type, media }, { mediaTypes }) => {
		const wanted: readonly string[] = mediaTypes.length > 0 ? mediaTypes : MEDIA_KINDS;
		return media && wanted.includes(type ?? '') ? { media: { ...media } } : undefined;
	},
};

/** Nobody typed or chose them, or they are no message at all. */
const NO_ANSWERS: readonly string[] = ['reaction', 'system', 'unsupported'];

/** Reads a message of the person who was asked. Whoever wants no more messages has not answered. */
export function judge(event: AnswerEvent, expected: Expected, reading: Reading): Judgement {
	if (event.kind === 'consent') return { outcome: event.action === 'optOut' ? 'optedOut' : 'unfit' };
	if (NO_ANSWERS.includes(event.type ?? '')) return { outcome: 'unfit' };
	if (event.text !== undefined && isOptOut(event.text)) return { outcome: 'optedOut' };
	const found = READERS[expected.kind](event, expected, reading);
	return found === undefined ? { outcome: 'unfit' } : { outcome: 'answered', found };
}
