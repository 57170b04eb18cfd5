import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { APP_SECRET, CREDENTIAL, type Setting } from './harness';
import { deliver, delivery, sign, startWebhookServer, type WebhookServer } from './webhook-server';

let server: WebhookServer;
let nodeCount = 0;

/** Each trigger has its own id, as in n8n, and so remembers its own events. */
async function start(
	parameters = {},
	credential: Setting['credential'] = CREDENTIAL,
	mode: 'webhook' | 'manual' = 'webhook',
) {
	nodeCount += 1;
	server = await startWebhookServer(
		new MessagingTrigger(),
		{ parameters, credential, nodeId: `node-${nodeCount}` },
		mode,
	);
}

afterEach(async () => {
	await server.close();
});

function texts(): unknown[] {
	return server.executions.map((items) => items.map(({ json }) => json.text ?? json.status));
}

describe('verification', () => {
	const query = {
		'hub.mode': 'subscribe',
		'hub.verify_token': CREDENTIAL.verifyToken,
		'hub.challenge': '1158201444',
	};
	const ask = async (params: Record<string, unknown>) =>
		await axios.get<unknown>(server.url, { params, validateStatus: () => true, responseType: 'text' });

	test('the right token brings the challenge back as the bare body', async () => {
		await start();
		const answer = await ask(query);
		expect([answer.status, answer.data]).toEqual([200, '1158201444']);
		expect(answer.headers['content-type']).toContain('text/plain');
		expect(server.executions).toEqual([]);
	});

	test('a wrong token is refused with 403 and a line in the log', async () => {
		await start();
		expect((await ask({ ...query, 'hub.verify_token': 'guess' })).status).toBe(403);
		expect(server.log).toEqual([expect.stringContaining('refused with 403')]);
		expect(server.log.join()).not.toContain(CREDENTIAL.verifyToken);
	});

	test('a visitor of the URL is refused', async () => {
		await start();
		expect((await ask({})).status).toBe(403);
	});
});

describe('authentication', () => {
	test('a signed call starts one execution with normalised items', async () => {
		await start();
		expect((await deliver(server.url, delivery({ text: 'STOP' }))).status).toBe(200);
		expect(server.executions).toEqual([
			[
				{
					json: expect.objectContaining({
						kind: 'message',
						provider: 'whatsAppCloud',
						channel: 'whatsapp',
						id: 'wamid.1',
						from: '+15550123001',
						to: '+15550100001',
						channelId: '2001',
						type: 'text',
						text: 'STOP',
						timestamp: new Date(1_764_000_000_000).toISOString(),
					}),
				},
			],
		]);
	});

	test.each([
		['made with another secret', { 'x-hub-signature-256': sign(delivery({}), 'guess') }],
		['of another body', { 'x-hub-signature-256': sign(delivery({ text: 'START' })) }],
		['that is empty', { 'x-hub-signature-256': '' }],
		['of the older kind', { 'x-hub-signature-256': '', 'x-hub-signature': sign(delivery({})) }],
	])('a signature %s is refused with 401 and starts nothing', async (_name, headers) => {
		await start();
		expect((await deliver(server.url, delivery({}), headers)).status).toBe(401);
		expect(server.executions).toEqual([]);
		expect(server.log).toEqual([expect.stringContaining('refused with 401')]);
		expect(server.log.join()).not.toContain(CREDENTIAL.appSecret);
	});

	test('while a secret is rotated both count', async () => {
		await start({}, { ...CREDENTIAL, appSecret: 'new-secret, old-secret' });
		for (const [index, secret] of ['new-secret', 'old-secret'].entries()) {
			const body = delivery({ id: `wamid.${index}` });
			expect((await deliver(server.url, body, { 'x-hub-signature-256': sign(body, secret) })).status).toBe(
				200,
			);
		}
		expect(server.executions).toHaveLength(2);
	});

	test('without a secret nobody is let in', async () => {
		await start({}, { ...CREDENTIAL, appSecret: '' });
		const body = delivery({});
		expect((await deliver(server.url, body, { 'x-hub-signature-256': sign(body, '') })).status).toBe(401);
	});

	test('a secret that was changed while the old one was in use counts at once', async () => {
		const credential = { ...CREDENTIAL };
		await start({}, credential);
		await deliver(server.url, delivery({ id: 'wamid.before' }));
		credential.appSecret = 'new-secret';
		await pause(1000);
		const body = delivery({ id: 'wamid.after' });
		expect(
			(await deliver(server.url, body, { 'x-hub-signature-256': sign(body, 'new-secret') })).status,
		).toBe(200);
		expect(server.executions).toHaveLength(2);
	});

	test('a credential that could not be read for a moment refuses no call of a burst', async () => {
		let failures = 1;
		const flaky = {
			...CREDENTIAL,
			get appSecret() {
				failures -= 1;
				if (failures >= 0) throw new Error('Database is not ready');
				return APP_SECRET;
			},
		};
		await start({}, flaky);
		const burst = ['wamid.1', 'wamid.2', 'wamid.3'].map((id) => deliver(server.url, delivery({ id })));
		expect((await Promise.all(burst)).map(({ status }) => status)).toEqual([200, 200, 200]);
	});

	test('a credential that cannot be read refuses without an execution, so that the provider tries again', async () => {
		await start({}, null);
		expect((await deliver(server.url, delivery({}))).status).toBe(503);
		expect(server.executions).toEqual([]);
		expect(server.log).toEqual([expect.stringContaining('credential')]);
	});
});

