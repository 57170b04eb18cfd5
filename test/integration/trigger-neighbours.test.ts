import express from 'express';
import { MessagingTrigger } from '../../nodes/MessagingTrigger/MessagingTrigger.node';
import { deliver, startWebhookServer, type WebhookServer } from './webhook-server';

const selection = {
	kinds: ['message'],
	senders: [],
	messageTypes: [],
	statuses: [],
	finalOnly: false,
	accountEvents: [],
};

/** Other triggers of this n8n: what they are to answer, and the calls that they got. */
async function startNeighbours(answers: Record<string, { status: number; body?: object }>) {
	const app = express();
	const calls: string[] = [];
	app.use(express.raw({ type: () => true }));
	app.post('/webhook/:id/webhook', (request, response) => {
		const { id } = request.params;
		calls.push([id, String(request.headers['x-messaging-neighbour'])].join(' '));
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

const message = JSON.stringify({
	object: 'whatsapp_business_account',
	entry: [
		{
			id: '1001',
			changes: [
				{
					field: 'messages',
					value: {
						metadata: { display_phone_number: '15550100001', phone_number_id: '2001' },
						messages: [
							{
								from: '15550123001',
								id: 'wamid.1',
								timestamp: '1764000000',
								type: 'text',
								text: { body: 'Hi' },
							},
						],
					},
				},
			],
		},
	],
});

let server: WebhookServer;
let neighbours: Awaited<ReturnType<typeof startNeighbours>>;
let count = 0;

async function start(answers: Parameters<typeof startNeighbours>[0]): Promise<void> {
	count += 1;
	neighbours = await startNeighbours(answers);
	server = await startWebhookServer(new MessagingTrigger(), {
		nodeId: `neighbour-${count}`,
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
	expect(neighbours.calls.sort()).toEqual(['a handed-on', 'b handed-on']);
	neighbours.answers.b = { status: 200 };
	expect((await deliver(server.url, message)).status).toBe(200);
	expect(neighbours.calls.slice(2)).toEqual(['b handed-on']);
});

test('a request of somebody without the secret is refused', async () => {
	await start({});
	const answer = await deliver(server.url, '{"ask":"introduce"}', { 'x-messaging-neighbour': '1.2' });
	expect(answer.status).toBe(401);
});
