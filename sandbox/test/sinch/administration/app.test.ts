import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { WORLD } from '../../../settings.ts';
import { SENDER_TOKEN } from '../../../sinch/administration/sender-record.ts';
import { KEY, PROJECT, WHATSAPP, WHO } from '../sinch.ts';
import { APP, NUMBERS, SENDERS, startSinch, TEMPLATES } from './set-up.ts';

const { sinch: ACCOUNT } = WORLD;
const { sinch, answer, refused } = await startSinch();

describe('the app', () => {
	const App = z.object({
		display_name: z.string(),
		channel_credentials: z.array(
			z.object({
				channel: z.string(),
				static_bearer: z.object({ claimed_identity: z.string(), token: z.string() }),
				state: z.object({ status: z.string() }),
			}),
		),
	});
	const statesOf = ({ channel_credentials: channels }: z.output<typeof App>) =>
		channels.map(({ channel, state: { status } }) => `${channel} ${status}`);

	test('it has its channels, and another token lets one of them fail', async () => {
		const { apps } = await answer(z.object({ apps: z.tuple([App]) }), 'GET', `${PROJECT}/apps`);
		assert.deepEqual(statesOf(apps[0]), ['SMS ACTIVE', 'WHATSAPP ACTIVE']);
		const [, whatsApp] = apps[0].channel_credentials;
		const token = { ...whatsApp?.static_bearer, token: 'wrong' };
		const changed = await answer(App, 'PATCH', `${APP}?update_mask=channel_credentials`, {
			channel_credentials: [{ channel: 'WHATSAPP', static_bearer: token }],
		});
		assert.deepEqual(statesOf(changed), ['WHATSAPP FAILING']);
		assert.equal(whatsApp?.static_bearer.token, SENDER_TOKEN);
	});

	test('a change of the name leaves the channels', async () => {
		const changed = await answer(App, 'PATCH', APP, { display_name: 'Roastery' });
		assert.equal(changed.display_name, 'Roastery');
		assert.deepEqual(statesOf(changed), ['SMS ACTIVE', 'WHATSAPP ACTIVE']);
	});

	test('a channel without a token is refused', async () => {
		const body = {
			channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'x', token: '' } }],
		};
		assert.match(await refused('PATCH', APP, body), /^400 .*static_bearer\.token/);
	});
});

describe('consents', () => {
	const list = (name: string, query = '') =>
		answer(
			z.object({ identities: z.array(z.object({ identity: z.string() })), next_page_token: z.string() }),
			'GET',
			`${APP}/consents/${name}${query}`,
		);
	const person = `${APP}/consents/identities/${encodeURIComponent(WHO.customer.phoneNumber)}`;
	const Audit = z.object({
		audit_records: z.array(z.object({ operation: z.string(), list_type: z.string(), origin: z.string() })),
	});

	test('people come onto the list by their keyword and off it again', async () => {
		sinch.api.setConsentManagement('primary');
		await sinch.writes(WHATSAPP.id, 'STOP').delivered;
		sinch.api.customerSends(WHO.other.phoneNumber, 'STOP', { numberId: WHATSAPP.id });
		const first = await list('OPT_OUT_ALL', '?page_size=1');
		assert.deepEqual(first, { identities: [{ identity: WHO.digits }], next_page_token: '1' });
		assert.deepEqual((await list('OPT_OUT_MARKETING')).identities, []);
		await sinch.writes(WHATSAPP.id, 'START').delivered;
		assert.deepEqual((await list('OPT_OUT_ALL')).identities, [{ identity: WHO.other.phoneNumber.slice(1) }]);
		const { audit_records: records } = await answer(Audit, 'GET', person);
		assert.deepEqual(records, [
			{ origin: 'ORIGIN_MO', operation: 'OPERATION_INSERT', list_type: 'OPT_OUT_ALL' },
			{ origin: 'ORIGIN_MO', operation: 'OPERATION_DELETE', list_type: 'OPT_OUT_ALL' },
		]);
	});

	test('a person of whom nothing is known, a list that there is not and too long a page are refused', async () => {
		assert.match(await refused('GET', person), /^404 .*NOT_FOUND/);
		assert.match(await refused('GET', `${APP}/consents/OPT_IN`), /^400 .*list_type/);
		assert.match(await refused('GET', `${APP}/consents/OPT_OUT_ALL?page_size=51`), /^400 .*page_size/);
	});
});

test('everything that sets up wants the access key of the project', async () => {
	for (const path of [
		`${NUMBERS}/activeNumbers`,
		SENDERS,
		TEMPLATES,
		`${PROJECT}/apps`,
		`${APP}/consents/OPT_OUT_ALL`,
	]) {
		assert.equal((await sinch.call('GET', path, undefined, KEY)).status, 200, path);
		assert.equal((await sinch.call('GET', path, undefined, 'Basic eDp5')).status, 401, path);
		const elsewhere = path.replace(ACCOUNT.projectId, 'other');
		assert.equal((await sinch.call('GET', elsewhere)).status, 403, path);
	}
});
