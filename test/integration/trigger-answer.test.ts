/** *Answer the Provider: When the Workflow Has Finished*. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { deliver, delivery, sign, startWebhookServer, type WebhookServer } from './webhook-server';

const WITHIN_SECONDS = 2;
/** A second after the answer is due, and a second before that of a call that repeats the first one at once. */
const LATE_MS = 3_000;
/** As n8n says it (webhook-helpers.js). */
const workflowFails = new Error('Error in workflow');

let server: WebhookServer;
let nodeCount = 0;
/** The messages of each execution that was begun. */
let begun: unknown[][];

async function start(
	run: (ids: unknown[]) => Promise<void>,
	{ mode = 'webhook', options = {} }: { mode?: 'webhook' | 'manual'; options?: IDataObject } = {},
) {
	nodeCount += 1;
	begun = [];
	const parameters = { options: { answer: 'lastNode', answerWithin: WITHIN_SECONDS, ...options } };
	server = await startWebhookServer(
		new MessagingTrigger(),
		{ parameters: JSON.parse(JSON.stringify(parameters)), nodeId: `finishing-${nodeCount}` },
		mode,
	);
	server.takeOver = async (items: INodeExecutionData[]) => {
		const ids = items.map(({ json }) => json.id);
		begun.push(ids);
		await run(ids);
	};
}

const call = async (...ids: string[]) => {
	const { status, data } = await deliver(server.url, delivery(...ids.map((id) => ({ id }))));
	return [status, data];
};

afterEach(async () => {
	await server.close();
});

const RECEIVED = [200, 'Received'];
const FAILED = [500, 'The workflow failed'];
const NOT_YET = [503, 'Deliver it again'];

test('the answer comes after the workflow and holds nothing of it', async () => {
	let isOver = false;
	await start(async () => {
		await pause(100);
		isOver = true;
	});
	expect(await call('m1')).toEqual(RECEIVED);
	expect(isOver).toBe(true);
	expect(await call('m1')).toEqual([200, 'Already received']);
	expect(begun).toEqual([['m1']]);
});

const slowly = async () => {
	await pause(LATE_MS);
};

describe('a workflow that takes longer than the provider waits', () => {
	test('is answered 503, goes on, and its repeat starts nothing', async () => {
		await start(slowly);
		expect(await call('m1')).toEqual(NOT_YET);
		expect(await call('m1')).toEqual([200, 'Already received']);
		expect(begun).toEqual([['m1']]);
	});

	test('is given up when n8n never tells of its end, and a repeat after ten minutes is executed', async () => {
		const never = new Promise<void>(() => undefined);
		await start(async () => {
			if (begun.length === 1) await never;
		});
		expect(await call('m1')).toEqual(NOT_YET);
		const now = performance.now.bind(performance);
		jest.spyOn(performance, 'now').mockImplementation(() => now() + 11 * 60_000);
		expect(await call('m1')).toEqual(RECEIVED);
		expect(begun).toEqual([['m1'], ['m1']]);
	});

	test('a repeat that comes while it is under way is answered 503 as well', async () => {
		await start(async () => {
			await pause(2 * LATE_MS);
		});
		const first = call('m1');
		await pause(100);
		expect(await Promise.all([first, call('m1')])).toEqual([NOT_YET, NOT_YET]);
		await pause(2 * LATE_MS - 1000);
		expect(await call('m1')).toEqual([200, 'Already received']);
		expect(begun).toEqual([['m1']]);
	});

	test('when it fails after all, the repeat is executed', async () => {
		let attempts = 0;
		await start(async () => {
			attempts += 1;
			if (attempts > 1) return;
			await slowly();
			throw workflowFails;
		});
		expect(await call('m1')).toEqual(NOT_YET);
		expect(await call('m1')).toEqual(RECEIVED);
		expect(begun).toEqual([['m1'], ['m1']]);
	});

	test("n8n's late answer leaves the connection open for the next call", async () => {
		await start(async ([id]) => {
			if (id === 'm1') await slowly();
		});
		// A socket of its own: where another file of this process mocks calls, an agent of Node's opens one for each.
		const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
		const post = async (id: string) => {
			const body = delivery({ id });
			const head = [
				'POST / HTTP/1.1',
				'Host: 127.0.0.1',
				'Content-Type: application/json',
				`X-Hub-Signature-256: ${sign(body)}`,
				`Content-Length: ${Buffer.byteLength(body)}`,
			];
			socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
			const [answer] = z.tuple([z.instanceof(Buffer)]).parse(await once(socket, 'data'));
			return Number(/^HTTP\/1.1 (\d{3})/.exec(answer.toString())?.[1]);
		};
		expect(await post('m1')).toBe(503);
		const next = post('m1');
		await pause(LATE_MS);
		expect([await next, await post('m2')]).toEqual([200, 200]);
		expect(socket.readyState).toBe('open');
		socket.destroy();
	});
});

describe('n8n keeps nothing of a call', () => {
	test('that repeats what is under way, once its answer is due', async () => {
		await start(async () => {
			await pause(2 * LATE_MS);
		});
		const first = call('m1');
		await pause(100);
		expect(await Promise.all([first, call('m1')])).toEqual([NOT_YET, NOT_YET]);
		await pause(100);
		expect(server.atWork).toBe(0);
	});

	test("that waits for the end of another's execution", async () => {
		await start(slowly);
		const calls = ['m1', 'm2', 'm3'].map(async (id) => await call(id));
		await pause(1_000);
		expect(begun).toEqual([['m1'], ['m2', 'm3']]);
		expect(server.atWork).toBe(0);
		await Promise.all(calls);
	});
});

