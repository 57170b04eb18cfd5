/** The campaigns on the report's page: what stands there, what its buttons call, and what they say. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { z } from 'zod';
import { inlinedPage } from '../../pages/inline.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { AXE, violationsOf } from '../e2e/accessibility.ts';
import { openBrowser, picture } from '../e2e/browser.ts';
import { DESKTOP } from '../e2e/phone-page.ts';
import { TEMPLATES } from './files.ts';

const PLAN = {
	audience: 12,
	wouldBeSent: 7,
	cannotBeSent: 1,
	suppressed: { optedOut: 2 },
	heldOut: 2,
	before: {},
};
const SCRIPT = 'Spring <img src=x onerror="document.title=1">';
const campaigns = [
	{ campaign_id: SCRIPT, state: 'running', audience: 'everyone', note: '', plan: JSON.stringify(PLAN) },
	{ campaign_id: 'order-status', state: null, audience: null, note: null, plan: null },
];
const calls: unknown[] = [];

const page = await inlinedPage(join(TEMPLATES, 'messaging-report/page'));
const server = createServer((request, response) => {
	void (async () => {
		const json = (body: unknown, status = 200) => {
			response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
		};
		if (request.url === '/webhook/messaging-report')
			response.setHeader('Content-Type', 'text/html').end(page);
		else if (request.headers['x-messaging-key'] !== 'key') json({}, 403);
		else if (request.url === '/webhook/messaging-report-data') json([]);
		else if (request.method === 'GET') json(campaigns);
		else {
			calls.push(JSON.parse(await text(request)));
			json({ campaign_id: SCRIPT, state: 'paused' });
		}
	})();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());
const { port } = z.object({ port: z.number() }).parse(server.address());

const browser = await openBrowser();
const opened = await browser.newPage({ viewport: DESKTOP, reducedMotion: 'reduce' });
await opened.addInitScript(AXE);
await opened.goto(`http://127.0.0.1:${port}/webhook/messaging-report#key=key`);
await opened.getByRole('button', { name: 'Planned campaigns' }).click();
const row = opened.getByRole('row', { name: /Spring/ });
await row.waitFor();

test('a campaign stands there with its plan, and no script of its name runs', async () => {
	assert.match(
		await row.innerText(),
		/running.*everyone.*7 of 12 will get it, 2 opted out, 1 cannot be sent, 2 held out/s,
	);
	assert.equal(await opened.title(), 'Messaging report');
	assert.equal(await opened.getByRole('row', { name: /order-status/ }).count(), 0);
	const buttons = await row.getByRole('button').allInnerTexts();
	assert.deepEqual(buttons, ['Dry run', 'Pause', 'Stop']);
});

test('pausing calls the workflow and says what came of it', async () => {
	await row.getByRole('button', { name: /^Pause/ }).click();
	await opened.getByText(`${SCRIPT} is paused.`).waitFor();
	assert.deepEqual(calls.splice(0), [{ campaign_id: SCRIPT, action: 'pause' }]);
});

test('stopping asks for a second click', async () => {
	await row.getByRole('button', { name: /^Stop/ }).click();
	assert.deepEqual(calls, []);
	await row.getByRole('button', { name: /^Stop for good/ }).click();
	await eventually(() => calls.length > 0, 'the call');
	assert.deepEqual(calls.splice(0), [{ campaign_id: SCRIPT, action: 'stop' }]);
});

test('nobody is shut out', async () => {
	assert.deepEqual(await violationsOf(opened), []);
	await picture(opened.locator('main'), 'planned-campaigns');
});
