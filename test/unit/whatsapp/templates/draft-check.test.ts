import { play } from '../../operations/cases';

const base = { name: 'sale', language: 'en', category: 'MARKETING', body: 'Hello there.' };
const quickReply = { type: 'quickReply', text: 'Yes' };
const link = { type: 'url', text: 'Shop', url: 'https://shop.com' };
const examples = (count: number) => Array.from({ length: count }, (_, index) => `e${index}`);

/** What is wrong, the parts of the template, the member at fault and a part of what is said. */
const FAULTS: [string, object, string, string][] = [
	['a long body', { body: 'x'.repeat(1025) }, 'body', '1024'],
	['a blank at the beginning', { body: '{{1}}, hello', bodyExamples: ['a'] }, 'body', 'begins or ends'],
	['a blank at the end', { body: 'Hello {{1}} ', bodyExamples: ['a'] }, 'body', 'begins or ends'],
	['two blanks side by side', { body: 'A {{1}} {{2}} b', bodyExamples: examples(2) }, 'body', 'side by side'],
	[
		'a gap in the count',
		{ body: 'A {{1}} b {{3}} c', bodyExamples: examples(3) },
		'body',
		'{{2}} is missing',
	],
	['a count from zero', { body: 'A {{0}} b', bodyExamples: { 0: 'x' } }, 'body', '{{1}} is missing'],
	['two kinds of blanks', { body: 'A {{1}} b {{name}} c' }, 'body', 'mixes'],
	['a name in capitals', { body: 'A {{Name}} b', bodyExamples: { Name: 'x' } }, 'body', 'lower-case'],
	['no example', { body: 'A {{1}} b {{2}} c', bodyExamples: ['x'] }, 'bodyExamples', '{{2}}'],
	['no named example', { body: 'A {{first_name}} b' }, 'bodyExamples', '{{first_name}}'],
	['a long header', { header: { format: 'text', text: 'x'.repeat(61) } }, 'header.text', '60'],
	['a header of two lines', { header: { format: 'text', text: 'a\nb' } }, 'header.text', 'one line'],
	['a header without text', { header: { format: 'text' } }, 'header.text', 'no text'],
	[
		'a header of two blanks',
		{ header: { format: 'text', text: '{{1}} {{2}}', example: 'a' } },
		'header.text',
		'one blank at most',
	],
	['a header without example', { header: { format: 'text', text: 'For {{1}}' } }, 'header.example', '{{1}}'],
	['a picture without sample', { header: { format: 'image' } }, 'header.file', 'sample'],
	['a long footer', { footer: 'x'.repeat(61) }, 'footer', '60'],
	['a blank in the footer', { footer: 'Bye {{1}} now' }, 'footer', 'no blanks'],
	['eleven buttons', { buttons: Array(11).fill(quickReply) }, 'buttons', 'ten'],
	['three links', { buttons: [link, link, link] }, 'buttons', '2 at most'],
	['scattered replies', { buttons: [quickReply, link, quickReply] }, 'buttons', 'together'],
	['a button without text', { buttons: [{ type: 'quickReply' }] }, 'buttons.0.text', 'text'],
	[
		'a long button',
		{ buttons: [quickReply, { ...quickReply, text: 'x'.repeat(26) }] },
		'buttons.1.text',
		'25',
	],
	['a link without URL', { buttons: [{ type: 'url', text: 'Shop' }] }, 'buttons.0.url', 'URL'],
	[
		'a long link',
		{ buttons: [{ ...link, url: `https://a.de/${'x'.repeat(2000)}` }] },
		'buttons.0.url',
		'2000',
	],
	[
		'a blank within a link',
		{ buttons: [{ ...link, url: 'https://{{1}}.de/x', example: 'a' }] },
		'buttons.0.url',
		'at its end',
	],
	[
		'a link without example',
		{ buttons: [{ ...link, url: 'https://a.de/{{1}}' }] },
		'buttons.0.url',
		'example',
	],
	[
		'a call without number',
		{ buttons: [{ type: 'phoneNumber', text: 'Call' }] },
		'buttons.0.phoneNumber',
		'number',
	],
	[
		'a call to a long number',
		{ buttons: [{ type: 'phoneNumber', text: 'Call', phoneNumber: '1'.repeat(21) }] },
		'buttons.0.phoneNumber',
		'20',
	],
	['a code without example', { buttons: [{ type: 'copyCode' }] }, 'buttons.0.example', 'example'],
	['a long code', { buttons: [{ type: 'copyCode', example: 'x'.repeat(16) }] }, 'buttons.0.example', '15'],
	['a flow without flow', { buttons: [{ type: 'flow', text: 'Go' }] }, 'buttons.0.flowId', 'flow'],
	['an unknown button', { buttons: [{ type: 'link' }] }, 'buttons.0.type', 'quickReply'],
	['components without body', { components: [{ type: 'FOOTER', text: 'x' }] }, 'body', 'missing'],
	[
		'two footers',
		{ components: [{ type: 'BODY', text: 'a' }, { type: 'FOOTER' }, { type: 'footer' }] },
		'components',
		'more than one FOOTER',
	],
	[
		'a fault on a card',
		{
			components: [
				{ type: 'BODY', text: 'a' },
				{ type: 'CAROUSEL', cards: [{ components: [{ type: 'BODY', text: '{{1}} x' }] }] },
			],
		},
		'cards.0.body',
		'Card 1: the body begins or ends',
	],
];