test('an execution of which n8n says that it ended although nothing has run is executed when it comes again', async () => {
	await start(async () => {
		// As n8n says it (webhook-helpers.js).
		const nothing = 'Workflow executed successfully but the last node did not return any data';
		server.message = begun.length === 1 ? nothing : '';
		await pause(10);
	});
	expect(await call('m1')).toEqual(NOT_YET);
	expect(await call('m1')).toEqual(RECEIVED);
	expect(begun).toEqual([['m1'], ['m1']]);
});

describe('a workflow that fails', () => {
	const failingWith = (poison: string) => async (ids: unknown[]) => {
		await pause(50);
		if (ids.includes(poison)) throw workflowFails;
	};

	test('is answered 500 twice, and the third time 200 with a line in the log', async () => {
		await start(failingWith('m1'));
		expect(await call('m1')).toEqual(FAILED);
		expect(await call('m1')).toEqual(FAILED);
		expect(server.log).toEqual([]);
		expect(await call('m1')).toEqual(RECEIVED);
		expect(server.log).toEqual([expect.stringMatching(/failed three times with whatsAppCloud:message:m1/)]);
		expect(await call('m1')).toEqual([200, 'Already received']);
		expect(begun).toHaveLength(3);
	});

	test('takes no neighbour along when it comes again', async () => {
		let othersCame: () => void = () => undefined;
		const meeting = new Promise<void>((resolve) => {
			othersCame = resolve;
		});
		await start(async (ids) => {
			if (ids.includes('lead')) await meeting;
			await failingWith('poison')(ids);
		});
		const both = async () => await Promise.all([call('poison'), call('neighbour')]);
		const lead = call('lead');
		await pause(100);
		const others = both();
		// Less than what they wait for one that is slow.
		await pause(300);
		othersCame();
		expect(await lead).toEqual(RECEIVED);
		expect(await others).toEqual([FAILED, FAILED]);
		expect(begun.map((ids) => ids.toSorted())).toEqual([['lead'], ['neighbour', 'poison']]);
		expect(await both()).toEqual([FAILED, RECEIVED]);
		expect(begun.slice(2)).toEqual(expect.arrayContaining([['poison'], ['neighbour']]));
	});

	test('of a call with several messages each is executed alone, one a repeat', async () => {
		await start(failingWith('m2'));
		expect(await call('m1', 'm2', 'm3')).toEqual(FAILED);
		expect(await call('m1', 'm2', 'm3')).toEqual(NOT_YET);
		expect(await call('m1', 'm2', 'm3')).toEqual(FAILED);
		expect(await call('m1', 'm2', 'm3')).toEqual(NOT_YET);
		expect(await call('m1', 'm2', 'm3')).toEqual(RECEIVED);
		expect(begun).toEqual([['m1', 'm2', 'm3'], ['m1'], ['m2'], ['m2'], ['m3']]);
	});

	test("a fault of n8n's own is answered 503, and counts as no failure of the workflow", async () => {
		await start(async () => {
			await Promise.reject(new Error('There was a problem executing the workflow'));
		});
		for (let time = 0; time < 4; time += 1) expect(await call('m1')).toEqual(NOT_YET);
		expect(server.log).toEqual([]);
	});
});

test('calls that meet share executions, and each is answered with the end of its own', async () => {
	await start(async () => {
		await pause(50);
	});
	const ids = Array.from({ length: 20 }, (_, index) => `m${index}`);
	const answers = await Promise.all(ids.map(async (id) => await call(id)));
	expect(answers).toEqual(ids.map(() => RECEIVED));
	expect(begun.length).toBeLessThan(10);
	expect(begun.flat().sort()).toEqual([...ids].sort());
});

test('a slow execution holds up nobody for longer than it takes to start another', async () => {
	await start(async ([id]) => {
		await pause(id === 'slow' ? LATE_MS : 0);
	});
	const slow = call('slow');
	await pause(50);
	expect(await call('quick')).toEqual(RECEIVED);
	expect(await slow).toEqual(NOT_YET);
	await pause(LATE_MS);
});

test('one execution per call, where the workflow wants it', async () => {
	await start(
		async () => {
			await pause(50);
		},
		{ options: { oneExecutionPerCall: true } },
	);
	expect(await Promise.all([call('m1'), call('m2'), call('m3')])).toEqual([RECEIVED, RECEIVED, RECEIVED]);
	expect(begun).toHaveLength(3);
});

test('while listening for a test event a call is answered at once, each time', async () => {
	await start(
		async () => {
			await Promise.reject(workflowFails);
		},
		{ mode: 'manual' },
	);
	server.takeOver = async () => {
		await Promise.resolve();
	};
	expect([await call('m1'), await call('m1')]).toEqual([RECEIVED, RECEIVED]);
	expect(server.executions).toHaveLength(2);
});

test("what n8n reads of the panel: its response mode, also by the expression's function", () => {
	for (const description of new MessagingTrigger().description.webhooks ?? []) {
		const [resolvers] = Object.getOwnPropertySymbols(description).map((symbol): unknown =>
			Reflect.get(description, symbol),
		);
		expect(description).toMatchObject({ path: 'webhook', responseData: 'noData' });
		expect(resolvers).toMatchObject({ responseMode: { template: description.responseMode } });
	}
});
