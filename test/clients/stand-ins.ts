/** The stand-ins of sandbox/, and the ways to call them: as core does, and with a body of one's own. */
import assert from 'node:assert/strict';
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { WORLD, type SandboxLine } from '../../sandbox/settings.ts';
import type { ApiAnswer, ApiRequest } from './core.ts';
import type { Judged } from './requests.ts';

export { WORLD };

/** All of them, without anybody who takes webhooks. */
export async function startStandIns(): Promise<Sandbox> {
	return await startSandbox({ world: WORLD, port: 0 });
}

/** The stand-ins with an open chat: a customer has written to the number that is named. */
export async function startConversation(provider: Judged, channel: SandboxLine['channel']) {
	const lines = { whatsAppCloud: WORLD.numbers, infobip: WORLD.infobip.lines, sinch: WORLD.sinch.lines };
	const line = lines[provider].find((each) => each.channel === channel);
	const [customer] = WORLD.customers;
	assert(line && customer);
	const sandbox = await startStandIns();
	const { messageId } = sandbox[provider].customerSends(customer.phoneNumber, 'Hi', { numberId: line.id });
	return { sandbox, line, customer, messageId };
}

const { infobip, sinch, accessToken, appId, appSecret } = WORLD;
const key = Buffer.from(`${sinch.keyId}:${sinch.keySecret}`).toString('base64');

const AUTHORIZATION: Readonly<Record<Judged, string>> = {
	whatsAppCloud: `Bearer ${accessToken}`,
	infobip: `App ${infobip.apiKey}`,
	sinch: `Basic ${key}`,
};

function addressOf(provider: Judged, { baseUrl }: { baseUrl: string }, { base, path }: ApiRequest): string {
	if (provider === 'whatsAppCloud') return `${baseUrl}/v25.0${path}`;
	return base === 'numbers' || base === 'provisioning' ? `${baseUrl}/${base}${path}` : baseUrl + path;
}

function authorizationOf(provider: Judged, { base, actAs }: ApiRequest): string {
	if (actAs === 'app') return `Bearer ${appId}|${appSecret}`;
	if (actAs !== undefined) return `Bearer ${actAs.token}`;
	return base === 'sms' ? `Bearer ${sinch.smsApiToken}` : AUTHORIZATION[provider];
}

/** Makes the call of a request at the provider's stand-in. */
export async function callStandIn(
	sandbox: Sandbox,
	provider: Judged,
	request: ApiRequest,
): Promise<Extract<ApiAnswer, { outcome: 'answered' }>> {
	const { method, query, headers, body, form } = request;
	const { status, data } = await axios.request<unknown>({
		method,
		url: addressOf(provider, sandbox[provider], request),
		params: query,
		headers: { ...headers, authorization: authorizationOf(provider, request) },
		data: form === undefined ? body : new URLSearchParams(form),
		validateStatus: () => true,
		proxy: false,
	});
	return { outcome: 'answered', status, body: data };
}
