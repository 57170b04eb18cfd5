import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { WORLD } from '../../sandbox/settings.ts';
import { openBrowser } from './browser.ts';
import { PhonePage } from './phone-page.ts';
import { bodyOf, call, lineOf, Providers } from '../../sandbox/test/shared/providers.ts';
import { eventually, valueOf } from '../../sandbox/test/shared/receiver.ts';
import { WhatsAppCloud, text, WHO } from '../../sandbox/test/whatsapp-cloud/whatsapp-cloud.ts';

const { customer, number, otherNumber, silentCustomer } = WHO;
const browser = await openBrowser();

let standIn: WhatsAppCloud;
let phone: PhonePage;
let page: Page;

beforeEach(async () => {
	standIn = await WhatsAppCloud.start();
	phone = await PhonePage.open(browser, standIn.api.baseUrl);
	({ page } = phone);
});

afterEach(async () => {
	await phone.close();
	await standIn.close();
});

const bubbles = (sender: 'customer' | 'business') => page.locator(`.message[data-sender=${sender}]`);
const ticks = (sender: 'customer' | 'business', status: string) =>
	bubbles(sender).getByRole('img', { name: status, exact: true });

test('typing and Enter sends a webhook; the answer comes with its ticks', async () => {
	await page.getByLabel('Message', { exact: true }).fill('STOP');
	await page.keyboard.press('Enter');
	await ticks('customer', 'Taken by the workflow').waitFor();
	const [webhook] = standIn.receiver.received;
	assert(webhook);
	const [message] = valueOf(webhook).messages ?? [];
	assert(message);
	assert.deepEqual(message.text, { body: 'STOP' });

	const read = { messaging_product: 'whatsapp', status: 'read', message_id: message.id };
	const path = `/v25.0/${number.id}/messages`;
	await standIn.call('POST', path, { ...read, typing_indicator: { type: 'text' } });
	await ticks('customer', 'Read by the business').waitFor();
	await page.getByRole('img', { name: 'The business is typing' }).waitFor();
	await standIn.send({ ...text('You are out.'), context: { message_id: message.id } });
	await ticks('business', 'Read').waitFor();
	assert.equal(await bubbles('business').locator('.quote').innerText(), `${customer.name}\nSTOP`);
	assert.equal(await page.getByRole('img', { name: 'The business is typing' }).count(), 0);
});

test('a chip sends its word, to the number that is chosen', async () => {
	await page.getByLabel('writes to').selectOption({ value: otherNumber.id });
	await page.getByRole('button', { name: 'HELP', exact: true }).click();
	const webhook = await eventually(() => standIn.receiver.received[0], 'webhook');
	assert.equal(valueOf(webhook).metadata.phone_number_id, otherNumber.id);
});

test('chats of one person with two numbers of a provider are told apart by the name of the number', async () => {
	standIn.api.customerSends(customer.phoneNumber, 'Hi');
	standIn.api.customerSends(customer.phoneNumber, 'Hello', { numberId: otherNumber.id });
	const chats = page.getByRole('list', { name: `Chats of ${customer.name}` });
	await chats.getByText(number.verifiedName, { exact: false }).first().waitFor();
	const ways = await chats.locator('.channel').allInnerTexts();
	assert.deepEqual(
		ways.sort(),
		[`WhatsApp · ${number.verifiedName}`, `WhatsApp · ${otherNumber.verifiedName}`].sort(),
	);
});

test('what people write is never read as HTML', async () => {
	const markup = '<img src=x onerror="document.title=1"><b>bold</b>';
	standIn.api.customerSends(customer.phoneNumber, markup);
	await standIn.send(text(markup));
	await bubbles('business').waitFor();
	assert.equal(await page.locator('.messages img, .messages b, .people-list img').count(), 0);
	assert.equal(await bubbles('customer').locator('.text').innerText(), markup);
});

test('a message for somebody else counts as unread until that chat is opened', async () => {
	standIn.api.customerSends(silentCustomer.phoneNumber, 'Hi');
	const id = await standIn.send(text('For Ben', silentCustomer.phoneNumber));
	await page.getByLabel('1 unread').waitFor();
	await page.getByRole('button', { name: silentCustomer.name }).click();
	await ticks('business', 'Read').waitFor();
	assert.equal(standIn.receiver.statusesOf(id).at(-1)?.status, 'read');
	assert.equal(await page.getByLabel('1 unread').count(), 0);
});

test('a refused webhook is told on the message and in a notice', async () => {
	standIn.receiver.answers = [401, 401, 401, 401];
	await page.getByRole('button', { name: 'START', exact: true }).click();
	await page.getByText('Not delivered to the workflow: 401 not now').waitFor();
	await page.locator('#notice').getByText('The workflow refused the signature').waitFor();
	await ticks('customer', 'Not delivered to the workflow').waitFor();
	await page.getByRole('button', { name: 'START', exact: true }).click();
	await ticks('customer', 'Taken by the workflow').waitFor();
	await page.locator('#notice').waitFor({ state: 'hidden' });
});

