/** Everything behind `npm start`: the stand-ins of all providers with their phone page, and a real n8n around the package. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuild } from './build.ts';
import { N8nApi, N8nRefusal, type StoredWorkflow } from './n8n/api.ts';
import { ensureN8n } from './n8n/install.ts';
import { type N8nInstance, startN8n } from './n8n/instance.ts';
import { UserError, withProgress } from './n8n/npm.mjs';
import { putPackage } from './n8n/packed.ts';
import { requirePort } from './n8n/ports.ts';
import { isRunning } from './n8n/processes.ts';
import { recordedConsents } from './n8n/record.ts';
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
import { type Sandbox, startSandbox } from './sandbox.ts';
import { WORLD } from './settings.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.sandbox');
const TEMPLATE = join(ROOT, 'templates/keyword-replies/workflow.json');
const RUNNING = join(FOLDER, 'running.pid');
const LOG = join(FOLDER, 'n8n.log');
const CREDENTIAL_IDS = join(FOLDER, 'credentials.json');
const CHATS = new KeptChats(join(FOLDER, 'chats.json'));
const WEBHOOKS = new KeptWebhooks(join(FOLDER, 'webhooks.json'));

const HELP = `npm start -- [options]
  --port N        port of n8n's editor (5678)
  --phone-port N  port of the phone page and the providers' stand-ins (5680)
  --reset         forget the last sandbox and its edits`;

const RECORD_MS = 1000;

/** Under npm one Ctrl-C arrives several times: from the terminal and from each process that passes it on. */
const SAME_KEYPRESS_MS = 400;

interface Options {
	port: number;
	phonePort: number;
	reset: boolean;
}

function readOptions(): Options | undefined {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string', default: '5678' },
				'phone-port': { type: 'string', default: '5680' },
				reset: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) return undefined;
		const port = (text: string) => {
			const number = Number(text);
			if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
			throw new UserError(`"${text}" is not a port.\n${HELP}`);
		};
		return { port: port(values.port), phonePort: port(values['phone-port']), reset: values.reset };
	} catch (error) {
		if (error instanceof TypeError) throw new UserError(`${error.message}\n${HELP}`);
		throw error;
	}
}

/** Saves the credentials under the ids of the last start, so that workflows keep theirs. */
async function keepCredentials(api: N8nApi, sandbox: Sandbox): Promise<CredentialIds> {
	const kept = await readIfThere(CREDENTIAL_IDS);
	const ids = await saveCredentials(
		api,
		sandbox,
		kept === undefined ? {} : ByProvider.parse(JSON.parse(kept)),
	);
	await writeFile(CREDENTIAL_IDS, JSON.stringify(ids));
	return ids;
}

/** Two n8n on one database would harm it. */
async function claimFolder(reset: boolean): Promise<void> {
	const owner = Number(await readIfThere(RUNNING));
	if (owner && owner !== process.pid && isRunning(owner)) {
		throw new UserError(
			`The sandbox of this checkout runs already, as process ${owner}. If that is something else, remove ${relative(process.cwd(), RUNNING)}.`,
		);
	}
	if (reset) await rm(FOLDER, { recursive: true, force: true });
	await mkdir(FOLDER, { recursive: true });
	await writeFile(RUNNING, String(process.pid));
}

async function signIn(api: N8nApi): Promise<void> {
	try {
		await api.signIn(OWNER);
	} catch (error) {
		if (!(error instanceof N8nRefusal)) throw error;
		throw new UserError(
			error.status === 429
				? 'n8n lets nobody sign in for a minute after several starts in a row. Start again in a minute.'
				: `${OWNER.email} cannot sign in with the sandbox's password any more. "npm start -- --reset" starts over, without your edits.`,
		);
	}
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
async function keepUp(sandbox: Sandbox, api: N8nApi, signal: AbortSignal): Promise<void> {
	try {
		for (;;) {
			await WEBHOOKS.keep(sandbox);
			await WEBHOOKS.watch(sandbox);
			await CHATS.keep(sandbox);
			sandbox.showConsents(await recordedConsents(api));
			await sleep(RECORD_MS, undefined, { signal });
		}
	} catch (error) {
		if (signal.aborted) return;
		const reason = error instanceof Error ? error.message : String(error);
		console.error(`The phone page does not follow the workflow any more: ${reason}`);
	}
}

/** Brings the user's workflow and credentials up, and gives what the last lines on the terminal tell. */
async function setUp(api: N8nApi, n8n: N8nInstance, sandbox: Sandbox, signal: AbortSignal): Promise<string> {
	await signIn(api);
	await WEBHOOKS.restore(sandbox, signal);
	const template = await readTemplate(TEMPLATE, await keepCredentials(api, sandbox));
	const kept = await api.findWorkflow(template.id);
	const workflow = kept ?? (await addWorkflow(api, template));
	const problem =
		kept && !kept.activeVersionId
			? 'the workflow is not published.'
			: await connectPhone(sandbox, api, workflow, signal);

	const [customer] = WORLD.customers;
	const warning = problem
		? `The phones do not reach the workflow: ${problem}\nPublish it with a Messaging Trigger and start again, or start over with "npm start -- --reset".\n\n`
		: '';
	return `
open ${n8n.url}/workflow/${workflow.id}
     the workflow in n8n's editor; sign in with ${OWNER.email} and ${OWNER.password}
open ${sandbox.url}/
     the customers' phones; write STOP as ${customer?.name ?? 'a customer'} and read the reply

${credentialLines(sandbox)}

${warning}n8n's log is in ${relative(process.cwd(), LOG)}. Your edits are kept; "npm start -- --reset" forgets them.
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
	#n8n: N8nInstance | undefined;
	#stopAskedAt: number | undefined;

	/** Starts everything and stays until n8n has ended. */
	async run({ port, phonePort, reset }: Options): Promise<void> {
		const { signal } = this.#aborted;
		await claimFolder(reset);
		try {
			await requirePort(port, "n8n's editor", '--port');
			await requirePort(phonePort, 'the phone page', '--phone-port');
			await ensureBuild(ROOT, signal);
			const installation = await ensureN8n({ signal });
			this.#sandbox = await startSandbox({ world: WORLD, port: phonePort });
			await CHATS.restore(this.#sandbox);
			await putPackage(ROOT, FOLDER);
			this.#n8n = await withProgress(
				'Starting n8n',
				() => '',
				() => startN8n({ installation, userFolder: FOLDER, port, logFile: LOG, signal }),
			);
			const api = new N8nApi(this.#n8n.url);
			console.log(await setUp(api, this.#n8n, this.#sandbox, signal));
			void keepUp(this.#sandbox, api, AbortSignal.any([signal, this.#ended.signal]));
			await this.#n8n.ended;
			this.#ended.abort();
			if (!signal.aborted) {
				throw new UserError(
					`n8n ended by itself. The end of its log:\n${this.#n8n.log.slice(-25).join('\n')}`,
				);
			}
		} catch (error) {
			if (!signal.aborted) throw error;
		} finally {
			await this.#n8n?.stop();
			await this.#sandbox?.close();
			await rm(RUNNING, { force: true });
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
