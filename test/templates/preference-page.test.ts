/** A link of one's own leads to a page where a person chooses what comes over which channel, and what is sent next keeps to it. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import { Workflow } from '../../sandbox/n8n/api.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { documentPicture, openBrowser, picture } from '../e2e/browser.ts';
import { endedExecutions } from '../e2e/lab.ts';
import { nodeOf } from '../e2e/nodes.ts';
import { DESKTOP, PHONE } from '../e2e/phone-page.ts';
import { credentialChooser, itemsOf, TemplateLab } from './lab.ts';
import { NodeTypes } from './node-types.ts';
import { PreferencePage } from './preference-page.ts';

const SECRET = 'a-long-random-secret-of-this-test';
const REPLIES = 'replies.workflow.json';
const LINKS = 'links.workflow.json';
const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
const OFFERS = 'Coffee offers and news';
const ALL = [OFFERS, 'Order updates', 'Reminders', 'Surveys'];

const lab = await TemplateLab.start('preference-page', {
	credentials: { jwtAuth: { keyType: 'passphrase', secret: SECRET, algorithm: 'HS256' } },
	// A topic's name as a stranger may have written it.
	change: (workflow) =>
		Workflow.parse(
			JSON.parse(
				JSON.stringify(workflow).replace(
					String.raw`\"surveys\": {}`,
					String.raw`\"surveys\": {\"fr\": ${JSON.stringify(JSON.stringify(MARKUP)).slice(1, -1)}}`,
				),
			),
		),
});
const browser = await openBrowser();
const url = lab.webhookUrl('Open Page');
const [ana, ben, dora] = lab.customers;
assert(ana && ben && dora);
const BY_SMS = { provider: 'infobip', channel: 'sms' } as const;

/** Writes to the business, and gives the link of its answer. */
async function linkOf(customer: number, text = 'PREFERENCES', wrote = {}): Promise<string> {
	const before = (await lab.phone(customer)).length;
	await lab.customerWrites(text, { customer, ...wrote });
	const answer = await lab.eventually(async () => (await lab.phone(customer))[before], 'the answer');
	const [link] = /http\S+/.exec(answer.text) ?? [];
	assert(link, answer.text);
	await lab.idle(REPLIES);
	return link;
}

const open = (link: string, options?: Parameters<typeof PreferencePage.open>[2]) =>
	PreferencePage.open(browser, link, options);

function ask(reference: string, changes: unknown = []) {
	return axios.post<Record<string, unknown>>(
		`${url}-choices`,
		{ changes },
		{ headers: { Authorization: `Bearer ${reference}` }, validateStatus: () => true, proxy: false },
	);
}

const referenceOf = (link: string) => new URL(link).hash.slice(1);

/** All that a link tells who reads it. */
const Claims = z.object({ sub: z.string(), exp: z.number(), iat: z.number() }).strict();
const Preferences = z.object({ url: z.string(), reference: z.string() });