test.each(FAULTS)('%s is found before the call', async (_, parts, field, said) => {
	const { outcome, requests } = await play('whatsapp-cloud', 'template.create', { ...base, ...parts });
	expect(requests).toStrictEqual([]);
	expect(outcome).toMatchObject({ ok: false, field, error: { title: expect.stringContaining(said) } });
});

test('all that is wrong is told at once, with its place', async () => {
	const { outcome } = await play('whatsapp-cloud', 'template.create', {
		...base,
		header: { format: 'text', text: 'For {{1}}' },
		body: 'A {{1}} b {{2}} c {{3}} d',
		bodyExamples: { 2: 'x' },
		buttons: [link, { ...link, url: 'https://a.de/{{1}}' }, { type: 'copyCode' }],
	});
	expect(outcome).toMatchObject({
		ok: false,
		field: 'header.example',
		error: {
			title:
				"The blank {{1}} of the header needs an example, which Meta's reviewers read; " +
				"the blanks {{1}} and {{3}} of the body need an example each, which Meta's reviewers read; " +
				'button 2: the blank of the URL needs an example; ' +
				'button 3: a button that copies a code needs an example of it',
		},
	});
});

test.each([
	['the longest body', { body: 'x'.repeat(1024) }],
	['a full stop behind the last blank', { body: 'Hello {{1}}.', bodyExamples: ['a'] }],
	['a blank twice', { body: 'A {{1}} b {{1}} c', bodyExamples: ['a'] }],
	['replies before links', { buttons: [quickReply, quickReply, link, link] }],
	['a location', { header: { format: 'location' } }],
	['a type that is not known here', { components: [{ type: 'BODY', text: 'a' }, { type: 'NEW_PART' }] }],
])('%s is in order', async (_, parts) => {
	const { outcome } = await play(
		'whatsapp-cloud',
		'template.create',
		{ ...base, ...parts },
		{
			'POST /102290129340398/message_templates': { status: 200, body: { id: '1', status: 'PENDING' } },
		},
	);
	expect(outcome).toMatchObject({ ok: true });
});

test('a sample is not uploaded for a template that is refused', async () => {
	const header = { format: 'image', file: 'FILE' };
	const { requests } = await play('whatsapp-cloud', 'template.create', {
		...base,
		header,
		footer: 'x'.repeat(61),
	});
	expect(requests).toStrictEqual([]);
});
