import { blankNames, wordsAround } from '../../../../core/whatsapp/templates/text';

test.each([
	['Hi {{1}}, {{ 2 }} and {{1}}', ['1', '2']],
	['{{10}} {{2}} {{1}}', ['1', '2', '10']],
	['{{b}} {{a_1}}', ['b', 'a_1']],
	['{{}} {{ }} {1} {{a b}} {{{', []],
	['{{{{1}}}}', ['1']],
])('%s', (text, names) => {
	expect(blankNames(text)).toStrictEqual(names);
});

test.each([
	['Hello {{1}}, your order {{2}}.', '2', '…, your order ▢.'],
	['{{1}}', '1', '▢'],
	['No blank', '1', '▢'],
	['a\n\n{{1}}\tb', '1', 'a ▢ b'],
	['We are glad to tell you today that {{1}}', '1', '… you today that ▢'],
	['{{1}} waits for you at the counter of our shop', '1', '▢ waits for you at the …'],
	[`${'x'.repeat(40)}{{1}}${'y'.repeat(40)}`, '1', `…${'x'.repeat(16)}▢${'y'.repeat(9)}…`],
])('%s: the words around %s', (text, name, words) => {
	expect(wordsAround(text, name)).toBe(words);
});

test.each([
	['Hi *{{1}}*, your _order_ is ~late~ ready', '1', 'Hi ▢, your order is late …'],
	['*Your order {{1}}* is `ready`', '1', 'Your order ▢ is ready'],
	['> *_Hi {{first_name}}_*!', 'first_name', 'Hi ▢!'],
	['- {{1}} of 2 * 3 for snake_case_names', '1', '▢ of 2 * 3 for …'],
])('%s: plain words around %s', (text, name, words) => {
	expect(wordsAround(text, name)).toBe(words);
});
