import type { JsonObject } from '../../../../../core/events';
import { templateContent } from '../../../../../core/providers/whatsapp-cloud/outbound/template';
import { templates } from '../../../../../core/providers/whatsapp-cloud/outbound/templates';
import { describeTemplates, listed, message } from '../../../whatsapp/templates/fixtures';

const line = { accountId: '1029' } as const;
const fields =
	'id,name,language,status,category,sub_category,parameter_format,components,quality_score,rejected_reason';

describeTemplates({
	folder: 'whatsapp-cloud',
	templates: templates,
	templateContent,
	page: (data) => ({ data, paging: { cursors: { before: 'a', after: 'b' } } }),
	row: (components) => ({ id: '1', name: 'sale', language: 'en', status: 'APPROVED', components }),
});

test('the list comes by page', () => {
	const path = '/1029/message_templates';
	expect(templates.request(line)).toStrictEqual({
		method: 'GET',
		path,
		query: { fields, limit: '100' },
	});
	expect(templates.request(line, {}, 'b').query).toStrictEqual({
		fields,
		limit: '100',
		after: 'b',
	});
	expect(templates.request(line, { name: 'sale' })).toStrictEqual({
		method: 'GET',
		path,
		query: { fields, limit: '100', name: 'sale' },
	});
});

test('the cursor leads to the next page only where there is one', () => {
	const cursors = { before: 'a', after: 'b' };
	expect(templates.readPage({ data: [], paging: { cursors } })).toStrictEqual({
		rows: [],
		next: undefined,
	});
	expect(templates.readPage({ data: [], paging: { cursors, next: 'https://graph…' } })).toStrictEqual({
		rows: [],
		next: 'b',
	});
});

test('a row without id, name or language is left out', () => {
	const rows = [{ id: '1', name: 'sale' }, { name: 'sale', language: 'en' }, null, 'sale'];
	expect(listed(templates, { data: rows })).toStrictEqual([]);
});

test('a GIF goes out as marketing only', () => {
	expect(templateContent(message({ header_gif: '12' }))).toStrictEqual({
		ok: false,
		field: 'values.header_gif',
		message: 'A GIF in the header can only be sent as a marketing message',
	});
});

test('however long its texts are, a form can show the label of each blank, in plain words', () => {
	const text = '*Dear {{1}}*, your _wonderful subscription_ of *{{2}}* ends with the month of {{3}} at last.';
	const buttons: JsonObject[] = [
		{ type: 'URL', text: 'Read what others say now', url: 'https://a.example/{{1}}' },
		{ type: 'QUICK_REPLY', text: 'I would rather keep it' },
	];
	const texts: JsonObject[] = [
		{ type: 'BODY', text },
		{ type: 'BUTTONS', buttons },
	];
	const components: JsonObject[] = [
		{ type: 'HEADER', format: 'TEXT', text: 'The *very special* offers of {{1}} for all of you' },
		...texts,
		{ type: 'CAROUSEL', cards: [{ components: texts }, { components: texts }] },
	];
	const row = { id: '1', name: 'sale', language: 'en', status: 'APPROVED', components };
	const labels = templates.readRow(row).flatMap(({ blanks }) => blanks.map(({ label }) => label));
	expect(labels).toHaveLength(16);
	for (const label of labels) {
		expect(label.length).toBeLessThanOrEqual(30);
		expect(label).not.toMatch(/[*_{}]/);
	}
});
