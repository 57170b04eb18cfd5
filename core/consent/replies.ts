import type { ReplyKind } from './double-opt-in';
import { LANGUAGES } from './keywords/languages';
import type { Replies } from './keywords/languages/language';

/**
 * Default replies by code of a language, plain and within two SMS. Translated, not taken from any platform.
 *
 * STOP, START and HELP stay English words in every language, because English keywords stay active beside all others.
 * The confirmation of an opt-out carries no marketing (47 CFR 64.1200(a)(12)).
 */
export const DEFAULT_REPLIES: Readonly<Record<string, Replies>> = Object.fromEntries(
	LANGUAGES.flatMap(({ code, replies }) => (replies === undefined ? [] : [[code, replies]])),
);

const baseOf = (code: string): string => code.split('-')[0] ?? code;

/** Of the language itself, of one with the same base, English ones. */
function defaultReplies(language: string): Replies | undefined {
	const sibling = Object.keys(DEFAULT_REPLIES).find((code) => baseOf(code) === baseOf(language));
	return DEFAULT_REPLIES[language] ?? DEFAULT_REPLIES[sibling ?? 'en'];
}

/**
 * The reply to send: the caller's own text for the language, then for any, then the default of the language, then
 * English.
 *
 * @param own by kind, then by language code; `default` stands for every language
 */
export function replyText(
	kind: ReplyKind,
	language = 'en',
	own: Partial<Record<ReplyKind, Record<string, string>>> = {},
): string | undefined {
	if (kind === 'none') return undefined;
	const given = own[kind];
	return given?.[language] ?? given?.[baseOf(language)] ?? given?.default ?? defaultReplies(language)?.[kind];
}
