/**
 * What a language file holds. Lists are strings of entries separated by commas, so that a file reads like a
 * vocabulary and weighs little.
 *
 * In an entry `word*` stands for any word that begins so, and a space for a word boundary. Entries are folded like
 * messages are, so accents may be written or left out.
 */
export interface LanguageKeywords {
	optOut?: string;
	optIn?: string;
	help?: string;
}

export interface Language {
	/** BCP 47, such as `es` or `pt-BR`. */
	code: string;
	name: string;
	/** Keywords that a platform, a carrier, a law or published software documents for this language. */
	sourced: LanguageKeywords;
	/** Keywords by translation, which no platform's document was found for. */
	translated: LanguageKeywords;
	/** Opt-out codes of operators: certain only where this language is named, a near match under `all`. */
	codes?: string;
	/** Answers to a pending double opt-in. */
	confirm: string;
	refuse: string;
	/** Prefixes that the script writes onto the next word ("and", "the", "to"). */
	prefixes?: string;
	/** Whether the verb comes before what it is about: "stop the messages". */
	verbFirst?: boolean;
	/** Whether a negation may follow its verb: "hört nicht auf", "arrêtez pas". */
	negationFollows?: boolean;
	/** Script that people also type in Latin letters. */
	romanised?: Romanisation;
	words: Vocabulary;
}

export type Romanisation = 'greek' | 'cyrillic';

/**
 * The words from which requests are made, by role. The rules that combine them are in `phrase/rules.ts` and know
 * no language.
 */
export const ROLES = {
	/** Verbs of ending, where they ask somebody to end: "stop", "dejen de". */
	stop: ['stop'],
	/** Verbs whose object is the person: "text", "write to", "bother". */
	contact: ['contact'],
	/** Verbs whose object is the message: "send", "forward". */
	send: ['send'],
	/** Messages of any kind. */
	message: ['message'],
	/** Messages that advertise. */
	promotion: ['message', 'promotion'],
	/** Negation of a verb: "don't", "never". */
	not: ['not'],
	/** Negation of a noun: "no", "keine". */
	no: ['no'],
	/** Negation of a fact, no request: "didn't", "can't". It only turns requests round. */
	deny: ['deny'],
	/** Everyday words of the language, which tell it from others. */
	common: ['common'],
	more: ['more'],
	/** Negation and "more" in one: "no longer", "ya no". */
	noMore: ['not', 'no', 'more'],
	want: ['want'],
	/** "receive", "get", "hear from". */
	get: ['get'],
	/** What is done to the person: "be contacted". */
	contacted: ['get', 'me'],
	/** "remove", "delete", "take off". */
	remove: ['remove'],
	/** Verbs of leaving, which mean it only together with a list: "leave", "exit". */
	leave: ['leave'],
	/** Verb and message in one expression: "gửi tin". */
	sendMessage: ['send', 'message'],
	me: ['me'],
	/** "list", "database". */
	list: ['list'],
	/** "my number", "my details". */
	number: ['number'],
	/** Words that mean nothing but unsubscribing. */
	unsubscribe: ['unsubscribe'],
	revoke: ['revoke'],
	/** "consent", "subscription": what one revokes. */
	consent: ['consent'],
	/** Negated forms in one word: "göndermeyin", "送らないで". */
	notContact: ['not', 'contact', 'fused'],
	notSend: ['not', 'send', 'fused'],
	notWant: ['not', 'want'],
	/** Expressions that are a request to leave by themselves: "leave me alone". */
	idiom: ['idiom'],
	/** Complaints that make a lone STOP beside them certain: "wrong number", "I never signed up". */
	complaint: ['complaint'],
	/** Words that give a clause another sense: conditions, reasons, times, other people. */
	block: ['block'],
	/** Things of trade that one stops or cancels instead of messages: "order", "appointment". */
	other: ['other'],
	/** Conjunctions that begin a new clause. */
	split: ['split'],
	courtesy: ['fill', 'courtesy'],
	fill: ['fill'],
	/** "sign me up", "subscribe". */
	join: ['join'],
	/** "again", "back": with receiving or sending they ask to come back. */
	again: ['again', 'more', 'fill'],
	help: ['help'],
} as const;

export type Role = keyof typeof ROLES;
export type Vocabulary = Partial<Record<Role, string>>;

export function entriesOf(list: string | undefined): string[] {
	return (list ?? '')
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}
