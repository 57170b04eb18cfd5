/**
 * Many people are asked at once by the template ask-and-wait, and a part of them answers in all the ways there are: by a tap, in
 * words of several languages, twice, with STOP, with what is forged, and after n8n was killed and started again. Fails where an
 * execution ends at the wrong output.
 *
 *     ASK=500 npm run bench:ask    # of 500 people 300 answer
 */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test, type TestContext } from 'node:test';
import axios from 'axios';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { wireJson } from '../../sandbox/whatsapp-cloud/signature.ts';
import { post, restart } from '../e2e/lab.ts';
import { eventually, TemplateLab } from '../templates/lab.ts';

const PEOPLE = Number(process.env.ASK ?? 20);
const ANSWERING = Math.round(PEOPLE * 0.6);
/** From the first question to the end of all waits, on a machine that has nothing else to do. */
const WAIT_MINUTES = Number(process.env.WAIT ?? 4);
const LIMIT_MS = 20 * 60_000;
const AT_ONCE = 20;
const NUMBER = WORLD.numbers[0]?.id ?? '';

const phoneOf = (person: number) => `+1555020${String(person).padStart(4, '0')}`;

type Output = 'noAnswer' | 'answered' | 'optedOut';
const OUTPUTS: readonly Output[] = ['noAnswer', 'answered', 'optedOut'];

/** What a person does, in turn. */
const WAYS = ['approve', 'decline', 'words', 'twice', 'stop', 'thumb'] as const;
const WORDS = ['Yes please', 'Ja, gerne', 'sí', 'はい', 'نعم', 'nej tak'];

const wayOf = (person: number) => (person < ANSWERING ? WAYS[person % WAYS.length] : undefined);

function expectedOf(person: number): Output {
	const way = wayOf(person);
	if (way === undefined) return 'noAnswer';
	return way === 'stop' ? 'optedOut' : 'answered';
}

/** The template, started by a call in the place of its form, with a question that takes taps and words. */
function asked(workflow: Workflow): Workflow {
	const nodes = workflow.nodes.map((node) => {
		if (node.name === 'Question') {
			const parameters = { httpMethod: 'POST', path: 'ask', responseMode: 'onReceived' };
			return { ...node, type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters };
		}
		if (node.name !== 'Ask') return node;
		const limit = { limitType: 'afterTimeInterval', resumeAmount: WAIT_MINUTES, resumeUnit: 'minutes' };
		const keep = { __rl: true, mode: 'id', value: '={{ $workflow.id }}' };
		const parameters = {
			...node.parameters,
			sender: { __rl: true, mode: 'id', value: NUMBER },
			to: "={{ $('Question').first().json.body.to }}",
			message: 'Shall we deliver on Saturday?',
			responseType: 'approval',
			permission: { consentState: 'optedIn' },
			options: { limitWaitTime: { values: limit }, keepQuestionWith: keep },
		};
		return { ...node, parameters };
	});
	return { ...workflow, nodes };
}

const lab = await TemplateLab.start('ask-and-wait', { change: asked });
const { ledger, rules } = lab.sandbox.whatsAppCloud;
rules.change({ strangersReachable: true, ignoresWindow: true, messagesPerSecond: 1000 });
const triggerUrl = lab.webhookUrl('Messaging Trigger');
const workflowId = lab.workflow().id;

async function inTurn<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
	const left = [...items];
	const work = async () => {
		for (let next = left.shift(); next !== undefined; next = left.shift()) await act(next);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
}

let serial = 0;

/** What a person sends, as Meta delivers it. */
async function send(person: number, content: object): Promise<void> {
	serial += 1;
	const from = phoneOf(person).slice(1);
	const message = {
		from,
		id: `wamid.ASK${serial}`,
		timestamp: String(Math.floor(Date.now() / 1000)),
		...content,
	};
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100001', phone_number_id: NUMBER },
		contacts: [{ profile: { name: 'Somebody' }, wa_id: from }],
		messages: [message],
	};
	const entry = { id: WORLD.businessAccountId, changes: [{ value, field: 'messages' }] };
	const body = wireJson({ object: 'whatsapp_business_account', entry: [entry] });
	// A provider repeats what an overloaded n8n refuses.
	await eventually(async () => (await post(triggerUrl, body)).status === 200, 'the delivery', 120_000);
}

const says = (person: number, text: string) => send(person, { type: 'text', text: { body: text } });

const Asked = z.object({
	to: z.string(),
	interactive: z.object({
		action: z.object({
			buttons: z.array(z.object({ reply: z.object({ id: z.string(), title: z.string() }) })),
		}),
	}),
});

function buttonOf(person: number, label: string): { id: string; title: string } {
	const requests = ledger.accepted.flatMap(({ request }) => Asked.safeParse(request).data ?? []);
	const button = requests
		.find(({ to }) => to === phoneOf(person))
		?.interactive.action.buttons.find(({ reply }) => reply.title === label);
	assert(button, `${phoneOf(person)} was not asked`);
	return button.reply;
}

const taps = (person: number, label: string) =>
	send(person, {
		type: 'interactive',
		interactive: { type: 'button_reply', button_reply: buttonOf(person, label) },
	});

