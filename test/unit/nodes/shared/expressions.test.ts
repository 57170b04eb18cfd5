import { fieldIn, isExpression, variesByItem } from '../../../../nodes/shared/expressions';

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

test.each([
	['={{ $json.reference }}', 'reference'],
	['={{$json.message_id}}', 'message_id'],
	['={{ $json.contact.phone }}', undefined],
	['={{ $json.name.trim() }}', undefined],
	['={{ $json["name"] }}', undefined],
	['=Hi {{ $json.name }}', undefined],
	['={{ $json.name }} ', undefined],
	['{{ $json.name }}', undefined],
	['={{ $json.a }}{{ $json.b }}', undefined],
	[7, undefined],
])('%j consists of the field %s', (written, expected) => {
	expect(fieldIn(written)).toBe(expected);
});
