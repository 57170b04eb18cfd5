import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import axios from 'axios';
import { type Fate, Link } from '../../faults/link';

/** What arrived, whole; a call that broke off is not among it. */
let arrived: string[];
let server: Server;
let link: Link;

beforeEach(async () => {
	arrived = [];
	server = createServer((request, response) => {
		void text(request).then(
			(body) => {
				arrived.push([request.method, request.url, request.headers['x-name'], body].join(' '));
				response.writeHead(202, { 'X-Answer': 'yes' }).end('taken over');
			},
			() => response.destroy(),
		);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	link = await Link.open(() => {
		const address = server.address();
		return typeof address === 'object' && address ? address.port : 0;
	});
});

afterEach(async () => {
	await link.down();
	server.closeAllConnections();
	server.close();
});

const post = () =>
	axios.post(`${link.url}/path?query=1`, 'twenty bytes of body', {
		headers: { 'X-Name': 'a' },
		validateStatus: null,
	});

const WHOLE = 'POST /path?query=1 a twenty bytes of body';

test('a call and its answer go through as they are', async () => {
	const { status, headers, data } = await post();
	expect([status, headers['x-answer'], data]).toEqual([202, 'yes', 'taken over']);
	expect(arrived).toEqual([WHOLE]);
});

test.each<[string, Fate, string[]]>([
	['the call arrives by half', { name: 'cut', cut: 'call' }, []],
	['the answer arrives by half', { name: 'cut', cut: 'answer' }, [WHOLE]],
])('%s, and the caller learns that it broke off', async (_name, fate, expected) => {
	link.fates = [fate];
	await expect(post()).rejects.toThrow(/socket hang up|aborted/);
	expect(arrived).toEqual(expected);
});

test('the call and its answer are late', async () => {
	link.fates = [{ name: 'late', delayMs: 40, answerDelayMs: 60 }];
	const started = performance.now();
	await post();
	expect(performance.now() - started).toBeGreaterThanOrEqual(95);
});

test('fates follow one another and are counted until somebody asks', async () => {
	link.fates = [{ name: 'one' }, { name: 'two' }];
	for (let call = 0; call < 3; call += 1) await post();
	expect([...link.takeCounts()].toSorted()).toEqual([
		['one', 1],
		['two', 2],
	]);
	expect(link.takeCounts().size).toBe(0);
});

test('while it is down calls are refused, afterwards they go through the same port', async () => {
	await link.down();
	await expect(post()).rejects.toThrow(/ECONNREFUSED/);
	await link.up();
	expect((await post()).status).toBe(202);
});

test('an address is the same one on this side', () => {
	expect(link.through('http://127.0.0.1:1/a/b?c=1')).toBe(`${link.url}/a/b?c=1`);
});
