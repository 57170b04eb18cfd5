/** Every request that the package makes of the inputs of its own unit tests: messages of all kinds, calls of several, operations. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { core, type ApiAnswer, type ApiRequest, type OperationTools } from './core.ts';

/** A request, and the fixture that it was made of. */
export interface Made {
	source: string;
	request: ApiRequest;
}

const FOLDERS = { whatsAppCloud: 'whatsapp-cloud', infobip: 'infobip', sinch: 'sinch' } as const;
export type Judged = keyof typeof FOLDERS;

type Account = Parameters<ReturnType<typeof core.outboundOf>['build']>[1];
type Line = OperationTools['line'];

/** What a provider's messages need besides their content: accounts, channels and a sender of each. */
const WORLDS: Readonly<Record<Judged, { accounts: Account[]; senders: Record<string, string>; line: Line }>> =
	{
		whatsAppCloud: {
			accounts: [{}],
			senders: { whatsapp: '106540352242922' },
			line: { accountId: '102290129340398', appId: '670843887433847' },
		},
		infobip: { accounts: [{}], senders: { sms: 'InfoSMS', whatsapp: '+441134960000' }, line: {} },
		sinch: {
			accounts: [
				{ accountId: 'p1', appId: 'app1' },
				{ accountId: 'p1', servicePlanId: 'plan1' },
			],
			senders: Object.fromEntries(
				['sms', 'mms', 'rcs', 'whatsapp', 'telegram', 'viber', 'messenger', 'line', 'kakaotalk'].map(
					(channel) => [channel, channel.endsWith('ms') ? '12345' : ''],
				),
			),
			line: { accountId: 'p1', appId: 'app1', servicePlanId: 'plan1' },
		},
	};

const fixture = z.object({
	message: z.record(z.string(), z.unknown()),
	line: z.record(z.string(), z.string()).optional(),
});
const answer = z.union([
	z.object({ status: z.number(), body: z.unknown().optional() }),
	z.object({ outcome: z.enum(['refused', 'unknown']), reason: z.string() }),
]);
const operationCase = z.object({
	name: z.string(),
	operation: z.string(),
	input: z.unknown(),
	answers: z.record(z.string(), z.union([answer, z.array(answer)])),
});

function readFolder<Schema extends z.ZodType>(provider: Judged, room: string, schema: Schema) {
	const folder = new URL(`../fixtures/${FOLDERS[provider]}/${room}/`, import.meta.url);
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file): { file: string; content: z.output<Schema> } => ({
			file: `${FOLDERS[provider]}/${file.replace('.json', '')}`,
			content: schema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
		}));
}

/** The message, and the message without each of its members. */
function variantsOf(source: string, message: Readonly<Record<string, unknown>>) {
	const shorter = Object.keys(message).map((left) => {
		const kept = Object.entries(message).filter(([name]) => name !== left);
		return { source: `${source} without ${left}`, message: Object.fromEntries(kept) };
	});
	return [{ source, message }, ...shorter];
}

/** The provider's own messages as they stand, and everybody's messages on each of its channels. */
function inputsOf(provider: Judged) {
	const { accounts, senders } = WORLDS[provider];
	const own = readFolder(provider, 'outbound', fixture).flatMap(({ file, content: { message, line } }) =>
		variantsOf(file, message).map((variant) => ({ ...variant, accounts: [line ?? {}] })),
	);
	const others = Object.entries(senders).flatMap(([channel, sender]) =>
		fixtureMessages().flatMap(({ file, message }) =>
			variantsOf(file, { ...message, channel, sender }).map((variant) => ({
				source: `${variant.source} over ${channel}`,
				message: variant.message,
				accounts,
			})),
		),
	);
	return [...own, ...others];
}

/** Everybody's messages. */
export function fixtureMessages() {
	return Object.keys(FOLDERS)
		.filter(isJudged)
		.flatMap((each) => readFolder(each, 'outbound', fixture))
		.map(({ file, content: { message } }) => ({ file, message }));
}

function isJudged(name: string): name is Judged {
	return Object.hasOwn(FOLDERS, name);
}

export function distinct(requests: readonly Made[]): Made[] {
	return [...new Map(requests.map((made) => [JSON.stringify(made.request), made])).values()];
}

/** What the provider is called with for messages, once each; `refused` counts what the package does not send. */
export function messageRequests(provider: Judged): { made: Made[]; refused: number } {
	const outbound = core.outboundOf(provider);
	const made: Made[] = [];
	let refused = 0;
	for (const { source, message, accounts } of inputsOf(provider)) {
		const parsed = core.parseOutgoing(message);
		for (const account of accounts) {
			const built = parsed.ok ? outbound.build(parsed.message, account) : parsed;
			if (!built.ok) {
				refused += 1;
				continue;
			}
			made.push({ source, request: built.request });
			if (built.batch) made.push({ source: `${source}, twice`, request: core.batchRequest(built, [built]) });
		}
	}
	return { made: distinct(made), refused };
}

type Answers = z.output<typeof operationCase>['answers'];

/** Plays a fixture's answers, each of a list in its turn; nothing can be read of what it leaves out. */
function playerOf(answers: Answers, requests: ApiRequest[]) {
	const turns = new Map<string, number>();
	return async (request: ApiRequest): Promise<ApiAnswer> => {
		requests.push(request);
		const key = `${request.method} ${request.path}`;
		const turn = turns.get(key) ?? 0;
		turns.set(key, turn + 1);
		const given = answers[key] ?? [];
		const scripted = Array.isArray(given) ? given : [given];
		const found = scripted[Math.min(turn, scripted.length - 1)];
		if (found === undefined) return await Promise.resolve(missing(request));
		return await Promise.resolve('status' in found ? answered(found.status, found.body) : found);
	};
}

const answered = (status: number, body: unknown): ApiAnswer => ({ outcome: 'answered', status, body });

function missing({ method }: ApiRequest): ApiAnswer {
	return method === 'GET'
		? answered(404, { error: { code: 404, message: 'Nothing there' } })
		: answered(200, { success: true });
}

const FILE = { content: new Uint8Array([137, 80, 78, 71]), mimeType: 'image/png', filename: 'logo.png' };

/** An input in which the names of files became files. */
function withFiles(input: unknown): unknown {
	if (input === 'FILE' || input === 'PDF') return FILE;
	if (Array.isArray(input)) return input.map(withFiles);
	if (typeof input !== 'object' || input === null) return input;
	return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withFiles(value)]));
}

const RESOURCES = [
	'account',
	'number',
	'template',
	'message',
	'webhook',
	'businessProfile',
	'media',
	'optOutList',
] as const;

/** What the provider is called with for operations of Messaging Channel, once each. */
export async function operationRequests(provider: Judged): Promise<Made[]> {
	const made: Made[] = [];
	for (const { content } of readFolder(provider, 'operations', z.array(operationCase))) {
		for (const { name, operation, input, answers } of content) {
			const requests: ApiRequest[] = [];
			const [resource, action = ''] = operation.split('.');
			const on = RESOURCES.find((each) => each === resource);
			if (on === undefined) throw new Error(`There is no resource ${operation}`);
			await core.runOperation(provider, on, action, withFiles(input), {
				call: playerOf(answers, requests),
				line: WORLDS[provider].line,
				now: Date.parse('2026-11-21T10:00:00Z'),
				sleep: () => Promise.resolve(),
			});
			made.push(...requests.map((request) => ({ source: `${operation}: ${name}`, request })));
		}
	}
	return distinct(made);
}
