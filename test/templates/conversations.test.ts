/** Everything that people write stands in one timeline, and the page of the workflow shows it to who has the key, and to nobody else. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import axios from 'axios';
import type { Page } from 'playwright-core';
import { GRAPH_VERSION, WORLD } from '../../sandbox/settings.ts';
import { wireJson } from '../../sandbox/whatsapp-cloud/signature.ts';
import { documentPicture, openBrowser, picture } from '../e2e/browser.ts';
import { post } from '../e2e/lab.ts';
import { nodeOf } from '../e2e/nodes.ts';
import { DESKTOP, PHONE } from '../e2e/phone-page.ts';
import { ConversationsPage } from './conversations-page.ts';
import { TemplateLab } from './lab.ts';

const KEY = { name: 'X-Messaging-Key', value: 'a-long-random-key-of-this-test' };
const RECORD = 'record.workflow.json';

const lab = await TemplateLab.start('conversations', { credentials: { httpHeaderAuth: KEY } });
const browser = await openBrowser();
const url = lab.webhookUrl('Open Page');
const [ana, ben, dora] = lab.customers;
const [number] = WORLD.numbers;
assert(ana && ben && dora && number);
const TWO_DAYS_AGO = new Date(Date.now() - 48 * 60 * 60 * 1_000).toISOString();

const open = (options?: Parameters<typeof ConversationsPage.open>[3]) =>
	ConversationsPage.open(browser, url, KEY.value, options);

function call(path: string, body: unknown, headers: Record<string, string> = { [KEY.name]: KEY.value }) {
	return axios.post<Record<string, unknown>>(`${url}-${path}`, body, {
		headers,
		validateStatus: () => true,
		proxy: false,
	});
}

test('before anybody wrote the page says so', async () => {
	const page = await open();
	await page.page.getByText('Nobody has written yet').waitFor();
	await page.close();
});

test('a message appears by itself, with the answer of the bot and its ticks', async () => {
	const page = await open();
	await lab.customerWrites('When do you open on Sunday?');
	await page.openPerson(ana.name);
	await page.entries('in').getByText('When do you open on Sunday?').waitFor();
	const answer = page.entries('out');
	await answer.getByText('Thank you for your message.').waitFor();
	await answer.getByText('Bot', { exact: true }).waitFor();
	await answer.getByRole('img', { name: /Delivered|Read/ }).waitFor();
	await page.page.getByText('Window open for 23 h').waitFor();
	await page.page.getByText('No consent recorded').waitFor();

	await lab.customerWrites('And on Mondays?');
	await page.entries('in').getByText('And on Mondays?').waitFor();
	await lab.idle(RECORD);
	assert.equal((await lab.phone()).length, 2, 'each question is answered once');
	await page.close();
});

test('bot, person, bot: who took over answers alone, and nobody answers twice', async () => {
	const page = await open();
	await page.openPerson(ana.name);
	const before = (await lab.phone()).length;
	const since = async () => (await lab.phone()).slice(before).map(({ text }) => text);
	await page.page.getByLabel('Signed as').fill('Mia');
	await page.page.getByRole('button', { name: 'Take over' }).click();
	await page.entries('event').getByText('Mia took over').waitFor();

	await lab.customerWrites('My beans taste odd');
	await page.entries('in').getByText('My beans taste odd').waitFor();
	await lab.idle(RECORD);
	assert.deepEqual(await since(), [], 'the bot keeps quiet');

	await page.write('Mia here. Which beans are they?');
	const mine = page.entries('out').filter({ hasText: 'Which beans are they?' });
	await mine.getByText('Mia', { exact: true }).waitFor();
	await mine.getByRole('img', { name: /Delivered|Read/ }).waitFor();
	assert.deepEqual(await since(), ['Mia here. Which beans are they?']);

	await page.page.getByRole('button', { name: 'Give back to the bot' }).click();
	await page.entries('event').getByText('Mia gave the conversation back to the bot').waitFor();
	await lab.customerWrites('Thanks');
	await lab.eventually(async () => (await since()).length === 2, 'an answer of the bot');

	await lab.customerWrites('agent');
	await page.entries('event').getByText(`${ana.name} asked for a person`).waitFor();
	await lab.idle(RECORD);
	await lab.customerWrites('Hello?');
	await page.entries('in').getByText('Hello?').waitFor();
	await lab.idle(RECORD);
	assert.equal((await since()).length, 3, 'the confirmation of AGENT was the last');
	await page.person(ana.name).getByText('Waits').waitFor();
	await page.close();
});

test('a person is one line with a timeline over all channels, and is answered over the chosen one', async () => {
	await lab.customerWrites('By SMS now', { provider: 'infobip', channel: 'sms' });
	await lab.idle(RECORD);
	const page = await open();
	await page.person(ana.name).getByText('SMS', { exact: true }).waitFor();
	assert.equal(await page.person(ana.name).count(), 1);
	await page.openPerson(ana.name);
	await page.entries('in').getByText('By SMS now').waitFor();
	await page.entries('in').getByText('My beans taste odd').waitFor();
	await page.page.getByLabel('Over').selectOption({ label: 'SMS · +15550100011' });
	await page.write('An SMS for Ana');
	await page.entries('out').getByText('An SMS for Ana').waitFor();
	const sent = (await lab.phone(0, 'infobip')).map(({ text, channel }) => [text, channel]);
	assert.deepEqual(sent, [['An SMS for Ana', 'sms']], 'a person has taken over on all channels');
	await page.close();
});

test('an answer that the provider refuses says why', async () => {
	lab.sandbox.whatsAppCloud.faults.set('serverError', 5);
	await lab.customerWrites('help', { customer: 1 });
	await lab.idle(RECORD);
	lab.sandbox.whatsAppCloud.faults.set('serverError', 0);
	const page = await open();
	await page.openPerson(ben.name);
	await page.entries('out').getByRole('img', { name: 'Not delivered' }).waitFor();
	await page
		.entries('out')
		.locator('.fault')
		.filter({ hasText: /\w+\. \w+/ })
		.waitFor();
	await page.close();
});

test('notes stay with the team', async () => {
	const page = await open();
	await page.openPerson(ana.name);
	const before = (await lab.phone()).length;
	await page.page.getByLabel('Note for the team').check();
	await page.write('Likes oat milk', 'Note');
	await page.entries('note').getByText('Likes oat milk').waitFor();
	assert.equal((await lab.phone()).length, before);
	await page.close();
});

test('outside the window a template goes, and no text, whatever the page says', async () => {
	const key = `whatsAppCloud:${number.id}:${dora.phoneNumber}`;
	await lab.addRows('messaging_conversations', [
		{
			conversation_key: key,
			channel_id: number.id,
			phone_number: dora.phoneNumber,
			address: dora.phoneNumber,
			name: 'Dora Late',
			channel: 'whatsapp',
			sender: number.phoneNumber,
			last_message_at: TWO_DAYS_AGO,
			last_at: TWO_DAYS_AGO,
			last_text: 'Is anybody there?',
		},
	]);
	const page = await open();
	await page.openPerson('Dora Late');
	await page.page.getByText('Window closed: templates only').waitFor();
	await page.page.getByText('WhatsApp takes texts within 24 hours').waitFor();
	assert(await page.page.getByLabel('Message', { exact: true }).isDisabled());
	const { status, data } = await call('write', { action: 'answer', key, text: 'Psst' });
	assert.equal(status, 409);
	assert.match(String(data.message), /window/);

	await page.page.getByLabel('Template', { exact: true }).check();
	await page.page.locator('#template').selectOption({ label: 'order_update · en_US · utility' });
	await page.page.getByText('your order is').first().waitFor();
	const blanks = page.page.locator('.template .field input');
	const values = ['B-2002', 'Dora', 'roasted', 'Monday', 'B-2002'];
	assert.equal(await blanks.count(), values.length);
	for (const [index, value] of values.entries()) await blanks.nth(index).fill(value);
	await page.page.getByRole('button', { name: 'Send template' }).click();
	await page.entries('out').getByText('your order is roasted').waitFor();
	await page.close();
	const [message] = await lab.phone(2);
	assert.equal(message?.template, 'order_update');
});

test('who opted out is left alone, and the timeline says when and how', async () => {
	await lab.customerWrites('STOP', { customer: 1 });
	const page = await open();
	await page.openPerson(ben.name);
	await page.entries('event').getByText('Opted out: “STOP”').waitFor();
	await page.page.getByText('This person opted out and gets no more messages').waitFor();
	assert(await page.page.getByLabel('Message', { exact: true }).isDisabled());
	await lab.idle(RECORD);
	const before = (await lab.phone(1)).length;
	const key = `whatsAppCloud:${number.id}:${ben.phoneNumber}`;
	const { status, data } = await call('write', { action: 'answer', key, text: 'One more thing' });
	assert.equal(status, 409, JSON.stringify(data));
	assert.match(String(data.message), /opted out/);
	assert.equal((await lab.phone(1)).length, before);
	await page.close();
});

const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64',
);

/** Ben's phone brings a message of this form, under this name. */
async function benBrings(content: Record<string, unknown>, name = ben?.name): Promise<void> {
	const from = ben?.phoneNumber.slice(1);
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: number?.phoneNumber.slice(1), phone_number_id: number?.id },
		contacts: [{ profile: { name }, wa_id: from }],
		messages: [
			{ from, id: `wamid.${randomUUID()}`, timestamp: String(Math.floor(Date.now() / 1_000)), ...content },
		],
	};
	const entry = { id: WORLD.businessAccountId, changes: [{ value, field: 'messages' }] };
	const body = wireJson({ object: 'whatsapp_business_account', entry: [entry] });
	assert.equal((await post(lab.webhookUrl('WhatsApp', RECORD), body)).status, 200);
}

