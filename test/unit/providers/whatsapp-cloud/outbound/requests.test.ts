import fc from 'fast-check';
import { isJsonObject } from '../../../../../core/lib/json';
import { buildFrom, sampleOf, SAMPLES, type SampleType } from './build';
import { requestsOf } from '../../sending';

const fixtures = requestsOf('whatsapp-cloud');

test.each(fixtures)('$name', ({ message, request }) => {
	expect(buildFrom(message)).toStrictEqual({ ok: true, request });
});

const types = Object.keys(SAMPLES).filter((type): type is SampleType => Object.hasOwn(SAMPLES, type));

test('there is a fixture of every type', () => {
	const shown = new Set(fixtures.map(({ name }) => name.split('__')[0]));
	expect(types.filter((type) => !shown.has(type))).toEqual([]);
});

test.each<[string, SampleType, object, object]>([
	['a number without + gets it', 'text', { to: '16505551234' }, { to: '+16505551234' }],
	['a formatted number is written plainly', 'text', { to: '+1 (650) 555-1234' }, { to: '+16505551234' }],
	['the phone number wins over the user ID', 'text', { toUserId: 'US.1' }, { to: '+16505551234' }],
	[
		'the user ID wins over the group',
		'text',
		{ to: '', toUserId: 'US.1', toGroupId: 'g' },
		{ recipient_type: 'individual', recipient: 'US.1' },
	],
	['the text stays as it is', 'text', { text: ' a\n\n b ' }, { text: { body: ' a\n\n b ' } }],
	['4096 characters fit', 'text', { text: 'x'.repeat(4096) }, {}],
	['an emoji is one character', 'text', { text: '🙂'.repeat(4096) }, {}],
	['512 characters of callback data fit', 'text', { callbackData: 'x'.repeat(512) }, {}],
])('%s', (_, type, change, body) => {
	expect(buildFrom(sampleOf(type, change))).toMatchObject({ ok: true, request: { body } });
});

test('what is not given is not written', () => {
	const built = buildFrom(
		sampleOf('text', { replyToId: '', callbackData: '', toUserId: '', previewUrl: undefined }),
	);
	expect(built).toStrictEqual({
		ok: true,
		request: {
			method: 'POST',
			path: '/106540352242922/messages',
			body: {
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: '+16505551234',
				type: 'text',
				text: { body: 'Hello' },
			},
		},
	});
});

function noUndefined(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(noUndefined);
	return isJsonObject(value) ? Object.values(value).every(noUndefined) : value !== undefined;
}

test('any input gives a request or a problem', () => {
	const anyChange = fc.dictionary(
		fc.constantFrom(
			...['type', 'sender', 'to', 'toUserId', 'toGroupId', 'replyToId', 'callbackData'],
			...Object.values(SAMPLES).flatMap(Object.keys),
			...['header', 'footer', 'caption', 'previewUrl', 'flowName', 'screen', 'emoji', 'typing', 'marketing'],
		),
		fc.oneof(fc.anything(), fc.string(), fc.array(fc.object()), fc.constantFrom(...Object.values(SAMPLES))),
		{ maxKeys: 3 },
	);
	const changed = fc
		.tuple(fc.constantFrom(...types), anyChange)
		.map(([type, change]) => sampleOf(type, change));
	fc.assert(
		fc.property(
			fc.oneof({ weight: 20, arbitrary: changed }, { weight: 1, arbitrary: fc.anything() }),
			(input) => {
				const built = buildFrom(input);
				if (!built.ok) {
					expect(built.field).not.toBe('');
					expect(built.message).toMatch(/\S/);
					return;
				}
				expect(built.request.path).toMatch(/^\/\d+\/(marketing_)?messages$/);
				expect(built.request.body).toHaveProperty('messaging_product', 'whatsapp');
				// Values and data are the user's own JSON, which goes through as it is.
				if (['values', 'data'].some((name) => isJsonObject(input) && name in input)) return;
				expect(noUndefined(built.request.body)).toBe(true);
			},
		),
		{ numRuns: 2000 },
	);
});
