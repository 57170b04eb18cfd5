import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { freePort } from '../../n8n/ports.ts';
import { Balancer } from '../../queue/balancer.ts';
import { eventually } from '../shared/receiver.ts';

/** A process of n8n, as far as a balancer sees one. */
class Process {
	readonly name: string;
	readonly calls: { url: string; headers: IncomingMessage['headers']; body: string }[] = [];
	readiness = 200;
	/** What a call is answered with; by itself its name. */
	answer = (_call: IncomingMessage, response: ServerResponse) => {
		response.writeHead(202, { 'Content-Type': 'text/plain', 'X-From': this.name }).end(this.name);
	};
	#server: Server | undefined;
	port = 0;

	constructor(name: string) {
		this.name = name;
	}

	async start(): Promise<void> {
		this.port ||= await freePort();
		this.#server = createServer((call, response) => void this.#take(call, response));
		this.#server.on('upgrade', (call, socket) => {
			socket.once('end', () => socket.end()).resume();
			socket.write(
				`HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n${call.url ?? ''}`,
			);
		});
		this.#server.listen(this.port, '127.0.0.1');
		await once(this.#server, 'listening');
	}

	async stop(): Promise<void> {
		if (this.#server?.listening !== true) return;
		this.#server.closeAllConnections();
		this.#server.close();
		await once(this.#server, 'close');
	}

	async #take(call: IncomingMessage, response: ServerResponse): Promise<void> {
		if (call.url === '/healthz/readiness') {
			response.writeHead(this.readiness).end();
			return;
		}
		const body = (await buffer(call)).toString('latin1');
		this.calls.push({ url: call.url ?? '', headers: call.headers, body });
		this.answer(call, response);
	}
}

const main = new Process('main');
const one = new Process('one');
const two = new Process('two');
const all = [main, one, two];
let balancer: Balancer;

const post = (path: string, body: Buffer | string = '{}') =>
	axios.post<string>(balancer.url + path, body, {
		headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': 'sha256=00' },
		validateStatus: () => true,
		transformRequest: (data: unknown) => data,
		proxy: false,
	});

/** Who answers so many calls of a webhook. */
async function answering(calls: number): Promise<string[]> {
	const answers: string[] = [];
	for (let each = 0; each < calls; each += 1) answers.push((await post('/webhook/of/somebody')).data);
	return answers.toSorted();
}

beforeEach(async () => {
	for (const process of all) {
		process.calls.length = 0;
		process.readiness = 200;
		await process.start();
	}
	balancer = await Balancer.start({ port: 0, main: main.port, webhooks: [one.port, two.port] });
});

afterEach(async () => {
	await balancer.close();
	for (const process of all) await process.stop();
});

test('webhooks are taken in turn, and everything else by main', async () => {
	assert.deepEqual(await answering(4), ['one', 'one', 'two', 'two']);
	for (const path of ['/rest/login', '/webhook-test/of/somebody', '/', '/webhooks']) {
		assert.equal((await post(path)).data, 'main', path);
	}
	assert.notEqual((await post('/webhook-waiting/17')).data, 'main');
});

test('bytes, headers and status stay as they are', async () => {
	const body = Buffer.from([0x7b, 0xe9, 0x22, 0x00, 0xff, 0x7d]);
	const { status, headers } = await post('/webhook/a/webhook?token=%2F', body);
	const [call] = [...one.calls, ...two.calls];
	assert.equal(status, 202);
	assert.match(String(headers['x-from']), /one|two/);
	assert.equal(call?.url, '/webhook/a/webhook?token=%2F');
	assert.equal(call.body, body.toString('latin1'));
	assert.equal(call.headers['x-hub-signature-256'], 'sha256=00');
	assert.equal(call.headers.host, new URL(balancer.url).host);
});

test('a processor that says that it is not ready gets no calls, until it is', async () => {
	one.readiness = 503;
	await eventually(async () => !(await answering(2)).includes('one'), 'the end of calls for one');
	one.calls.length = 0;
	await answering(4);
	assert.equal(one.calls.length, 0);
	one.readiness = 200;
	await eventually(async () => (await answering(2)).includes('one'), 'calls for one again');
});

