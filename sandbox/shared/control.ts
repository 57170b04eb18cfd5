import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import type { SandboxLine } from '../settings.ts';
import { RecordedConsent } from './consents.ts';
import { choicesOf } from './content.ts';
import type { Ledger } from './ledger.ts';
import { LIMITS } from './options.ts';
import type { Stage } from './stage.ts';
import type { StandIn } from './stand-in.ts';
import { Traffic } from './traffic.ts';
import { faultsOf, watched } from './watch.ts';

const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number such as +15550123001');
const Chat = z.object({ numberId: z.string(), customer: PhoneNumber });
const ProviderName = z.enum(['whatsAppCloud', 'infobip', 'sinch']).default('whatsAppCloud');

const Body = {
	customer: z.object({ phoneNumber: PhoneNumber, name: z.string().trim().min(1).max(60) }),
	message: Chat.extend({
		text: z.string().min(1).max(4096),
		replyToId: z.string().optional(),
	}),
	tap: Chat.extend({ messageId: z.string(), choice: z.string() }),
	consents: z.object({ rows: z.array(RecordedConsent).max(LIMITS.consentRows) }),
	marketing: Chat.extend({ value: z.enum(['stop', 'resume']) }),
	rules: z.object({ provider: ProviderName }).passthrough(),
	open: z.object({ page: z.string().min(1).max(64), chat: Chat.nullable() }),
	webhook: z.object({ provider: ProviderName, url: z.string().url().nullable() }),
	fault: z.object({ provider: ProviderName }).and(
		z.union([
			z.object({
				fault: z.string(),
				times: z.union([z.number().int().min(0).max(1_000_000), z.literal('always')]).default(1),
			}),
			z.object({
				shares: z.record(z.number().min(0).max(100)),
				seed: z.number().int().default(1),
			}),
			z.object({ latencyMs: z.number().int().min(0).max(600_000) }),
			z.object({ clear: z.literal(true) }),
		]),
	),
};

const LedgerQuery = z.object({
	provider: ProviderName,
	to: z.string().optional(),
	repeated: z.enum(['true', 'false']).default('false'),
	limit: z.coerce.number().int().min(0).max(100_000).default(1_000),
});

const WatchQuery = z.object({ exchanges: z.coerce.number().int().min(0).max(200).default(0) });

/** A wish that the sandbox does not fulfil, with the reason in words. */
export class Refusal extends Error {}

/** What the control routes work on. */
export interface Controlled {
	stage: Stage;
	standIns: readonly StandIn[];
	/** What a page shows from now on; undefined for none. What is delivered there is read. */
	openChat: (page: string, chat: z.output<typeof Chat> | undefined) => void;
	/** The rows of the workflow's consent record. */
	showConsents: (rows: readonly RecordedConsent[]) => void;
	reset: () => void;
}

/**
 * What the sandbox offers beside the providers' APIs, under `/sandbox`: the phone page's calls, and switches for tests. What is mounted
 * after it has its calls taken down for the page.
 */