async function uploaded(file: Buffer, type: string): Promise<string> {
	const form = new FormData();
	form.set('messaging_product', 'whatsapp');
	form.set('type', type);
	form.set('file', new Blob([new Uint8Array(file)], { type }), 'photo.png');
	const { data } = await axios.post<{ id: string }>(
		`${lab.sandbox.url}/${GRAPH_VERSION}/${String(number?.id)}/media`,
		form,
		{ headers: { Authorization: `Bearer ${WORLD.accessToken}` }, proxy: false },
	);
	return data.id;
}

test('a photo is fetched with the key and shown, and what is gone is said', async () => {
	const id = await uploaded(PIXEL, 'image/png');
	await benBrings({ type: 'image', image: { id, mime_type: 'image/png', caption: 'My beans' } });
	await benBrings({ type: 'image', image: { id: '999', mime_type: 'image/png', caption: 'Older beans' } });
	const page = await open();
	await page.openPerson(ben.name);
	await page
		.entries('in')
		.filter({ hasText: 'My beans' })
		.getByRole('button', { name: 'Show Photo' })
		.click();
	const photo = page.entries('in').getByRole('img', { name: 'Photo' });
	await photo.waitFor();
	const width = await page.page.evaluate(
		'document.querySelector(".media img").decode().then(() => document.querySelector(".media img").naturalWidth)',
	);
	assert.equal(width, 1);
	const gone = page.entries('in').filter({ hasText: 'Older beans' });
	await gone.getByRole('button', { name: 'Show Photo' }).click();
	await gone.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
	await page.close(/404/);
});

