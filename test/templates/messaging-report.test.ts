/** The report: its figures are those of the provider, and nobody sees them without the key. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import axios from 'axios';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { openBrowser, picture } from '../e2e/browser.ts';
import { DESKTOP } from '../e2e/phone-page.ts';
import { itemsOf, TemplateLab } from './lab.ts';
import { postgresCredential, startDatabase } from './postgres.ts';
import { addTemplate, ask, CREDENTIALS, figuresOf, KEY, PATHS, renew, runToEnd } from './report-stage.ts';

const CAMPAIGN = 'Spring <img src=x onerror="document.title=1">';
const PEOPLE = Array.from({ length: 14 }, (_, index) => `+${15_550_123_400 + index}`);
const [OPTED_OUT, NEVER_ASKED] = [12, 13];
const WILLING = PEOPLE.slice(0, OPTED_OUT);
const UNDELIVERABLE = 2;
const RUN_MS = 120_000;

const postgres = await startDatabase();
const lab = await TemplateLab.start('messaging-report', {
	credentials: { ...CREDENTIALS, ...postgresCredential(postgres) },
});
const { whatsAppCloud } = lab.sandbox;
whatsAppCloud.rules.change({ strangersReachable: true });

const campaignOf = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) => {
		const parameters = JSON.stringify(node.parameters)
			.replace('welcome|en_US', 'order_update|en_US')
			.replace('"First broadcast"', JSON.stringify(CAMPAIGN));
		return { ...node, parameters: z.record(z.unknown()).parse(JSON.parse(parameters)) };
	}),
});
const broadcast = await addTemplate(lab, 'broadcast', campaignOf);
const consent = await addTemplate(lab, 'consent-record');
for (const workflow of [broadcast.get('statuses.workflow.json'), consent.get('workflow.json')]) {
	assert(workflow);
	await lab.api.publish(workflow);
}

async function runBroadcast(): Promise<void> {
	const workflow = broadcast.get('workflow.json');
	assert(workflow);
	await runToEnd(lab, workflow.id, 'Start or Resume', RUN_MS);
}

/** How many messages of the campaign the stand-in reported with this status. */
const reported = (about: string) => {
	const ours = new Set(
		whatsAppCloud.ledger.accepted
			.filter(({ callbackData }) => callbackData?.startsWith(CAMPAIGN))
			.map(({ id }) => id),
	);
	const told = whatsAppCloud.ledger.deliveries.filter(
		(each) => each.about === about && ours.has(each.messageId ?? ''),
	);
	return new Set(told.map(({ messageId }) => messageId)).size;
};

await renew(lab);
await renew(lab, 'atScale');
/** A whole block, from before the days that are kept. */
await lab.addRows(
	'messaging_sends',
	Array.from({ length: 1_000 }, (_, index) => ({
		recipient: `+${15_550_100_000 + index}`,
		campaign: 'Old',
		status: 'read',
		progress: 5,
		sentAt: '2024-05-02T08:00:00.000Z',
		messageId: `wamid.${index}`,
		key: `Old|${index}`,
	})),
);
await runBroadcast();
for (const [index, phoneNumber] of PEOPLE.entries()) {
	await axios.post(
		`${lab.sandbox.url}/sandbox/customers`,
		{ phoneNumber, name: `Person ${index}` },
		{ proxy: false },
	);
}
await lab.addRows(
	'messaging_segment',
	PEOPLE.map((recipient) => ({
		segment: 'everyone',
		recipient,
		properties: JSON.stringify({
			header_text_1: 'A-1',
			body_1: 'you',
			body_2: 'ready',
			body_3: 'Friday',
			button_0_url: 'A-1',
		}),
	})),
);
await lab.addRows(
	'messaging_contacts',
	PEOPLE.slice(0, NEVER_ASKED).map((address, index) => ({
		key: `k${index}`,
		address,
		channel: 'whatsapp',
		scope: 'all',
		status: index === OPTED_OUT ? 'optedOut' : 'optedIn',
		timestamp: '2026-01-02T08:00:00.000Z',
	})),
);
whatsAppCloud.faults.set('undeliverable', UNDELIVERABLE);
await runBroadcast();

async function writes(person: number, text: string): Promise<void> {
	const { delivered } = whatsAppCloud.customerSends(PEOPLE[person] ?? '', text);
	assert.equal((await delivered).state, 'taken');
}

