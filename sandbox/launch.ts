/** Everything behind `npm start`: the stand-ins of all providers with their phone page, and a real n8n around the package. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuild } from './build.ts';
import { N8nApi, N8nRefusal, type StoredWorkflow } from './n8n/api.ts';
import { ensureN8n } from './n8n/install.ts';
import { UserError } from './n8n/npm.mjs';
import { requirePort } from './n8n/ports.ts';
import { isRunning } from './n8n/processes.ts';
import {
	addWorkflow,
	CREDENTIALS,
	type CredentialIds,
	OWNER,
	readTemplate,
	saveCredentials,
	triggerUrl,
} from './n8n/set-up.ts';
import { ByProvider, readIfThere } from './kept-files.ts';
import { KeptChats } from './kept-chats.ts';
import { KeptWebhooks, pointAt } from './kept-webhooks.ts';
import { type Mode, oneProcess, queueMode, type RunningN8n } from './modes.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import { WORLD } from './settings.ts';

const ROOT = join(import.meta.dirname, '..');

const RECORD_MS = 1000;

/** Under npm one Ctrl-C arrives several times: from the terminal and from each process that passes it on. */
const SAME_KEYPRESS_MS = 400;

/** What the sandbox keeps in the folder of its mode. */
class Kept {
	readonly log: string;
	/** File of the starter workflow. */
	readonly template: string;
	/** The command that starts over. */
	readonly reset: string;
	readonly chats: KeptChats;
	readonly webhooks: KeptWebhooks;
	readonly #credentialIds: string;
	readonly #running: string;
	readonly #mode: Mode;

	constructor(mode: Mode) {
		const { folder } = mode;
		this.#mode = mode;
		this.log = join(folder, mode.log);
		this.template = mode.template;
		this.reset = `${mode.command} --reset`;
		this.chats = new KeptChats(join(folder, 'chats.json'));
		this.webhooks = new KeptWebhooks(join(folder, 'webhooks.json'));
		this.#credentialIds = join(folder, 'credentials.json');
		this.#running = join(folder, 'running.pid');
	}