export function controlRouter(around: Controlled): Express {
	const { standIns } = around;
	const traffic = new Traffic(standIns);
	const { conversations, live, people } = around.stage;
	const standInOf = (provider: string): StandIn => {
		const found = standIns.find((standIn) => standIn.provider === provider);
		if (!found) throw new Refusal(`${provider} is not part of this sandbox`);
		return found;
	};
	const rulesOf = (provider: string) => {
		const { rules } = standInOf(provider);
		if (!rules) throw new Refusal(`${provider} has no rules to set`);
		return rules;
	};
	const lineOf = ({ customer, numberId }: z.output<typeof Chat>): SandboxLine => {
		const line = standIns.flatMap(({ lines }) => lines).find(({ id }) => id === numberId);
		if (!people.customer(customer) || !line) throw new Refusal('no such customer or number');
		return line;
	};
	const router = express();
	router.disable('x-powered-by');
	router.on('mount', (parent) => parent.use(traffic.record));
	router.use(jsonOnly, express.json());

	router.get('/state', (_request, response) => {
		response.json(snapshot(around));
	});
	router.get('/events', (request, response) => {
		live.connect(z.string().min(1).max(64).parse(request.query.page), request, response);
	});
	router.get('/watch', (request, response) => {
		const { exchanges } = WatchQuery.parse(request.query);
		response.json(watched(standIns, traffic, exchanges));
	});
	router.get('/exchanges/:id', (request, response) => {
		const parts = traffic.parts(request.params.id);
		if (parts) response.json({ parts });
		else response.status(404).json({ error: 'This is not kept any more' });
	});
	router.get('/faults', (request, response) => {
		const { faults } = standInOf(ProviderName.parse(request.query.provider));
		const known = Object.entries(faults.table).map(([fault, { stage, title }]) => ({ fault, stage, title }));
		response.json({ known, ...faultsOf(faults) });
	});
	router.post('/faults', (request, response) => {
		const change = Body.fault.parse(request.body);
		const { faults } = standInOf(change.provider);
		const requireKnown = (fault: string) => {
			if (!Object.hasOwn(faults.table, fault)) throw new Refusal(`fault ${fault} is not known`);
		};
		if ('fault' in change) {
			requireKnown(change.fault);
			faults.set(change.fault, change.times);
		} else if ('shares' in change) {
			const shares = Object.entries(change.shares);
			for (const [fault] of shares) requireKnown(fault);
			faults.share(new Map(shares), change.seed);
		} else if ('latencyMs' in change) faults.latencyMs = change.latencyMs;
		else faults.clear();
		response.json(faultsOf(faults));
	});
	router.get('/rules', (request, response) => {
		response.json(rulesOf(ProviderName.parse(request.query.provider)).read());
	});
	router.post('/rules', (request, response) => {
		const { provider, ...wish } = Body.rules.parse(request.body);
		const rules = rulesOf(provider);
		rules.change(wish);
		response.json(rules.read());
	});
	router.get('/ledger', (request, response) => {
		const query = LedgerQuery.parse(request.query);
		response.json(takenOf(standInOf(query.provider).ledger, query));
	});
	router.get('/files/:provider/:id', (request, response) => {
		const file = standInOf(request.params.provider).file?.(request.params.id);
		if (file) response.type(file.mimeType).send(file.bytes);
		else response.status(404).json({ error: 'There is no such file' });
	});
	router.get('/customers', (_request, response) => {
		response.json({ customers: people.customers });
	});
	router.post('/customers', (request, response) => {
		const { phoneNumber, name } = Body.customer.parse(request.body);
		const customer = people.add(phoneNumber, name);
		if (!customer) throw new Refusal(`${phoneNumber} is taken, or there are too many customers`);
		live.publish({ type: 'customer', customer });
		response.status(201).json(customer);
	});
	router.post('/messages', (request, response) => {
		const { text, replyToId, ...chat } = Body.message.parse(request.body);
		const { id: numberId, provider } = lineOf(chat);
		const message = { type: 'text' as const, text, replyToId };
		const { messageId } = standInOf(provider).customerSends(chat.customer, message, { numberId });
		response.status(201).json({ messageId });
	});
	router.post('/taps', (request, response) => {
		const { messageId, choice, ...chat } = Body.tap.parse(request.body);
		const { id: numberId, provider } = lineOf(chat);
		const tapped = conversations
			.messages(numberId, chat.customer)
			.filter(({ id }) => id === messageId)
			.flatMap(({ content = {} }) => choicesOf(content))
			.find(({ id }) => id === choice);
		if (!tapped?.answer) throw new Refusal('nothing is sent by tapping this');
		const message = {
			type: 'tap' as const,
			text: tapped.label,
			replyToId: messageId,
			tapped: tapped.answer,
		};
		const sent = standInOf(provider).customerSends(chat.customer, message, { numberId });
		response.status(201).json({ messageId: sent.messageId });
	});
	router.post('/marketing', (request, response) => {
		const { value, ...chat } = Body.marketing.parse(request.body);
		const { provider } = lineOf(chat);
		const standIn = standInOf(provider);
		if (!standIn.choosesMarketing) throw new Refusal(`customers cannot choose this at ${provider}`);
		standIn.choosesMarketing(chat, value);
		response.json({});
	});
	router.post('/consents', (request, response) => {
		around.showConsents(Body.consents.parse(request.body).rows);
		response.json({});
	});
	router.post('/open', (request, response) => {
		const { page, chat } = Body.open.parse(request.body);
		if (live.isConnected(page)) around.openChat(page, chat ?? undefined);
		response.json({ open: live.isConnected(page) && chat !== null });
	});
	router.post('/window/close', (request, response) => {
		const chat = Chat.parse(request.body);
		conversations.closeWindow(lineOf(chat).id, chat.customer);
		response.json({});
	});
	router.post('/webhook', async (request, response) => {
		const { provider, url } = Body.webhook.parse(request.body);
		const standIn = standInOf(provider);
		await standIn.setWebhook(url ?? undefined).catch((refusal: unknown) => {
			throw refusal instanceof Error ? new Refusal(refusal.message) : refusal;
		});
		response.json(standIn.webhook);
	});
	router.post('/reset', (_request, response) => {
		around.reset();
		traffic.clear();
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
		const words = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
		response.status(400).json({ error: words });
	} else if (error instanceof Refusal) {
		response.status(400).json({ error: error.message });
	} else {
		next(error);
	}
};

/** What was taken, by recipient and reference: a count above one is a message that went out twice. */
function takenOf({ answers, counts, taken }: Ledger, { to, repeated, limit }: z.output<typeof LedgerQuery>) {
	const entries = [];
	for (const { first, second, count } of taken.entries(to)) {
		if (entries.length >= limit) break;
		if (repeated === 'false' || count > 1) entries.push({ to: first, callbackData: second, count });
	}
	return {
		counts,
		answers: [...answers.entries()].map(({ first, second, count }) => ({
			status: first,
			code: second,
			count,
		})),
		recipients: taken.firsts,
		pairs: taken.pairs,
		uncounted: taken.uncounted,
		entries,
	};
}

/** Where there are more people than a page can show, those with whom there were messages come first. */
function snapshot({ stage: { consents, conversations, people, world }, standIns }: Controlled) {
	const threads = conversations.threads.slice(0, LIMITS.threadsShown);
	const active = threads.map((thread) => people.customer(thread.customer));
	const isCrowded = people.customers.length > LIMITS.threadsShown;
	const shown = isCrowded ? new Set([...active, ...people.customers]) : people.customers;
	return {
		business: { id: world.businessAccountId, name: world.businessAccountName },
		numbers: standIns.flatMap(({ lines }) => lines),
		customers: [...shown].filter((person) => person !== undefined).slice(0, LIMITS.threadsShown),
		threads,
		consents: consents.known,
		webhooks: Object.fromEntries(standIns.map(({ provider, webhook }) => [provider, webhook])),
		faults: standIns.flatMap(({ provider, faults }) =>
			faults.list().map((active) => ({ provider, ...active })),
		),
	};
}