test('an address at which no workflow is published is no connection', async () => {
	standIn.api.notePublished(false);
	await page.locator('#connection').getByText('No workflow is published').waitFor();
	await page.locator('#notice').getByText('Until then nobody answers').waitFor();
	standIn.api.notePublished(true);
	await page.locator('#connection').getByText('Workflow connected').waitFor();
});

test('numbers without a phone that got messages are counted, each once', async () => {
	for (const to of ['15550129001', '15550129002', '15550129001']) await standIn.send(text('Hi', to));
	await page.getByText('Messages went to 2 more numbers without a phone here.').waitFor();
});

test('a message outside the window shows why it failed', async () => {
	await page.getByText('Ana has not written yet').waitFor();
	await standIn.send();
	await page.getByText('Not delivered (131047, Re-engagement message)').waitFor();
	await ticks('business', 'Not delivered').waitFor();
});

test('a template shows its parts, and a tap on its button goes back to the workflow', async () => {
	const media = { messaging_product: 'whatsapp', to: customer.phoneNumber };
	const words = [
		{ type: 'text', parameter_name: 'first_name', text: 'Ana' },
		{ type: 'text', parameter_name: 'day', text: 'Friday' },
	];
	const components = [
		{ type: 'header', parameters: [{ type: 'text', parameter_name: 'place', text: 'Market Street' }] },
		{ type: 'body', parameters: words },
	];
	const template = { name: 'appointment_reminder', language: { code: 'en_US' }, components };
	await standIn.send({ ...media, type: 'template', template });
	await page.getByText('See you at Market Street').waitFor();
	await bubbles('business').getByText('Hello Ana, your tasting is on Friday.').waitFor();
	const sections = [{ title: 'Coffee', rows: [{ id: 'flat', title: 'Flat white', description: '180 ml' }] }];
	const action = { button: 'See the menu', sections };
	const interactive = { type: 'list', body: { text: 'What will it be?' }, action };
	await page.getByRole('button', { name: 'Yes, keep it' }).click();
	await standIn.send({ ...media, type: 'interactive', interactive });
	await page.getByText('See the menu').click();
	await page.getByRole('button', { name: /Flat white/ }).click();
	await eventually(() => standIn.receiver.received.some(({ raw }) => raw.includes('list_reply')), 'row');
	assert(standIn.receiver.received.some(({ raw }) => raw.includes('"payload":"Yes, keep it"')));
});

test('without a webhook the page says what to do, and setting it works', async () => {
	await standIn.api.setWebhook(undefined);
	await page.getByRole('button', { name: 'Set webhook' }).click();
	await page.getByLabel('Webhook URL').fill(standIn.receiver.url);
	await page.getByRole('button', { name: 'Verify and save' }).click();
	await page.locator('#notice').waitFor({ state: 'hidden' });
	assert.equal(standIn.api.webhook.url, standIn.receiver.url);
});

test('on a phone one pane is shown at a time', async () => {
	await page.setViewportSize({ width: 390, height: 780 });
	const message = page.getByLabel('Message', { exact: true });
	assert.equal(await message.isVisible(), false);
	await page.getByRole('button', { name: customer.name }).click();
	await message.waitFor();
	await page.getByRole('button', { name: 'Back to the customers' }).click();
	await message.waitFor({ state: 'hidden' });
});

test('SMS and WhatsApp of one customer stand apart, each with its provider', async () => {
	const { lines, apiKey } = WORLD.infobip;
	const sms = lineOf(lines, 'sms');
	const providers = await Providers.start();
	try {
		await page.goto(providers.sandbox.url);
		await page.getByLabel('writes to').selectOption({ value: sms.id });
		await page.locator('#channel').getByText('SMS', { exact: true }).waitFor();
		await page.getByRole('button', { name: 'STOP', exact: true }).click();
		const webhook = await eventually(() => providers.receiver.received[0], 'webhook');
		assert.match(JSON.stringify(bodyOf(webhook)), /"text":"STOP"/);
		await ticks('customer', 'Taken by the workflow').waitFor();
		assert.equal(await page.locator('.reply').count(), 0);
		assert.equal(await page.locator('#window').isVisible(), false);

		const send = (text: string) =>
			call('POST', `${providers.sandbox.infobip.baseUrl}/sms/3/messages`, {
				data: { messages: [{ destinations: [{ to: customer.phoneNumber }], content: { text } }] },
				headers: { Authorization: `App ${apiKey}` },
			});
		await send('You are out.');
		await ticks('business', 'Delivered').waitFor();
		providers.sandbox.infobip.faults.set('undeliverable');
		await send('Never arrives.');
		await page.getByText('Not delivered (27, EC_ABSENT_SUBSCRIBER)').waitFor();

		providers.sandbox.whatsAppCloud.customerSends(customer.phoneNumber, 'Hi on WhatsApp');
		const chats = page.getByRole('list', { name: `Chats of ${customer.name}` }).getByRole('button');
		await chats.getByText('SMS · Infobip').waitFor();
		await chats.filter({ hasText: 'Hi on WhatsApp' }).click();
		await page.locator('#channel').getByText('WhatsApp', { exact: true }).waitFor();
		assert.equal(await page.locator('.reply').count(), 1);
	} finally {
		await page.goto(standIn.api.baseUrl);
		await providers.close();
	}
});
