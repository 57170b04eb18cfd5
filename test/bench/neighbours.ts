/** Several Messaging Triggers on one number: what a call costs that one, two or ten of them get, beside n8n's own trigger alone. */
import axios from 'axios';
import { wireJson } from '../../sandbox/whatsapp-cloud/signature.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { CREDENTIALS, PACKAGE, saveCredential, triggerUrl } from '../../sandbox/n8n/set-up.ts';
import type { StoredWorkflow } from '../../sandbox/n8n/api.ts';
import { WORLD } from '../../sandbox/settings.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import { cpuTimeWhenIdle, measure, percentile } from './load.ts';
import { type Triggers, workflow } from './triggers.ts';

const CALLS = 40;
const WARM_UP = 5;
const UNPUBLISHING_MS = 30_000;

/** In the order of publication, which of the triggers want the call. The provider calls the last one, which hands it on. */
const SETTINGS: Readonly<Record<string, readonly boolean[]>> = {
	'ours, one': [true],
	'ours, two that both want it': [true, true],
	'ours, ten of which the one that is called wants it': [...Array<boolean>(9).fill(false), true],
	'ours, ten of which another one wants it': [true, ...Array<boolean>(9).fill(false)],
	'ours, ten that all want it': Array<boolean>(10).fill(true),
};

const WANTING = { purpose: 'inbound' };
const OTHERS = { purpose: 'selected', events: ['message'], filters: { messageTypes: ['image'] } };

async function statusOf(url: string): Promise<number> {
	return (await axios.post(url, {}, { validateStatus: () => true, proxy: false })).status;
}

type Figures = Map<string, number[]>;

class Neighbours {
	readonly #triggers: Triggers;
	readonly #sandbox: Sandbox;
	/** Its id in n8n. */
	readonly #credential: string;
	readonly #body: () => unknown;

	constructor(triggers: Triggers, sandbox: Sandbox, credential: string, body: () => unknown) {
		this.#triggers = triggers;
		this.#sandbox = sandbox;
		this.#credential = credential;
		this.#body = body;
	}

	/** CPU time of one call, in milliseconds, one call at a time. */
	async cpuOf(url: string): Promise<number> {
		const bodies = Array.from({ length: CALLS }, () => wireJson(this.#body()));
		return (await measure({ url, bodies, concurrency: 1, pid: this.#triggers.pid })).cpuPerCall;
	}

	/** The same with triggers that are published for its length. */
	async cpuTogether(wants: readonly boolean[]): Promise<number> {
		const published: StoredWorkflow[] = [];
		for (const isWanting of wants) published.push(await this.#publish(published.length, isWanting));
		const url = this.#sandbox.whatsAppCloud.webhook.url?.replace(/\?.*$/, '') ?? '';
		await this.#expectExecutions(url, published, wants);
		const cpu = await this.cpuOf(url);
		for (const one of published) await this.#triggers.api.unpublish(one);
		const urls = published.map((one) => triggerUrl(this.#triggers.api, one));
		const isGone = async () => (await Promise.all(urls.map(statusOf))).every((status) => status === 404);
		await eventually(isGone, 'the end of all', UNPUBLISHING_MS);
		return cpu;
	}

	async #publish(index: number, isWanting: boolean): Promise<StoredWorkflow> {
		const { api } = this.#triggers;
		const { type, name } = CREDENTIALS.whatsAppCloud;
		const id = `bench${Math.random().toString(36).slice(2, 14)}`;
		const stored = await api.createWorkflow(
			workflow(`Neighbour ${index + 1}`, id, {
				type: `${PACKAGE}.messagingTrigger`,
				typeVersion: 2,
				parameters: { provider: 'whatsAppCloud', ...(isWanting ? WANTING : OTHERS) },
				credentials: { [type]: { id: this.#credential, name } },
			}),
		);
		await api.publish(stored);
		return stored;
	}

	/** That each call starts the workflows that want it, once, and no other. */
	async #expectExecutions(
		url: string,
		published: readonly StoredWorkflow[],
		wants: readonly boolean[],
	): Promise<void> {
		const { api, pid } = this.#triggers;
		if (triggerUrl(api, published.at(-1) ?? workflow('', '', { type: '' })) !== url)
			throw new Error(`Meta calls ${url}, which is not the last one published`);
		const bodies = Array.from({ length: WARM_UP }, () => wireJson(this.#body()));
		await measure({ url, bodies, concurrency: 1, pid });
		await cpuTimeWhenIdle(pid);
		for (const [index, { id, name }] of published.entries()) {
			const { length } = await api.executions(id);
			if (length !== (wants[index] === true ? WARM_UP : 0)) throw new Error(`${name} ran ${length} times`);
		}
	}
}

const spread = (values: readonly number[], digits: number) =>
	[0.5, 0, 1].map((share) => percentile(values, share).toFixed(digits));

function table(figures: Figures): string {
	const [own = []] = figures.values();
	const rows = [...figures].map(([name, values]) => {
		const [cpu, least, most] = spread(values, 0);
		const [ratio, low, high] = spread(
			values.map((value, round) => value / (own[round] ?? NaN)),
			2,
		);
		return `| ${name} | ${ratio} (${low}–${high}) | ${cpu} (${least}–${most}) |`;
	});
	return ['| triggers on one number | ratio of the CPU | CPU ms per call |', '|---|---|---|', ...rows].join(
		'\n',
	);
}

/**
 * A Markdown table of medians, with the lowest and highest round in brackets; a ratio is taken within each round.
 *
 * @param body a new message of a customer
 */
export async function compareNeighbours(
	triggers: Triggers,
	rounds: number,
	body: () => unknown,
): Promise<string> {
	await using open = new AsyncDisposableStack();
	const sandbox = await startSandbox({ world: WORLD, port: 0 });
	open.defer(() => sandbox.close());
	const credential = await saveCredential(triggers.api, 'whatsAppCloud', sandbox.whatsAppCloud.baseUrl);
	const neighbours = new Neighbours(triggers, sandbox, credential, body);
	const figures: Figures = new Map([["n8n's own, one", []]]);
	for (const name of Object.keys(SETTINGS)) figures.set(name, []);
	await neighbours.cpuOf(triggers.n8n);
	for (let round = 1; round <= rounds; round += 1) {
		// Forwards and backwards in turn, so that none gains from what changes with time.
		const turn = round % 2 === 1 ? [...figures] : [...figures].reverse();
		for (const [name, values] of turn) {
			const wants = SETTINGS[name];
			values.push(await (wants ? neighbours.cpuTogether(wants) : neighbours.cpuOf(triggers.n8n)));
		}
		process.stderr.write(`Neighbours, round ${round} of ${rounds}\n`);
	}
	return table(figures);
}
