import { z } from 'zod';
import { ROLES } from '../phrase/roles';
import type { Role } from '../phrase/roles';

const words = z.array(z.string().regex(/^[^\s,]+( [^\s,]+)*$/, 'is one word or expression'));
const lines = z.array(z.string().min(2));
const keywords = z
	.object({
		/** Documented for this language by a platform, a carrier, a law or published software. */
		documented: words,
		/** By translation: no platform's document was found. */
		translated: words,
	})
	.strict();

/** A language file. What each list is for stands in README.md beside the files. */
export const languageSchema = z
	.object({
		/** BCP 47, such as `es` or `pt-BR`. */
		code: z.string(),
		/** In English. */
		name: z.string(),
		keywords: z.object({ optOut: keywords, optIn: keywords, help: keywords }).strict(),
		/** Certain only where this language is named, a near match under `all`. */
		shortWords: words.optional(),
		/** Answers to a pending double opt-in. */
		answers: z.object({ confirm: words, refuse: words }).strict(),
		/** Where absent, those of a language with the same base, then the English ones. */
		replies: z
			.object({
				optedIn: z.string(),
				confirmOptIn: z.string(),
				optedOut: z.string(),
				confirmOptOut: z.string(),
				help: z.string(),
			})
			.strict()
			.optional(),
		grammar: z.object({ verbFirst: z.boolean(), negationFollows: z.boolean() }).strict(),
		/** Written onto the next word by the script: "and", "the", "to". */
		prefixes: words.optional(),
		/** What programs write around a message; `*` stands for any text. */
		wrappings: z.object({ quotes: lines, devices: lines, attachments: lines }).strict().optional(),
		/** How the script is typed on a Latin keyboard; longer groups come before their letters. */
		latinLetters: z.record(z.string(), z.string()).optional(),
		words: z.record(
			z.custom<Role>((role) => typeof role === 'string' && role in ROLES),
			words,
		),
	})
	.strict();

export type Language = z.infer<typeof languageSchema>;
export type Replies = NonNullable<Language['replies']>;
