/**
 * Quoted text in a reply is ours, footer and STOP included: "Loved “Sale! Reply STOP to end”" asks for nothing.
 */

/** What phones put before the quoted message when a reaction goes out as SMS (Apple Messages, Google Messages). */
const REACTION =
	/^\s*(?:loved|liked|disliked|laughed at|emphasi[sz]ed|questioned|reacted\s\S{1,8}\s?to|removed (?:a|an) \S{1,12} from|le gust[oó]|le encant[oó]|a aim[eé]|a ador[eé]|gef[aä]llt|mag|ha messo mi piace a|curtiu|amou|adorou)\s*[“"«„‘]/iu;
const MAX_LOOKED_AT = 4_000;

export function withoutQuotes(text: string): string {
	const looked = text.slice(0, MAX_LOOKED_AT);
	if (REACTION.test(looked)) return '';
	if (!looked.includes('>') || !looked.includes('\n')) return text;
	const lines = text.split('\n');
	const own = lines.filter((line) => !line.trimStart().startsWith('>'));
	return own.some((line) => line.trim() !== '') ? own.join('\n') : text;
}
