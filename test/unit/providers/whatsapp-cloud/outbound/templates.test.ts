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
