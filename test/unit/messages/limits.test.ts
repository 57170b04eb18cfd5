import { beyondLimit, membersAt } from '../../../core/messages/limits';

const message = {
	title: 'abc',
	rows: [{ id: 'a' }, { id: 'bcd', tags: ['x', 'y'] }, 'odd'],
	header: { text: 'h' },
};

test.each<[string, [string, unknown][]]>([
	['title', [['title', 'abc']]],
	['header.text', [['header.text', 'h']]],
	[
		'rows.*.id',
		[
			['rows.0.id', 'a'],
			['rows.1.id', 'bcd'],
			['rows.2.id', undefined],
		],
	],
	['missing.*.id', []],
	['missing.id', [['missing.id', undefined]]],
	['title.*.id', []],
])('members at %s', (path, expected) => {
	expect(membersAt(message, path)).toEqual(expected);
});

test.each<[string, number, object | undefined]>([
	['title', 3, undefined],
	['title', 2, { field: 'title', message: 'The things is longer than 2 characters: it has 3' }],
	['rows.*.id', 1, { field: 'rows.1.id', message: 'The things is longer than 1 characters: it has 3' }],
	['rows', 3, undefined],
	['rows', 2, { field: 'rows', message: 'The things are too many: 3 are given, 2 are possible' }],
	['rows.*.tags', 1, { field: 'rows.1.tags' }],
	['missing.deeper', 0, undefined],
])('%s of at most %i', (field, most, expected) => {
	const complaint = beyondLimit(message, [[field, 'The things', most]]);
	if (expected === undefined) expect(complaint).toBeUndefined();
	else expect(complaint).toMatchObject({ ok: false, ...expected });
});

test('an emoji is one character', () => {
	expect(beyondLimit({ text: '👍👍' }, [['text', 'The text', 2]])).toBeUndefined();
});
