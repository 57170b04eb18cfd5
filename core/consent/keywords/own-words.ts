import { LANGUAGES } from './languages';
import type { Language } from './languages/language';

/**
 * What a person wrote, without what programs put around it: quoted originals, reactions, signatures, device lines,
 * placeholders of attachments, markup. Quoted text is ours, footer included ("Loved “Sale! Reply STOP to end”").
 */
export function ownWords(text: string): string {
	const plain = withoutMarkup(text);
	const looked = plain.slice(0, MAX_LOOKED_AT);
	if (REACTION.test(looked)) return '';
	if (!hasWrapping(looked)) return plain;
	const { quotes, devices, attachments } = wrappings();
	const own = withoutQuotedLines(looked.replace(attachments, ' ').replace(SUBJECT, ''));
	const written = keptUnlessEmpty(own, (all) => all.slice(0, firstIndex(all, quotes, SIGNATURE)));
	return keptUnlessEmpty(written, (all) => all.replace(devices, ' ')) + plain.slice(MAX_LOOKED_AT);
}

/** Wrappings stand within a screen or two; what follows is read as it is. */
const MAX_LOOKED_AT = 4_000;

/** What phones put before the quoted message when a reaction goes out as SMS (Apple Messages, Google Messages). */
const REACTION =
	/^\s*(?:loved|liked|disliked|laughed at|emphasi[sz]ed|questioned|reacted\s\S{1,8}\s?to|removed (?:a|an) \S{1,12} from|le gust[oó]|le encant[oó]|a aim[eé]|a ador[eé]|gef[aä]llt|mag|ha messo mi piace a|curtiu|amou|adorou)\s*[“"«„‘]/iu;

/** Prefixes of an answered or forwarded mail. */
const SUBJECT =
	/^\s*(?:(?:re|aw|antw|sv|vs|odp|ynt|ref|fwd?|wg|tr|rv|subject|betreff|objet|asunto)\s*:\s*)+/iu;
/** Two dashes or a rule alone on a line (RFC 3676, 4.3), below which a mail program writes the signature. */
const SIGNATURE = /\n\s*(?:--|—|__+|\*\*\*+)[ \t]*\n/u;
const QUOTED_LINE = /^\s*>/u;

const ENTITY = /&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/giu;
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	rsquo: '’',
	lsquo: '‘',
	ldquo: '“',
	rdquo: '”',
	hellip: '…',
	ndash: '–',
	mdash: '—',
};
const BREAKING_TAG = /<\/?(?:br|p|div|li)\b[^<>\n]{0,40}>/giu;
const OTHER_TAG = /<\/?(?:b|i|u|em|strong|span|font|html|body|a)\b[^<>\n]{0,80}>/giu;

function withoutMarkup(text: string): string {
	const decoded = text.includes('&') ? decode(decode(text)) : text;
	return decoded.includes('<') ? decoded.replace(BREAKING_TAG, '\n').replace(OTHER_TAG, '') : decoded;
}

function decode(text: string): string {
	return text.replace(ENTITY, (entity, name: string) => {
		if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? entity;
		const isHexadecimal = name.charAt(1).toLowerCase() === 'x';
		const codePoint = parseInt(name.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
		return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : entity;
	});
}

/** Signs without which there is no wrapping: a break, a colon, a bracket; or a device, which all languages call by its name. */
const WRAPPING_SIGN = /[\n:[<(>]|iphone|ipad|android|galaxy|samsung|huawei|xiaomi|outlook|mobil|手机|手機/iu;

function hasWrapping(text: string): boolean {
	return WRAPPING_SIGN.test(text);
}

function withoutQuotedLines(text: string): string {
	if (!text.includes('>') || !text.includes('\n')) return text;
	return keptUnlessEmpty(text, (all) =>
		all
			.split('\n')
			.filter((line) => !QUOTED_LINE.test(line))
			.join('\n'),
	);
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\s]+/gu;

/** A message of nothing but wrapping is read as it stands. */
function keptUnlessEmpty(text: string, without: (text: string) => string): string {
	const rest = without(text);
	return rest.replace(INVISIBLE, '') === '' ? text : rest;
}

function firstIndex(text: string, ...patterns: RegExp[]): number {
	const found = patterns.map((pattern) => text.search(pattern)).filter((index) => index >= 0);
	return Math.min(text.length, ...found);
}

interface Wrappings {
	quotes: RegExp;
	devices: RegExp;
	attachments: RegExp;
}

let compiled: Wrappings | undefined;

/** The wrappings of all languages: programs speak the language of the phone, whoever writes. */
function wrappings(): Wrappings {
	const all = (list: keyof NonNullable<Language['wrappings']>) => {
		const entries = LANGUAGES.flatMap((language) => language.wrappings?.[list] ?? []);
		return [...new Set(entries)].map(patternOf).join('|');
	};
	compiled ??= {
		quotes: new RegExp(`(?:${all('quotes')})`, 'imu'),
		devices: new RegExp(`(?<![\\p{L}\\p{N}])(?:${all('devices')})\\s*[.!]?\\s*$`, 'imu'),
		attachments: new RegExp(`[[<(]\\s*(?:${all('attachments')})(?![\\p{L}])[^\\])>\\n]{0,40}[\\])>]`, 'giu'),
	};
	return compiled;
}

const SPECIAL = /[.*+?^${}()|[\]\\/]/gu;

/** `*` stands for up to 120 characters, at the beginning for those of one line. */
function patternOf(entry: string): string {
	const parts = entry.split('*').map((part) => part.replace(SPECIAL, '\\$&').replace(/\s+/gu, '\\s+'));
	const pattern = parts.join('[^]{0,120}?');
	return parts[0] === '' ? `^[^\\n]{0,120}?${pattern.slice('[^]{0,120}?'.length)}` : pattern;
}
