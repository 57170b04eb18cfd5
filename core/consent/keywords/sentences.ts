import type { Token } from './normalise';
import { correctedBy, slippedBy } from './phrase/corrected';
import type { Corrected } from './phrase/corrected';
import type { Word } from './phrase/known';
import { lookedUp } from './phrase/lexicon';
import type { Lexicon } from './phrase/lexicon';
import { matchPhrase } from './phrase/match';
import type { PhraseMatch } from './phrase/match';
import { isLong, passagesOf } from './phrase/passage';
import type { Passage } from './phrase/passage';
import { BACK, GENEROUS, SURE } from './phrase/readings';
import type { Reading } from './phrase/readings';
import { languagesBut, oneSlipReadings } from './phrase/slips';
import type { KnownWord } from './phrase/spelling';
import type { KeywordTable } from './table';

/** Fewer words than this do not tell what a misspelt one among them was meant to be. */
const LEAST_WORDS = 3;

/** What sentences are read with. */
export type Reader = Pick<KeywordTable, 'phrases'> & { lexicon: Lexicon };

/** The message as it reads with words of it changed, looked up when it is first read. */
class Changed {
	readonly words: readonly Word[];
	readonly isSure: boolean;
	readonly #lexicon: Lexicon;
	#passages: readonly Passage[] | undefined;

	constructor({ language, words, isSure }: Corrected, lexicon: Lexicon) {
		this.words = words;
		this.isSure = isSure;
		this.#lexicon = { ...lexicon, languages: lexicon.languages.filter(({ code }) => code === language) };
	}

	get passages(): readonly Passage[] {
		this.#passages ??= passagesOf(this.words, this.#lexicon);
		return this.#passages;
	}
}

/** A request, and the words in which it was read. */
interface Request {
	phrase: PhraseMatch;
	words: readonly Word[];
}

/** What a message asks for in sentences, worked out when it is first asked for. */
export class Sentences {
	readonly #words: readonly Word[];
	readonly #reader: Reader;
	readonly #passages: readonly Passage[];
	#corrected: readonly Changed[] | undefined;
	#plainest: { request: Request | undefined; isDoubtful: boolean } | undefined;

	constructor(words: readonly Token[], reader: Reader) {
		this.#words = lookedUp(words, reader.lexicon);
		this.#reader = reader;
		this.#passages = passagesOf(this.#words, reader.lexicon);
	}

	/** Taking an opt-out back. */
	back(): PhraseMatch | undefined {
		return this.#match(BACK);
	}

	/** A request that can have been meant for nothing else. */
	sure(): PhraseMatch | undefined {
		const { request, isDoubtful } = this.#surest();
		return isDoubtful ? undefined : request?.phrase;
	}

	/** A request that is only hinted at, or that has slips in it. */
	likely(): PhraseMatch | undefined {
		const { request, isDoubtful } = this.#surest();
		const hint = isDoubtful ? request?.phrase : this.#match(GENEROUS);
		if (hint !== undefined || isLong(this.#words)) return hint;
		const corrected = this.#corrections();
		const slipped = slippedBy(this.#words, this.#reader.lexicon).map((reading) => this.#read(reading));
		return (
			this.#inChanged([...corrected, ...slipped], SURE)?.phrase ??
			this.#inChanged(corrected.filter(isSure), GENEROUS)?.phrase ??
			this.#guessed()
		);
	}

	/** The request that is made most plainly, and whether something else may have been meant. */
	#surest(): { request: Request | undefined; isDoubtful: boolean } {
		if (this.#plainest !== undefined) return this.#plainest;
		const phrase = this.#match(SURE);
		const request = phrase === undefined ? this.#misspelt() : { phrase, words: this.#words };
		this.#plainest = { request, isDoubtful: request !== undefined && this.#isDoubtful(request) };
		return this.#plainest;
	}

	#match(reading: Reading, passages = this.#passages): PhraseMatch | undefined {
		return matchPhrase(passages, this.#reader.lexicon, this.#reader.phrases, reading);
	}

	/** Without its slips, by language. */
	#corrections(): readonly Changed[] {
		this.#corrected ??= isLong(this.#words)
			? []
			: correctedBy(this.#words, this.#reader.lexicon).map((reading) => this.#read(reading));
		return this.#corrected;
	}

	#read(reading: Corrected): Changed {
		return new Changed(reading, this.#reader.lexicon);
	}

	#misspelt(): Request | undefined {
		if (this.#words.length < LEAST_WORDS) return undefined;
		return this.#inChanged(this.#corrections().filter(isSure), SURE);
	}

	#inChanged(changed: readonly Changed[], reading: Reading): Request | undefined {
		for (const one of changed) {
			const phrase = this.#match(reading, one.passages);
			if (phrase?.category === 'optOut') return { phrase, words: one.words };
		}
		return undefined;
	}

	/** Whether an unknown word is a slip away from one with which it would be no request: "unsubscribe lnk of the newsletter". */
	#isDoubtful({ phrase: { category, language }, words }: Request): boolean {
		if (category !== 'optOut') return false;
		const turns = ({ turning }: KnownWord) => turning.has(language);
		const others = this.#oneSlipAway(language, turns, words);
		return others.some((other) => this.#inChanged([other], SURE) === undefined);
	}

	#oneSlipAway(language: string, counts: (word: KnownWord) => boolean, read = this.#words): Changed[] {
		return oneSlipReadings(this.#words, language, this.#reader.lexicon, counts, read).map((words) =>
			this.#read({ language, words, isSure: false }),
		);
	}

	/** A request that is there with one word changed, in the languages that know the rest. */
	#guessed(): PhraseMatch | undefined {
		const [passage] = this.#passages;
		if (passage === undefined || this.#words.length < LEAST_WORDS || this.#words.some(({ asks }) => asks))
			return undefined;
		for (const language of languagesBut(passage)) {
			const request = this.#inChanged(
				this.#oneSlipAway(language, () => true),
				SURE,
			);
			if (request !== undefined) return request.phrase;
		}
		return undefined;
	}
}

function isSure(reading: { isSure: boolean }): boolean {
	return reading.isSure;
}
