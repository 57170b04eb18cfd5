import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../settings.ts';
import { call } from '../shared/providers.ts';
import { BATCHES, isSignedWith, KEY, PLAN, PROJECT, Sinch, WHATSAPP } from './sinch.ts';

const { sinch: ACCOUNT } = WORLD;
let sinch: Sinch;

beforeEach(async () => {
	sinch = await Sinch.start();
});

afterEach(() => sinch.close());

const token = (authorization = KEY, grant = 'client_credentials') =>
	call('POST', `${sinch.api.baseUrl}/oauth2/token`, {
		data: `grant_type=${grant}`,
		headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
	});

describe('access', () => {
	test('a token lets in, until it ends', async () => {
		const { status, data } = await token();
		assert.equal(status, 200);
		const Answer = z.object({
			access_token: z.string(),
			expires_in: z.literal(3600),
			token_type: z.literal('bearer'),
		});
		const bearer = `Bearer ${Answer.parse(data).access_token}`;
		const app = `${PROJECT}/apps/${ACCOUNT.appId}`;
		assert.equal((await sinch.call('GET', app, undefined, bearer)).status, 200);
		assert.equal(
			(await sinch.call('GET', `/xms/v1/${ACCOUNT.projectId}/batches`, undefined, bearer)).status,
			200,
		);
		sinch.api.revokeTokens();
		assert.equal((await sinch.call('GET', app, undefined, bearer)).status, 401);
	});

	const app = `/v1/projects/${ACCOUNT.projectId}/apps/${ACCOUNT.appId}`;
	const cases: [string, string, string, number][] = [
		['the access key', app, KEY, 200],
		['a wrong key', app, 'Basic eDp5', 401],
		['a token of its own making', app, 'Bearer made-up', 401],
		['another project', '/v1/projects/other/apps/x', KEY, 403],
		['another app', `${PROJECT}/apps/other`, KEY, 404],
		['the right region', `/${ACCOUNT.region}${app}`, KEY, 200],
		['another region', `/eu${app}`, KEY, 404],
		['the plan', `${BATCHES}?page_size=1`, PLAN, 200],
		['another plan', '/xms/v1/other/batches', PLAN, 404],
		['the plan in another region', `/au${BATCHES}`, PLAN, 404],
		['the plan with a wrong token', BATCHES, 'Bearer wrong', 401],
	];
	for (const [what, path, authorization, expected] of cases) {
		test(`${what}: ${expected}`, async () => {
			assert.equal((await sinch.call('GET', path, undefined, authorization)).status, expected);
		});
	}

	test('a token is refused without the key, and for another grant', async () => {
		assert.equal((await token('Basic eDp5')).status, 401);
		assert.equal((await token(KEY, 'password')).status, 400);
	});
});

describe('webhooks of the app', () => {
	const WEBHOOKS = `${PROJECT}/webhooks`;
	const Created = z.object({ id: z.string(), target: z.string() });
	const create = (target: string, more: object = {}) =>
		sinch.call('POST', WEBHOOKS, {
			app_id: ACCOUNT.appId,
			target,
			triggers: ['MESSAGE_INBOUND'],
			secret: 'own',
			...more,
		});

	beforeEach(() => sinch.api.setWebhook(undefined));

	test('a webhook is signed with its own secret, for its triggers alone, until it is deleted', async () => {
		const { id } = Created.parse((await create(sinch.receiver.url)).data);
		await sinch.writes(WHATSAPP.id).delivered;
		assert(sinch.receiver.received[0] && isSignedWith(sinch.receiver.received[0], 'own'));
		await sinch.call('PATCH', `${WEBHOOKS}/${id}`, { triggers: ['OPT_OUT'] });
		assert.equal((await sinch.writes(WHATSAPP.id).delivered).state, 'noWebhook');
		assert.equal((await sinch.call('DELETE', `${WEBHOOKS}/${id}`)).status, 200);
		assert.equal((await sinch.call('GET', `${WEBHOOKS}/${id}`)).status, 404);
	});

	test('a target is taken once, and five fit', async () => {
		for (const place of [1, 2, 3, 4, 5]) {
			assert.equal((await create(`https://n8n.example.com/${place}`)).status, 200);
			assert.equal((await create(`https://n8n.example.com/${place}`)).status, 400);
		}
		assert.match(JSON.stringify((await create('https://n8n.example.com/6')).data), /at most 5/);
		const { data } = await sinch.call('GET', `${PROJECT}/apps/${ACCOUNT.appId}/webhooks`);
		assert.equal(z.object({ webhooks: z.array(Created) }).parse(data).webhooks.length, 5);
	});

	test('an unknown trigger and a target of Sinch are refused', async () => {
		assert.equal((await create(sinch.receiver.url, { triggers: ['UNSPECIFIED_TRIGGER'] })).status, 400);
		assert.equal((await create('https://us.conversation-api.prod.sinch.com/x')).status, 400);
	});
});
