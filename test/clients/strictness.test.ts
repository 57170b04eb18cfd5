/** The stand-ins take every message that the package sends, and nothing that the provider's own description forbids. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { core, type ApiRequest } from './core.ts';
import { hasSpecification, infobipJudge, SPECIFICATION } from './infobip-specification.ts';
import { isObject, type Judge } from './judging.ts';
import { fixtureMessages } from './requests.ts';
import { sinchJudge } from './sinch-types.ts';
import { callStandIn, startStandIns, WORLD } from './stand-ins.ts';

const sandbox = await startStandIns();
after(() => sandbox.close());

const { infobip, sinch, customers } = WORLD;
const [customer] = customers;
assert(customer);
const { projectId: accountId, appId, servicePlanId } = sinch;
const numberOf = (lines: typeof infobip.lines, channel: string): string =>
	lines.find((line) => line.channel === channel)?.phoneNumber ?? '';

/** Channels of the world with their senders, and the accounts that messages go through. */
const WORLDS = {
	infobip: {
		senders: { sms: numberOf(infobip.lines, 'sms'), whatsapp: numberOf(infobip.lines, 'whatsapp') },
		accounts: [{}],
		judge: infobipJudge,
	},
	sinch: {
		senders: { sms: numberOf(sinch.lines, 'sms'), whatsapp: '' },
		accounts: [
			{ accountId, appId },
			{ accountId, servicePlanId },
		],
		judge: sinchJudge,
	},
} as const;
type Provider = keyof typeof WORLDS;

/** Messages of all fixtures to a customer of the world, each request once. */
function requestsTo(provider: Provider, who: { phoneNumber: string; userId: string }): ApiRequest[] {
	const { senders, accounts } = WORLDS[provider];
	const requests = Object.entries(senders).flatMap(([channel, sender]) =>
		fixtureMessages().flatMap(({ message }) => {
			// A read receipt names a message of the customer, and nobody has written.
			if (message.type === 'readReceipt') return [];
			const address =
				message.toUserId === undefined ? { to: who.phoneNumber } : { to: '', toUserId: who.userId };
			const parsed = core.parseOutgoing({ ...message, channel, sender, ...address, toGroupId: undefined });
			return accounts.flatMap((account) => {
				const built = parsed.ok ? core.outboundOf(provider).build(parsed.message, account) : parsed;
				return built.ok ? [built.request] : [];
			});
		}),
	);
	return [...new Map(requests.map((request) => [JSON.stringify(request), request])).values()];
}

type Place = readonly (string | number)[];

function entriesOf(value: unknown): [string | number, unknown][] {
	if (Array.isArray(value)) return value.map((member: unknown, at) => [at, member]);
	return isObject(value) ? Object.entries(value) : [];
}

/** The members of objects with what stands there, outermost first. */
function* membersOf(value: unknown, within: Place = []): Generator<{ place: Place; member: unknown }> {
	for (const [key, member] of entriesOf(value)) {
		const place = [...within, key];
		if (typeof key === 'string') yield { place, member };
		yield* membersOf(member, place);
	}
}

/** A copy in which the member of the place is left out, or is another value. */
function changed(value: unknown, [key, ...rest]: Place, to: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map((each: unknown, at) => (at === key ? changed(each, rest, to) : each));
	}
	if (!isObject(value) || key === undefined) return to;
	const { [key]: inner, ...others } = value;
	const made = rest.length === 0 ? to : changed(inner, rest, to);
	return made === undefined ? others : { ...others, [key]: made };
}

/** A body without each of its members, and with an odd value in the place of each. */
function* variantsOf(request: ApiRequest): Generator<{ name: string; variant: ApiRequest }> {
	for (const { place, member } of membersOf(request.body)) {
		const name = `${request.path} ${place.map((key) => (typeof key === 'number' ? '#' : key)).join('.')}`;
		const oddities = {
			'left out': undefined,
			'as true': true,
			// An object with a member that nobody knows is one all the same.
			...(!isObject(member) && { 'as an object': { odd: 1 } }),
		};
		for (const [how, to] of Object.entries(oddities)) {
			const body = changed(request.body, place, to);
			if (isObject(body)) yield { name: `${name} ${how}`, variant: { ...request, body } };
		}
	}
}

async function sweep(provider: Provider, judge: Judge, requests: readonly ApiRequest[]) {
	const tried = new Set<string>();
	const taken: string[] = [];
	let forbidden = 0;
	for (const request of requests) {
		for (const { name, variant } of variantsOf(request)) {
			if (tried.has(name) || (judge(variant) ?? []).length === 0) continue;
			tried.add(name);
			forbidden += 1;
			const { status } = await callStandIn(sandbox, provider, variant);
			if (status < 400) taken.push(name);
		}
	}
	return { forbidden, taken };
}

for (const provider of ['infobip', 'sinch'] as const) {
	const skip = provider === 'infobip' && !hasSpecification ? `no specification in ${SPECIFICATION}` : false;
	const requests = requestsTo(provider, customer);

	test(`the stand-in of ${provider} takes every message`, async (context) => {
		const refused: string[] = [];
		for (const request of requests) {
			const { status, body } = await callStandIn(sandbox, provider, request);
			if (status >= 400) refused.push(`${request.path} ${status} ${JSON.stringify(body)}`);
		}
		context.diagnostic(`${requests.length} messages to ${provider}: ${refused.length} refused`);
		assert.deepEqual(refused, []);
	});

	test(`the stand-in of ${provider} refuses what is forbidden`, { skip }, async (context) => {
		const { forbidden, taken } = await sweep(provider, WORLDS[provider].judge(), requests);
		context.diagnostic(`${forbidden} forbidden variants to ${provider}: ${forbidden - taken.length} refused`);
		assert.ok(forbidden > 300);
		assert.deepEqual(taken, []);
	});
}
