/** Statuses join their sends, whatever their order, and every morning a report with a chart and a CSV goes out. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import { wireJson } from '../../sandbox/whatsapp-cloud/signature.ts';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { GRAPH_VERSION, WORLD } from '../../sandbox/settings.ts';
import { itemsOf, post } from '../e2e/lab.ts';
import { TemplateLab } from './lab.ts';
import { attachmentsOf, Mailbox } from './mailbox.ts';

const mailbox = new Mailbox();
const port = await mailbox.open();
after(() => {
	mailbox.close();
});

/** What the page says about the mail: addresses entered, node activated. */
const change = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map(({ disabled, ...node }) =>
		node.name === 'Send Report'
			? {
					...node,
					parameters: { ...node.parameters, fromEmail: 'n8n@example.com', toEmail: 'ana@example.com' },
				}
			: { ...node, ...(disabled !== undefined && { disabled }) },
	),
});

const smtp = {
	host: '127.0.0.1',
	port: String(port),
	user: '',
	password: '',
	secure: '',
	disableStartTls: 'true',
};
const lab = await TemplateLab.start('delivery-reports', { change, credentials: { smtp } });
const STATUSES = 'statuses.workflow.json';
const { whatsAppCloud } = lab.sandbox;
const [number] = WORLD.numbers;
const [ana, ben, chloe] = lab.customers;
assert(number && ana && ben && chloe);

const Sent = z.object({ messages: z.tuple([z.object({ id: z.string() })]) });

/** Somebody else sends the template; gives the message's id. */
async function send(to: string, callbackData?: string): Promise<string> {
	const response = await axios.post<unknown>(
		`${whatsAppCloud.baseUrl}/${GRAPH_VERSION}/${number?.id}/messages`,
		{
			messaging_product: 'whatsapp',
			to,
			type: 'template',
			template: { name: 'welcome', language: { code: 'en_US' } },
			...(callbackData !== undefined && { biz_opaque_callback_data: callbackData }),
		},
		{ headers: { Authorization: `Bearer ${WORLD.accessToken}` }, proxy: false },
	);
	return Sent.parse(response.data).messages[0].id;
}

const rowsOf = async (key: string) => (await lab.table('messaging_sends')).filter((row) => row.key === key);
const rowWith = (key: string, status: string) =>
	lab.eventually(
		async () => (await rowsOf(key)).find((row) => row.status === status),
		`${key} to be ${status}`,
	);

/** Statuses of a message as Meta posts them (Meta, Status messages webhook), in one call. */
function statuses(id: string, words: readonly string[]): Promise<unknown> {
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100001', phone_number_id: number?.id },
		statuses: words.map((status) => ({
			id,
			status,
			timestamp: String(Math.floor(Date.now() / 1_000)),
			recipient_id: '15550123003',
		})),
	};
	const entry = { id: WORLD.businessAccountId, changes: [{ value, field: 'messages' }] };
	return post(
		lab.webhookUrl('Messaging Trigger', STATUSES),
		wireJson({ object: 'whatsapp_business_account', entry: [entry] }),
	);
}

test('a message of anybody gets a row with its first status', async () => {
	const id = await send(ana.phoneNumber);
	const row = await rowWith(id, 'delivered');
	assert.deepEqual(
		[row.messageId, row.recipient, row.provider, row.channel, row.progress, row.error],
		[id, ana.phoneNumber, 'whatsAppCloud', 'whatsapp', 4, ''],
	);
	assert.equal((await rowsOf(id)).length, 1);
});

test('a status joins the row of its send', async () => {
	const key = `Spring|${ben.phoneNumber}`;
	await lab.addRows('messaging_sends', [
		{
			key,
			campaign: 'Spring',
			recipient: ben.phoneNumber,
			status: 'sending',
			progress: 0,
			sentAt: new Date().toISOString(),
		},
	]);
	const id = await send(ben.phoneNumber, key);
	const row = await rowWith(key, 'delivered');
	assert.deepEqual([row.messageId, row.campaign], [id, 'Spring']);
	assert.equal((await rowsOf(key)).length, 1);
	assert.deepEqual(await rowsOf(id), []);
});

