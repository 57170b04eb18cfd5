/** Infobip, Sinch and a custom gateway, from what a person does to the execution of a published workflow. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { credentialOf, CREDENTIALS } from '../../sandbox/n8n/set-up.ts';
import { type SandboxLine, WORLD } from '../../sandbox/settings.ts';
import type { StandIn } from '../../sandbox/shared/stand-in.ts';
import * as infobip from '../../sandbox/test/infobip/infobip.ts';
import { itemsOf, Lab, type Published, TRIGGER } from './lab.ts';
import { call } from '../../sandbox/test/shared/providers.ts';
import { eventually } from '../../sandbox/test/shared/receiver.ts';
import * as sinch from '../../sandbox/test/sinch/sinch.ts';
import { triggerWorkflow } from './trigger-flow.ts';

const lab = await Lab.start('inbound');
const { customer } = sinch.WHO;
const OTHERS = 'http://127.0.0.1:9/of-somebody-else';

/** Ids of all events that ever started the workflow. */
async function startedBy(published: Published): Promise<unknown[]> {
	const runs = await published.runs();
	return runs.flatMap((run) => itemsOf(run, TRIGGER)).map(({ id }) => id);
}

async function answerOf(
	method: string,
	url: string,
	authorization: string,
	data?: unknown,
): Promise<unknown> {
	const response = await call(method, url, { data, headers: { authorization } });
	assert(response.status < 300, `${method} ${url}: ${response.status} ${JSON.stringify(response.data)}`);
	return response.data;
}

interface Provider {
	provider: 'infobip' | 'sinch';
	standIn: StandIn;
	credentials: Workflow['nodes'][number]['credentials'];
	/** Registered without a person's help, and by hand. */
	lines: { automatic: SandboxLine[]; byHand: SandboxLine[] };
	/** Somebody else registers a webhook beside ours. */
	registerOther: () => Promise<unknown>;
	/** Where the provider sends what happens, without secrets. */
	registered: () => Promise<string[]>;
	/** Sends to the customer; gives the message's id. */
	send: () => Promise<string>;
}

const { infobip: infobipAt, sinch: sinchAt } = lab.sandbox;
const subscriptionsAt = `${infobipAt.baseUrl}/subscriptions/1`;
const Named = z.object({ profile: z.object({ profileId: z.string() }) });
const Webhook = z.object({ target: z.string() });

/** The sandbox's credential with Basic in place of a token in the URL, which the stand-in would not spoil. */
const infobipByBasic = {
	name: 'Infobip by Basic',
	type: CREDENTIALS.infobip.type,
	data: {
		...CREDENTIALS.infobip.data(infobipAt.baseUrl),
		webhookAuthentication: 'basic',
		webhookUsername: 'infobip',
		webhookPassword: 'webhook-password',
	},
};

const PROVIDERS: Provider[] = [
	{
		provider: 'infobip',
		standIn: infobipAt,
		credentials: {
			[infobipByBasic.type]: { id: await lab.api.saveCredential(infobipByBasic), name: infobipByBasic.name },
		},
		lines: { automatic: [infobip.SMS, infobip.WHATSAPP], byHand: [] },
		registerOther: () =>
			answerOf('POST', `${subscriptionsAt}/subscription/SMS`, infobip.KEY.Authorization, {
				subscriptionId: 'of-somebody-else',
				events: ['INBOUND_MESSAGE'],
				resources: ['15550199999'],
				profile: { profileId: 'of-somebody-else', webhook: { notifyUrl: OTHERS } },
			}),
		registered: async () => {
			const read = (path: string) => answerOf('GET', subscriptionsAt + path, infobip.KEY.Authorization);
			const lists = await Promise.all(
				['SMS', 'WHATSAPP'].map(async (channel) =>
					z.object({ results: z.array(Named) }).parse(await read(`/subscription/${channel}`)),
				),
			);
			const ids = new Set(lists.flatMap(({ results }) => results.map(({ profile }) => profile.profileId)));
			const profiles = await Promise.all([...ids].map((id) => read(`/profiles/${id}`)));
			return profiles.map(
				(profile) =>
					z.object({ webhook: z.object({ notifyUrl: z.string() }) }).parse(profile).webhook.notifyUrl,
			);
		},
		send: async () => {
			const sent = await answerOf(
				'POST',
				`${infobipAt.baseUrl}/sms/3/messages`,
				infobip.KEY.Authorization,
				infobip.sms('Hello'),
			);
			const [message] = z
				.object({ messages: z.array(z.object({ messageId: z.string() })) })
				.parse(sent).messages;
			assert(message);
			return message.messageId;
		},
	},
	{
		provider: 'sinch',
		standIn: sinchAt,
		credentials: credentialOf('sinch', lab.credentialIds),
		lines: { automatic: [sinch.WHATSAPP], byHand: [sinch.SMS] },
		registerOther: () =>
			answerOf('POST', `${sinchAt.baseUrl}${sinch.PROJECT}/webhooks`, sinch.KEY, {
				app_id: WORLD.sinch.appId,
				target: OTHERS,
				triggers: ['CAPABILITY'],
			}),
		registered: async () => {
			const path = `${sinch.PROJECT}/apps/${WORLD.sinch.appId}/webhooks`;
			const list = await answerOf('GET', sinchAt.baseUrl + path, sinch.KEY);
			return z
				.object({ webhooks: z.array(Webhook) })
				.parse(list)
				.webhooks.map(({ target }) => target);
		},
		send: async () => {
			const sent = await answerOf('POST', `${sinchAt.baseUrl}${sinch.PROJECT}/messages:send`, sinch.KEY, {
				app_id: WORLD.sinch.appId,
				recipient: {
					identified_by: {
						channel_identities: [{ channel: 'WHATSAPP', identity: sinch.WHO.digits }],
					},
				},
				message: { text_message: { text: 'Hello' } },
			});
			return z.object({ message_id: z.string() }).parse(sent).message_id;
		},
	},
];

