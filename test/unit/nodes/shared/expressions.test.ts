import { isExpression, variesByItem } from '../../../../nodes/shared/expressions';

test.each([
	['={{ $json.text }}', true],
	['= text', true],
	['{{ $json.text }}', false],
	['', false],
	[7, false],
	[undefined, false],
])('%j is an expression: %s', (value, expected) => {
	expect(isExpression(value)).toBe(expected);
});

test.each([
	["={{ $('Known Contacts').all() }}", false],
	['={{$("Known Contacts").all()}}', false],
	['={{ $input.all() }}', false],
	[{ purpose: 'marketing', consentRecords: "={{ $('A').all() }}" }, false],
	['a text', false],
	[null, false],
	["={{ $('Known Contacts').item }}", true],
	["={{ $('Known Contacts').all()[$itemIndex] }}", true],
	["={{ $('Known Contacts').all().filter((row) => row.json.address === $json.from) }}", true],
	["={{ $('A').all() }}{{ $json.more }}", true],
	["={{ $('A' + $json.b + 'c').all() }}", true],
	['={{ $json.rows }}', true],
	[{ hours: { from: '21:00', zone: '={{ $json.zone }}' } }, true],
	[['a', '={{ $json.b }}'], true],
])('%j varies by item: %s', (written, expected) => {
	expect(variesByItem(written)).toBe(expected);
});