describe('bodies', () => {
	test.each(['text/plain', 'application/octet-stream', 'application/vnd.gateway+json'])(
		'JSON that is declared as %s is still read',
		async (contentType) => {
			await start();
			const answer = await deliver(server.url, delivery({ text: 'naïve' }), { 'content-type': contentType });
			expect(answer.status).toBe(200);
			expect(texts()).toEqual([['naïve']]);
		},
	);

	test('a form with files is refused', async () => {
		await start();
		const headers = { 'content-type': 'multipart/form-data; boundary=x' };
		expect((await deliver(server.url, delivery({ text: 'Hi' }), headers)).status).toBe(401);
		expect(server.executions).toEqual([]);
	});

	test('what is not JSON is refused', async () => {
		await start();
		expect((await deliver(server.url, '{"entry":', { 'content-type': 'text/plain' })).status).toBe(400);
		expect(server.log).toEqual([expect.stringContaining('not JSON')]);
	});

	test.each(['{}', '[]', '{"object":"page"}', '{"entry":[]}', '{"entry":[{"changes":null}]}'])(
		'%s is answered and starts nothing',
		async (body) => {
			await start();
			expect((await deliver(server.url, body)).status).toBe(200);
			expect(server.executions).toEqual([]);
		},
	);

	test('a shape that is not known reaches a workflow that asked for it', async () => {
		await start({ purpose: 'selected', events: ['unknown'] });
		await deliver(server.url, '{"object":"page"}');
		expect(server.executions[0]?.[0]?.json).toMatchObject({ kind: 'unknown', raw: { object: 'page' } });
	});
});

describe('selection', () => {
	test.each([
		['messages only, by default', {}, [['Hi']]],
		['statuses only', { purpose: 'feedback' }, [['read', 'failed']]],
		['both', { purpose: 'selected', events: ['message', 'status'] }, [['Hi', 'read', 'failed']]],
		['one status', { purpose: 'feedback', filters: { statuses: ['failed'] } }, [['failed']]],
		[
			'one number',
			{ purpose: 'selected', events: ['message', 'status'], filters: { channelIds: ['2002'] } },
			[['failed']],
		],
		['final statuses', { purpose: 'feedback', filters: { finalOnly: true } }, [['read', 'failed']]],
		['another number', { filters: { channelIds: ['2003'] } }, []],
		['another type', { filters: { messageTypes: ['image'] } }, []],
	])('%s', async (_name, parameters, expected) => {
		await start(parameters);
		const body = delivery({}, { status: 'read' }, { id: 'wamid.2', status: 'failed', numberId: '2002' });
		expect((await deliver(server.url, body)).status).toBe(200);
		expect(texts()).toEqual(expected);
	});
});