const withoutQuery = (url: string) => url.replace(/\?.*$/, '');

for (const { provider, standIn, credentials, lines, registerOther, registered, send } of PROVIDERS) {
	describe(provider, () => {
		const parameters = { provider, purpose: 'selected', events: ['message', 'status', 'consent'] };
		const published = (async () => {
			await registerOther();
			return await lab.publish(triggerWorkflow(provider, parameters, credentials));
		})();
		const writes = (text: string, { id: numberId }: SandboxLine) =>
			standIn.customerSends(customer.phoneNumber, text, { numberId });
		const [line] = lines.automatic;
		assert(line);

		async function assertReceived(from: SandboxLine): Promise<void> {
			const { messageId, delivered } = writes('¡Hola! STOP', from);
			assert.equal((await delivered).state, 'taken');
			const [event] = itemsOf(await (await published).runOf(messageId), TRIGGER);
			const { kind, channel, text, type } = event ?? {};
			assert.deepEqual(
				[kind, event?.provider, channel, type, text, event?.from, event?.to],
				['message', provider, from.channel, 'text', '¡Hola! STOP', customer.phoneNumber, from.phoneNumber],
			);
		}

		test('publishing registers the URL beside those of others', async () => {
			const { url } = await published;
			assert.deepEqual((await registered()).map(withoutQuery).sort(), [OTHERS, url].sort());
		});

		for (const each of lines.automatic) {
			test(`a message by ${each.channel} starts an execution`, () => assertReceived(each));
		}

		for (const each of lines.byHand) {
			test(`a message by ${each.channel} does so where the URL is entered by hand`, async () => {
				await standIn.setWebhook((await published).url);
				try {
					await assertReceived(each);
					standIn.faults.set('wrongSignature', 1);
					const { messageId, delivered } = writes('Forged', each);
					assert.deepEqual(
						(await delivered).attempts.map(({ status }) => status),
						[401],
					);
					await assertReceived(each);
					assert(!(await startedBy(await published)).includes(messageId));
				} finally {
					await standIn.setWebhook(undefined);
				}
			});
		}

		test('the report on a sent message starts an execution', async () => {
			await writes('Hi', line).delivered;
			const id = await send();
			const run = await (
				await published
			).runWith(({ messageId, status }) => messageId === id && status === 'delivered', `the report on ${id}`);
			const event = itemsOf(run, TRIGGER).find(({ status }) => status === 'delivered');
			assert.deepEqual([event?.kind, event?.provider, event?.to], ['status', provider, customer.phoneNumber]);
		});

		test('a forged call is answered 401 and starts nothing, the genuine one starts one execution', async () => {
			standIn.faults.set('wrongSignature', 1);
			const { messageId, delivered } = writes('Signed', line);
			const { attempts } = await delivered;
			assert.deepEqual([attempts[0]?.status, attempts.at(-1)?.status], [401, 200]);
			await (await published).runOf(messageId);
			const ids = await startedBy(await published);
			assert.equal(ids.filter((id) => id === messageId).length, 1);
		});

		test('a call that comes twice starts one execution', async () => {
			standIn.faults.set('duplicateWebhook', 1);
			const { messageId, delivered } = writes('Twice', line);
			await delivered;
			await assertReceived(line);
			const copies = standIn.ledger.deliveries.filter((each) => each.messageId === messageId);
			assert.deepEqual(
				copies.map(({ state }) => state),
				['taken', 'taken'],
			);
			const ids = await startedBy(await published);
			assert.equal(ids.filter((id) => id === messageId).length, 1);
		});

		test('unpublishing removes our registration alone', async () => {
			await lab.api.unpublish((await published).workflow);
			await eventually(async () => (await registered()).length === 1, 'the removal', 15_000);
			assert.deepEqual(await registered(), [OTHERS]);
		});
	});
}

test('a custom gateway is received by its mapping, with its token, and once', async () => {
	const token = 'gateway-token-of-32-characters-1';
	const id = await lab.api.saveCredential({
		name: 'Gateway',
		type: 'customMessagingApi',
		data: { baseUrl: 'https://gateway.example', webhookAuthentication: 'urlToken', webhookUrlToken: token },
	});
	const ownMapping = JSON.stringify({ message: { id: 'ref', from: 'sender | e164', text: 'content' } });
	const parameters = { provider: 'custom', mapping: 'own', ownMapping };
	const credentials = { customMessagingApi: { id, name: 'Gateway' } };
	const published = await lab.publish(triggerWorkflow('Gateway', parameters, credentials));
	const post = async (word: string, ref: string) => {
		const data = { ref, sender: '15550123001', content: 'STOP' };
		return (await call('POST', `${published.url}?token=${word}`, { data })).status;
	};

	assert.equal(await post('guess', 'forged'), 401);
	assert.equal(await post(token, 'first'), 200);
	assert.equal(await post(token, 'first'), 200);
	assert.equal(await post(token, 'second'), 200);

	const [event] = itemsOf(await published.runOf('second'), TRIGGER);
	assert.deepEqual([event?.provider, event?.from, event?.text], ['custom', '+15550123001', 'STOP']);
	assert.deepEqual((await startedBy(published)).sort(), ['first', 'second']);
});
