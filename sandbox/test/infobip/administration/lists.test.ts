import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { SMS, WHO } from '../infobip.ts';
import { eventually } from '../../shared/receiver.ts';
import { startInfobip } from './set-up.ts';

const BLOCK_LIST = '/platform/1/blocklists';
const { infobip, answer, refused } = await startInfobip();

describe('block list', () => {
	const Entries = z.object({ results: z.array(z.record(z.unknown())), paging: z.record(z.number()) });
	const entry = (more: object = {}) => ({ blocklist: [{ destinations: [{ to: WHO.digits }], ...more }] });
	const listed = async (query = '') => (await answer(Entries, 'GET', `${BLOCK_LIST}?${query}`)).results;
	const add = async (more?: object) => {
		assert.equal((await infobip.call('POST', BLOCK_LIST, entry(more))).status, 202);
		return await eventually(async () => (await listed(`destination=${WHO.digits}`))[0], 'the entry');
	};

	test('it holds what was added, which is not sent to', async () => {
		assert.equal((await infobip.sendSms()).status.id, 26);
		const { createdDate, ...rest } = await add({ channel: 'SMS' });
		assert.match(String(createdDate), /^\d{4}-/);
		const { accountKey, ...named } = rest;
		assert.match(String(accountKey), /^[0-9A-F]{32}$/);
		assert.deepEqual(named, { destination: WHO.digits, channel: 'SMS', sourceType: 'CUSTOM' });
		assert.equal((await infobip.sendSms()).status.id, 14);
	});

	test('an entry for another sender or channel keeps nothing back', async () => {
		await add({ sender: '15550109999' });
		assert.equal((await infobip.sendSms()).status.id, 26);
	});

	test('an entry goes only where all of its properties are repeated', async () => {
		await add({ sender: SMS.phoneNumber.slice(1), channel: 'SMS' });
		const remove = async (more: object) => {
			assert.equal((await infobip.call('DELETE', BLOCK_LIST, entry(more))).status, 202);
		};
		await remove({ channel: 'SMS' });
		await remove({ sender: SMS.phoneNumber, channel: 'SMS', sourceType: 'MO' });
		await infobip.quiet();
		assert.equal((await listed()).length, 1);
		await remove({ sender: SMS.phoneNumber, channel: 'SMS', sourceType: 'CUSTOM' });
		await eventually(async () => (await listed()).length === 0, 'the removal');
	});

	const refusals: [what: string, body: object, property: string][] = [
		['nobody', { blocklist: [] }, 'blocklist'],
		[
			'an address that is empty',
			{ blocklist: [{ destinations: [{ to: '' }] }] },
			'blocklist[0].destinations[0].to',
		],
		['a channel that cannot be blocked', entry({ channel: 'VOICE' }), 'blocklist[0].channel'],
		['another account', entry({ accountKey: 'A' }), 'blocklist[0].accountKey'],
	];
	for (const [what, body, property] of refusals) {
		test(`${what} is refused`, async () => {
			assert.deepEqual(await refused('POST', BLOCK_LIST, body), ['400', 'BAD_REQUEST', property]);
		});
	}

	test('too long a page is refused', async () => {
		assert.deepEqual(await refused('GET', `${BLOCK_LIST}?size=1001`), ['400', 'BAD_REQUEST', 'size']);
	});
});

test('a preview counts messages and the room that is left', async () => {
	const Preview = z.object({
		previews: z.array(z.object({ messageCount: z.number(), charactersRemaining: z.number() })),
	});
	const preview = async (text: string) =>
		(await answer(Preview, 'POST', '/sms/1/preview', { text })).previews[0];
	assert.deepEqual(await preview('x'.repeat(100)), { messageCount: 1, charactersRemaining: 60 });
	assert.deepEqual(await preview('x'.repeat(200)), { messageCount: 2, charactersRemaining: 106 });
	assert.deepEqual(await preview('✓'), { messageCount: 1, charactersRemaining: 69 });
	assert.deepEqual(await refused('POST', '/sms/1/preview', {}), ['400', 'BAD_REQUEST', 'text']);
});
