/** What has to work on every n8n: each check throws with what went wrong. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import axios from 'axios';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import type { N8nApi, StoredWorkflow } from '../../sandbox/n8n/api.ts';
import {
	addWorkflow,
	type CredentialIds,
	PACKAGE,
	readTemplate,
	triggerUrl,
	withCredentials,
} from '../../sandbox/n8n/set-up.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { picture } from '../e2e/browser.ts';
import { EditorPage } from '../e2e/editor-page.ts';
import { CHECK, DATA_TABLE, LIST, TABLE } from './workflows.ts';

const FLOW = join(import.meta.dirname, '../fixtures/saved-workflows/keyword-replies/workflow.json');
const ROWS = 200;
const NODES = ['messagingTrigger', 'messagingKeywords', 'messagingSend', 'messagingChannel'];
const [customer] = WORLD.customers;
assert(customer);

/** A running n8n with the package, the credentials of the sandbox and a signed-in API. */
export interface Stage {
	url: string;
	api: N8nApi;
	sandbox: Sandbox;
	credentialIds: CredentialIds;
	browser: Browser;
}

async function post(url: string, rows: readonly unknown[]): Promise<unknown[]> {
	const { data } = await axios.post<unknown>(url, { rows }, { proxy: false, timeout: 120_000 });
	return z.array(z.unknown()).parse(data);
}

async function typeNames(api: N8nApi): Promise<Set<string>> {
	const types = z.array(z.object({ name: z.string() })).parse(await api.nodeTypes());
	return new Set(types.map(({ name }) => name));
}

/** All four nodes are among n8n's types. */
async function loads({ api }: Stage): Promise<void> {
	const names = await typeNames(api);
	assert.deepEqual(
		NODES.filter((name) => !names.has(`${PACKAGE}.${name}`)),
		[],
	);
}

async function openPanels(editor: EditorPage, url: string, workflow: StoredWorkflow): Promise<void> {
	const { page } = editor;
	await page.goto(`${url}/workflow/${workflow.id}`);
	for (const { name } of workflow.nodes.filter(({ type }) => type.startsWith(PACKAGE))) {
		await editor.node(name).dblclick();
		await page.getByTestId('ndv').waitFor();
		await page.locator('[data-test-id=ndv] [data-test-id^=parameter-input-]').first().waitFor();
		await page.keyboard.press('Escape');
		await page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}
}

/** The panel of each node opens from the canvas and has its fields. */
async function panelsOpen(stage: Stage): Promise<void> {
	const flow = await stage.api.createWorkflow({
		...(await readTemplate(FLOW, stage.credentialIds)),
		id: 'compatibility-panels',
	});
	const check = await stage.api.createWorkflow({
		...withCredentials(CHECK, stage.credentialIds),
		id: 'compatibility-panels-2',
	});
	const context = await stage.browser.newContext({ viewport: { width: 1500, height: 1000 } });
	// An n8n that was just started takes its time over the first page.
	const editor = await EditorPage.open(context, stage.url, 90_000);
	try {
		await openPanels(editor, stage.url, flow);
		await openPanels(editor, stage.url, check);
	} catch (error) {
		await picture(editor.page, 'compatibility-panels');
		throw error;
	} finally {
		await context.close();
	}
}

/** A person writes STOP, and the published workflow answers from the number that was written to. */
async function flowAnswers({ api, sandbox, credentialIds }: Stage): Promise<void> {
	const workflow = await addWorkflow(api, await readTemplate(FLOW, credentialIds));
	const { whatsAppCloud } = sandbox;
	await whatsAppCloud.setWebhook(triggerUrl(api, workflow));
	const before = whatsAppCloud.ledger.accepted.length;
	const { delivered } = whatsAppCloud.customerSends(customer?.phoneNumber ?? '', 'STOP');
	assert.equal((await delivered).state, 'taken');
	const reply = await eventually(() => whatsAppCloud.ledger.accepted[before], 'the reply to STOP', 30_000);
	assert.match(reply.text, /^You are unsubscribed/);
}

/** A list goes out, each row once. */
async function listIsSent({ api, url, sandbox, credentialIds }: Stage): Promise<void> {
	const { whatsAppCloud } = sandbox;
	whatsAppCloud.rules.change({ strangersReachable: true, ignoresWindow: true });
	await addWorkflow(api, withCredentials(LIST, credentialIds));
	const before = whatsAppCloud.ledger.accepted.length;
	const rows = Array.from({ length: ROWS }, (_, index) => ({
		phone: `+4915120${String(index).padStart(6, '0')}`,
		name: `Person ${index}`,
	}));
	const items = await post(`${url}/webhook/${LIST.id}`, rows);
	assert.equal(items.length, ROWS);
	const to = whatsAppCloud.ledger.accepted.slice(before).map((message) => message.to.replace('+', ''));
	assert.deepEqual(to.toSorted(), rows.map(({ phone }) => phone.replace('+', '')).toSorted());
}

/** *Channel → Check* reports on the number. */
async function channelIsChecked({ api, url, credentialIds }: Stage): Promise<void> {
	await addWorkflow(api, withCredentials(CHECK, credentialIds));
	const [report] = await post(`${url}/webhook/${CHECK.id}`, [{}]);
	z.object({ status: z.string(), checks: z.array(z.unknown()).min(5) }).parse(report);
}

/** Whether n8n has Data Tables. Where it has none, a workflow that asks for one is not published, and n8n names what is missing. */
async function hasDataTables({ api, credentialIds }: Stage): Promise<string> {
	if ((await typeNames(api)).has(DATA_TABLE)) return 'yes';
	await assert.rejects(
		addWorkflow(api, withCredentials(TABLE, credentialIds)),
		/Unrecognized node type: n8n-nodes-base\.dataTable/,
	);
	return 'no';
}

/**
 * In this order, since the flow registers the number's webhook. Keyed by what a reader of the matrix sees, who reads "ok" where a check gives no word of
 * its own.
 */
export const CHECKS: Record<string, (stage: Stage) => Promise<unknown>> = {
	Loads: loads,
	'Panels open': panelsOpen,
	'Keyword replies': flowAnswers,
	[`${ROWS} messages`]: listIsSent,
	'Channel check': channelIsChecked,
	'Data Tables': hasDataTables,
};
