/** Servers in the place of a provider that fail in one way each, and repeat what they were sent as carelessly as they can. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { PLANTED, type SecretName } from './planted.ts';

export const LINES = [
	'whatsAppCloud',
	'infobip',
	'sinch',
	'sinchWithoutToken',
	'custom',
	'customBasic',
] as const;
/** A credential, by the first part of the path that its Base URL has. */
export type Line = (typeof LINES)[number];

const lineOf = (url: string): Line | undefined => LINES.find((line) => url.startsWith(`/${line}/`));

/** One call as a careless provider repeats it: a text for each member of an answer, since texts of errors are cut. */
interface Repeated {
	authorization: string;
	url: string;
	headers: string;
	body: string;
	/** Some of what the provider knows, others with each call. */
	known: string;
}

type Answer = (repeated: Repeated, request: IncomingMessage, response: ServerResponse) => void;

/** What a provider was told at some time, by the credential that the address stands for. */
const KNOWN: Readonly<Record<Line, readonly SecretName[]>> = {
	whatsAppCloud: ['accessToken', 'appSecret', 'verifyToken'],
	infobip: ['apiKey', 'webhookPassword'],
	sinch: ['keySecret', 'smsApiToken', 'webhookSecret', 'urlToken', 'freshToken'],
	sinchWithoutToken: ['keySecret', 'smsApiToken', 'webhookSecret', 'urlToken'],
	custom: ['customToken', 'urlToken'],
	customBasic: ['customPassword', 'urlToken'],
};
const AT_ONCE = 2;

/** Some with each call, as an error shows the beginning of a text alone. */
function knownAt(call: number, line: Line): string {
	const names = KNOWN[line];
	const chosen = Array.from({ length: AT_ONCE }, (_, at) => {
		const name = names[(call + at) % names.length];
		return name === undefined ? '' : PLANTED[name];
	});
	return chosen.flatMap((secret) => [secret, encodeURIComponent(secret)]).join(' ');
}

function answerThatRepeats(
	{ authorization, url, headers, body, known }: Repeated,
	elsewhere: string,
): object {
	return {
		id: authorization,
		url: elsewhere,
		name: url,
		message: authorization,
		description: body,
		error: {
			code: 100,
			message: authorization,
			error_user_title: url,
			error_user_msg: body,
			error_data: { details: headers },
			status: known,
		},
		requestError: { serviceException: { messageId: authorization, text: known } },
		messages: [{ id: authorization, messageId: known, status: { name: 'PENDING', groupName: 'PENDING' } }],
		data: [{ id: '2001', name: known, verified_name: authorization, display_phone_number: url }],
		results: [{ sender: known, name: authorization }],
		error_message: known,
	};
}

const repeating =
	(status: number, elsewhere: string): Answer =>
	(repeated, _request, response) => {
		response
			.writeHead(status, { 'content-type': 'application/json' })
			.end(JSON.stringify(answerThatRepeats(repeated, elsewhere)));
	};

/** Every way in which a server fails, by its name. */
function waysToFail(elsewhere: string): Record<string, Answer> {
	return {
		'200 that repeats the request': repeating(200, elsewhere),
		'400 that repeats the request': repeating(400, elsewhere),
		'401 that repeats the request': repeating(401, elsewhere),
		'429 that repeats the request': repeating(429, elsewhere),
		'500 that repeats the request': repeating(500, elsewhere),
		'200 with a page': ({ authorization, known }, _request, response) => {
			response
				.writeHead(200, { 'content-type': 'text/html' })
				.end(`<h1>${authorization}</h1><p>${known}</p>`);
		},
		'200 that breaks off': ({ authorization }, _request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' }).end(`{"message":"${authorization}`);
		},
		'a redirect to another host': (_repeated, request, response) => {
			response.writeHead(307, { location: `${elsewhere}${request.url}` }).end();
		},
		'a connection that breaks': (_repeated, request) => {
			request.socket.destroy();
		},
	};
}

/** Takes a call and never answers. */
export const HANGS = 'no answer in time';

export interface HostileProvider {
	/** What a Base URL begins with; a `Line` follows. */
	url: string;
	/** Everything that it was sent. */
	heard: string[];
}

const GIVES_TOKEN = '/sinch/oauth2/token';

async function listen(server: Server): Promise<string> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return `http://127.0.0.1:${address.port}`;
}

async function start(answer: Answer, open: AsyncDisposableStack): Promise<HostileProvider> {
	const heard: string[] = [];
	const server = createServer((request, response) => {
		void buffer(request).then((bytes) => {
			const { url = '', headers, method = '' } = request;
			const body = bytes.toString('utf8');
			heard.push(`${method} ${url} ${JSON.stringify(headers)} ${body}`);
			if (url === GIVES_TOKEN) {
				response
					.writeHead(200, { 'content-type': 'application/json' })
					.end(JSON.stringify({ access_token: PLANTED.freshToken, expires_in: 3600 }));
				return;
			}
			const repeated = {
				authorization: headers.authorization ?? '',
				url,
				headers: JSON.stringify(headers),
				body,
				known: knownAt(heard.length, lineOf(url) ?? 'custom'),
			};
			answer(repeated, request, response);
		});
	});
	open.defer(async () => {
		server.closeAllConnections();
		server.close();
		await once(server, 'close');
	});
	return { url: await listen(server), heard };
}

export interface HostileProviders {
	/** By the way in which they fail. */
	failing: Map<string, HostileProvider>;
	/** Where redirects and links lead. It must not hear a thing. */
	elsewhere: HostileProvider;
}

export async function startHostileProviders(open: AsyncDisposableStack): Promise<HostileProviders> {
	const elsewhere = await start((_repeated, _request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' }).end('{"success":true}');
	}, open);
	const ways: Record<string, Answer> = { ...waysToFail(elsewhere.url), [HANGS]: () => undefined };
	const failing = new Map<string, HostileProvider>();
	for (const [name, answer] of Object.entries(ways)) failing.set(name, await start(answer, open));
	return { failing, elsewhere };
}
