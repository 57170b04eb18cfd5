import { z } from 'zod';
import type { SinchAccount } from '../settings.ts';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import { ulid } from '../shared/identifiers.ts';
import type { FindTarget } from '../shared/webhooks.ts';
import { conversationError, invalidArgument } from './errors.ts';
import { signedTarget } from './signature.ts';

/** Sinch SDK for Node.js, WebhookTrigger. */
const TRIGGERS = [
	'MESSAGE_DELIVERY',
	'MESSAGE_SUBMIT',
	'EVENT_DELIVERY',
	'MESSAGE_INBOUND',
	'EVENT_INBOUND',
	'CONVERSATION_START',
	'CONVERSATION_STOP',
	'CONVERSATION_DELETE',
	'CONTACT_CREATE',
	'CONTACT_DELETE',
	'CONTACT_MERGE',
	'CONTACT_UPDATE',
	'CONTACT_IDENTITIES_DUPLICATION',
	'UNSUPPORTED',
	'OPT_IN',
	'OPT_OUT',
	'CAPABILITY',
	'CHANNEL_EVENT',
	'SMART_CONVERSATIONS',
	'MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION',
	'RECORD_NOTIFICATION',
] as const;

export type Trigger = (typeof TRIGGERS)[number];

const MAX_PER_APP = 5;
const TARGET_MAX = 742;
const OWN_HOST = /(^|\.)conversation-api\.[a-z]+\.sinch\.com$/;

const Target = z
	.string()
	.url()
	.max(TARGET_MAX)
	.refine((url) => !URL.canParse(url) || !OWN_HOST.test(new URL(url).hostname), 'must not be Sinch itself');
const Triggers = z.array(z.enum(TRIGGERS)).min(1);
const Created = z.object({
	app_id: z.string().min(1),
	target: Target,
	target_type: z.literal('HTTP').default('HTTP'),
	triggers: Triggers,
	secret: z.string().optional(),
});
const Changed = Created.omit({ app_id: true, target_type: true }).partial();

type Webhook = z.output<typeof Created> & { id: string };

/** Webhooks of the Conversation app (Sinch SDK for Node.js, webhooks API). */
export class AppWebhooks {
	readonly #account: SinchAccount;
	readonly #now: () => number;
	readonly #changed: () => void;
	readonly #all = new Map<string, Webhook>();

	constructor(account: SinchAccount, now: () => number, changed: () => void) {
		this.#account = account;
		this.#now = now;
		this.#changed = changed;
	}

	/** Where inbound messages go first. */
	get url(): string | undefined {
		return this.#hearing('MESSAGE_INBOUND')[0]?.target;
	}

	/** A webhook for everything with the world's secret, as set in Sinch's dashboard; undefined takes it away. */
	setFromDashboard(target: string | undefined): void {
		const id = 'dashboard';
		if (target === undefined) this.#all.delete(id);
		else {
			const { appId, webhookSecret } = this.#account;
			const triggers = [...TRIGGERS];
			this.#all.set(id, { id, app_id: appId, target, target_type: 'HTTP', triggers, secret: webhookSecret });
		}
		this.#changed();
	}

	/** Somebody deletes all webhooks in the dashboard. Gives what brings back those that are still missing. */
	deleteAll(): () => void {
		const before = new Map(this.#all);
		this.#all.clear();
		this.#changed();
		return () => {
			const targets = new Set([...this.#all.values()].map(({ target }) => target));
			for (const [id, webhook] of before) if (!targets.has(webhook.target)) this.#all.set(id, webhook);
			this.#changed();
		};
	}

	/** Somebody enters another host in the dashboard. Gives what takes it back where it still stands. */
	redirect(target: string): () => void {
		const before = [...this.#all.values()].map((webhook) => ({ webhook, target: webhook.target }));
		for (const [index, { webhook }] of before.entries()) webhook.target = `${target}/${index}`;
		this.#changed();
		return () => {
			for (const { webhook, target: own } of before) {
				const isTaken = [...this.#all.values()].some((each) => each.target === own);
				if (isTaken) this.#all.delete(webhook.id);
				else if (webhook.target.startsWith(target)) webhook.target = own;
			}
			this.#changed();
		};
	}

	/** Each webhook that has the trigger gets the call, signed with its own secret. */
	targets(trigger: Trigger): FindTarget[] {
		const atMs = this.#now();
		return this.#hearing(trigger).map(({ id, target, secret }) => {
			const signed = signedTarget(target, secret, atMs);
			return () => (this.#all.get(id)?.target === target ? signed : undefined);
		});
	}

	routes(): Route[] {
		const list = '/v1/projects/:project/webhooks';
		const one = `${list}/:id`;
		return [
			{
				method: 'GET',
				path: '/v1/projects/:project/apps/:app/webhooks',
				run: (request) => {
					this.#checkApp(pathParameter(request, 'app'));
					return { status: 200, body: { webhooks: [...this.#all.values()].map(shown) } };
				},
			},
			{
				method: 'POST',
				path: list,
				run: ({ body }) => {
					const wanted = readBody(Created, body, invalidArgument);
					this.#checkApp(wanted.app_id);
					this.#checkTarget(wanted.target);
					if (this.#all.size >= MAX_PER_APP) {
						throw conversationError(400, `An app has at most ${MAX_PER_APP} webhooks.`);
					}
					const webhook = { ...wanted, id: ulid(this.#now()) };
					this.#all.set(webhook.id, webhook);
					this.#changed();
					return { status: 200, body: shown(webhook) };
				},
			},
			{
				method: 'GET',
				path: one,
				run: (request) => ({ status: 200, body: shown(this.#find(request.params.id)) }),
			},
			{
				method: 'PATCH',
				path: one,
				run: (request) => {
					const webhook = this.#find(request.params.id);
					const change = readBody(Changed, request.body, invalidArgument);
					if (change.target !== undefined && change.target !== webhook.target)
						this.#checkTarget(change.target);
					Object.assign(webhook, change);
					this.#changed();
					return { status: 200, body: shown(webhook) };
				},
			},
			{
				method: 'DELETE',
				path: one,
				run: (request) => {
					this.#all.delete(this.#find(request.params.id).id);
					this.#changed();
					return { status: 200, body: {} };
				},
			},
		];
	}

	#hearing(trigger: Trigger): Webhook[] {
		return [...this.#all.values()].filter(({ triggers }) => triggers.includes(trigger));
	}

	#checkApp(id: string): void {
		if (id !== this.#account.appId) throw conversationError(404, `App ${id} was not found`);
	}

	#checkTarget(target: string): void {
		if ([...this.#all.values()].some((webhook) => webhook.target === target)) {
			throw conversationError(400, 'The app has a webhook with this target.');
		}
	}

	#find(id: unknown): Webhook {
		const webhook = this.#all.get(String(id));
		if (!webhook) throw conversationError(404, `Webhook ${String(id)} was not found`);
		return webhook;
	}
}

/** Whether Sinch gives secrets out again is not known; here it does not. */
function shown({ id, app_id, target, target_type, triggers }: Webhook): Omit<Webhook, 'secret'> {
	return { id, app_id, target, target_type, triggers };
}
