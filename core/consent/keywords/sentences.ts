import type { Token } from './normalise';
import { correctedBy, slippedBy } from './phrase/corrected';
import type { Corrected } from './phrase/corrected';
import type { Lexicon } from './phrase/lexicon';
import { matchPhrase } from './phrase/match';
import type { PhraseMatch } from './phrase/match';
import { isLong, passagesOf } from './phrase/passage';
import type { Passage } from './phrase/passage';
import { BACK, GENEROUS, SURE } from './phrase/readings';
import type { Reading } from './phrase/readings';
import { languagesBut, oneSlipReadings } from './phrase/slips';
import type { KnownWord, Spelling } from './phrase/spelling';
import type { KeywordTable } from './table';

/** Fewer words than this do not tell what a misspelt one among them was meant to be. */
const LEAST_WORDS = 3;

/** What sentences are read with. */
export type Reader = Pick<KeywordTable, 'phrases'> & { lexicon: Lexicon; spelling: () => Spelling };

/** The message as it reads with words of it changed. */
interface Changed {
	words: readonly Token[];
	passages: readonly Passage[];
	isSure: boolean;
}

/** A request, and the words in which it was read. */
interface Request {
	phrase: PhraseMatch;
	words: readonly Token[];
}

/** What a message asks for in sentences, worked out when it is first asked for. */
export class Sentences {
	readonly #words: readonly Token[];
	readonly #reader: Reader;
	readonly #passages: readonly Passage[];
	#corrected: readonly Changed[] | undefined;
	#doubtful: PhraseMatch | undefined;

	constructor(words: readonly Token[], reader: Reader) {
		this.#words = words;
		this.#reader = reader;
		this.#passages = passagesOf(words, reader.lexicon);
	}

	/** Taking an opt-out back. */
	back(): PhraseMatch | undefined {
		return this.#match(BACK);
	}

	/** A request that can have been meant for nothing else. */
	sure(): PhraseMatch | undefined {
		const phrase = this.#match(SURE);
		const request = phrase === undefined ? this.#misspelt() : { phrase, words: this.#words };
		if (request === undefined || !this.#isDoubtful(request)) return request?.phrase;
		this.#doubtful = request.phrase;
		return undefined;
	}

	/** A request that is only hinted at, or that has slips in it. */
	likely(): PhraseMatch | undefined {
		const hint = this.#doubtful ?? this.#match(GENEROUS);
		if (hint !== undefined || isLong(this.#words)) return hint;
		const { lexicon, spelling } = this.#reader;
		const corrected = this.#corrections();
		const slipped = slippedBy(this.#words, lexicon, spelling()).map((reading) => this.#read(reading));
		return (
			this.#inChanged([...corrected, ...slipped], SURE)?.phrase ??
			this.#inChanged(corrected.filter(isSure), GENEROUS)?.phrase ??
			this.#guessed()
		);
	}

	#match(reading: Reading, passages = this.#passages): PhraseMatch | undefined {
		return matchPhrase(passages, this.#reader.lexicon, this.#reader.phrases, reading);
	}

	/** Without its slips, by language. */
	#corrections(): readonly Changed[] {
		const { lexicon, spelling } = this.#reader;
		this.#corrected ??= isLong(this.#words)
			? []
			: correctedBy(this.#words, lexicon, spelling()).map((reading) => this.#read(reading));
		return this.#corrected;
	}

	#read({ language, words, isSure }: Corrected): Changed {
		const { lexicon } = this.#reader;
		const languages = lexicon.languages.filter(({ code }) => code === language);
		return { words, isSure, passages: passagesOf(words, { ...lexicon, languages }) };
	}

	#misspelt(): Request | undefined {
		if (this.#words.length < LEAST_WORDS) return undefined;
		return this.#inChanged(this.#corrections().filter(isSure), SURE);
	}

	#inChanged(changed: readonly Changed[], reading: Reading): Request | undefined {
		for (const { words, passages } of changed) {
			const phrase = this.#match(reading, passages);
			if (phrase?.category === 'optOut') return { phrase, words };
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
		const { lexicon, spelling } = this.#reader;
		return oneSlipReadings(this.#words, language, lexicon, spelling(), counts, read).map((words) =>
			this.#read({ language, words, isSure: false }),
		);
	}

	/** A request that is there with one word changed, in the languages that know the rest. */
	#guessed(): PhraseMatch | undefined {
		const [passage] = this.#passages;
		if (passage === undefined || this.#words.length < LEAST_WORDS || this.#words.some(({ asks }) => asks))
			return undefined;
		for (const language of languagesBut(passage, this.#reader.lexicon)) {
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
