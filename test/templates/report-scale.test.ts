/**
 * By hand, with the size of a broadcast: `REPORT=5000 node --test test/templates/report-scale.test.ts`. The report of that broadcast equals
 * the stand-in's ledger, and reports of 100,000 rows in Data Tables and of a million in PostgreSQL open in time.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadavg } from 'node:os';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { openBrowser } from '../e2e/browser.ts';
import { DESKTOP, PHONE } from '../e2e/phone-page.ts';
import { TemplateLab } from './lab.ts';
import { postgresCredential, startDatabase } from './postgres.ts';
import { addTemplate, CREDENTIALS, figuresOf, KEY, PATHS, renew, runToEnd } from './report-stage.ts';

const SIZE = Number(process.env.REPORT ?? 0);
const CAMPAIGN = 'Large broadcast';
const LIMIT_MS = 2_000;
const ROWS = { tables: 100_000, atScale: 1_000_000 };
const LONG_MS = 30 * 60_000;
/** Rows in one call of n8n's API. */
const CALL = 1_000;

async function inCalls<T>(rows: readonly T[], add: (part: readonly T[]) => Promise<void>): Promise<void> {
	for (let at = 0; at < rows.length; at += CALL) await add(rows.slice(at, at + CALL));
}

const OPTIONS = { skip: SIZE === 0 && 'runs by hand', timeout: LONG_MS };
const PAGES = { desktop: DESKTOP, phone: PHONE };

interface Stage {
	lab: TemplateLab;
	postgres: Awaited<ReturnType<typeof startDatabase>>;
	browser: Awaited<ReturnType<typeof openBrowser>>;
}

async function begin(): Promise<Stage> {
	const postgres = await startDatabase();
	const lab = await TemplateLab.start('messaging-report', {
		credentials: { ...CREDENTIALS, ...postgresCredential(postgres) },
	});
	return { lab, postgres, browser: await openBrowser() };
}
const begun = SIZE === 0 ? undefined : await begin();

function stage(): Stage {
	assert(begun);
	return begun;
}

/** Milliseconds until the report stands on the screen, of three times; the first one is the browser's first. */
async function openingTimes(path: string, viewport: typeof DESKTOP): Promise<number[]> {
	const { lab, browser } = stage();
	const times: number[] = [];
	for (let time = 0; time < 3; time += 1) {
		const page = await browser.newPage({ viewport });
		const began = performance.now();
		await page.goto(`${lab.n8n.url}/webhook/${path}#key=${KEY}`);
		await page.locator('.plot svg').first().waitFor({ timeout: LONG_MS });
		times.push(Math.round(performance.now() - began));
		await page.close();
	}
	return times;
}

async function measure(what: string, path: string): Promise<void> {
	for (const [device, viewport] of Object.entries(PAGES)) {
		const times = await openingTimes(path, viewport);
		console.log(`${what}, ${device}: opens in ${times.join(', ')} ms (load ${loadavg()[0]?.toFixed(1)})`);
		assert(Math.min(...times) < LIMIT_MS, `${what}, ${device}`);
	}
}

