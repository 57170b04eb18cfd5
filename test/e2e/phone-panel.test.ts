import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { WORLD } from '../../sandbox/settings.ts';
import { AXE, violationsOf } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { DESKTOP, PHONE, PhonePage } from './phone-page.ts';
import { call, lineOf, Providers } from '../../sandbox/test/shared/providers.ts';
import {
	assertError,
	MESSAGES,
	WhatsAppCloud,
	text,
	WHO,
} from '../../sandbox/test/whatsapp-cloud/whatsapp-cloud.ts';

const { customer, number } = WHO;
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

const exchange = (words: string | RegExp) => page.locator('.exchange').filter({ hasText: words });

test('a call of the API is shown with its status and bodies, and without its token', async () => {
	await phone.openPanel('Traffic');
	await page.getByText('Nothing yet.').waitFor();
	standIn.api.customerSends(customer.phoneNumber, 'Hi');
	await standIn.send({ ...text('The way it went over the wire'), access_token: 'not for the page' });
	const sent = exchange(`POST ${MESSAGES}`);
	await sent.getByText('200', { exact: true }).waitFor();
	await sent.locator('summary').click();
	const headers = sent.getByRole('group', { name: 'Request headers' });
	assert.match(await headers.innerText(), /"authorization": "Bearer •+"/);
	const body = await sent.getByRole('group', { name: 'Request body' }).innerText();
	assert.match(body, /^{\n {2}"messaging_product": "whatsapp"/);
	assert.match(body, /"body": "The way it went over the wire"/);
	assert.match(await sent.getByRole('group', { name: 'Answer 200' }).innerText(), /"id": "wamid\./);
	const everything = await page.content();
	for (const secret of [WORLD.accessToken, 'not for the page']) assert(!everything.includes(secret), secret);
});

test('a refused call is marked, and stands alone where only failed ones are asked for', async () => {
	await phone.openPanel('Traffic');
	await standIn.call('GET', `/v25.0/${number.id}?access_token=${WORLD.accessToken}`);
	assertError(await standIn.call('GET', '/v25.0/1?access_token=wrong', undefined, ''), 401, 190);
	await exchange(`GET /v25.0/${number.id}?access_token=••••••••`).waitFor();
	await page.getByLabel('Only what failed').check();
	await exchange('GET /v25.0/1?access_token=••••••••').getByText('401').waitFor();
	assert.equal(await page.locator('.exchange').count(), 1);
});

test('a webhook is shown with its attempts and what the workflow answered', async () => {
	standIn.receiver.answers = [503];
	await phone.openPanel('Traffic');
	await phone.write('Is anybody there?');
	const webhook = exchange('message · WhatsApp Cloud');
	await webhook.getByText('200', { exact: true }).waitFor();
	await webhook.locator('summary').click();
	assert.match(
		await webhook.getByRole('group', { name: 'Body' }).innerText(),
		/"body": "Is anybody there\?"/,
	);
	const attempts = webhook.getByRole('group', { name: /^Attempt/ });
	assert.deepEqual(await attempts.allInnerTexts(), ['not now', 'No body']);
});

test('the token in the address of a webhook is hidden', async () => {
	const providers = await Providers.start();
	const other = await PhonePage.open(browser, providers.sandbox.url);
	try {
		await other.page.getByLabel('writes to').selectOption({ value: lineOf(WORLD.infobip.lines, 'sms').id });
		await other.openPanel('Traffic');
		await other.write('Hi');
		await other.page.getByText('?token=••••••••').waitFor();
		await call('POST', `${providers.sandbox.sinch.baseUrl}/oauth2/token`, { data: {} });
		const login = other.page.locator('.exchange').filter({ hasText: '/sinch/oauth2/token' });
		await login.getByText('Sinch · ').waitFor();
	} finally {
		await other.close();
		await providers.close();
	}
});

test('a failure that is switched on once hits once, with a mark while it waits', async () => {
	await phone.openPanel('Failures');
	const title = 'Throttled: code 130429, HTTP 400';
	const once = page.getByRole('button', { name: `Once: ${title}` });
	const mark = page.locator('#failing');
	await once.click();
	await mark.getByText(`WhatsApp Cloud: ${title} (once)`).waitFor();
	assert.equal(await once.getAttribute('aria-pressed'), 'true');
	assertError(await standIn.call('POST', MESSAGES, text()), 400, 130429);
	await mark.waitFor({ state: 'hidden' });
	assert.equal(await once.getAttribute('aria-pressed'), 'false');
	await standIn.send();
});

test('a lasting failure of every kind stays until it is turned off', async () => {
	await phone.openPanel('Failures');
	for (const title of ['Access token expired: code 190', 'Account is locked']) {
		await page.getByRole('button', { name: `Always: ${title}` }).click();
	}
	await page.getByLabel('When the API answers').selectOption('After 1 second');
	const mark = page.locator('#failing');
	await mark.getByText('3 failures are switched on').waitFor();
	await page.getByRole('button', { name: 'Close', exact: true }).click();
	for (let attempt = 0; attempt < 2; attempt += 1) {
		assertError(await standIn.call('POST', MESSAGES, text()), 401, 190);
	}
	await mark.getByRole('button', { name: 'Turn off' }).click();
	await mark.waitFor({ state: 'hidden' });
	await standIn.send();
});

test('a code that WhatsApp sends is there to read until it was entered', async () => {
	const { id, phoneNumber } = number;
	await standIn.call('POST', '/sandbox/rules', { break: ['numberUnverified'] });
	await standIn.call('POST', `/v25.0/${id}/request_code`, { code_method: 'VOICE', language: 'en_US' });
	const code = page.locator('#codes');
	await code.getByText('by phone call').waitFor();
	const [, digits] = /: (\d{6})$/.exec(await code.innerText()) ?? [];
	assert.match(await code.innerText(), new RegExp(phoneNumber.slice(-4)));
	const verified = await standIn.call('POST', `/v25.0/${id}/verify_code`, { code: digits });
	assert.equal(verified.status, 200);
	await code.locator('.strip').waitFor({ state: 'detached' });
});

test('what the workflow recorded of a person is said beside the chat', async () => {
	const consent = page.locator('#consent');
	const chip = page.getByText('Opted out', { exact: true });
	const row = { address: customer.phoneNumber, timestamp: '2026-11-20T10:00:00.000Z' };
	const record = async (...rows: object[]) => await standIn.call('POST', '/sandbox/consents', { rows });
	await record();
	await consent.getByText('Recorded: nothing about Ana yet').waitFor();
	await phone.write('Stop.');
	await consent.getByText('Recorded: nothing about Ana yet').waitFor();
	const left = { ...row, status: 'optedOut', evidence: 'Stop.' };
	await record(left);
	await consent.getByText('Recorded: Ana opted out with “Stop.”').waitFor();
	await chip.waitFor();
	await record({ ...row, timestamp: '2026-11-20T11:00:00.000Z', status: 'optedIn', evidence: 'start' }, left);
	await consent.getByText('Recorded: Ana opted in with “start”').waitFor();
	await record({ ...left, status: 'none', optOutAsked: row.timestamp });
	await consent.getByText('Recorded: Ana was asked whether to opt out').waitFor();
	await record({ ...left, scope: 'marketing' });
	await consent.getByText('Recorded: Ana opted out of marketing with “Stop.”').waitFor();
	await record({ ...row, timestamp: '2026-11-20T11:00:00.000Z', status: 'optedIn', evidence: 'start' }, left);
	await consent.getByRole('button', { name: 'Stop marketing' }).click();
	await consent.getByText('Ana stopped marketing in WhatsApp’s settings').waitFor();
	await chip.waitFor();
	await consent.getByRole('button', { name: 'Allow marketing' }).click();
	await consent.getByText('Recorded: Ana opted in with “start”').waitFor();
	assert.equal(await chip.isVisible(), false);
});

test('the panel is opened, read and closed by keyboard alone', async () => {
	const toggle = page.getByRole('button', { name: 'Traffic and failures' });
	await toggle.focus();
	await page.keyboard.press('Enter');
	assert.equal(await focused(), 'traffic-tab');
	await page.keyboard.press('ArrowRight');
	assert.equal(await focused(), 'failures-tab');
	await page.getByRole('button', { name: /^Once/ }).first().focus();
	await page.keyboard.press('Space');
	await page.locator('#failing').waitFor();
	await page.keyboard.press('Escape');
	assert.equal(await focused(), 'open-panel');
	assert.equal(await page.locator('#panel').isVisible(), false);
});

const focused = () => page.evaluate('document.activeElement.id');

for (const colorScheme of ['light', 'dark'] as const) {
	for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
		test(`nobody is shut out: ${device}, ${colorScheme}`, async () => {
			const options = { viewport, colorScheme, reducedMotion: 'reduce' } as const;
			const audited = await PhonePage.open(browser, standIn.api.baseUrl, options, AXE.content);
			try {
				await fillWithEverything();
				assert.deepEqual(await violationsOf(audited.page), [], 'customers');
				await audited.page.getByRole('button', { name: 'Add a customer' }).click();
				assert.deepEqual(await violationsOf(audited.page), [], 'dialog');
				await audited.page.keyboard.press('Escape');
				await audited.openChat();
				await audited.page.getByText('Not delivered (131026').waitFor();
				assert.deepEqual(await violationsOf(audited.page), [], 'chat');
				await audited.openPanel('Traffic');
				await audited.page.locator('.exchange summary').first().click();
				await audited.page.locator('.part').first().waitFor();
				assert.deepEqual(await violationsOf(audited.page), [], 'traffic');
				await audited.page.getByRole('tab', { name: 'Failures' }).click();
				await audited.page
					.getByRole('button', { name: /^Always/, pressed: true })
					.first()
					.waitFor();
				assert.deepEqual(await violationsOf(audited.page), [], 'failures');
				await audited.page.getByRole('button', { name: 'Close', exact: true }).click();
				const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
				assert.equal(await audited.page.evaluate(overhang), 0);
			} finally {
				await audited.close();
			}
		});
	}
}

/** Every kind of message and mark that the page has. */
async function fillWithEverything(): Promise<void> {
	await standIn.api.customerSends(customer.phoneNumber, 'STOP').delivered;
	const reply = { type: 'reply', reply: { id: 'yes', title: 'Yes' } };
	const interactive = { type: 'button', body: { text: 'Are *you* sure?' }, action: { buttons: [reply] } };
	await standIn.send({
		messaging_product: 'whatsapp',
		to: customer.phoneNumber,
		type: 'interactive',
		interactive,
	});
	standIn.receiver.answers = [401, 401, 401, 401];
	await standIn.api.customerSends(customer.phoneNumber, 'Hello?').delivered;
	standIn.api.faults.set('undeliverable');
	await standIn.send();
	standIn.api.faults.set('tokenExpired', 'always');
	await standIn.call('POST', MESSAGES, text());
}