const ACTIONS: Record<(typeof WAYS)[number], (person: number) => Promise<void>> = {
	approve: (person) => taps(person, 'Approve'),
	decline: (person) => taps(person, 'Decline'),
	words: (person) => says(person, WORDS[person % WORDS.length] ?? 'yes'),
	twice: async (person) => {
		await Promise.all([taps(person, 'Approve'), taps(person, 'Decline')]);
	},
	stop: (person) => says(person, 'STOP'),
	thumb: (person) => says(person, '👍'),
};

const act = async (person: number) => {
	const way = wayOf(person);
	if (way !== undefined) await ACTIONS[way](person);
};

/** A guess at somebody else's answer, past the trigger. Gives the status. */
async function forge(person: number): Promise<number> {
	const [signature = '', question = '', node = '', execution = ''] = buttonOf(person, 'Approve')
		.id.split('~')
		.reverse();
	const hex = (short: string) => Buffer.from(short, 'base64url').toString('hex');
	const nodeId = hex(node).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	const url = `${lab.n8n.url}/webhook-waiting/${execution}/${nodeId}?question=${question}&signature=${hex(signature)}`;
	const event = { kind: 'message', provider: 'whatsAppCloud', id: 'wamid.forged', channelId: NUMBER };
	const isInside = person % 2 === 0;
	const from = phoneOf(isInside ? person + 1 : person);
	const reference = ['', execution, node, question, signature].join('~');
	const body = JSON.stringify({ event: { ...event, type: 'buttonReply', from }, reference, tapped: 'yes' });
	const time = String(Date.now());
	const secret = isInside ? WORLD.appSecret : 'guess';
	const mac = createHmac('sha256', secret).update(`answer.${time}.${body}`).digest('hex');
	const headers = { 'Content-Type': 'application/json', 'x-messaging-answer': `${time}.${mac}` };
	return (await axios.post(url, body, { headers, validateStatus: () => true, proxy: false })).status;
}

const database = new DatabaseSync(join(lab.userFolder, '.n8n/database.sqlite'), { readOnly: true });
after(() => {
	database.close();
});

/** How many executions are in one of these states; those that answers started never wait. */
function countOf(...states: string[]): number {
	const marks = states.map(() => '?').join();
	const row = database
		.prepare(
			`SELECT count(*) AS n FROM execution_entity WHERE workflowId = ? AND mode = 'webhook' AND status IN (${marks})`,
		)
		.get(workflowId, ...states);
	return z.object({ n: z.number() }).parse(row).n;
}

async function residentMb(pid: number | undefined): Promise<number> {
	const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Math.round(Number(kb) / 1024);
}

function tell(t: TestContext, what: string, since: number): void {
	t.diagnostic(`${what}: ${((performance.now() - since) / 1000).toFixed(0)} s`);
}

test(`of ${PEOPLE} people ${ANSWERING} answer, and each execution ends at its output`, async (t) => {
	const people = Array.from({ length: PEOPLE }, (_, person) => person);
	const idle = await residentMb(lab.n8n.pid);
	const begun = performance.now();
	await inTurn(people, (person) =>
		axios.post(lab.webhookUrl('Question'), { to: phoneOf(person) }, { proxy: false, timeout: 120_000 }),
	);
	await eventually(() => countOf('waiting') === PEOPLE, 'all to wait', LIMIT_MS);
	tell(t, 'all asked and waiting', begun);
	await new Promise((resolve) => setTimeout(resolve, 20_000));
	t.diagnostic(`memory idle ${idle} MB, with ${PEOPLE} waiting ${await residentMb(lab.n8n.pid)} MB`);

	const forged = people.filter((person) => person % 10 === 0);
	const statuses: number[] = [];
	await inTurn(forged, async (person) => statuses.push(await forge(person)));
	t.diagnostic(`forged: ${statuses.length}, answered ${[...new Set(statuses)].join(' and ')}`);
	assert.ok(statuses.every((status) => status === 401 || status === 403));
	assert.equal(countOf('waiting'), PEOPLE);

	const half = Math.floor(ANSWERING / 2);
	await inTurn(people.slice(0, half), act);
	const { again } = await restart(lab);
	after(() => again.stop());
	t.diagnostic(`after the start ${await residentMb(again.pid)} MB, ${countOf('waiting')} waiting`);
	await inTurn(people.slice(half, ANSWERING), act);
	await eventually(() => countOf('waiting', 'running', 'new') === 0, 'all to end', LIMIT_MS);
	tell(t, 'all ended', begun);
	await inTurn(people.slice(0, 10), async (person) => taps(person, 'Decline'));

	const wrong: string[] = [];
	const rows = new Map((await lab.table('messaging_questions')).map((row) => [row.address, row]));
	await inTurn(people, async (person) => {
		const row = rows.get(phoneOf(person));
		const { runData } = await lab.api.runData(String(row?.executionId));
		const main = runData.Ask?.at(-1)?.data?.main ?? [];
		const output = OUTPUTS[main.findIndex((items) => (items ?? []).length > 0)];
		if (output !== expectedOf(person)) wrong.push(`${person} ${wayOf(person)}: ${output}`);
	});
	t.diagnostic(`at the wrong output: ${wrong.length} of ${PEOPLE}`);
	assert.deepEqual(wrong, []);
});