test(`a broadcast of ${SIZE} equals the ledger`, OPTIONS, async () => {
	const { lab } = stage();
	const { whatsAppCloud } = lab.sandbox;
	const change = (workflow: Workflow): Workflow => ({
		...workflow,
		nodes: workflow.nodes.map((node) => ({
			...node,
			parameters: z
				.record(z.unknown())
				.parse(
					JSON.parse(
						JSON.stringify(node.parameters)
							.replace('"First broadcast"', JSON.stringify(CAMPAIGN))
							.replace('"value":50', '"value":500'),
					),
				),
		})),
	});
	const broadcast = await addTemplate(lab, 'broadcast', change);
	const statuses = broadcast.get('statuses.workflow.json');
	const main = broadcast.get('workflow.json');
	assert(statuses && main);
	await lab.api.publish(statuses);
	whatsAppCloud.rules.change({ strangersReachable: true });
	const run = () => runToEnd(lab, main.id, 'Start or Resume', LONG_MS);
	await renew(lab, undefined, LONG_MS);
	await run();
	const people = Array.from({ length: SIZE }, (_, index) => `+${15_550_200_000 + index}`);
	await inCalls(people, (part) =>
		lab.addRows(
			'messaging_segment',
			part.map((recipient) => ({ segment: 'everyone', recipient, properties: '{}' })),
		),
	);
	await inCalls(people, (part) =>
		lab.addRows(
			'messaging_contacts',
			part.map((address, index) => ({
				key: address,
				address,
				channel: 'whatsapp',
				scope: 'all',
				status: index % 10 === 0 ? 'optedOut' : 'optedIn',
				timestamp: '2026-01-02T08:00:00.000Z',
			})),
		),
	);
	whatsAppCloud.faults.share(new Map([['undeliverable', 5]]), 7);
	await run();
	await lab.eventually(() => !whatsAppCloud.ledger.isWaiting, 'all statuses', LONG_MS);
	await lab.eventually(
		async () =>
			(await lab.api.executions(statuses.id)).every(({ status }) => !['new', 'running'].includes(status)),
		'the statuses to be written',
		LONG_MS,
	);
	await renew(lab, undefined, LONG_MS);
	const ofCampaign = whatsAppCloud.ledger.accepted.filter(({ callbackData }) =>
		callbackData?.startsWith(CAMPAIGN),
	);
	const ids = new Set(ofCampaign.map(({ id }) => id));
	const reported = (about: string) =>
		new Set(
			whatsAppCloud.ledger.deliveries
				.filter((each) => each.about === about && ids.has(each.messageId ?? ''))
				.map(({ messageId }) => messageId),
		).size;
	const { sent, delivered, failed, heldBack } = await figuresOf(lab, CAMPAIGN);
	const due = {
		sent: ids.size,
		delivered: reported('delivered'),
		failed: reported('failed'),
		heldBack: SIZE - ids.size,
	};
	console.log(
		`the report and the ledger: ${JSON.stringify({ sent, delivered, failed, heldBack })}, ${JSON.stringify(due)}`,
	);
	assert.deepEqual({ sent, delivered, failed, heldBack }, due);
});

test(`${ROWS.tables} rows in Data Tables`, OPTIONS, async () => {
	const { lab } = stage();
	const sends = Array.from({ length: ROWS.tables }, (_, index) => {
		const at = new Date(Date.now() - (ROWS.tables - index) * 50_000).toISOString();
		const isRead = index % 2 === 0;
		return {
			recipient: `+${15_560_000_000 + index}`,
			status: isRead ? 'read' : 'delivered',
			progress: isRead ? 5 : 4,
			campaign: `Campaign ${Math.floor(index / 5_000)}`,
			sentAt: at,
			statusAt: at,
			error: '',
			channel: 'whatsapp',
			provider: 'whatsAppCloud',
			messageId: `wamid.${index}`,
			properties: '{"body_1":"Ana"}',
			claim: '1',
			key: `${index}`,
		};
	});
	await renew(lab);
	await inCalls(sends, (part) => lab.addRows('messaging_sends', part));
	const began = performance.now();
	await renew(lab, undefined, LONG_MS);
	console.log(`counted for the first time in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
	await measure(`${ROWS.tables} rows in Data Tables`, PATHS.tables);
});

test(`${ROWS.atScale} rows in PostgreSQL`, OPTIONS, async () => {
	const { lab, postgres } = stage();
	await renew(lab, 'atScale');
	await postgres.execute(`
	insert into messaging.outbox (reference, list, recipient, state, message_id, claimed_at, changed_at, created_at)
	select 'r' || n, 'Campaign ' || n * 20 / ${ROWS.atScale}, '+1555' || (1000000 + n),
		case when n % 2 = 0 then 'delivered' else 'read' end, 'wamid.' || n, at, at, at
	from (select n, now() - interval '60 days' * (1 - n / ${ROWS.atScale}.0) as at from generate_series(1, ${ROWS.atScale}) as n) as people;
	delete from messaging.report_state;
	analyze`);
	await renew(lab, 'atScale', LONG_MS);
	await measure(`${ROWS.atScale} rows in PostgreSQL`, PATHS.atScale);
});