test('the figures are those of the provider', async () => {
	await lab.eventually(() => reported('delivered') === WILLING.length - UNDELIVERABLE, 'all statuses');
	await writes(5, 'Thank you!');
	await writes(6, 'STOP');
	await lab.eventually(async () => (await lab.table('messaging_audit')).length === 1, 'the opt-out');
	await lab.eventually(
		async () => (await lab.table('messaging_outcomes')).filter(({ kind }) => kind === 'reply').length === 2,
		'both replies',
	);
	const settled = async () => {
		await renew(lab);
		const { sent, delivered, failed, replied, optedOut, heldBack, waiting } = await figuresOf(lab, CAMPAIGN);
		return { sent, delivered, failed, replied, optedOut, heldBack, waiting };
	};
	const accepted = whatsAppCloud.ledger.accepted.filter(({ callbackData }) =>
		callbackData?.startsWith(CAMPAIGN),
	);
	const due = {
		sent: accepted.length,
		delivered: reported('delivered'),
		failed: reported('failed'),
		replied: 2,
		optedOut: 1,
		heldBack: 2,
		waiting: 0,
	};
	assert.deepEqual([due.sent, due.failed], [WILLING.length, UNDELIVERABLE]);
	assert.deepEqual(await settled(), due);
	assert.deepEqual(await settled(), due, 'counted again, it is the same');
});

test('who left and came back stands in the consent of the day, each once', async () => {
	const Consent = z.object({ rows: z.number(), optedIn: z.number(), optedOut: z.number() });
	const counted = async () => {
		await renew(lab);
		return (await lab.table('messaging_report'))
			.filter(({ kind }) => kind === 'consent')
			.map(({ campaign, channel, figures }) => ({
				campaign,
				channel,
				...Consent.parse(JSON.parse(String(figures))),
			}));
	};
	const due = { campaign: 'keyword', channel: 'whatsapp', rows: 1, optedIn: 0, optedOut: 1 };
	assert.deepEqual(await counted(), [due]);
	await writes(6, 'START');
	await lab.eventually(async () => (await lab.table('messaging_audit')).length === 2, 'the opt-in');
	const now = { ...due, rows: 2, optedIn: 1 };
	assert.deepEqual(await counted(), [now]);
	assert.deepEqual(await counted(), [now], 'counted again, it is the same');
});

test('the outbox in PostgreSQL is counted in the same way, and late statuses and replies once', async () => {
	await postgres.execute(`
		insert into messaging.outbox (reference, list, recipient, state, message_id, error, claimed_at)
		select 'list|' || n, 'List', '+1555012350' || n,
			case n when 0 then 'open' when 1 then 'suppressed' when 2 then 'failed' when 3 then 'failed' else 'sent' end,
			case when n > 2 then 'wamid.' || n end,
			case n when 1 then 'noConsent' when 2 then '131026 Message undeliverable' when 3 then '131049 Not delivered' end,
			case when n > 0 then now() end
		from generate_series(0, 9) as n`);
	const due = {
		planned: 1,
		heldBack: 1,
		refused: 1,
		failed: 2,
		sent: 7,
		delivered: 0,
		read: 0,
		replied: 0,
		optedOut: 0,
	};
	const counted = async () => {
		await renew(lab, 'atScale');
		const figures = await figuresOf(lab, 'List', PATHS.atScale);
		return Object.fromEntries(Object.keys(due).map((name) => [name, figures[name]]));
	};
	assert.deepEqual(await counted(), due);

	const phoneNumber = '+15550123509';
	await axios.post(`${lab.sandbox.url}/sandbox/customers`, { phoneNumber, name: 'Late' }, { proxy: false });
	await whatsAppCloud.customerSends(phoneNumber, 'Thank you').delivered;
	const responses = () =>
		postgres.rows(
			"select reference, kind from messaging.responses where reference like 'list|%' order by 1, 2",
		);
	await lab.eventually(async () => (await responses()).length > 0, 'the reply');
	await postgres.execute(`
		update messaging.outbox set state = 'read', changed_at = now() where reference in ('list|8', 'list|9');
		insert into messaging.consent_audit (audit_key, key, status, previous_status, recorded_at, row) values
			('one', 'one', 'optedOut', 'optedIn', now(), '{"address":"+15550123508","source":"keyword","channel":"whatsapp"}')`);
	const now = { ...due, delivered: 2, read: 2, replied: 1, optedOut: 1 };
	assert.deepEqual(await counted(), now);
	assert.deepEqual(await counted(), now, 'counted again, it is the same');
	assert.deepEqual(await responses(), [
		{ reference: 'list|8', kind: 'optOut' },
		{ reference: 'list|9', kind: 'reply' },
	]);
});