test('markup in names, messages and notes is text', async () => {
	await benBrings({ type: 'text', text: { body: MARKUP } }, MARKUP);
	const page = await open();
	await page.page.locator('.person').filter({ hasText: 'onerror' }).first().click();
	await page.entries('in').getByText(MARKUP).waitFor();
	await page.page.getByLabel('Signed as').fill(MARKUP.slice(0, 60));
	await page.page.getByLabel('Note for the team').check();
	await page.write(MARKUP, 'Note');
	await page.entries('note').getByText('onerror').first().waitFor();
	await page.page.getByLabel('Search people and messages').fill('onerror');
	await page.page.locator('#hits').getByText('onerror').first().waitFor();
	assert.equal(await page.page.locator('#app img, #app script').count(), 0);
	assert.equal(await page.page.title(), 'Conversations');
	await page.close();
	await benBrings({ type: 'text', text: { body: 'Just Ben again' } });
	await lab.idle(RECORD);
});

test('search finds people and words', async () => {
	const page = await open();
	const search = page.page.getByLabel('Search people and messages');
	await search.fill('oat milk');
	await page.page.locator('#hits').getByText('Likes oat milk').click();
	await page.page.getByRole('heading', { level: 2, name: ana.name }).waitFor();
	await search.fill(ben.name.slice(0, 3).toUpperCase());
	await page.person(ben.name).waitFor();
	await page.person(ana.name).waitFor({ state: 'hidden' });
	await search.fill('nobody has these words');
	await page.page.getByText('Nobody and nothing has these words.').waitFor();
	await page.close();
});

