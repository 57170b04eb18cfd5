/**
 * Heap of Messaging Trigger per webhook call, after a forced collection: what stays behind is a leak. Fails where the heap is
 * not flat within five percent after a tenth of the calls.
 *
 *     npm run bench:memory            # 20,000 calls
 *     npm run bench:memory -- 2000    # what CI does
 *     npm run bench:memory -- 20000 lastNode    # answered when the workflow has finished
 *
 * The built node, with n8n's part played by the least that it asks of n8n.
 */
import { createHmac } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { setImmediate as immediate } from 'node:timers/promises';

const FLAT_WITHIN = 0.05;
const POINTS = 10;
const SECRET = 'secret-of-the-bench';

const require = createRequire(import.meta.url);
const {
	MessagingTrigger,
}: {
	MessagingTrigger: new () => { webhook: { call(context: unknown): Promise<Answer> } };
} = require('../../dist/nodes/MessagingTrigger/MessagingTrigger.node.js');

interface Answer {
	workflowData?: unknown[][];
	noWebhookResponse?: boolean;
}

/** What the node asks of an answer that n8n writes. */
class Response extends EventEmitter {
	statusCode = 200;
	headersSent = false;
	writableEnded = false;
	writableFinished = false;
	closed = false;

	writeHead(status: number): this {
		this.statusCode = status;
		this.headersSent = true;
		return this;
	}

	end(): void {
		this.writableEnded = true;
		this.writableFinished = true;
		this.emit('finish');
	}
}

const PARAMETERS: Readonly<Record<string, unknown>> = {
	provider: 'whatsAppCloud',
	purpose: 'inbound',
	registration: 'manual',
	options: { answer: process.argv[3] ?? 'onReceived' },
};
const node = {
	id: 'node-of-the-bench',
	name: 'Messaging Trigger',
	type: 'n8n-nodes-messaging-channels.messagingTrigger',
	typeVersion: 2,
	credentials: { whatsAppCloudApi: { id: '1', name: 'Bench' } },
};
const ignore = () => undefined;

function contextOf(body: string, signature: string, response: Response): object {
	return {
		getRequestObject: () => ({
			method: 'POST',
			headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
			contentType: 'application/json',
			query: {},
			originalUrl: '/webhook/bench',
			rawBody: Buffer.from(body),
			body: JSON.parse(body),
		}),
		getResponseObject: () => response,
		getNodeParameter: (name: string, fallback?: unknown) => PARAMETERS[name] ?? fallback,
		getCredentials: () =>
			Promise.resolve({
				accessToken: 'token',
				businessAccountId: '1001',
				appId: '9001',
				appSecret: SECRET,
				verifyToken: 'word',
				apiVersion: 'v25.0',
				baseUrl: 'https://graph.test',
			}),
		getNode: () => node,
		getWorkflow: () => ({ id: 'workflow-of-the-bench', name: 'Bench', active: true }),
		getMode: () => 'webhook',
		getWebhookName: () => 'default',
		getHeaderData: () => ({}),
		getNodeWebhookUrl: () => 'https://n8n.example.com/webhook/bench',
		getWorkflowStaticData: () => ({}),
		logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
	};
}

function bodyOf(at: number): string {
	const message = {
		id: `wamid.${String(at).padStart(40, '0')}`,
		from: '15550123001',
		timestamp: '1700000000',
		type: 'text',
		text: { body: `Message ${at}` },
	};
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100001', phone_number_id: '2001' },
		contacts: [{ profile: { name: 'Ana' }, wa_id: '15550123001' }],
		messages: [message],
	};
	const entry = [{ id: '1001', changes: [{ value, field: 'messages' }] }];
	return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

const trigger = new MessagingTrigger();
let started = 0;

/** Three of four calls are new messages, one has a wrong signature. */
async function call(at: number): Promise<void> {
	const body = bodyOf(at);
	const key = at % 4 === 3 ? 'guess' : SECRET;
	const signature = `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
	const response = new Response();
	const answer = await trigger.webhook.call(contextOf(body, signature, response));
	if (answer.workflowData !== undefined) started += 1;
	if (answer.noWebhookResponse !== true) response.end();
}

function heapMb(): number {
	if (global.gc === undefined) throw new Error('Run with --expose-gc');
	global.gc();
	return process.memoryUsage().heapUsed / 2 ** 20;
}

const calls = Number(process.argv[2] ?? 20_000);
const heaps: number[] = [];
const before = performance.now();
for (let at = 1; at <= calls; at += 1) {
	await call(at);
	await immediate();
	if (at % Math.round(calls / POINTS) === 0) heaps.push(heapMb());
}
const [first = Number.NaN, last = Number.NaN] = [heaps[0], heaps.at(-1)];
const growth = last / first - 1;
console.log(`${calls} calls in ${((performance.now() - before) / 1000).toFixed(1)} s, ${started} executions`);
console.log(`heap in MB after each tenth: ${heaps.map((heap) => heap.toFixed(2)).join(', ')}`);
console.log(`${(growth * 100).toFixed(2)} % from the first tenth to the end`);
const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
console.log(`timers left: ${timers}`);
if (started !== calls - Math.floor((calls + 1) / 4)) {
	console.error('Not every new message started an execution');
	process.exitCode = 1;
}
if (!(growth < FLAT_WITHIN)) {
	console.error('The heap is not flat');
	process.exitCode = 1;
}
