/**
 * Planted secrets, every node, every kind of failure: none of them is in what n8n keeps, logs or answers, nor in what a second host hears. What a person
 * types into a panel n8n keeps with the workflow, so that the PIN is looked for everywhere else.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import axios from 'axios';
import { parse as parseFlatted } from 'flatted';
import { addWorkflow, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { HANGS, type Line, LINES, startHostileProviders } from './hostile-provider.ts';
import { endedExecutions, message, post, signed, startSurroundings } from './lab.ts';
import { PLANTED, secretsIn, type SecretName } from './planted.ts';
import { CASES, type Case, CREDENTIALS, failing, FAULTY, startOf } from './secret-cases.ts';
import { triggerWorkflow } from './trigger-flow.ts';

/** An address where nobody listens, and no address at all. */
const WRONG_BASE_URLS = ['http://127.0.0.1:9', 'http://bad host'];
/** Those whose webhooks are registered by an API. */
const REGISTERING: readonly Line[] = ['whatsAppCloud', 'infobip', 'sinch'];

const open = new AsyncDisposableStack();
after(() => open.disposeAsync());
const { failing: providers, elsewhere } = await startHostileProviders(open);
const { n8n, api, userFolder } = await startSurroundings('secrets');

/** All that n8n said to somebody: answers of webhooks, reasons why a workflow was not published, tests of credentials. */
const said: string[] = [];
const workflowIds: string[] = [];

async function saveCredentials(baseUrl: string): Promise<Map<Line, string>> {
	const ids = new Map<Line, string>();
	for (const line of LINES) {
		const { type, data } = CREDENTIALS[line];
		const own = { ...data, baseUrl: `${baseUrl}/${line}` };
		ids.set(line, await api.saveCredential({ name: line, type, data: own }));
	}
	return ids;
}

/** A workflow in which each case fails: once each ending its execution, once all together with what came out as the answer. */
async function failAll(title: string, baseUrl: string, cases: readonly Case[]): Promise<void> {
	const workflow = await addWorkflow(api, failing(title, cases, await saveCredentials(baseUrl)));
	workflowIds.push(workflow.id);
	const together = callTogether(title, workflow.id);
	for (const one of cases) await api.run(workflow.id, startOf(one));
	await together;
	await ended(title, workflow.id, cases.length + 1);
}

async function callTogether(title: string, workflowId: string): Promise<void> {
	const { status, data } = await axios.post<unknown>(
		`${n8n.url}/webhook/${workflowId}`,
		{},
		{ proxy: false, timeout: 120_000, validateStatus: () => true },
	);
	said.push(JSON.stringify(data));
	assert.ok(status === 200 || status === 500, `${title}: ${status} ${JSON.stringify(data)}`);
}

async function ended(title: string, workflowId: string, count: number): Promise<void> {
	assert.equal((await endedExecutions(api, workflowId, 120_000)).length, count, title);
}

/** Cases whose provider never answers, each in an execution of its own, so that they wait at the same time. */
async function hang(baseUrl: string): Promise<void> {
	const cases = CASES.filter(({ isOneCall }) => isOneCall);
	const workflow = await api.createWorkflow(failing(HANGS, cases, await saveCredentials(baseUrl)));
	workflowIds.push(workflow.id);
	for (const one of cases) await api.run(workflow.id, startOf(one));
	await ended(HANGS, workflow.id, cases.length);
}

/** Asks for registrations that cannot come about, and keeps what n8n says of them and of the credentials. */
async function publishAt(title: string, baseUrl: string): Promise<void> {
	const ids = await saveCredentials(baseUrl);
	const publish = async (line: Line) => {
		const { type } = CREDENTIALS[line];
		const id = ids.get(line) ?? '';
		const parameters = { provider: line, purpose: 'inbound' };
		const credentials = { [type]: { id, name: line } };
		const workflow = await api.createWorkflow(triggerWorkflow(`${line}, ${title}`, parameters, credentials));
		workflowIds.push(workflow.id);
		// n8n tries some of them again for a while.
		const failure: unknown = await api.publish(workflow).catch((error: unknown) => error);
		said.push(failure instanceof Error ? failure.message : 'published');
	};
	await Promise.all(REGISTERING.map(publish));
}

