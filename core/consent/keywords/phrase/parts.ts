/** What a word may do in a request. Each is one bit, so that what a clause holds is one number. */
const PARTS = [
	'stop',
	'contact',
	'send',
	'message',
	'promotion',
	'not',
	'no',
	'deny',
	'common',
	'more',
	'want',
	'get',
	'remove',
	'leave',
	'me',
	'list',
	'number',
	'unsubscribe',
	'revoke',
	'consent',
	'fused',
	'idiom',
	'complaint',
	'block',
	'other',
	'split',
	'fill',
	'courtesy',
	'join',
	'again',
	'help',
] as const;
type Part = (typeof PARTS)[number];

export function bitsOf(...parts: readonly Part[]): number {
	return parts.reduce((bits, part) => bits | (1 << PARTS.indexOf(part)), 0);
}
