import { evaluateKeywords } from '../../../../core/consent/keywords/evaluate';
import { isSlip } from '../../../../core/consent/keywords/keyboard';

const categoryOf = (text: string) =>
	evaluateKeywords(text, { preset: 'standard', languages: 'all', fuzzyOptOut: true }).category;

describe('a slip of the finger', () => {
	test.each([
		['sensing', 'sending'],
		['mesage', 'message'],
		['stpo', 'stop'],
		['wub', 'web'],
		['สวัสตี', 'สวัสดี'],
	])('%s is one of %s', (typed, meant) => {
		expect(isSlip(typed, meant)).toBe(true);
	});

	test.each([
		['kings', 'pings'],
		['coupon', 'coupons'],
		['text', 'text'],
	])('%s is none of %s', (typed, meant) => {
		expect(isSlip(typed, meant)).toBe(false);
	});
});

test.each([
	'do nit contact me',
	'do not sed me messages',
	'd onot text me',
	"I don' twant these messages",
	'take nme off the list',
	'no mor texts',
	'ne m envoyez plus de mesages',
])('with one slip in any word of it a request is asked about at least: %s', (text) => {
	expect(['optOut', 'fuzzyOptOut']).toContain(categoryOf(text));
});

test.each([
	['le lien de désinscription de la newsletter ne marche pas', 'le liwn de désinscription de la newsletter'],
	['when does the newsletter end', 'wheb does the newsletter end'],
	['sluta inte skicka erbjudanden', 'slura inte skicka erbjudanden'],
	['când se termină promoția', 'cânsd se termină promoția'],
	['batalkan pesanan saya', 'batalkan pesansn saya'],
	['când se termină promoția', 'când se termnă promoția'],
])('a word that turns the request keeps a slip from opting out: %s', (plain, slipped) => {
	expect(categoryOf(plain)).not.toBe('optOut');
	expect(categoryOf(slipped)).not.toBe('optOut');
});

test.each(['cancel the kings part', 'will call later', 'full stop', 'did the offers stop coming?'])(
	'an ordinary word near another one is no slip: %s',
	(text) => {
		expect(categoryOf(text)).toBe('default');
	},
);