/** The tests of all credentials, as their window shows them. */
async function testAt(baseUrl: string): Promise<void> {
	const ids = await saveCredentials(baseUrl);
	for (const line of LINES) {
		const { type, data } = CREDENTIALS[line];
		const tested = { ...data, baseUrl: `${baseUrl}/${line}` };
		said.push((await api.testCredential({ id: ids.get(line), name: line, type, data: tested })).message);
	}
}

/** An execution as n8n's API gives it out whole, without the parameters of nodes, which hold what a person typed. */
async function keptOf(executionId: string): Promise<{ whole: string; ofNodes: string }> {
	const whole = await api.executionText(executionId);
	const data: unknown = parseFlatted(whole);
	const ofNodes = JSON.stringify(data, (_name, value: unknown) =>
		typeof value === 'object' && value !== null && 'typeVersion' in value && 'parameters' in value
			? { ...value, parameters: '' }
			: value,
	);
	return { whole, ofNodes };
}

const TYPED: readonly SecretName[] = ['pin'];

async function filesOf(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
		.map(({ parentPath, name }) => join(parentPath, name));
}

test('each spelling of each secret is found', () => {
	for (const secret of Object.values(PLANTED)) {
		for (const text of [
			`Bearer ${secret}, and more`,
			JSON.stringify({ secret }),
			JSON.stringify(JSON.stringify({ secret })),
			new URL(`http://host/?q=${encodeURIComponent(secret)}`).href,
			new URLSearchParams({ secret }).toString(),
			...(secret === PLANTED.pin
				? []
				: ['', 'u:', 'us:', 'use:'].map((user) => Buffer.from(`${user}${secret}`).toString('base64'))),
		]) {
			assert.notDeepEqual(secretsIn(text), [], text);
		}
	}
	assert.deepEqual(secretsIn(`{"id":"1${PLANTED.pin}4","at":17${PLANTED.pin}}`), []);
});

/**
 * n8n tries a publication again for some time, so that these are few. The others are tried in n8n-core's contexts (test/attacks).
 */
const REFUSING = ['400 that repeats the request', 'a redirect to another host'];

test('every node fails in every way, and every trigger is refused', async (context) => {
	const hung = providers.get(HANGS);
	assert(hung);
	const inTime = [...providers]
		.filter(([, one]) => one !== hung)
		.map(([name, { url }]) => [name, url] as const);
	const wrong = WRONG_BASE_URLS.map((url) => [`the Base URL ${url}`, url] as const);
	const failsOneByOne = async () => {
		for (const [name, url] of [...inTime, ...wrong]) {
			const started = performance.now();
			await failAll(name, url, CASES);
			context.diagnostic(`${Math.round(performance.now() - started)} ms: ${name}`);
		}
		await failAll('an expression', inTime[0]?.[1] ?? '', FAULTY);
	};
	// What waits for an answer that never comes, and what n8n tries again, waits beside the rest.
	await Promise.all([
		hang(hung.url),
		failsOneByOne(),
		...REFUSING.map((name) => publishAt(name, providers.get(name)?.url ?? '')),
	]);
});

test('credentials are tested by providers that fail', async () => {
	for (const [name, { url }] of providers) if (name !== HANGS) await testAt(url);
});