test('a failed message says why', async () => {
	whatsAppCloud.faults.set('undeliverable');
	const id = await send(chloe.phoneNumber, `Spring & Summer <b>|${chloe.phoneNumber}`);
	const row = await rowWith(`Spring & Summer <b>|${chloe.phoneNumber}`, 'failed');
	assert.equal(row.messageId, id);
	assert.match(String(row.error), /^131026 \S/);
});

const ORDERS = [
	[['sent', 'delivered', 'read'], 'read'],
	[['read', 'delivered', 'sent'], 'read'],
	[['delivered', 'sent'], 'delivered'],
	[['failed', 'sent'], 'failed'],
] as const;

for (const [together, calls] of [
	['in one call', (words: readonly string[]) => [words]],
	['in a call each', (words: readonly string[]) => words.map((word) => [word])],
] as const) {
	for (const [index, [words, last]] of ORDERS.entries()) {
		test(`${words.join(', ')} ${together}: ${last}`, async () => {
			const id = `wamid.${together.replaceAll(' ', '')}${index}`;
			for (const part of calls(words)) {
				await statuses(id, part);
				await lab.idle(STATUSES);
			}
			assert.deepEqual(
				(await rowsOf(id)).map(({ status }) => status),
				[last],
			);
		});
	}
}

test('every morning a mail brings a chart and a CSV of the last day', async () => {
	await lab.addRows('messaging_sends', [
		{ key: 'old', campaign: 'Last year', status: 'read', progress: 5, sentAt: '2025-01-01T08:00:00.000Z' },
		{ key: 'held', campaign: 'Spring', status: 'suppressed', progress: 0, sentAt: '' },
		{ key: 'two', campaign: 'Café & Bar <i>', status: 'read', progress: 5, sentAt: new Date().toISOString() },
		{ key: 'two', campaign: 'Café & Bar <i>', status: 'read', progress: 5, sentAt: new Date().toISOString() },
	]);
	const run = await lab.runManually();
	assert.equal(run.error, undefined);
	const [chart] = itemsOf(run, 'Chart');
	const counts = { sends: 12, Read: 5, Delivered: 4, 'On its way': 0, Failed: 3 };
	assert.deepEqual(
		{ ...chart, svg: undefined, campaigns: undefined },
		{ ...counts, svg: undefined, campaigns: undefined },
	);
	assert.deepEqual(chart?.campaigns, [
		{ name: 'Other messages', total: 10 },
		{ name: 'Spring', total: 1 },
		{ name: 'Café & Bar <i>', total: 1 },
	]);

	const [mail = '', ...more] = mailbox.mails;
	assert.deepEqual(more, []);
	assert.match(mail, /^To: ana@example\.com/m);
	assert.match(mail, /12 messages in the last 24 hours/);
	const attachments = attachmentsOf(mail);
	const [svg, csv] = [...attachments.values()].sort((a, b) => a.type.localeCompare(b.type));
	assert(svg && csv);
	assert.equal(svg.content, chart.svg);
	assert.equal(svg.type, 'image/svg+xml');
	assert.match(svg.content, /^<svg .*Café &#38; Bar &#60;i&#62;.*<\/svg>$/s);
	assert.equal(csv.type, 'text/csv');
	const [head, ...lines] = csv.content
		.replace(/^\uFEFF/, '')
		.trim()
		.split(/\r?\n/);
	assert.equal(head, 'campaign,recipient,provider,channel,messageId,status,error,sentAt,statusAt');
	assert.equal(lines.length, 12);
	assert(lines.some((line) => line.startsWith(`Spring,${ben.phoneNumber},`) && line.includes(',delivered,')));
});
