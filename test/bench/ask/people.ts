/** Who is asked, what they do, and at which output their execution has to end. Pure. */

/** The outputs of the node that asks, in their order. */
export const OUTPUTS = ['noAnswer', 'answered', 'optedOut'] as const;
export type Output = (typeof OUTPUTS)[number];

/** What people do in turn. */
export const WAYS = [
	'approve',
	'decline',
	'words',
	/** Taps one button and the other at the same time. */
	'twice',
	'stop',
	'thumb',
	/** The provider brings one tap twice. */
	'repeated',
	/** Writes what is no answer, then taps. */
	'unfit',
] as const;
export type Way = (typeof WAYS)[number];

/** Yes and no as people write it. */
export const WORDS = [
	{ text: 'Yes please', approved: true },
	{ text: 'nej tak', approved: false },
	{ text: 'Ja, gerne', approved: true },
	{ text: 'sí', approved: true },
	{ text: 'はい', approved: true },
	{ text: 'hayır', approved: false },
	{ text: 'نعم', approved: true },
	{ text: 'não', approved: false },
] as const;

export interface Person {
	/** Place among all. */
	at: number;
	/** E.164 with `+`. */
	phone: string;
	/** Absent where they never answer, or only at the very end. */
	way?: Way;
	/** What they write where their way is `words`. */
	words: (typeof WORDS)[number];
	/** Answers as the wait ends: in time or not, but never both. */
	isAtTheEnd: boolean;
}

/** The share that answers in time. */
const ANSWERING = 0.6;
/** Of those who do not, how many answer as the wait ends. */
const AT_THE_END = 0.05;

export function peopleOf(count: number): Person[] {
	const answering = Math.round(count * ANSWERING);
	const atTheEnd = answering + Math.round((count - answering) * AT_THE_END);
	return Array.from({ length: count }, (_, at) => {
		const way = at < answering ? WAYS[at % WAYS.length] : undefined;
		const words = WORDS[Math.floor(at / WAYS.length) % WORDS.length] ?? WORDS[0];
		const isAtTheEnd = at >= answering && at < atTheEnd;
		const phone = `+1555020${String(at).padStart(4, '0')}`;
		return { at, phone, words, isAtTheEnd, ...(way && { way }) };
	});
}

/** Outputs at which a person's execution may end. */
export function outputsOf({ way, isAtTheEnd }: Person): readonly Output[] {
	if (isAtTheEnd) return ['noAnswer', 'answered'];
	if (way === undefined) return ['noAnswer'];
	return way === 'stop' ? ['optedOut'] : ['answered'];
}

/** What an answer has to say; nothing where either will do. */
export function approvalOf({ way, words }: Person): boolean | undefined {
	switch (way) {
		case 'words':
			return words.approved;
		case 'decline':
			return false;
		case 'approve':
		case 'thumb':
		case 'repeated':
		case 'unfit':
			return true;
		default:
			return undefined;
	}
}