/** What strangers, and providers that make mistakes, send to a trigger. */
const CALLS: readonly [name: string, body: string, headers: Record<string, string>, query: string][] = [
	['nothing that proves it', message('Hi').body, {}, ''],
	['a wrong signature', message('Hi').body, signed('other', 'guess'), ''],
	['a right signature over broken JSON', '{"entry":', signed('{"entry":', PLANTED.appSecret), ''],
	['a right signature over nothing known', '[1]', signed('[1]', PLANTED.appSecret), ''],
	[
		'the password, and a body that is none',
		'results=1',
		{
			'Content-Type': 'text/plain',
			Authorization: `Basic ${Buffer.from(`infobip:${PLANTED.webhookPassword}`).toString('base64')}`,
		},
		'',
	],
	[
		'the token, and a body that is none',
		'<xml/>',
		{ 'Content-Type': 'text/xml' },
		`?token=${encodeURIComponent(PLANTED.urlToken)}`,
	],
	['half of the token', '{}', {}, `?token=${encodeURIComponent(PLANTED.urlToken.slice(0, 20))}`],
	['a type that there is not', '\0', { 'Content-Type': 'nothing', 'Content-Encoding': 'gzip' }, ''],
];

test('triggers refuse calls, and start with those that are right', async () => {
	const ids = await saveCredentials('http://127.0.0.1:9');
	for (const line of [...REGISTERING, 'custom'] as const) {
		const { type } = CREDENTIALS[line];
		const credentials = { [type]: { id: ids.get(line) ?? '', name: line } };
		const parameters = { provider: line, purpose: 'inbound', registration: 'manual' };
		const workflow = await addWorkflow(api, triggerWorkflow(`${line} is called`, parameters, credentials));
		workflowIds.push(workflow.id);
		const url = triggerUrl(api, workflow);
		for (const [name, body, headers, query] of CALLS) {
			const { status, data } = await post(url + query, body, headers);
			said.push(`${line}, ${name}: ${status} ${JSON.stringify(data)}`);
		}
		for (const token of [PLANTED.verifyToken, 'guess']) {
			const params = { 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '42' };
			const answer = await axios.get<unknown>(url, { params, validateStatus: () => true, proxy: false });
			said.push(`${answer.status} ${JSON.stringify(answer.data)}`);
		}
		if (line === 'whatsAppCloud') {
			const { body } = message('Hi');
			const { status } = await post(url, body, signed(body, PLANTED.appSecret));
			assert.equal(status, 200);
			await eventually(async () => (await api.executions(workflow.id)).length > 0, 'an execution');
		}
	}
});

test('each secret was given to a provider that could repeat it', () => {
	const heard = [...providers.values()].flatMap((one) => one.heard).join('\n');
	const missing = Object.entries(PLANTED).filter(
		([name]) => !secretsIn(heard).some((one) => one.startsWith(`${name} `)),
	);
	assert.deepEqual(missing, []);
});

test('the second host heard nothing', () => {
	assert.deepEqual(elsewhere.heard, []);
});

test('no execution keeps a secret', async (context) => {
	const found = new Set<string>();
	let count = 0;
	for (const workflowId of workflowIds) {
		for (const { id } of await api.executions(workflowId)) {
			count += 1;
			const { whole, ofNodes } = await keptOf(id);
			for (const one of [...secretsIn(whole, TYPED), ...secretsIn(ofNodes)]) found.add(one);
		}
	}
	context.diagnostic(`${count} executions`);
	assert.ok(count > (providers.size - 1) * CASES.length);
	assert.deepEqual([...found], []);
});

test('no answer and no reason of n8n holds a secret', () => {
	assert.deepEqual(secretsIn(said.join('\n')), []);
});

test('the log holds no secret', () => {
	assert.ok(n8n.log.length > 100);
	assert.deepEqual(secretsIn(n8n.log.join('\n')), []);
});

test("n8n's folder holds no secret in plain", async () => {
	for (const file of await filesOf(userFolder)) {
		const text = await readFile(file, 'latin1');
		assert.deepEqual(secretsIn(text, TYPED), [], file);
		assert.deepEqual(secretsIn(Buffer.from(text, 'latin1').toString('utf8'), TYPED), [], file);
	}
});
