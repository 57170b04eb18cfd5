/** What a provider, or whoever sits in its place, may answer. */
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { MessagingChannel } from '../../nodes/MessagingChannel/MessagingChannel.node';
import { MessagingSend } from '../../nodes/MessagingSend/MessagingSend.node';
import { CREDENTIAL, execute, type Setting } from '../integration/harness';
import { host } from './host';
import { LINES, SECRETS } from './lines';

const TO = { from: '+15550123001' };
const TEXT: INodeParameters = {
	operation: 'sendResponse',

	text: 'Hi',
	delivery: { attempts: 1 },
};

async function send(name: string, baseUrl: string, more: Partial<Setting> = {}): Promise<IDataObject[]> {
	const line = LINES[name];
	if (line === undefined) throw new Error(`There is no line ${name}`);
	const outputs = await execute(new MessagingSend(), [TO], {
		credentialType: line.credentialType,
		credential: { ...line.credential, baseUrl },
		parameters: { ...TEXT, ...line.parameters },
		onError: 'continueRegularOutput',
		...more,
	});
	return outputs.flat().map(({ json }: INodeExecutionData) => json);
}

describe('a redirect', () => {
	test.each(
		Object.keys(LINES).flatMap((name) => [301, 302, 303, 307, 308].map((status) => [name, status] as const)),
	)('of %s with %d carries nothing to another host', async (name, status) => {
		const elsewhere = await host((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end('{"messages":[{"id":"wamid.from-elsewhere"}],"message_id":"1","access_token":"t"}');
		});
		const provider = await host((request, response) => {
			response.writeHead(status, { location: `${elsewhere.url}${request.url}` }).end();
		});
		const items = await send(name, provider.url);
		expect(provider.heard).not.toEqual([]);
		expect(elsewhere.heard).toEqual([]);
		expect(items).toEqual([expect.objectContaining({ error: expect.any(Object) })]);
	});

	test('does not register a number', async () => {
		const elsewhere = await host((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"success":true}');
		});
		const provider = await host((request, response) => {
			response.writeHead(307, { location: `${elsewhere.url}${request.url}` }).end();
		});
		const [output] = await execute(new MessagingChannel(), [{}], {
			credential: { ...CREDENTIAL, baseUrl: provider.url },
			parameters: {
				provider: 'whatsAppCloud',
				resource: 'number',
				operation: 'register',
				phoneNumberId: { __rl: true, mode: 'id', value: '2001' },
				pin: '482913',
			},
			onError: 'continueRegularOutput',
		});
		expect(elsewhere.heard).toEqual([]);
		expect(JSON.stringify(output)).not.toContain('"registered":true');
	});
});

describe('what surely was not sent has failed', () => {
	test.each(['', 'http://bad host/', 'http://'])('with the base URL %j', async (baseUrl) => {
		expect(await send('custom', baseUrl)).toEqual([expect.objectContaining({ error: expect.any(Object) })]);
	});

	test.each([400, 401, 403, 429, 500, 503])('where no token was given: %d', async (status) => {
		const provider = await host((_request, response) => {
			response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}');
		});
		const [item] = await send('sinch', provider.url);
		expect(item).toMatchObject({
			error: { cause: status === 401 ? 'credentialInvalid' : 'temporarilyUnavailable' },
		});
		expect(provider.heard.every((call) => call.startsWith('POST /oauth2/token'))).toBe(true);
	});
});

describe('what may have been sent is unknown', () => {
	test.each(
		['<html></html>', '{"messages":', '', 'null', '[]', '{}'].flatMap((body) =>
			['whatsAppCloud', 'infobip'].map((name) => [name, body] as const),
		),
	)('where %s answers 200 with %j', async (name, body) => {
		const provider = await host((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' }).end(body);
		});
		expect(await send(name, provider.url)).toEqual([expect.objectContaining({ outcome: 'unknown' })]);
	});
});

test.each(
	Object.keys(LINES).flatMap((name) =>
		[200, 400, 401, 403, 404, 418, 500].map((status) => [name, status] as const),
	),
)('%s shows no secret that an answer with %d repeats', async (name, status) => {
	const provider = await host((request, response) => {
		if (request.url === '/oauth2/token') {
			response
				.writeHead(200, { 'content-type': 'application/json' })
				.end('{"access_token":"fresh-token-of-the-attack"}');
			return;
		}
		const echo = `${request.url} ${JSON.stringify(request.headers)} ${SECRETS.join(' ')}`;
		response.writeHead(status, { 'content-type': 'application/json' }).end(
			JSON.stringify({
				message: echo,
				detail: echo,
				error: { message: echo, code: 999, error_user_title: echo, error_user_msg: echo },
				requestError: { serviceException: { messageId: echo, text: echo } },
				messages: [{ id: echo, messageId: echo, status: { name: 'PENDING', groupName: 'PENDING' } }],
				contacts: [{ wa_id: echo }],
				sid: echo,
				message_id: echo,
			}),
		);
	});
	const shown = JSON.stringify(await send(name, provider.url));
	const own = SECRETS.filter((secret) => JSON.stringify(LINES[name]).includes(secret));
	expect(own.filter((secret) => shown.includes(secret))).toEqual([]);
});

test('an error of five megabytes is cut', async () => {
	const provider = await host((_request, response) => {
		response.writeHead(400, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ error: { message: 'x'.repeat(5_000_000), code: 100 } }));
	});
	expect(JSON.stringify(await send('whatsAppCloud', provider.url)).length).toBeLessThan(10_000);
});

test.each(['Infinity', '1e999', '-1', 'soon'])('a pause of %j is none', async (pause) => {
	const provider = await host((_request, response) => {
		response.writeHead(400, { 'content-type': 'application/json', 'retry-after': pause });
		response.end('{"error":{"code":131026,"message":"Undeliverable"}}');
	});
	const [item] = await send('whatsAppCloud', provider.url);
	expect(item).toMatchObject({ error: { code: '131026' } });
	expect(item).not.toHaveProperty('error.retryAfterMs');
});

test('a clock that is put back holds nothing up', async () => {
	const provider = await host((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end('{"messages":[{"id":"wamid.out"}],"contacts":[{"wa_id":"15550123001"}]}');
	});
	const started = performance.now();
	const real = Date.now;
	jest
		.spyOn(Date, 'now')
		.mockImplementation(() => real() - (performance.now() - started > 300 ? 3_600_000 : 0));
	const people = Array.from({ length: 120 }, (_, at) => ({
		from: `+1555012${String(3000 + at)}`,
	}));
	const outputs = await execute(new MessagingSend(), people, {
		credential: { ...CREDENTIAL, baseUrl: provider.url },
		parameters: {
			...TEXT,
			...LINES.whatsAppCloud?.parameters,

			delivery: { attempts: 1, perSecond: 80 },
		},
	});
	expect(outputs.flat()).toHaveLength(120);
	expect(performance.now() - started).toBeLessThan(10_000);
});
