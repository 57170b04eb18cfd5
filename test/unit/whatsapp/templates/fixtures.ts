import type { Reading } from '../../../../core/lib/result';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import type { ContentOf } from '../../../../core/messages';
import { checkTemplateValues } from '../../../../core/whatsapp/templates/check';
import type { TemplateLists } from '../../../../core/whatsapp/templates/list';

/** A template as the provider lists it, what must be read from it, and what must be sent for some values. */
const fixtureSchema = z.object({
	template: z.object({ name: z.string(), language: z.string() }).passthrough(),
	expected: z.object({ blanks: z.array(z.unknown()) }).passthrough(),
	filled: z.object({
		values: z.record(z.string()),
		marketing: z.boolean().optional(),
		content: z.record(z.unknown()),
	}),
});

type Fixture = z.output<typeof fixtureSchema> & { file: string };

interface Provider {
	/** In `test/fixtures`. */
	folder: string;
	templates: TemplateLists;
	templateContent: (message: ContentOf<'template'>) => Reading<object>;
	/** The list's answer around its rows. */
	page: (rows: unknown) => unknown;
	/** A definition of the provider's with such components. */
	row: (components: unknown) => unknown;
}

function fixturesOf(folder: string): Fixture[] {
	const path = join(__dirname, '../../../fixtures', folder, 'templates');
	return readdirSync(path).map((file) => ({
		file,
		...fixtureSchema.parse(JSON.parse(readFileSync(join(path, file), 'utf8'))),
	}));
}

export function message(
	values: Record<string, string>,
	others: Partial<ContentOf<'template'>> = {},
): ContentOf<'template'> {
	return { type: 'template', name: 'sale', language: 'en', values, ...others };
}

const KEY_PARTS = ['body_1', 'body_2', 'body_name', 'header_text_1', 'header_image', 'header_latitude'];
const MORE_KEYS = ['header_longitude', 'button_0_url', 'button_0_flowData', 'button_0_sections', 'otp_code'];
const CARDS = ['card_0_body_1', 'card_0_header_image', 'card_1_body_1', 'offer_expiresAt', '__proto__', 'x'];
const key = fc.constantFrom(...KEY_PARTS, ...MORE_KEYS, ...CARDS);
const VALUES = [
	'',
	'a',
	'7',
	'https://a.example',
	'{}',
	'[]',
	'2030-01-01T00:00:00Z',
	'\ud800',
	'%',
	'[{"title":1}]',
];
const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'binary' }));
export const anyValues = fc.dictionary(key, value, { maxKeys: 6 });

const PARTS = ['HEADER', 'BODY', 'BUTTONS', 'CAROUSEL', 'FOOTER', 'LIMITED_TIME_OFFER', 'POLL'];
const KINDS = ['TEXT', 'IMAGE', 'PRODUCT', 'URL', 'OTP', 'FLOW', 'COPY_CODE', 'constructor', '__proto__'];
const TEXTS = [
	'',
	'Hi {{1}} and {{name}}',
	'{{ }}',
	'{{{{1}}}}',
	'https://a.example/{{1}}',
	'\ud800 {{__proto__}}',
];

/** One count for all levels: each component holds lists of components. */
const DEPTH = { maxDepth: 3, depthIdentifier: fc.createDepthIdentifier() };

/** Components of WhatsApp with members of any kind. */
const { components } = fc.letrec((tie) => ({
	any: fc.oneof(
		DEPTH,
		fc.constantFrom(...TEXTS, ...KINDS, null, true, 0),
		fc.array(tie('any'), { maxLength: 3 }),
		tie('component'),
	),
	component: fc.record(
		{
			type: fc.oneof(fc.constantFrom(...PARTS, ...KINDS), tie('any')),
			format: fc.oneof(fc.constantFrom(...KINDS), tie('any')),
			text: fc.oneof(fc.constantFrom(...TEXTS), tie('any')),
			url: fc.oneof(fc.constantFrom(...TEXTS), tie('any')),
			example: tie('any'),
			examples: tie('any'),
			header_text: tie('any'),
			body_text: tie('any'),
			body_text_named_params: tie('any'),
			limited_time_offer: tie('any'),
			buttons: tie('components'),
			cards: tie('components'),
			components: tie('components'),
		},
		{ requiredKeys: ['type'] },
	),
	components: fc.oneof(
		DEPTH,
		{ weight: 1, arbitrary: tie('any') },
		{ weight: 3, arbitrary: fc.array(tie('component'), { maxLength: 4 }) },
	),
}));

/** The templates of a page as nodes see them. */
export const listed = ({ readPage, readRow }: TemplateLists, body: unknown) =>
	readPage(body).rows.flatMap(readRow);

/** The cases of a provider's fixtures, and that nothing throws whatever comes. */
export function describeTemplates({ folder, templates, templateContent, page, row }: Provider): void {
	const fixtures = fixturesOf(folder);
	const read = (template: unknown) => listed(templates, page([template]));

	test.each(fixtures)('$file is listed with its blanks', ({ template, expected }) => {
		const { name: given, language } = template;
		expect(read(template)).toStrictEqual([{ id: expect.any(String), name: given, language, ...expected }]);
	});

	test.each(fixtures)('$file is filled in', ({ template, filled: { values, content, marketing } }) => {
		const sent = templateContent(
			message(values, {
				name: template.name,
				language: template.language,
				...(marketing === true && { marketing: 'on' }),
			}),
		);
		expect(sent).toStrictEqual({ ok: true, value: content });
	});

	test.each(fixtures)('$file finds nothing wrong with its values', ({ template, filled: { values } }) => {
		const approved = read(template).map(({ id, name, language, preview, blanks }) =>
			checkTemplateValues(
				{ id, name, language, preview, blanks, status: 'approved', sendable: true },
				values,
			),
		);
		expect(approved.flat()).toStrictEqual([]);
	});

	test('any answer gives a page', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (body) => {
				expect(listed(templates, body)).toEqual(expect.any(Array));
				expect(listed(templates, page(body))).toEqual(expect.any(Array));
			}),
		);
	});

	test('any components give a template', () => {
		fc.assert(
			fc.property(components, (any) => {
				const [listed] = read(row(any));
				expect(listed).toMatchObject({ name: 'sale', preview: expect.any(String) });
			}),
			{ numRuns: 500 },
		);
	});

	test('any values give a content or a problem with a value', () => {
		fc.assert(
			fc.property(anyValues, (values) => {
				const result = templateContent(message(values));
				if (!result.ok) expect(result.field).toMatch(/^values\./);
			}),
			{ numRuns: 1000 },
		);
	});
}
