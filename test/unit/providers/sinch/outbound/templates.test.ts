import { templateContent } from '../../../../../core/providers/sinch/outbound/template';
import { templates } from '../../../../../core/providers/sinch/outbound/templates';
import { describeTemplates, listed, message } from '../../../whatsapp/templates/fixtures';

const line = { accountId: 'p/1' } as const;
const path = '/v1/projects/p%2F1/whatsapp/templates';

describeTemplates({
	folder: 'sinch',
	templates: templates,
	templateContent,
	page: (templates) => ({ totalSize: 1, pageSize: 1, templates }),
	row: (components) => ({ name: 'sale', language: 'EN', details: { components } }),
});

test('the list is on the provisioning host, for one name too', () => {
	const request = { method: 'GET', base: 'provisioning', path };
	expect(templates.request(line)).toStrictEqual(request);
	expect(templates.request(line, { name: 'sale' })).toStrictEqual(request);
	expect(templates.request(line, {}, 't').query).toStrictEqual({ pageToken: 't' });
});

test('the token leads to the next page', () => {
	expect(templates.readPage({ templates: [], nextPageToken: 't' })).toStrictEqual({ rows: [], next: 't' });
});

test('a template without a number at Meta is told by name and language', () => {
	expect(listed(templates, { templates: [{ name: 'sale', language: 'EN' }] })).toMatchObject([
		{ id: 'sale:EN', status: 'unknown', sendable: false },
	]);
});

test.each([
	['EN', 'en'],
	['en_US', 'en_US'],
	['ZH_HK', 'zh_HK'],
])('%s is sent as %s', (language, code) => {
	expect(templateContent(message({}, { language }))).toMatchObject({
		value: { channel_template: { WHATSAPP: { language_code: code } } },
	});
});

test.each([
	['body_name', 'Ann', /Sinch knows blanks by their position only$/],
	['offer_expiresAt', '2030-01-01T00:00:00Z', /Sinch takes no limited-time offers$/],
	['header_gif', 'https://a.example/a.mp4', /Sinch has no parameter for it$/],
	['card_0_header_product', 'sku-1', /no parameter for it$/],
	['button_0_sections', '[]', /no parameter for it$/],
	['header_video', '77', /takes no media ID$/],
])('%s has no place', (key, value, sentence) => {
	expect(templateContent(message({ [key]: value }))).toMatchObject({
		ok: false,
		field: `values.${key}`,
		message: expect.stringMatching(sentence),
	});
});
