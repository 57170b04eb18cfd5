import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import type { RecordedConsent } from './consents.ts';
import { type Controlled, controlRouter } from './control.ts';
import type { OpenChat } from './live.ts';
import type { Stage } from './stage.ts';
import type { StandIn } from './stand-in.ts';

const PHONE_PAGE = join(import.meta.dirname, '..', 'phone');
/** Media of a message may be linked from anywhere. */
const POLICY =
	"default-src 'self'; img-src 'self' http: https:; media-src 'self' http: https:; frame-ancestors 'none'";
/** Longer than clients keep an idle connection, so that none is closed under a call. */
const KEEP_ALIVE_MS = 65_000;
/** The page that counts as open for callers in code. */
const IN_CODE = 'code';

/** A stand-in, and where its API is found. The longest path that fits a call takes it. */
export interface Mounted {
	standIn: StandIn;
	paths: string[];
}

/** The running sandbox: the parts that do not depend on which providers it has. */
export interface Running {
	/** Address of the phone page. */
	readonly url: string;
	readonly port: number;
	/** The customer looks at the chat with a number, as if its page were open; undefined looks away. */
	openChat(chat: OpenChat | undefined): void;
	/** The people and their chats, to be kept for another start. */
	readonly phones: Pick<Stage, 'conversations' | 'people'>;
	/** The phone page says what the workflow recorded of a person's consent, by the newest of these rows. */
	showConsents(rows: readonly RecordedConsent[]): void;
	/** Nothing is on its way and nothing waits for its time: without another call nothing more will happen. */
	isQuiet(): boolean;
	/** As after the start: no messages, no faults, empty ledgers. The webhooks stay. */
	reset(): void;
	close(): Promise<void>;
}

/** Serves the APIs of `mounted`, the phone page under `/`, and the switches of the sandbox under `/sandbox/…`, on loopback. */
export async function serve(stage: Stage, mounted: readonly Mounted[], wantedPort: number): Promise<Running> {
	const standIns = mounted.map(({ standIn }) => standIn);
	const control = controlOf(stage, standIns);
	const app = express();
	app.disable('x-powered-by');
	app.use((_request, response, next) => {
		response.setHeader('X-Content-Type-Options', 'nosniff');
		response.setHeader('Content-Security-Policy', POLICY);
		next();
	});
	app.use('/phone', express.static(PHONE_PAGE));
	app.get('/', (_request, response) => {
		response.sendFile(join(PHONE_PAGE, 'index.html'));
	});
	app.use('/sandbox', controlRouter(control));
	const mounts = mounted.flatMap(({ paths, standIn }) => paths.map((path) => ({ path, standIn })));
	// The longest path first: the root takes what the others leave.
	for (const { path, standIn } of mounts.toSorted((a, b) => b.path.length - a.path.length)) {
		app.use(path, standIn.router);
	}

	const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app);
	const port = await listen(server, wantedPort);
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		openChat: (chat) => {
			control.openChat(IN_CODE, chat);
		},
		phones: stage,
		showConsents: control.showConsents,
		isQuiet: () => stage.timers.isEmpty && standIns.every(({ ledger }) => !ledger.isWaiting),
		reset: control.reset,
		close: async () => {
			stage.timers.clear();
			for (const standIn of standIns) standIn.close();
			stage.live.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function controlOf(stage: Stage, standIns: readonly StandIn[]): Controlled {
	const { consents, conversations, live, people, timers } = stage;
	return {
		stage,
		standIns,
		openChat: (page, chat) => {
			live.show(page, chat);
			if (!chat) return;
			for (const standIn of standIns) standIn.opened(chat);
		},
		showConsents: (rows) => {
			if (consents.show(rows) && consents.known) live.publish({ type: 'consents', consents: consents.known });
		},
		reset: () => {
			timers.clear();
			for (const standIn of standIns) standIn.reset();
			conversations.clear();
			people.reset();
			consents.clear();
			live.reset();
			live.publish({ type: 'reset' });
		},
	};
}

async function listen(server: Server, port: number): Promise<number> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			resolve();
		});
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return address.port;
}
