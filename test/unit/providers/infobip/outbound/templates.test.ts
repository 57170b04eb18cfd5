import { templateContent } from '../../../../../core/providers/infobip/outbound/template';
import { templates } from '../../../../../core/providers/infobip/outbound/templates';
import { describeTemplates, listed, message } from '../../../whatsapp/templates/fixtures';

const line = {};

describeTemplates({
	folder: 'infobip',
	templates: templates,
	templateContent,
	page: (templates) => ({ templates }),
	row: (parts) => ({
		name: 'sale',
		language: 'en',
		structure: { header: parts, body: parts, buttons: parts, carousel: { cards: parts } },
	}),
});

test("a sender's templates come at once, the account's by page", () => {
	expect(templates.request({ ...line, sender: '+447700900123' })).toStrictEqual({
		method: 'GET',
		path: '/whatsapp/2/senders/447700900123/templates',
	});
	expect(templates.request(line)).toStrictEqual({
		method: 'GET',
		path: '/whatsapp/1/templates',
		query: { size: '100' },
	});
	expect(templates.request(line, {}, '2').query).toStrictEqual({ size: '100', page: '2' });
});

test('a template is found by its name', () => {
	expect(templates.request({ ...line, sender: '447700900123' }, { name: 'sale' })).toStrictEqual({
		method: 'GET',
		path: '/whatsapp/1/templates',
		query: { sender: '447700900123', size: '100', name: 'sale' },
	});
	expect(templates.request(line, { name: 'sale' }).query).toStrictEqual({ size: '100', name: 'sale' });
});

test('a page of the account names the next one', () => {
	const row = { id: 7, name: 'sale', language: 'en', structure: { body: { text: 'Hi' } } };
	const page = (number: number) => ({ results: [row], paging: { page: number, totalPages: 2 } });
	expect(listed(templates, page(0))).toMatchObject([{ id: '7' }]);
	expect(templates.readPage(page(0)).next).toBe('1');
	expect(templates.readPage(page(1)).next).toBeUndefined();
});

test.each([
	['body_name', 'Ann', /^"body_name" cannot be filled in: Infobip knows blanks by their position only$/],
	['button_0_url_order', 'A', /position only$/],
	['header_name', 'Shop', /takes only the coordinates of a place$/],
	['header_product', 'sku-1', /takes no product in the header$/],
	['card_0_button_0_code', 'A', /takes only links and quick replies on a card$/],
	['header_image', '1013859600285441', /has to be a link .* as this provider takes no media ID$/],
	['button_0_payload', 'x'.repeat(129), /is longer than 128 characters$/],
	['button_0_payload', '', /is empty$/],
])('%s has no place or does not fit', (key, value, sentence) => {
	expect(templateContent(message({ [key]: value }))).toMatchObject({
		field: `values.${key}`,
		message: expect.stringMatching(sentence),
	});
});

test.each([
	[{ header_document: 'https://a.example/b.pdf' }, 'values.header_filename'],
	[{ card_0_header_document: 'https://a.example/b.pdf' }, 'values.card_0_header_filename'],
])('a document needs its name', (values, field) => {
	expect(templateContent(message(values))).toMatchObject({ ok: false, field });
});