test('nothing is lost where a processor is gone, and 503 asks to come again where all are', async () => {
	await one.stop();
	assert.deepEqual(await answering(4), ['two', 'two', 'two', 'two']);
	await two.stop();
	const { status, headers } = await post('/webhook/of/somebody');
	assert.deepEqual([status, headers['retry-after']], [503, '1']);
});

test('where main is gone, 503 comes at once, whatever room its processors have', async () => {
	await main.stop();
	const started = performance.now();
	assert.equal((await post('/rest/login')).status, 503);
	assert.ok(performance.now() - started < 1_000);
});

test('a call that a processor took along when it died is answered 502, and not made again', async () => {
	for (const process of [one, two]) process.answer = (call) => call.socket.destroy();
	assert.equal((await post('/webhook/of/somebody')).status, 502);
	assert.equal(one.calls.length + two.calls.length, 1);
});

describe('a processor has so many calls at a time', () => {
	const path = '/webhook/of/somebody';
	/** Calls that the processors have and do not answer yet. */
	let held: ServerResponse[];
	const release = () => {
		for (const response of held.splice(0)) response.writeHead(202).end('late');
	};

	beforeEach(async () => {
		held = [];
		for (const process of [one, two]) process.answer = (_call, response) => void held.push(response);
		await balancer.close();
		balancer = await Balancer.start({
			port: 0,
			main: main.port,
			webhooks: [one.port, two.port],
			bounds: { inFlight: 2, waitMs: 150 },
		});
	});

	test('others wait for their turn', async () => {
		const calls = Array.from({ length: 6 }, () => post(path));
		await eventually(() => held.length === 4, 'the first four');
		release();
		await eventually(() => held.length === 2, 'the other two');
		release();
		assert.deepEqual(
			(await Promise.all(calls)).map(({ status }) => status),
			Array<number>(6).fill(202),
		);
	});

	test('who waits too long is asked to come again', async () => {
		const calls = Array.from({ length: 4 }, () => post(path));
		await eventually(() => held.length === 4, 'the first four');
		const { status, headers } = await post(path);
		assert.deepEqual([status, headers['retry-after']], [503, '1']);
		release();
		await Promise.all(calls);
		assert.equal(one.calls.length + two.calls.length, 4);
	});

	test('a call whose caller hung up counts until it is answered', async () => {
		const hungUp = Array.from({ length: 4 }, () => axios.post(balancer.url + path, '{}', { timeout: 60 }));
		await Promise.allSettled(hungUp);
		assert.equal(held.length, 4);
		assert.equal((await post(path)).status, 503);
		release();
		const call = post(path);
		await eventually(() => held.length === 1, 'a call that has room');
		release();
		assert.equal((await call).status, 202);
	});

	test('a caller who hung up while waiting takes nobody the room', async () => {
		const first = Array.from({ length: 4 }, () => post(path));
		await eventually(() => held.length === 4, 'the first four');
		const hungUp = axios.post(balancer.url + path, '{}', { timeout: 30 });
		await assert.rejects(hungUp, /timeout/);
		const next = post(path);
		await sleep(20);
		held.pop()?.writeHead(202).end('late');
		await eventually(() => one.calls.length + two.calls.length === 5, 'the next call');
		release();
		assert.equal((await next).status, 202);
		await Promise.all(first);
	});

	test('main takes whatever comes', async () => {
		const calls = Array.from({ length: 5 }, () => post('/rest/of/somebody'));
		assert.ok((await Promise.all(calls)).every(({ data }) => data === 'main'));
	});
});

test("the editor's lasting connection is main's, and ends with the balancer", async () => {
	const upgraded = await fetchUpgrade(`${balancer.url}/rest/push?pushRef=1`);
	assert.equal(upgraded, '/rest/push?pushRef=1');
});

/** What comes over a connection that was upgraded. */
async function fetchUpgrade(url: string): Promise<string> {
	const call = request(url, { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } }).end();
	return await new Promise((resolve, reject) => {
		call.once('error', reject);
		call.once('upgrade', (_response, socket, head) => {
			if (head.length > 0) resolve(head.toString());
			else
				socket.once('data', (chunk: Buffer) => {
					resolve(chunk.toString());
				});
		});
	});
}
