import { parseMapping } from '../../../../../core/providers/custom/inbound/mapping';
import type { Problem } from '../../../../../core/providers/custom/language/schema';
import { READY_MAPPINGS } from '../../../../../core/providers/custom/ready';

const message = { from: 'from', text: 'text' };
const status = { messageId: 'id', status: 'state', statuses: { DELIVRD: 'delivered' } };

function problems(mapping: unknown): Problem[] {
	const result = parseMapping(mapping);
	return result.ok ? [] : result.problems;
}

test.each(Object.entries(READY_MAPPINGS))('the ready mapping %s can be used, and saved', (_name, mapping) => {
	expect(problems(mapping)).toEqual([]);
	expect(problems(JSON.parse(JSON.stringify(mapping)))).toEqual([]);
});

test.each<[string, object]>([
	['a message alone', { message }],
	['a batch', { items: 'results', message }],
	['several lists', { items: ['$.results', 'entry[*].messages'], message }],
	[
		'every form of a condition',
		{
			message: { ...message, when: 'text' },
			status: { ...status, when: { path: 'type', equals: 1 } },
			consent: {
				when: ['optOut', { path: 'kind | lower', oneOf: ['a', true] }, { path: 'text', present: false }],
				from: 'from',
				action: 'optOut',
				actions: { Y: 'optOut' },
			},
		},
	],
])('%s is a mapping', (_case, mapping) => {
	expect(problems(mapping)).toEqual([]);
});

test.each<[string, unknown, string, string]>([
	['no object', 'text', '', 'must be a group of fields in { }'],
	['nothing', undefined, '', 'is missing'],
	['nothing to map', {}, '', 'needs at least one of message, status and consent'],
	['a field of another name', { message: { ...message, frm: 'from' } }, 'message.frm', 'there are when, id'],
	['a field at the wrong place', { message, text: 'x' }, 'text', 'there are name, description, items'],
	['no sender', { message: { text: 'text' } }, 'message.from', 'is missing'],
	['a number as path', { message: { from: 7 } }, 'message.from', 'must be a text'],
	[
		'a broken path',
		{ message: { from: 'from |' } },
		'message.from',
		'the name of a helper is missing before the end (at character 7 of from |)',
	],
	['an empty path', { message: { from: '' } }, 'message.from', 'the name of a field is missing'],
	['no list', { items: 7, message }, 'items', 'must be a path, or a list of paths'],
	['no path to a list', { items: 'a | lower', message }, 'items', 'must be a path alone'],
	['no path to a list among others', { items: ['a', '"b"'], message }, 'items[1]', 'must be a path alone'],
	[
		'a word of ours that does not exist',
		{ status: { ...status, statuses: { OK: 'deliverd' } } },
		'status.statuses.OK',
		'"deliverd" is none of queued, sent, delivered',
	],
	['no table', { status: { status: 'x' } }, 'status.statuses', 'is missing'],
	[
		'no way to tell two kinds apart',
		{ message, status: { ...status, when: 'state' } },
		'message.when',
		'is missing; without it a message cannot be told from a status',
	],
	[
		'a condition of no form',
		{ message: { ...message, when: 7 } },
		'message.when',
		'is neither a path nor a condition',
	],
	[
		'a broken condition',
		{ message: { ...message, when: { path: 'a', equal: 'x' } } },
		'message.when.equal',
		'there are path, equals, oneOf, present',
	],
	[
		'a broken condition among others',
		{ message: { ...message, when: ['a', { path: 'b c' }] } },
		'message.when[1].path',
		'"c" is not expected here',
	],
	[
		'two comparisons at once',
		{ message: { ...message, when: { path: 'a', equals: 'x', present: true } } },
		'message.when',
		'only one of equals, oneOf and present',
	],
	[
		'nothing to compare with',
		{ message: { ...message, when: { path: 'a', oneOf: [] } } },
		'message.when.oneOf',
		'at least one value',
	],
	[
		'a list to compare with',
		{ message: { ...message, when: { path: 'a', equals: ['x'] } } },
		'message.when.equals',
		'must be a text, a number, true or false',
	],
	['no condition', { message: { ...message, when: [] } }, 'message.when', 'at least one condition'],
])('%s is a problem', (_case, mapping, path, text) => {
	expect(problems(mapping)).toEqual([{ path, message: expect.stringContaining(text) }]);
});

test('every problem is named at once', () => {
	expect(problems({ message: { from: 'a b', to: 'c d' }, status: 'x' }).map(({ path }) => path)).toEqual([
		'message.from',
		'message.to',
		'status',
	]);
});