test('what is too old leaves the table at night, and its sums stay', async () => {
	const before = await figuresOf(lab, 'Old');
	assert.deepEqual([before.sent, before.read, before.rows], [1_000, 1_000, 1_000]);
	await runToEnd(lab, lab.workflow('old-rows.workflow.json').id, 'Every Night');
	const sends = await lab.table('messaging_sends');
	assert.deepEqual(
		sends.filter(({ campaign }) => campaign === 'Old'),
		[],
	);
	assert.equal(sends.filter(({ campaign }) => campaign === CAMPAIGN).length, PEOPLE.length);
	await renew(lab);
	const { sent, read, rows } = await figuresOf(lab, 'Old');
	assert.deepEqual([sent, read, rows], [1_000, 1_000, 0]);
});

test('the state of each number is noted once for each change', async () => {
	const { id } = lab.workflow('responses.workflow.json');
	await runToEnd(lab, id, 'Every Hour');
	await runToEnd(lab, id, 'Every Hour');
	const noted = async () =>
		(await lab.table('messaging_report'))
			.filter(({ kind }) => kind === 'number')
			.map(({ figures }) => z.object({ quality: z.string() }).parse(JSON.parse(String(figures))).quality);
	const first = await noted();
	assert(first.length > 0 && first.every((quality) => quality === 'GREEN'), first.join());
	whatsAppCloud.rules.change({ break: ['qualityMedium'] });
	await runToEnd(lab, id, 'Every Hour');
	whatsAppCloud.rules.change({ repair: ['qualityMedium'] });
	const changed = await noted();
	assert(
		changed.length > first.length && changed.slice(first.length).every((quality) => quality === 'YELLOW'),
	);
});

test('every Monday the week goes out as text and CSV', async () => {
	const run = await lab.runManually('week.workflow.json');
	const [item] = itemsOf(run, 'Report');
	assert.match(String(item?.text), /sent, .* % delivered, .*1 opted out, 2 failed/);
	assert.equal(run.error, undefined);
});

test('the page gives nothing without the key', async () => {
	const page = await axios.get<string>(`${lab.n8n.url}/webhook/messaging-report`, { proxy: false });
	assert.match(String(page.headers['content-type']), /^text\/html/);
	assert(!page.data.includes(CAMPAIGN) && !page.data.includes('Spring'));
	const refused = await ask(lab, 'wrong');
	assert.equal(refused.status, 403);
	assert(!JSON.stringify(refused.data).includes('Spring'));
});

const browser = await openBrowser();
const url = `${lab.n8n.url}/webhook/messaging-report`;

async function opened(
	options: object,
	address = `${url}#key=${KEY}`,
): Promise<{ page: Page; problems: string[] }> {
	const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
	await page.goto(address);
	return { page, problems };
}

test('a wrong key shows nothing, the right one opens it by keyboard alone', async () => {
	const { page } = await opened({ viewport: DESKTOP }, url);
	await page.keyboard.type('wrong');
	await page.keyboard.press('Enter');
	await page.getByText('The workflow does not know this key.').waitFor();
	assert.equal(await page.getByRole('heading', { name: 'Campaigns' }).count(), 0);
	await picture(page, 'messaging-report-key');
	await page.keyboard.type(KEY);
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
	await page.close();
});

test('the page shows what was counted, and saves it, as n8n serves it', async () => {
	const { page, problems } = await opened({ viewport: DESKTOP });
	await page.getByRole('rowheader', { name: CAMPAIGN }).first().waitFor();
	await page.locator('.plot svg').first().waitFor();
	assert.equal(await page.title(), 'Messaging report');
	assert(!page.url().includes(KEY));
	const [csv] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save as CSV' }).click(),
	]);
	assert.match(await readFile(await csv.path(), 'utf8'), /,"Spring <img src=x onerror=""/);
	await page.close();
	assert.deepEqual(problems, []);
});