	/** Saves the credentials under the ids of the last start, so that workflows keep theirs. */
	async credentials(api: N8nApi, sandbox: Sandbox): Promise<CredentialIds> {
		const kept = await readIfThere(this.#credentialIds);
		const ids = await saveCredentials(
			api,
			sandbox,
			kept === undefined ? {} : ByProvider.parse(JSON.parse(kept)),
		);
		await writeFile(this.#credentialIds, JSON.stringify(ids));
		return ids;
	}

	/** Two n8n on one database would harm it. */
	async claim(reset: boolean): Promise<void> {
		const owner = Number(await readIfThere(this.#running));
		if (owner && owner !== process.pid && isRunning(owner)) {
			throw new UserError(
				`The sandbox of this checkout runs already, as process ${owner}. If that is something else, remove ${relative(process.cwd(), this.#running)}.`,
			);
		}
		if (reset) await this.#mode.forget();
		await mkdir(this.#mode.folder, { recursive: true });
		await writeFile(this.#running, String(process.pid));
	}

	async release(): Promise<void> {
		await rm(this.#running, { force: true });
	}
}

/** `reset` is the command that starts over. */
async function signIn(api: N8nApi, reset: string): Promise<void> {
	try {
		await api.signIn(OWNER);
	} catch (error) {
		if (!(error instanceof N8nRefusal)) throw error;
		throw new UserError(
			error.status === 429
				? 'n8n lets nobody sign in for a minute after several starts in a row. Start again in a minute.'
				: `${OWNER.email} cannot sign in with the sandbox's password any more. "${reset}" starts over, without your edits.`,
		);
	}
}

/** All that runs, and what is kept of it. */
interface Surroundings {
	kept: Kept;
	sandbox: Sandbox;
	n8n: RunningN8n;
	api: N8nApi;
}

/** Points the stand-in at the workflow unless it is pointed at a trigger already. Gives what stands against it. */
async function connectPhone(
	{ whatsAppCloud }: Sandbox,
	api: N8nApi,
	workflow: StoredWorkflow,
	signal: AbortSignal,
): Promise<string | undefined> {
	if (whatsAppCloud.webhook.url !== undefined) return undefined;
	return await pointAt(whatsAppCloud, triggerUrl(api, workflow), signal);
}

/** Keeps the phone page in step with what the workflow recorded, and the next start with chats and webhooks, until `signal`. */
async function keepUp({ kept, sandbox, n8n, api }: Surroundings, signal: AbortSignal): Promise<void> {
	try {
		for (;;) {
			await kept.webhooks.keep(sandbox);
			await kept.webhooks.watch(sandbox);
			await kept.chats.keep(sandbox);
			sandbox.showConsents(await n8n.consents(api));
			await sleep(RECORD_MS, undefined, { signal });
		}
	} catch (error) {
		if (signal.aborted) return;
		const reason = error instanceof Error ? error.message : String(error);
		console.error(`The phone page does not follow the workflow any more: ${reason}`);
	}
}

/** Brings the user's workflow and credentials up, and gives what the last lines on the terminal tell. */
async function setUp({ kept, sandbox, n8n, api }: Surroundings, signal: AbortSignal): Promise<string> {
	await signIn(api, kept.reset);
	await kept.webhooks.restore(sandbox, signal);
	const template = await readTemplate(kept.template, await kept.credentials(api, sandbox));
	const completed = await n8n.complete(api, template);
	const known = await api.findWorkflow(template.id);
	const workflow = known ?? (await addWorkflow(api, completed));
	const problem =
		known && !known.activeVersionId
			? 'the workflow is not published.'
			: await connectPhone(sandbox, api, workflow, signal);

	const [customer] = WORLD.customers;
	const warning = problem
		? `The phones do not reach the workflow: ${problem}\nPublish it with a Messaging Trigger and start again, or start over with "${kept.reset}".\n\n`
		: '';
	return `
open ${n8n.url}/workflow/${workflow.id}
     the workflow in n8n's editor; sign in with ${OWNER.email} and ${OWNER.password}
open ${sandbox.url}/
     the customers' phones; write STOP as ${customer?.name ?? 'a customer'} and read the reply

${credentialLines(sandbox)}

${n8n.parts}${warning}n8n's log is in ${relative(process.cwd(), kept.log)}. Your edits are kept; "${kept.reset}" forgets them.
Ctrl-C ends everything.`;
}

/** Which credentials there are and where they lead. */
function credentialLines(sandbox: Sandbox): string {
	const { whatsAppCloud, infobip, sinch } = CREDENTIALS;
	return `n8n has a credential for each stand-in; a Messaging Trigger registers itself there when it is published:
     ${whatsAppCloud.name.padEnd(18)}${sandbox.whatsAppCloud.baseUrl}
     ${infobip.name.padEnd(18)}${sandbox.infobip.baseUrl}
     ${sinch.name.padEnd(18)}${sandbox.sinch.baseUrl}; SMS by hand: curl ${sandbox.url}/sandbox/webhook --json '{"provider":"sinch","url":"<Production URL>"}'`;
}

class Launcher {
	readonly #aborted = new AbortController();
	readonly #ended = new AbortController();
	#sandbox: Sandbox | undefined;
	#n8n: RunningN8n | undefined;
	#stopAskedAt: number | undefined;

	/** Starts everything and stays until n8n has ended. */
	async run({ port, phonePort, queue, reset }: Options): Promise<void> {
		const { signal } = this.#aborted;
		const mode = queue ? queueMode(ROOT) : oneProcess(ROOT);
		const kept = new Kept(mode);
		await kept.claim(reset);
		try {
			await requirePort(port, "n8n's editor", '--port');
			await requirePort(phonePort, 'the phone page', '--phone-port');
			await ensureBuild(ROOT, signal);
			const installation = await ensureN8n({ signal });
			const sandbox = await startSandbox({ world: WORLD, port: phonePort });
			this.#sandbox = sandbox;
			await kept.chats.restore(sandbox);
			const n8n = await mode.start({ installation, port, signal });
			this.#n8n = n8n;
			const surroundings = { kept, sandbox, n8n, api: new N8nApi(n8n.url) };
			console.log(await setUp(surroundings, signal));
			void keepUp(surroundings, AbortSignal.any([signal, this.#ended.signal]));
			await n8n.ended;
			this.#ended.abort();
			if (!signal.aborted) {
				throw new UserError(`n8n ended by itself. The end of its log:\n${n8n.log.slice(-25).join('\n')}`);
			}
		} catch (error) {
			if (!signal.aborted) throw error;
		} finally {
			await this.#n8n?.stop();
			await this.#sandbox?.close();
			await kept.release();
		}
	}

	/** Ends everything in order; asked again, at once. */
	stop(): void {
		const now = Date.now();
		if (this.#stopAskedAt !== undefined) {
			if (now - this.#stopAskedAt < SAME_KEYPRESS_MS) return;
			this.#n8n?.kill();
			process.exit(130);
		}
		this.#stopAskedAt = now;
		console.log('\nStopping …');
		this.#aborted.abort();
		void this.#n8n?.stop();
	}
}

try {
	const options = readOptions();
	if (options) {
		const launcher = new Launcher();
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
			process.on(signal, () => {
				launcher.stop();
			});
		await launcher.run(options);
	} else console.log(HELP);
} catch (error) {
	if (!(error instanceof UserError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
