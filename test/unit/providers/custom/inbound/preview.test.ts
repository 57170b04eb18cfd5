import fc from 'fast-check';
import { type CustomMapping, parseMapping } from '../../../../../core/providers/custom/inbound/mapping';
import { previewMapping } from '../../../../../core/providers/custom/inbound/preview';
import { READY_MAPPINGS } from '../../../../../core/providers/custom/ready';
import { fixturesOf } from '../../../fixtures';
import { anyBody, anyMapping } from '../arbitraries';

function preview(mapping: unknown, sample: unknown) {
	const result = parseMapping(mapping);
	if (!result.ok) throw new Error(result.problems[0]?.message);
	return previewMapping(result.value, sample);
}

const mapping: CustomMapping = {
	items: 'results',
	message: { when: 'text', from: 'from', text: 'text', timestamp: 'at', type: 'type' },
	status: {
		when: { path: 'kind', oneOf: ['dlr', 'report'] },
		messageId: 'id',
		status: 'state',
		statuses: { OK: 'delivered' },
	},
};

test('shows the events, and says what a field finds nothing for', () => {
	const { events, remarks } = preview(mapping, { results: [{ text: 'Hi', from: '+447700900123' }] });
	expect(events).toMatchObject([{ kind: 'message', text: 'Hi', from: '+447700900123' }]);
	expect(remarks).toEqual([
		{ severity: 'hint', path: 'message.id', message: expect.stringContaining('without an id') },
		{ severity: 'hint', path: 'message.timestamp', message: 'found nothing at at' },
		{ severity: 'hint', path: 'message.type', message: 'found nothing at type' },
	]);
});

test.each<[string, object, string, string]>([
	[
		'a time of another form',
		{ text: 'Hi', from: '1', at: '5/3/26' },
		'message.timestamp',
		'"5/3/26" is not understood as a time',
	],
	[
		'a type that is not listed',
		{ text: 'Hi', from: '1', type: 'x' },
		'message.type',
		'"x" is not in the table message.types',
	],
	[
		'a national number',
		{ text: 'Hi', from: '07700 900123' },
		'message.from',
		'"07700 900123" has no country code',
	],
	['nobody who wrote', { text: 'Hi' }, 'message.from', 'found nobody who wrote the message at from'],
	['an object as text', { text: { body: 'Hi' }, from: '1' }, 'message.text', 'not a text'],
	[
		'a status that is not listed',
		{ kind: 'dlr', id: 1, state: 'NEW' },
		'status.status',
		'"NEW" is not in the table status.statuses',
	],
	['no status', { kind: 'dlr', id: 1 }, 'status.status', 'found no status at state'],
	['no message of a status', { kind: 'dlr', state: 'OK' }, 'status.messageId', 'nothing says which message'],
	['another kind', { kind: 'new' }, 'message.when', 'element 1 is not a message: nothing is at text'],
	[
		'another kind',
		{ kind: 'new' },
		'status.when',
		'element 1 is not a status: kind has to be "dlr" or "report", and is "new"',
	],
	['no kind', {}, 'status.when', 'and is nothing'],
	['an object as kind', { kind: { a: 1 } }, 'status.when', 'and is an object or a list'],
	['a number as kind', { kind: 7 }, 'status.when', 'and is "7"'],
])('says what is wrong with %s', (_case, element, path, message) => {
	const problems = preview(mapping, { results: [element] }).remarks.filter(
		({ severity }) => severity === 'problem',
	);
	expect(problems).toContainEqual({ severity: 'problem', path, message: expect.stringContaining(message) });
});

test('says that a field is there which must not be', () => {
	const { remarks } = preview(
		{ message: { when: { path: 'status', present: false }, from: 'from' } },
		{ status: 'sent', from: '1' },
	);
	expect(remarks).toMatchObject([
		{ message: expect.stringContaining('nothing may be at status, and there is "sent"') },
	]);
});

test('says that the list is not there', () => {
	expect(preview(mapping, { result: [] })).toMatchObject({
		events: [{ kind: 'unknown' }],
		remarks: [{ severity: 'problem', path: 'items' }],
	});
});

test('says the same only once', () => {
	const element = { kind: 'dlr', id: 1, state: 'NEW' };
	const { events, remarks } = preview(mapping, { results: Array(50).fill(element) });
	expect(events).toHaveLength(50);
	expect(remarks).toHaveLength(1);
});

const form = 'MessageSid=SM1&From=%2B447700900123&To=%2B447700900000&Body=Hi+there&SmsStatus=received';

test.each<[string, string]>([
	['a form', form],
	['a URL with its query', `https://example.com/webhook?${form}`],
	['JSON', JSON.stringify(Object.fromEntries(new URLSearchParams(form)))],
	['JSON with space around it', ` \n${JSON.stringify(Object.fromEntries(new URLSearchParams(form)))}\n`],
])('takes a sample pasted as %s', (_case, sample) => {
	const { events } = preview(READY_MAPPINGS.twilio, sample);
	expect(events).toMatchObject([{ kind: 'message', from: '+447700900123', text: 'Hi there' }]);
});

test.each(['', 'hello', '{"a":', '[1,', '{"a":"x=1"'])('refuses the sample %j', (sample) => {
	expect(preview(mapping, sample)).toEqual({
		events: [],
		remarks: [{ severity: 'problem', path: '', message: expect.stringContaining('neither JSON nor a form') }],
	});
});

test.each(fixturesOf('custom').webhookCalls)(
	'no ready mapping has a problem with $name',
	({ name, body }) => {
		const ready = Object.entries<CustomMapping>(READY_MAPPINGS).find(([key]) => name.startsWith(`${key}__`));
		const { remarks } = preview(ready?.[1], body);
		const problems = remarks.filter(({ severity }) => severity === 'problem');
		expect(problems.map(({ message }) => message)).toEqual(
			name === 'twilio__status_not_known' ? ['"teleported" is not in the table status.statuses'] : [],
		);
	},
);

test('any mapping can be shown with any sample', () => {
	fc.assert(
		fc.property(fc.oneof(anyBody, fc.string()), anyMapping, (sample, any) => {
			for (const { message } of preview(any, sample).remarks) expect(message).not.toBe('');
		}),
	);
});
