import fc from 'fast-check';
import { parseMapping } from '../../../../core/providers/custom/inbound/mapping';

const NAMES = ['a', 'b', 'items', 'Photo0', 'Photo1', '__proto__', 'x y'];

const { tree } = fc.letrec((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom(null, true, 0, 1, '', 'a', '447700900123', '2020-01-01 12:00:00', '1577880000', '1e999'),
		fc.string({ maxLength: 5 }),
		fc.array(tie('tree'), { maxLength: 3 }),
		fc.dictionary(fc.constantFrom(...NAMES), tie('tree'), { maxKeys: 5 }),
	),
}));

/** Values of JSON with members that the mappings below look for. */
export const anyBody = fc.oneof(
	{ weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...NAMES), tree, { minKeys: 2 }) },
	{ weight: 1, arbitrary: tree },
	{ weight: 1, arbitrary: fc.jsonValue() },
);

const step = fc.constantFrom(
	'.a',
	'.b',
	'.items',
	'["x y"]',
	'["__proto__"]',
	'[0]',
	'[1]',
	'[*]',
	'.Photo*',
);
const path = fc
	.tuple(fc.constantFrom('$', 'a', 'b', 'items', 'Photo*'), fc.array(step, { maxLength: 2 }))
	.map(([start, steps]) => start + steps.join(''));
const helper = fc.constantFrom(
	'',
	' | lower',
	' | e164("44")',
	' | date("YYMMDDHHmm", "+02:00")',
	' | epochMilliseconds',
	' | after(":")',
	' | join(",")',
	' | default("sms")',
);
const expression = fc.oneof(
	fc.tuple(path, helper).map((parts) => parts.join('')),
	fc.tuple(path, path).map(([one, other]) => `first(${one}, ${other})`),
	path.map((inner) => `+{{ ${inner} }}`),
	{ weight: 4, arbitrary: fc.constant('"447700900123"') },
);

const when = fc.oneof(
	{ weight: 3, arbitrary: fc.constant('"always"') },
	expression,
	fc.record({ path: expression, present: fc.boolean() }),
	fc.array(fc.record({ path: expression, equals: fc.constantFrom('a', 1, true) }), {
		minLength: 1,
		maxLength: 2,
	}),
);

/** A rule with the fields that it must have, and any of the others. */
const rule = (always: Record<string, fc.Arbitrary<unknown>>, others: Record<string, fc.Arbitrary<unknown>>) =>
	fc
		.tuple(fc.record({ when, ...always }), fc.record(others, { requiredKeys: [] }))
		.map(([fields, more]) => ({ ...more, ...fields }));

const common = {
	id: expression,
	channel: expression,
	channelId: expression,
	timestamp: expression,
	to: expression,
};
const error = fc.record({ code: expression, title: expression, causes: fc.constant({ a: 'optedOut' }) });

/** Mappings that can be used. */
export const anyMapping = fc
	.record(
		{
			items: path,
			message: rule(
				{ from: expression },
				{
					...common,
					text: expression,
					type: expression,
					types: fc.constant({ a: 'image' }),
					payload: expression,
					media: fc.record({ url: expression, mimeType: expression }, { requiredKeys: [] }),
					location: fc.record({ latitude: expression, longitude: expression }),
					error,
				},
			),
			status: rule(
				{ status: expression, statuses: fc.constant({ a: 'delivered', '': 'failed' }) },
				{
					...common,
					messageId: expression,
					from: expression,
					error,
					price: fc.record({ amount: expression }),
				},
			),
			consent: rule(
				{ from: expression, action: expression, actions: fc.constant({ a: 'optOut' }) },
				{ ...common, scope: expression },
			),
		},
		{ requiredKeys: ['message'] },
	)
	.filter((mapping) => parseMapping(mapping).ok);
