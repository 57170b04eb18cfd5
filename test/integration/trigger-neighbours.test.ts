import express from 'express';
import { z } from 'zod';
import { signOwnCall } from '../../core';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { APP_SECRET, hookContext } from './harness';
import { deliver, delivery, startWebhookServer, type WebhookServer } from './webhook-server';

const selection = {
	kinds: ['message'],
	senders: [],
	messageTypes: [],
	statuses: [],
	finalOnly: false,
	accountEvents: [],
};

const Question = z.object({ ask: z.string(), url: z.string().optional() });

/** A call that was handed on, or what is asked. */
function whatItIs({ headers, body }: express.Request): string {
	const header = String(headers['x-messaging-neighbour']);
	if (header === 'handed-on') return header;
	const { ask, url } = Question.parse(JSON.parse(String(body)));
	return `${ask} ${url?.split('/').at(-2)}`;
}

/** Other triggers of this n8n: what they are to answer, and the calls that they got. */
async function startNeighbours(answers: Record<string, { status: number; body?: object }>) {
	const app = express();
	const calls: string[] = [];
	app.use(express.raw({ type: () => true }));
	app.post('/webhook/:id/webhook', (request, response) => {
		const { id } = request.params;
		calls.push(`${id} ${whatItIs(request)}`);
		const { status, body = {} } = answers[id] ?? { status: 200 };
		response.status(status).json(body);
	});
	const server = app.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		answers,
		calls,
		known: Object.keys(answers).map((id) => ({
			url: `http://127.0.0.1:${port}/webhook/${id}/webhook`,
			workflow: `Workflow ${id}`,
			selection: id === 'statuses' ? { ...selection, kinds: ['status'] } : selection,
		})),
		base: `http://127.0.0.1:${port}/webhook`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

const gone = {
	status: 404,
	body: { code: 404, message: 'The requested webhook "POST x" is not registered.' },
};

const message = delivery({});

let server: WebhookServer;
let neighbours: Awaited<ReturnType<typeof startNeighbours>>;
let count = 0;
let nodeId = '';

async function start(answers: Parameters<typeof startNeighbours>[0]): Promise<void> {
	count += 1;
	nodeId = `neighbour-${count}`;
	neighbours = await startNeighbours(answers);
	server = await startWebhookServer(new MessagingTrigger(), {
		nodeId,
		webhookId: 'own',
		webhookBaseUrl: neighbours.base,
		staticData: { neighbours: neighbours.known },
	});
}

afterEach(async () => {
	await server.close();
	await neighbours.close();
});

test('a call goes on to those who want any of its events, with its signature, and starts this workflow too', async () => {
	await start({ a: { status: 200 }, b: gone, statuses: { status: 200 } });
	expect((await deliver(server.url, message)).status).toBe(200);
	expect(neighbours.calls.sort()).toEqual(['a handed-on', 'b handed-on', 'own forget b']);
	expect(server.executions).toHaveLength(1);
});

test('a repeat goes to nobody who has had it', async () => {
	await start({ a: { status: 200 }, b: { status: 200 } });
	const answers = await Promise.all([deliver(server.url, message), deliver(server.url, message)]);
	expect(answers.map(({ status }) => status)).toEqual([200, 200]);
	expect((await deliver(server.url, message)).status).toBe(200);
	expect(neighbours.calls.sort()).toEqual(['a handed-on', 'b handed-on']);
	expect(server.executions).toHaveLength(1);
});

test('a call that was handed on is not handed on again', async () => {
	await start({ a: { status: 200 } });
	const answer = await deliver(server.url, message, { 'x-messaging-neighbour': 'handed-on' });
	expect(answer.status).toBe(200);
	expect(neighbours.calls).toEqual([]);
});

test('a call that one did not take comes again, and goes to that one alone', async () => {
	await start({ a: { status: 200 }, b: { status: 503 } });
	expect((await deliver(server.url, message)).status).toBe(503);
	expect(neighbours.calls.sort()).toEqual(['a handed-on', 'b handed-on', 'own handed-on']);
	neighbours.answers.b = { status: 200 };
	expect((await deliver(server.url, message)).status).toBe(200);
	expect(neighbours.calls.slice(3)).toEqual(['b handed-on']);
});

test('a request of somebody without the secret is refused', async () => {
	await start({});
	const answer = await deliver(server.url, '{"ask":"introduce"}', { 'x-messaging-neighbour': '1.2' });
	expect(answer.status).toBe(401);
});

test("what another trigger asks is also kept in n8n's memory of the workflow, which n8n saves over what calls left behind", async () => {
	await start({});
	const node = new MessagingTrigger();
	const context = hookContext(node, { nodeId, parameters: { registration: 'manual' } });
	await node.webhookMethods.default.checkExists.call(context);
	const neighbour = { url: `${neighbours.base}/new/webhook`, workflow: 'New', selection };
	const body = JSON.stringify({ ask: 'welcome', neighbour });
	const header = signOwnCall('neighbour', body, APP_SECRET, Date.now());
	const answer = await deliver(server.url, body, { 'x-messaging-neighbour': header });
	expect(answer.status).toBe(200);
	expect(context.getWorkflowStaticData('node').neighbours).toEqual([neighbour]);
});