test('who has no key sees nothing and does nothing', async () => {
	const before = (await lab.phone()).length;
	const key = `whatsAppCloud:${number.id}:${ana.phoneNumber}`;
	for (const headers of [{}, { [KEY.name]: 'wrong' }]) {
		for (const [path, body] of [
			['read', { action: 'list' }],
			['write', { action: 'answer', key, text: 'Psst' }],
			['files', { action: 'templates' }],
		] as const) {
			const { status, data } = await call(path, body, headers);
			assert.equal(status, 403, path);
			assert(!JSON.stringify(data).includes(ana.name));
		}
	}
	assert.equal((await lab.phone()).length, before);
	const page = await ConversationsPage.open(browser, url, 'wrong');
	await page.page.getByRole('alert').getByText('does not know this key').waitFor();
	assert(!(await page.page.content()).includes(ana.name));
	await page.close(/403/);
});

test('only what is known is done', async () => {
	const key = `whatsAppCloud:${number.id}:${ana.phoneNumber}`;
	const ORDERS: readonly (readonly [path: string, body: unknown, status: number])[] = [
		['read', { action: 'drop' }, 400],
		['read', { action: 'thread', address: { $ne: '' } }, 400],
		['read', {}, 400],
		['write', { action: 'answer', key, text: { $ne: '' } }, 400],
		['write', { action: 'answer', key, text: 'x'.repeat(4_097) }, 400],
		['write', { action: 'template', key, template: 'welcome' }, 400],
		['write', { action: 'note', key: 'whatsAppCloud:1:+1', text: 'Nobody' }, 404],
		['write', { action: 'note', text: 'Nobody' }, 404],
		['files', { action: 'media', key: 'nothing' }, 404],
		['files', { action: 'media', key: ['nothing'] }, 400],
	];
	for (const [path, body, status] of ORDERS) {
		assert.equal((await call(path, body)).status, status, `${path} ${JSON.stringify(body).slice(0, 80)}`);
	}
});

test('the page alone holds no data and calls no other server', async () => {
	const { data, headers } = await axios.get<string>(url, { proxy: false });
	assert.match(String(headers['content-security-policy']), /^sandbox /, "n8n's sandbox is on");
	assert(!data.includes(ana.name));
	const page = await open();
	await page.person(ana.name).waitFor();
	const answer = await page.page.evaluate(
		(address) => fetch(address).then(String, (error: unknown) => String(error)),
		lab.sandbox.url,
	);
	assert.match(answer, /Failed to fetch/);
	await page.close(/Content Security Policy/);
});

test('the key in the fragment opens the page and leaves the address', async () => {
	const page = await ConversationsPage.open(browser, `${url}#key=${KEY.value}`);
	await page.person(ana.name).waitFor();
	assert.equal(new URL(page.page.url()).hash, '');
	await page.close();
});