describe('each event once', () => {
	test('a repeated delivery starts nothing', async () => {
		await start();
		for (let time = 0; time < 3; time++) expect((await deliver(server.url, delivery({}))).status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});

	test('of a delivery that is partly known only the rest starts something', async () => {
		await start();
		await deliver(server.url, delivery({ text: 'one' }));
		await deliver(
			server.url,
			delivery({ text: 'one' }, { id: 'wamid.2', text: 'two' }, { id: 'wamid.2', text: 'two' }),
		);
		expect(texts()).toEqual([['one'], ['two']]);
	});

	test('of many at the same time one starts something, and all are answered', async () => {
		await start();
		const answers = await Promise.all(
			Array.from({ length: 10 }, async () => await deliver(server.url, delivery({}))),
		);
		expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
		expect(server.executions).toHaveLength(1);
	});

	test('what could not be taken over is taken when it comes again', async () => {
		await start();
		server.takeOver = async () => {
			await Promise.reject(new Error('The database is locked'));
		};
		expect((await deliver(server.url, delivery({}))).status).toBe(500);
		server.takeOver = async () => {
			await Promise.resolve();
		};
		expect((await deliver(server.url, delivery({}))).status).toBe(200);
		expect(server.executions).toHaveLength(1);
	});

	test('a repeat waits for the first one and takes the events over when that fails', async () => {
		await start();
		let attempts = 0;
		server.takeOver = async () => {
			attempts += 1;
			await pause(50);
			if (attempts === 1) throw new Error('The database is locked');
		};
		const answers = await Promise.all([
			deliver(server.url, delivery({})),
			deliver(server.url, delivery({})),
			deliver(server.url, delivery({})),
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 500]);
		expect(server.executions).toHaveLength(1);
	});

	describe('a caller that hangs up before the answer', () => {
		const hangUp = async (outcome: 'taken' | 'failed') => {
			await start();
			server.takeOver = async () => {
				await pause(100);
				if (outcome === 'failed') throw new Error('The database is locked');
			};
			const impatient = axios.post(server.url, delivery({}), {
				headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(delivery({})) },
				timeout: 30,
			});
			await expect(impatient).rejects.toThrow('timeout');
			server.takeOver = async () => {
				await Promise.resolve();
			};
			return (await deliver(server.url, delivery({}))).status;
		};

		test('finds the events known when they were taken over all the same', async () => {
			expect(await hangUp('taken')).toBe(200);
			expect(server.executions).toHaveLength(1);
		});

		test('has them taken over next time when they were not', async () => {
			expect(await hangUp('failed')).toBe(200);
			expect(server.executions).toHaveLength(1);
		});
	});

	test('while listening for a test event the same sample comes through each time', async () => {
		await start({}, CREDENTIAL, 'manual');
		await deliver(server.url, delivery({}));
		await deliver(server.url, delivery({}));
		expect(server.executions).toHaveLength(2);
	});
});

describe('bursts', () => {
	const CALLS = 20;
	const burst = async () =>
		await Promise.all(
			Array.from(
				{ length: CALLS },
				async (_empty, index) =>
					await deliver(server.url, delivery({ id: `wamid.${index}`, text: `${index}` })),
			),
		);
	const slowly = async () => {
		await pause(50);
	};

	test('calls that arrive at the same moment share executions, each event in one', async () => {
		await start();
		server.takeOver = slowly;
		const answers = await burst();
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(server.executions.length).toBeLessThan(CALLS / 2);
		expect(
			texts()
				.flat()
				.map(Number)
				.sort((a, b) => a - b),
		).toEqual([...Array(CALLS).keys()]);
	});

	test('nobody is answered 200 when the shared execution fails, and everything comes again', async () => {
		await start();
		server.takeOver = async () => {
			await pause(50);
			throw new Error('The database is locked');
		};
		const answers = await burst();
		expect(answers.every(({ status }) => status >= 500)).toBe(true);
		server.takeOver = slowly;
		await burst();
		expect(texts().flat()).toHaveLength(CALLS);
	});

	test('a leader that hangs up does not hold up those behind it', async () => {
		await start();
		const hungUp = new AbortController();
		const taking = new Promise<void>((resolve) => {
			server.takeOver = async () => {
				resolve();
				await slowly();
				hungUp.abort();
				await slowly();
			};
		});
		const body = delivery({ id: 'wamid.early', text: 'early' });
		const headers = { 'content-type': 'application/json', 'x-hub-signature-256': sign(body) };
		const leader = axios.post(server.url, body, { headers, signal: hungUp.signal });
		const outcome = expect(leader).rejects.toThrow('canceled');
		await taking;
		const answers = await burst();
		await outcome;
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(texts().flat()).toHaveLength(CALLS + 1);
	});

	test('one execution per call, where the workflow wants it', async () => {
		await start({ options: { oneExecutionPerCall: true } });
		server.takeOver = slowly;
		await burst();
		expect(server.executions).toHaveLength(CALLS);
	});
});
