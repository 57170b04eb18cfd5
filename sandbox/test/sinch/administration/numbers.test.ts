import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../../settings.ts';
import { bodyOf } from '../../shared/providers.ts';
import { eventually } from '../../shared/receiver.ts';
import { BATCHES, PLAN, SMS, WHO } from '../sinch.ts';
import { NUMBERS, startSinch } from './set-up.ts';

const { sinch: ACCOUNT } = WORLD;
const FREE = '+15550100121';
const { sinch, answer, refused } = await startSinch();

describe('numbers', () => {
	const Active = z.object({
		phoneNumber: z.string(),
		displayName: z.string(),
		callbackUrl: z.string(),
		expireAt: z.string().nullable(),
		smsConfiguration: z.object({
			servicePlanId: z.string(),
			scheduledProvisioning: z.object({ servicePlanId: z.string(), status: z.string() }).nullable(),
		}),
	});
	const one = (number: string) => `${NUMBERS}/activeNumbers/${encodeURIComponent(number)}`;
	const rent = (number: string, body: object = {}) =>
		answer(Active, 'POST', `${NUMBERS}/availableNumbers/${encodeURIComponent(number)}:rent`, body);
	const linkOf = async (number: string) => (await answer(Active, 'GET', one(number))).smsConfiguration;
	const linked = (number: string, plan: string) =>
		eventually(async () => {
			const { servicePlanId, scheduledProvisioning } = await linkOf(number);
			return servicePlanId === plan && scheduledProvisioning === null;
		}, `the link of ${number} with ${plan}`);
	const smsConfiguration = { servicePlanId: ACCOUNT.servicePlanId };

	const searches: [query: string, found: string[]][] = [
		['regionCode=US&type=LOCAL&capabilities=SMS', ['+15550100121', '+15550100122']],
		['regionCode=US&type=LOCAL&capabilities=SMS&capabilities=VOICE', ['+15550100121']],
		['regionCode=US&type=LOCAL&size=1', ['+15550100121']],
		['regionCode=SE', ['+46701740621', '+46701740622']],
		['regionCode=SE&numberPattern.pattern=622&numberPattern.searchPattern=END', ['+46701740622']],
		['regionCode=SE&numberPattern.pattern=4670', ['+46701740621', '+46701740622']],
		['regionCode=SE&numberPattern.pattern=0622&numberPattern.searchPattern=CONTAIN', ['+46701740622']],
		['regionCode=SE&type=TOLL_FREE', []],
	];
	for (const [query, found] of searches) {
		test(`a search for ${query}`, async () => {
			const Found = z.object({ availableNumbers: z.array(z.object({ phoneNumber: z.string() })) });
			const { availableNumbers } = await answer(Found, 'GET', `${NUMBERS}/availableNumbers?${query}`);
			assert.deepEqual(
				availableNumbers.map(({ phoneNumber }) => phoneNumber),
				found,
			);
		});
	}

	const batch = (from: string) =>
		sinch.call('POST', BATCHES, { from, to: [WHO.customer.phoneNumber], body: 'Hi', type: 'mt_text' }, PLAN);

	test('a number is rented, linked after a while, sends, receives and is released', async () => {
		sinch.api.rules.change({ provisionMs: 400 });
		const { smsConfiguration: link } = await rent(FREE, { smsConfiguration });
		assert.deepEqual(link, {
			servicePlanId: '',
			scheduledProvisioning: { servicePlanId: ACCOUNT.servicePlanId, status: 'WAITING' },
		});
		assert.equal((await batch(FREE)).status, 403);
		await linked(FREE, ACCOUNT.servicePlanId);
		assert.equal((await batch(FREE)).status, 201);
		const line = sinch.api.lines.find(({ phoneNumber }) => phoneNumber === FREE);
		assert.equal((await sinch.writes(line?.id ?? '').delivered).state, 'taken');

		const released = await answer(Active, 'POST', `${one(FREE)}:release`);
		assert.notEqual(released.expireAt, null);
		assert.match(await refused('GET', one(FREE)), /^404 .*NOT_FOUND/);
		assert.equal((await batch(FREE)).status, 403);
	});

	test('a number for rent is shown by itself', async () => {
		const path = `${NUMBERS}/availableNumbers/`;
		const Offer = z.object({ phoneNumber: z.literal(FREE), capability: z.array(z.string()) });
		const { capability } = await answer(Offer, 'GET', path + encodeURIComponent(FREE));
		assert.deepEqual(capability, ['SMS', 'VOICE']);
		assert.match(await refused('GET', `${path}%2B15550199999`), /^404 /);
	});

	test('any local number of the US can be rented', async () => {
		const body = { regionCode: 'US', type: 'LOCAL', capabilities: ['SMS'], smsConfiguration };
		const { phoneNumber } = await answer(Active, 'POST', `${NUMBERS}/availableNumbers:rentAny`, body);
		assert.equal(phoneNumber, FREE);
		const elsewhere = { ...body, regionCode: 'SE', type: 'MOBILE' };
		assert.match(
			await refused('POST', `${NUMBERS}/availableNumbers:rentAny`, elsewhere),
			/^400 .*INVALID_ARGUMENT/,
		);
	});

	test('a number tells its own URL of its links, signed with the secret of the project', async () => {
		await answer(z.unknown(), 'PATCH', `${NUMBERS}/callbackConfiguration`, { hmacSecret: 'numbers' });
		await rent(FREE, { smsConfiguration, callbackUrl: sinch.receiver.url });
		const [webhook] = await eventually(
			() => sinch.receiver.received.length > 0 && sinch.receiver.received,
			'the event',
		);
		assert(webhook);
		const { eventType, resourceId, timestamp } = z.record(z.string()).parse(bodyOf(webhook));
		assert.deepEqual([eventType, resourceId], ['PROVISIONING_TO_SMS_PLATFORM', FREE]);
		assert.doesNotMatch(timestamp ?? '', /Z$/);
		const expected = createHmac('sha1', 'numbers').update(webhook.raw).digest('hex');
		assert.equal(webhook.headers['x-sinch-signature'], expected);
	});

	test('a number is named, unlinked and linked again', async () => {
		const change = (body: object) => answer(Active, 'PATCH', one(SMS.phoneNumber), body);
		assert.equal((await change({ displayName: 'Front desk' })).displayName, 'Front desk');
		await change({ smsConfiguration: { servicePlanId: '' } });
		await linked(SMS.phoneNumber, '');
		assert.equal((await batch(SMS.phoneNumber)).status, 403);
		await change({ smsConfiguration });
		await linked(SMS.phoneNumber, ACCOUNT.servicePlanId);
		assert.equal((await batch(SMS.phoneNumber)).status, 201);
	});

	test('the numbers of the project come by page', async () => {
		await rent(FREE);
		const Page = z.object({ activeNumbers: z.array(Active), nextPageToken: z.string() });
		const first = await answer(Page, 'GET', `${NUMBERS}/activeNumbers?pageSize=1`);
		assert.deepEqual([first.activeNumbers.length, first.nextPageToken], [1, '1']);
		const second = await answer(Page, 'GET', `${NUMBERS}/activeNumbers?pageSize=1&pageToken=1`);
		assert.deepEqual([second.activeNumbers[0]?.phoneNumber, second.nextPageToken], [FREE, '']);
		const ofSweden = await answer(
			Page,
			'GET',
			`${NUMBERS}/activeNumbers?regionCode=SE&type=MOBILE&capability=SMS`,
		);
		assert.deepEqual(ofSweden.activeNumbers, []);
	});

	const rentPath = (number: string) => `${NUMBERS}/availableNumbers/${encodeURIComponent(number)}:rent`;
	const refusals: [what: string, method: string, path: string, body: object | undefined, expected: RegExp][] =
		[
			[
				'a search without a country',
				'GET',
				`${NUMBERS}/availableNumbers?type=LOCAL`,
				undefined,
				/^400 .*regionCode/,
			],
			[
				'an unknown type',
				'GET',
				`${NUMBERS}/availableNumbers?regionCode=US&type=FAX`,
				undefined,
				/^400 .*type/,
			],
			['a number that is not for rent', 'POST', rentPath('+15550109999'), {}, /^404 .*NOT_FOUND/],
			['a number of the project', 'POST', rentPath(SMS.phoneNumber), {}, /^404 .*NOT_FOUND/],
			[
				'a plan of others',
				'POST',
				rentPath(FREE),
				{ smsConfiguration: { servicePlanId: 'other' } },
				/^400 .*smsConfiguration\.servicePlanId/,
			],
			[
				'a number without SMS',
				'POST',
				rentPath('+15550100123'),
				{ smsConfiguration },
				/^400 .*carries no SMS/,
			],
			[
				'an empty voice configuration',
				'POST',
				rentPath(FREE),
				{ voiceConfiguration: {} },
				/^400 .*voiceConfiguration/,
			],
			[
				'a callback that is no URL',
				'PATCH',
				one(SMS.phoneNumber),
				{ callbackUrl: 'here' },
				/^400 .*callbackUrl/,
			],
		];
	for (const [what, method, path, body, expected] of refusals) {
		test(`${what} is refused`, async () => {
			assert.match(await refused(method, path, body), expected);
		});
	}

	test('a number whose link is under way is not linked anew', async () => {
		sinch.api.rules.change({ provisionMs: 1_000 });
		await rent(FREE, { smsConfiguration });
		assert.match(await refused('PATCH', one(FREE), { smsConfiguration }), /^400 .*FAILED_PRECONDITION/);
	});
});
