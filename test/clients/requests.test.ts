/** Every request that the package makes, judged by what the providers publish: Infobip's OpenAPI and the types of Sinch's SDK. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ApiRequest } from './core.ts';
import { hasSpecification, infobipJudge, SPECIFICATION } from './infobip-specification.ts';
import { isObject, type Judge } from './judging.ts';
import { registrationRequests } from './registrations.ts';
import { messageRequests, operationRequests, type Made } from './requests.ts';
import { sinchJudge } from './sinch-types.ts';

/** What a judge complains of and is left as it is, by its words; and why. */
const KNOWN: readonly (readonly [words: RegExp, reason: string])[] = [
	[
		/over (messenger|line): .*\/channel_identities\/0 must NOT have additional properties \{"additionalProperty":"app_id"\}$/,
		'the SDK names the app beside an app-scoped identity everywhere but where a message is sent',
	],
];

interface Verdicts {
	right: number;
	/** No judge knows their API. */
	unjudged: number;
	known: string[];
	wrong: string[];
}

function judgeAll(judge: Judge, made: readonly Made[]): Verdicts {
	const verdicts: Verdicts = { right: 0, unjudged: 0, known: [], wrong: [] };
	for (const { source, request } of made) {
		const problems = judge(request);
		const words = `${source}: ${request.method} ${request.path}: ${(problems ?? []).join(' | ')}`;
		if (problems === undefined) verdicts.unjudged += 1;
		else if (problems.length === 0) verdicts.right += 1;
		else verdicts[KNOWN.some(([known]) => known.test(words)) ? 'known' : 'wrong'].push(words);
	}
	return verdicts;
}

function report(
	context: TestContext,
	what: string,
	tried: number,
	{ right, unjudged, known, wrong }: Verdicts,
) {
	context.diagnostic(
		`${what}: ${tried} tried, ${right} right, ${unjudged} without a judge, ${known.length} known, ${wrong.length} wrong`,
	);
	for (const [pattern, reason] of KNOWN) {
		const count = known.filter((words) => pattern.test(words)).length;
		if (count > 0) context.diagnostic(`known, ${count} times: ${reason}`);
	}
}

/** The places of a body's objects, outermost first; an object within a map of free names is not among them. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
	if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
	else if (isObject(value)) {
		yield value;
		for (const each of Object.values(value)) yield* objectsIn(each);
	}
}

/** How many objects of the bodies take no member that nobody knows, of how many. */
function strictness(judge: Judge, made: readonly Made[]) {
	let noticed = 0;
	let all = 0;
	for (const { request } of made) {
		const body: unknown = structuredClone(request.body);
		for (const object of objectsIn(body)) {
			object.unknownMember = 'x';
			all += 1;
			if (isObject(body) && (judge({ ...request, body }) ?? []).length > 0) noticed += 1;
			delete object.unknownMember;
		}
	}
	return { noticed, all };
}

const isOfProvisioning = ({ base }: ApiRequest): boolean => base === 'provisioning';

for (const provider of ['infobip', 'sinch'] as const) {
	const skip = provider === 'infobip' && !hasSpecification ? `no specification in ${SPECIFICATION}` : false;
	test(`requests of ${provider}`, { skip }, async (context) => {
		const judge = provider === 'infobip' ? infobipJudge() : sinchJudge();
		const messages = messageRequests(provider);
		context.diagnostic(`messages that the package refuses by itself: ${messages.refused}`);
		const kinds = {
			messages: messages.made,
			operations: await operationRequests(provider),
			registrations: await registrationRequests(provider),
		};
		for (const [kind, made] of Object.entries(kinds)) {
			await context.test(kind, (inner) => {
				const verdicts = judgeAll(judge, made);
				report(inner, `${kind} of ${provider}`, made.length, verdicts);
				assert.deepEqual(verdicts.wrong, []);
				assert.ok(made.length > 5);
			});
		}
		await context.test('the judge takes no member that is unknown', (inner) => {
			const bodies = Object.values(kinds)
				.flat()
				.filter(({ request }) => request.body && !isOfProvisioning(request));
			const { noticed, all } = strictness(judge, bodies);
			inner.diagnostic(`${noticed} of ${all} objects are closed`);
			assert.ok(noticed > all * 0.95, `${noticed} of ${all}`);
		});
	});
}
