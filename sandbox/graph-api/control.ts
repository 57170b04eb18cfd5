import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { GraphError } from './errors.ts';
import { FAULTS, isFault } from './faults.ts';
import { LIMITS } from './options.ts';
import type { Sandbox } from './sandbox.ts';

const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number such as +15550123001');
const Chat = z.object({ numberId: z.string(), customer: PhoneNumber });

const Body = {
	customer: z.object({ phoneNumber: PhoneNumber, name: z.string().trim().min(1).max(60) }),
	message: Chat.extend({
		text: z.string().min(1).max(4096),
		replyToId: z.string().optional(),
	}),
	open: z.object({ page: z.string().min(1).max(64), chat: Chat.nullable() }),
	webhook: z.object({ url: z.string().url().nullable() }),
	fault: z.union([
		z.object({
			fault: z.string().refine(isFault, 'is not a fault of the sandbox'),
			times: z.union([z.number().int().min(0).max(1_000_000), z.literal('always')]).default(1),
		}),
		z.object({ latencyMs: z.number().int().min(0).max(600_000) }),
		z.object({ clear: z.literal(true) }),
	]),
};

/** What the sandbox offers beside Meta's API, under `/sandbox`: the phone page's calls, and switches for tests. */
export function controlRouter(around: Sandbox): Router {
	const { conversations, directory, faults, live } = around;
	const router = Router();
	router.use(jsonOnly, express.json());

	router.get('/state', (_request, response) => {
		response.json(snapshot(around));
	});
	router.get('/events', (request, response) => {
		live.connect(z.string().min(1).max(64).parse(request.query.page), request, response);
	});
	router.get('/faults', (_request, response) => {
		const known = Object.entries(FAULTS).map(([fault, { stage, title }]) => ({ fault, stage, title }));
		response.json({ known, active: faults.list(), latencyMs: faults.latencyMs });
	});
	router.post('/faults', (request, response) => {
		const change = Body.fault.parse(request.body);
		if ('fault' in change) faults.set(change.fault, change.times);
		else if ('latencyMs' in change) faults.latencyMs = change.latencyMs;
		else faults.clear();
		response.json({ active: faults.list(), latencyMs: faults.latencyMs });
	});
	router.get('/customers', (_request, response) => {
		response.json({ customers: directory.customers });
	});
	router.post('/customers', (request, response) => {
		const { phoneNumber, name } = Body.customer.parse(request.body);
		const customer = directory.addCustomer(phoneNumber, name);
		if (!customer) {
			refuse(response, `${phoneNumber} is taken, or there are too many customers`);
			return;
		}
		live.publish({ type: 'customer', customer });
		response.status(201).json(customer);
	});
	router.post('/messages', (request, response) => {
		const { numberId, customer, text, replyToId } = Body.message.parse(request.body);
		if (!directory.customer(customer) || !directory.number(numberId)) {
			refuse(response, 'no such customer or number');
			return;
		}
		const { messageId } = around.inbound.send(customer, { type: 'text', text, replyToId }, numberId);
		response.status(201).json({ messageId });
	});
	router.post('/open', (request, response) => {
		const { page, chat } = Body.open.parse(request.body);
		if (live.isConnected(page)) around.openChat(page, chat ?? undefined);
		response.json({ open: live.isConnected(page) && chat !== null });
	});
	router.post('/window/close', (request, response) => {
		const { numberId, customer } = Chat.parse(request.body);
		if (!directory.customer(customer) || !directory.number(numberId)) {
			refuse(response, 'no such customer or number');
			return;
		}
		conversations.closeWindow(numberId, customer);
		response.json({});
	});
	router.post('/webhook', async (request, response) => {
		const { url } = Body.webhook.parse(request.body);
		await around.subscriptions.setAppUrl(url ?? undefined);
		response.json(around.webhookHealth());
	});
	router.post('/reset', (_request, response) => {
		around.reset();
		response.json({});
	});
	router.use((_request, response) => {
		response.status(404).json({ error: 'The sandbox has nothing here' });
	});
	router.use(explain);
	return router;
}

/** A page of another site can post forms to loopback without asking, but no JSON. */
const jsonOnly: RequestHandler = (request, response, next) => {
	if (request.method === 'GET' || request.is('application/json')) {
		next();
		return;
	}
	response.status(415).json({ error: 'Send JSON with the content type application/json' });
};

const explain: ErrorRequestHandler = (error, _request, response, next) => {
	if (error instanceof z.ZodError) {
		const [issue] = error.issues;
		refuse(response, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
	} else if (error instanceof GraphError) {
		refuse(response, error.message);
	} else {
		next(error);
	}
};

function refuse(response: express.Response, error: string): void {
	response.status(400).json({ error });
}

/** Where there are more people than a page can show, those with whom there were messages come first. */
function snapshot({ conversations, directory, faults, webhookHealth }: Sandbox) {
	const { businessAccountId, businessAccountName } = directory.world;
	const threads = conversations.threads.slice(0, LIMITS.threadsShown);
	const active = threads.map((thread) => directory.customer(thread.customer));
	const isCrowded = directory.customers.length > LIMITS.threadsShown;
	const people = isCrowded ? new Set([...active, ...directory.customers]) : directory.customers;
	return {
		business: { id: businessAccountId, name: businessAccountName },
		numbers: directory.numbers,
		customers: [...people].filter((person) => person !== undefined).slice(0, LIMITS.threadsShown),
		threads,
		webhook: webhookHealth(),
		faults: faults.list(),
		latencyMs: faults.latencyMs,
	};
}