function claimsOf(link: string): z.infer<typeof Claims> {
	const [, claims = ''] = referenceOf(link).split('.');
	return Claims.parse(JSON.parse(Buffer.from(claims, 'base64url').toString()));
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A reference as n8n signs it, or as somebody with another secret would. */
function signed(claims: object, secret = SECRET, header: object = { alg: 'HS256', typ: 'JWT' }): string {
	const body = `${encoded(header)}.${encoded(claims)}`;
	return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** The history of a person: what was said last is last. */
async function auditOf(address: string): Promise<string[]> {
	const rows = await lab.table('messaging_audit');
	return rows
		.filter((row) => row.address === address)
		.sort((one, other) => String(one.timestamp).localeCompare(String(other.timestamp)))
		.map(({ channel, scope, previousStatus, status, source }) =>
			[channel, scope, `${String(previousStatus)} → ${String(status)}`, source].join(', '),
		);
}

const to = (...names: string[]) => ({
	main: [names.map((name) => ({ node: name, type: 'main', index: 0 }))],
});

/** A marketer's workflow: looks the person up and sends a message of a topic over a channel, or holds it back. */
const choose = await credentialChooser(lab, await NodeTypes.of(lab.api), {});
const sender = await lab.api.createWorkflow(
	choose({
		id: 'sendsTopics01',
		name: 'Sends topics',
		nodes: [
			nodeOf('Go', 'n8n-nodes-base.manualTrigger', 1, {}),
			nodeOf('Rows', 'n8n-nodes-base.dataTable', 1.1, {
				resource: 'row',
				operation: 'get',
				dataTableId: { __rl: true, mode: 'name', value: 'messaging_contacts' },
				returnAll: true,
			}),
			nodeOf('Messages', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: `={{ { messages: ${JSON.stringify([ana, ben].map(({ phoneNumber }) => phoneNumber))}.flatMap((to) => ['offers', 'orderUpdates', 'reminders', 'surveys'].map((topic) => ({ to, topic, purpose: ['offers', 'surveys'].includes(topic) ? 'marketing' : 'utility' }))) } }}`,
				options: {},
			}),
			nodeOf('Each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'messages', options: {} }),
			...(['WhatsApp', 'SMS'] as const).map((channel) =>
				nodeOf(channel, 'n8n-nodes-messaging-channels.messagingSend', 1, {
					...(channel === 'WhatsApp'
						? { provider: 'whatsAppCloud', sender: { __rl: true, mode: 'id', value: WORLD.numbers[0]?.id } }
						: {
								provider: 'infobip',
								channel: 'sms',
								sender: {
									__rl: true,
									mode: 'id',
									value: lab.sandbox.infobip.lines.find((line) => line.channel === 'sms')?.id,
								},
							}),
					operation: 'sendResponse',
					runMode: 'dryRun',
					recipientFrom: 'value',
					to: '={{ $json.to }}',
					messageType: 'text',
					text: 'News',
					permission: {
						consentRecords: "={{ $('Rows').all() }}",
						topic: '={{ $json.topic }}',
						purpose: '={{ $json.purpose }}',
					},
					options: {},
				}),
			),
		].map((one) => {
			if (one.name === 'Messages') return { ...one, executeOnce: true };
			return one.name === 'Rows' ? { ...one, alwaysOutputData: true } : one;
		}),
		connections: {
			Go: to('Rows'),
			Rows: to('Messages'),
			Messages: to('Each'),
			Each: to('WhatsApp', 'SMS'),
		},
		settings: { executionOrder: 'v1' },
	}),
);

/** Topics that a person would be sent over a channel now. */
async function sentTo(address: string, channel: 'WhatsApp' | 'SMS'): Promise<unknown[]> {
	const executionId = await lab.api.run(sender.id, 'Go');
	await lab.eventually(
		async () => (await endedExecutions(lab.api, sender.id)).some(({ id }) => id === executionId),
		'the end of the run',
	);
	return itemsOf(await lab.api.runData(executionId), channel)
		.filter((item) => item.to === address && item.suppressed === undefined)
		.map(({ topic }) => topic);
}

const EVERY_TOPIC = ['offers', 'orderUpdates', 'reminders', 'surveys'];

const links = { ana: await linkOf(0), ben: await linkOf(1, 'PREFERENCES', BY_SMS) };

test('each person gets a link of their own, which holds no number and no name', async () => {
	assert.equal(links.ana.split('#')[0], url);
	assert.notEqual(links.ana, links.ben);
	for (const [person, link] of [
		[ana, links.ana],
		[ben, links.ben],
	] as const) {
		const told = claimsOf(link);
		const { status, data } = await ask(referenceOf(link));
		assert.equal(status, 200);
		const whole = JSON.stringify([told, data]);
		assert(!whole.includes(person.phoneNumber.slice(-7)) && !whole.includes(person.name), whole);
	}
	const days =
		(Date.parse(String((await lab.table('messaging_preference_links'))[0]?.expires_at)) - Date.now()) /
		86_400_000;
	assert(days > 6.9 && days < 7.1, String(days));
});

test('who never said anything gets what is no advertising, and the page says so', async () => {
	const page = await open(links.ana);
	assert.deepEqual(await page.given('WhatsApp'), ['Order updates', 'Reminders']);
	assert.deepEqual(await page.given('SMS'), ['Order updates', 'Reminders']);
	assert.deepEqual(await sentTo(ana.phoneNumber, 'WhatsApp'), ['orderUpdates', 'reminders']);
	assert.deepEqual(await auditOf(ana.phoneNumber), [], 'looking is no change');
	await page.close();
});

test('a change is recorded, counts for its channel alone, and the next send keeps to it', async () => {
	const page = await open(links.ana);
	await page.turn('WhatsApp', OFFERS);
	assert.deepEqual(await page.given('WhatsApp'), ALL.slice(0, 3));
	assert.deepEqual(await page.given('SMS'), ['Order updates', 'Reminders']);
	await page.turn('SMS', 'Reminders');
	assert.deepEqual(await auditOf(ana.phoneNumber), [
		'whatsapp, offers, none → optedIn, preferences',
		'whatsapp, surveys, optedIn → optedOut, preferences',
		'sms, offers, none → optedOut, preferences',
		'sms, surveys, optedOut → optedOut, preferences',
		'sms, reminders, optedOut → optedOut, preferences',
	]);
	assert.deepEqual(await sentTo(ana.phoneNumber, 'WhatsApp'), ['offers', 'orderUpdates', 'reminders']);
	assert.deepEqual(await sentTo(ana.phoneNumber, 'SMS'), ['orderUpdates']);
	await page.page.reload();
	assert.deepEqual(await page.given('SMS'), ['Order updates']);
	await page.close();
	const joined = (await lab.table('messaging_audit')).find(({ scope }) => scope === 'offers');
	assert.equal(joined?.explanation, 'On the preference page the person resumed offers messages.');
	assert.match(String(joined.timestamp), /^\d{4}-.*Z$/);
});

test('everything can be stopped on one channel, and taken up again topic by topic', async () => {
	const page = await open(links.ana);
	await page.channel('SMS').getByRole('button', { name: 'Stop everything on SMS' }).click();
	await page.saved();
	await page.channel('SMS').getByText('You get no messages on SMS.').waitFor();
	assert.deepEqual(await page.given('SMS'), []);
	assert.deepEqual(await sentTo(ana.phoneNumber, 'SMS'), []);
	assert.deepEqual(await sentTo(ana.phoneNumber, 'WhatsApp'), ['offers', 'orderUpdates', 'reminders']);
	await page.turn('SMS', 'Surveys');
	assert.deepEqual(await page.given('SMS'), ['Surveys']);
	assert.deepEqual(await sentTo(ana.phoneNumber, 'SMS'), ['surveys']);
	await page.close();
});

test('STOP in a chat counts on all channels, and the page takes it back on one', async () => {
	await lab.customerWrites('STOP', { customer: 1 });
	await lab.idle(REPLIES);
	const page = await open(links.ben);
	assert.deepEqual([await page.given('WhatsApp'), await page.given('SMS')], [[], []]);
	assert.deepEqual(await sentTo(ben.phoneNumber, 'SMS'), []);
	await page.turn('SMS', 'Order updates');
	assert.deepEqual(await sentTo(ben.phoneNumber, 'SMS'), ['orderUpdates']);
	assert.deepEqual(await sentTo(ben.phoneNumber, 'WhatsApp'), []);
	await page.close();
	await lab.customerWrites('START', { customer: 1 });
	await lab.idle(REPLIES);
	assert.deepEqual(await sentTo(ben.phoneNumber, 'WhatsApp'), EVERY_TOPIC);
	assert.deepEqual(await sentTo(ben.phoneNumber, 'SMS'), ['orderUpdates'], 'START by WhatsApp opens no SMS');
});

test('a link that is altered, forged, too old or not issued opens nothing', async () => {
	const [header = '', claims = '', signature = ''] = referenceOf(links.ana).split('.');
	const own = claimsOf(links.ana);
	const [, claimsOfBen = ''] = referenceOf(links.ben).split('.');
	const hour = 3_600;
	const now = Math.floor(Date.now() / 1_000);
	const REFUSED: Readonly<Record<string, string>> = {
		nothing: '',
		'no reference': 'x.y.z',
		'a letter changed': `${header}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
		"somebody else's claims": `${header}.${claimsOfBen}.${signature}`,
		'too old': signed({ ...own, exp: now - 1 }),
		'another secret': signed({ ...own, exp: now + hour }, 'another'),
		'without a signature': `${encoded({ alg: 'none', typ: 'JWT' })}.${claims}.`,
		'not issued': signed({ sub: 'nobody', exp: now + hour }),
		'of no one': signed({ exp: now + hour }),
		'a whole row': signed({ sub: { $ne: '' }, exp: now + hour }),
	};
	const before = await lab.table('messaging_audit');
	const change = [{ channel: 'sms', action: 'optIn', scope: 'all' }];
	for (const [name, reference] of Object.entries(REFUSED)) {
		const { status, data } = await ask(reference, change);
		assert([401, 403, 404].includes(status), `${name}: ${status}`);
		assert.deepEqual(
			Object.keys(data).filter((key) => key === 'rows'),
			[],
			name,
		);
	}
	assert.deepEqual(await lab.table('messaging_audit'), before);

	for (const link of [url, `${url}#${REFUSED['too old']}`, `${url}?t=${REFUSED['a letter changed']}`]) {
		const page = await open(link);
		await page.page.getByRole('alert').getByText('This link is not valid any more.').waitFor();
		assert.equal(await page.page.getByRole('switch').count(), 0);
		await page.close(/40[134]/);
	}
});

test("a link changes what its own person gets and nobody else's, whatever the call says", async () => {
	const before = await lab.table('messaging_contacts');
	const ofOthers = (rows: typeof before) => rows.filter(({ address }) => address !== ana.phoneNumber);
	const { status } = await ask(referenceOf(links.ana), [
		{
			channel: 'whatsapp',
			action: 'optOut',
			scope: 'surveys',
			address: ben.phoneNumber,
			from: ben.phoneNumber,
		},
		{ channel: 'whatsapp', action: 'optIn', scope: "all' OR 1=1" },
		{ channel: 'rcs', action: 'optIn', scope: 'all' },
		{ channel: 'whatsapp', action: 'drop', scope: 'all' },
		null,
		'optOut',
	]);
	assert.equal(status, 200);
	const after = await lab.table('messaging_contacts');
	assert.deepEqual(ofOthers(after), ofOthers(before));
	assert.equal(after.length, before.length);
	for (const changes of ['optOut', null, 7, { channel: 'whatsapp' }])
		assert.equal((await ask(referenceOf(links.ana), changes)).status, 200);
});

test('the page speaks the language of the person, and that of the phone otherwise', async () => {
	const german = await linkOf(2, 'HILFE');
	const page = await open(german);
	await page.page.getByRole('heading', { name: 'Ihre Nachrichten von Example Coffee' }).waitFor();
	assert.deepEqual(await page.given('WhatsApp'), ['Neues zu Bestellungen', 'Erinnerungen']);
	await page.turn('WhatsApp', 'Erinnerungen');
	assert.equal(await page.page.locator('html').getAttribute('lang'), 'de');
	await page.page.getByLabel('Sprache').selectOption({ label: 'العربية' });
	assert.equal(await page.page.locator('html').getAttribute('dir'), 'rtl');
	assert.deepEqual(await page.violations(), []);
	await picture(page.page, 'preference-page-arabic');
	await page.close();
	const spanish = await open(links.ana, { locale: 'es-MX' });
	await spanish.page.getByRole('heading', { name: 'Sus mensajes de Example Coffee' }).waitFor();
	await spanish.close();
});

test('markup in the name of a topic is text', async () => {
	const page = await open(links.ana, { locale: 'fr-FR' });
	await page.topic('WhatsApp', MARKUP).waitFor();
	assert.equal(await page.page.locator('main img, main script').count(), 0);
	assert.equal(await page.page.title(), 'Vos messages de Example Coffee');
	await page.close();
});

test('the page holds no number, with its data and without', async () => {
	const { data, headers } = await axios.get<string>(url, { proxy: false });
	assert(!data.includes('Example Coffee'));
	assert.match(String(headers['content-security-policy']), /^sandbox /, "n8n's sandbox is on");
	const page = await open(links.ana);
	await page.given('SMS');
	assert(!(await page.page.content()).includes(ana.phoneNumber.slice(-7)));
	await page.close();
});

test('the keyboard alone is enough', async () => {
	const page = await open(links.ana);
	const { keyboard } = page.page;
	const survey = page.topic('SMS', 'Surveys');
	await survey.waitFor();
	const isOn = await survey.isChecked();
	const focused = page.page.locator('#sms-surveys:focus');
	for (let presses = 0; presses < 20 && (await focused.count()) === 0; presses += 1)
		await keyboard.press('Tab');
	await keyboard.press('Space');
	await page.saved();
	assert.equal(await survey.isChecked(), !isOn);
	assert.equal(await focused.count(), 1, 'the switch keeps the focus');
	await page.close();
});

test('another workflow gets links for the blanks and buttons of its templates', async () => {
	const { api } = lab;
	const caller = await api.createWorkflow({
		id: 'callsLinks001',
		name: 'Calls links',
		nodes: [
			nodeOf('Go', 'n8n-nodes-base.manualTrigger', 1, {}),
			nodeOf('Item', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: JSON.stringify({ to: dora.phoneNumber, order: 'B-2002' }),
				options: {},
			}),
			nodeOf('Links', 'n8n-nodes-base.executeWorkflow', 1.2, {
				workflowId: { __rl: true, mode: 'id', value: lab.workflow(LINKS).id },
			}),
		],
		connections: { Go: to('Item'), Item: to('Links') },
		settings: { executionOrder: 'v1' },
	});
	const executionId = await api.run(caller.id, 'Go');
	await lab.eventually(
		async () => (await endedExecutions(api, caller.id)).some(({ id }) => id === executionId),
		'the end of the run',
	);
	const [item] = itemsOf(await api.runData(executionId), 'Links');
	const { url: link, reference } = Preferences.parse(item?.preferences);
	assert.equal(item?.order, 'B-2002');
	assert.equal(link, `${url}#${reference}`);
	const page = await open(`${url}?t=${reference}`);
	assert.deepEqual(await page.given('WhatsApp'), ['Order updates']);
	await page.close();
});

test('links that are over are forgotten', async () => {
	await lab.addRows('messaging_preference_links', [
		{
			token: 'old',
			address: ana.phoneNumber,
			language: '',
			issued_at: '2026-01-01T00:00:00.000Z',
			expires_at: '2026-01-08T00:00:00.000Z',
		},
	]);
	await linkOf(0);
	const tokens = (await lab.table('messaging_preference_links')).map(({ token }) => token);
	assert(!tokens.includes('old'));
});

for (const colorScheme of ['light', 'dark'] as const) {
	for (const [device, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
		test(`nobody is shut out: ${device}, ${colorScheme}`, async () => {
			const page = await open(links.ana, { viewport, colorScheme, reducedMotion: 'reduce', bypassCSP: true });
			await page.given('SMS');
			assert.deepEqual(await page.violations(), [], 'choices');
			const width = await page.page.evaluate('document.documentElement.scrollWidth');
			assert.equal(width, viewport.width, 'nothing is wider than the screen');
			await picture(page.page, `preference-page-${device}-${colorScheme}`);
			if (device === 'phone' && colorScheme === 'light') await documentPicture(page.page, 'preferences');
			await page.channel('SMS').getByRole('button').click();
			await page.saved();
			assert.deepEqual(await page.violations(), [], 'stopped');
			await page.page.goto(`${url}#x.y.z`);
			await page.page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
			assert.deepEqual(await page.violations(), [], 'not valid');
			await page.close(/40[134]/);
			const again = await open(links.ana);
			await again.turn('SMS', 'Surveys');
			await again.close();
		});
	}
}
