/** Calls that no provider makes, against a real n8n: it takes none of them for one, and goes on answering those that are right. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { itemsOf, Lab, message, signed, TRIGGER } from './lab.ts';

const lab = await Lab.start('odd-calls');
const { hostname, port, pathname } = new URL(lab.url);

/** n8n's own answer at the latest, on a machine that is busy. */
const LIMIT_MS = 5_000;

interface Odd {
	method?: string;
	/** Names and values in turn, so that a name may come twice. */
	headers: readonly string[];
	body?: Buffer | string;
	query?: string;
}

async function call({ method = 'POST', headers, body = '', query = '' }: Odd): Promise<number> {
	const bytes = Buffer.from(body);
	const length = ['Content-Length', String(bytes.length)];
	const sent = request({
		host: hostname,
		port,
		method,
		path: pathname + query,
		headers: ['Host', hostname, ...(bytes.length > 0 ? length : []), ...headers],
		agent: false,
	});
	const answered = new Promise<number>((resolve, reject) => {
		sent.once('error', reject).once('response', (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		sent.setTimeout(LIMIT_MS, () => sent.destroy(new Error(`no answer within ${LIMIT_MS} ms`)));
	});
	sent.end(bytes);
	return await answered;
}

const JSON_TYPE = ['Content-Type', 'application/json'];
const signature = (body: string, secret?: string) => Object.entries(signed(body, secret)).flat();
const isRefused = (status: number) => status >= 400 && status < 500;

const forged = message('STOP').body;
const BOMB = Buffer.alloc(300_000_000);
const COMPRESSED: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
	gzip: gzipSync,
	deflate: deflateSync,
	br: brotliCompressSync,
};

for (const [encoding, compress] of Object.entries(COMPRESSED)) {
	test(`a body in ${encoding} is taken with its signature and not without`, async () => {
		const { body } = message('Hi');
		const odd = (text: string, headers: readonly string[]) =>
			call({
				body: compress(Buffer.from(text)),
				headers: [...JSON_TYPE, 'Content-Encoding', encoding, ...headers],
			});
		const started = await lab.executionsStartedBy(async () => {
			assert.ok(isRefused(await odd(forged, [])));
			assert.ok(isRefused(await odd(forged, signature(forged, 'guess'))));
			assert.ok(isRefused(await odd(forged, signature('another body'))));
		});
		assert.equal(started, 0);
		const status = await odd(body, signature(body));
		assert.ok(status === 200 || isRefused(status), String(status));
	});
}

test('a few kilobytes that unfold to 300 MB are refused at once', async () => {
	const bomb = gzipSync(BOMB, { level: 9 });
	const started = await lab.executionsStartedBy(async () => {
		// n8n itself refuses what is larger than N8N_PAYLOAD_SIZE_MAX, with a 5xx.
		for (const [encoding, body] of [
			['gzip', bomb],
			['gzip, gzip', gzipSync(bomb)],
		] as const) {
			const status = await call({ body, headers: [...JSON_TYPE, 'Content-Encoding', encoding] });
			assert.ok(status >= 400, `${encoding}: ${status}`);
		}
	});
	assert.equal(started, 0);
});

for (const [name, body] of [
	['lists in lists', '['.repeat(500_000) + ']'.repeat(500_000)],
	['members in members', '{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000)],
	['a member of every object', '{"__proto__":{"entry":[]},"constructor":{"prototype":{}}}'],
] as const) {
	test(`${name}: no call of a provider`, async () => {
		const started = await lab.executionsStartedBy(async () => {
			assert.ok(isRefused(await call({ body, headers: JSON_TYPE })));
			const status = await call({ body, headers: [...JSON_TYPE, ...signature(body)] });
			assert.ok(status === 200 || isRefused(status), String(status));
		});
		assert.equal(started, 0);
	});
}

test('a wrong signature beside the right one is refused', async () => {
	const right = signature(forged);
	const wrong = signature(forged, 'guess');
	const started = await lab.executionsStartedBy(async () => {
		for (const headers of [
			[...wrong, ...right],
			[...right, ...wrong],
		]) {
			assert.equal(await call({ body: forged, headers: [...JSON_TYPE, ...headers] }), 401);
		}
	});
	assert.equal(started, 0);
});

test('other methods start nothing', async () => {
	const started = await lab.executionsStartedBy(async () => {
		for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE']) {
			const headers = [...JSON_TYPE, ...signature(forged)];
			const status = await call({ method, body: forged, headers });
			// n8n itself answers TRACE with 500.
			assert.ok(isRefused(status) || method === 'TRACE', `${method}: ${status}`);
		}
		for (const method of ['HEAD', 'OPTIONS']) assert.ok((await call({ method, headers: [] })) < 500, method);
	});
	assert.equal(started, 0);
});

test('a body in another alphabet, or said to be in one, is not read as something else', async () => {
	const started = await lab.executionsStartedBy(async () => {
		for (const charset of ['utf-16le', 'utf-7', 'nobody-knows']) {
			const headers = ['Content-Type', `application/json; charset=${charset}`, ...signature(forged, 'guess')];
			const body = charset === 'utf-16le' ? Buffer.from(forged, 'utf16le') : forged;
			assert.ok(isRefused(await call({ body, headers })), charset);
		}
	});
	assert.equal(started, 0);
});

test('what a stranger writes makes no line of the log', async () => {
	const line = '2026-01-01T00:00:00.000Z | error | Forged';
	const before = lab.n8n.log.length;
	const query = `?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${encodeURIComponent(`x\r\n${line}`)}`;
	assert.equal(await call({ method: 'GET', headers: [], query }), 403);
	assert.equal(
		await call({ body: forged, headers: [...JSON_TYPE, 'X-Hub-Signature-256', `x ${line}`] }),
		401,
	);
	const token = `?token=${encodeURIComponent(`\n${line}\u2028${line}`)}`;
	assert.equal(await call({ body: forged, headers: JSON_TYPE, query: token }), 401);
	const said = () => lab.n8n.log.slice(before);
	await eventually(
		() => said().filter((each) => each.includes('a webhook call was refused')).length === 3,
		'a line for each refusal',
	);
	assert.deepEqual(
		said().filter((each) => each.includes('Forged')),
		[],
	);
});

test('expressions, formulas and tags that somebody writes stay what they are', async () => {
	const text =
		'={{ $env.PATH }} {{ 7 * 7 }} <img src=x onerror=alert(1)> =HYPERLINK("http://x") ${7*7} \u202e';
	const { id, body } = message(text);
	assert.equal((await lab.post(body)).status, 200);
	const run = await lab.runOf(id);
	for (const node of Object.keys(run.runData)) {
		for (const item of itemsOf(run, node)) if (item.kind === 'message') assert.equal(item.text, text);
	}
	assert.equal(itemsOf(run, TRIGGER)[0]?.text, text);
});

test('callers that take their time hold nobody up', async () => {
	const open = Array.from({ length: 100 }, () => {
		const socket = connect(Number(port), hostname);
		socket.on('error', () => undefined);
		const headers = 'Content-Type: application/json\r\nContent-Length: 100000';
		socket.write(`POST ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\n${headers}\r\n\r\n{`);
		return socket;
	});
	try {
		for (const socket of open) socket.write(' ');
		// They never come to an end by themselves, so that a call which waits for them gets no answer at all.
		assert.equal((await lab.post(message('Still there?').body)).status, 200);
	} finally {
		for (const socket of open) socket.destroy();
	}
});