test('what another workflow sent is in the timeline, with its text where it was handed over', async () => {
	const { api } = lab;
	const caller = await api.createWorkflow({
		id: 'callsSent01',
		name: 'Calls',
		nodes: [
			nodeOf('Go', 'n8n-nodes-base.manualTrigger', 1, {}),
			nodeOf('Item', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: JSON.stringify({
					to: ana.phoneNumber,
					provider: 'whatsAppCloud',
					channel: 'whatsapp',
					sender: number.id,
					type: 'text',
					messageId: 'wamid.sent-by-another',
					message: 'Your table is booked',
				}),
			}),
			nodeOf('Hand Over', 'n8n-nodes-base.executeWorkflow', 1.2, {
				workflowId: { __rl: true, mode: 'id', value: lab.workflow('sent.workflow.json').id },
			}),
		],
		connections: {
			Go: { main: [[{ node: 'Item', type: 'main', index: 0 }]] },
			Item: { main: [[{ node: 'Hand Over', type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	});
	await api.run(caller.id, 'Go');
	const page = await open();
	await page.openPerson(ana.name);
	await page.entries('out').getByText('Your table is booked').waitFor();
	await page.close();
});

test('a person with a new number keeps timeline and consent', async () => {
	const next = '15550123042';
	await benBrings({
		type: 'system',
		system: { type: 'user_changed_number', body: 'Ben has a new number', wa_id: next },
	});
	await lab.idle('numbers.workflow.json');
	await lab.idle(RECORD);
	const page = await open();
	await page.person(ben.name).click();
	await page.page.getByText(`+${next}`, { exact: true }).waitFor();
	await page.entries('in').getByText('My beans', { exact: true }).waitFor();
	await page.page.getByText('Opted out', { exact: true }).waitFor();
	await page.close();
});

test('the keyboard alone is enough', async () => {
	const page = await open();
	await page.person(ana.name).waitFor();
	await page.tabTo('searchbox');
	const { keyboard } = page.page;
	await keyboard.type(ana.name);
	await lab.eventually(
		async () => (await page.page.getByRole('list', { name: 'People' }).getByRole('button').count()) === 1,
		'Ana alone',
	);
	await keyboard.press('Tab');
	await keyboard.press('ArrowDown');
	await keyboard.press('Home');
	await keyboard.press('Enter');
	await page.page.getByLabel('Signed as').waitFor();
	await page.tabTo('textbox');
	await keyboard.type('Typed without a mouse');
	await keyboard.press('Enter');
	await page.entries('out').getByText('Typed without a mouse').waitFor();
	await keyboard.press('Escape');
	await page.page.getByText('Choose a conversation.').waitFor();
	const focused = await page.page.evaluate('document.activeElement.className');
	assert.equal(focused, 'person', 'the line that was open');
	await page.close();
});

/** What the documents show. */
const SHOWN: Readonly<Record<string, (page: Page) => Promise<void>>> = {
	'desktop-light': (page) => documentPicture(page, 'conversations'),
	'phone-dark': (page) => documentPicture(page, 'conversations-phone'),
};

for (const colorScheme of ['light', 'dark'] as const) {
	for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
		test(`nobody is shut out: ${device}, ${colorScheme}`, async () => {
			const options = { viewport, colorScheme, reducedMotion: 'reduce', bypassCSP: true } as const;
			const page = await ConversationsPage.open(browser, url, undefined, options);
			assert.deepEqual(await page.violations(), [], 'key');
			await page.enter(KEY.value);
			await page.person(ana.name).waitFor();
			assert.deepEqual(await page.violations(), [], 'list');
			await picture(page.page, `conversations-list-${device}-${colorScheme}`);
			await page.openPerson(ana.name);
			await page.entries('in').first().waitFor();
			await page.page.getByLabel('Signed as').waitFor();
			assert.deepEqual(await page.violations(), [], 'thread');
			await SHOWN[`${device}-${colorScheme}`]?.(page.page);
			await picture(page.page, `conversations-thread-${device}-${colorScheme}`);
			await page.page.getByLabel('Over').selectOption({ label: `WhatsApp · ${number.phoneNumber}` });
			await page.page.getByLabel('Template', { exact: true }).check();
			await page.page.locator('#template').selectOption({ index: 1 });
			assert.deepEqual(await page.violations(), [], 'template');
			await page.close();
		});
	}
}
