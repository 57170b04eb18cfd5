import { createHmac } from 'node:crypto';
import { WhatsAppCloudApi } from '../../../credentials/WhatsAppCloudApi.credentials';
import { ACT_AS_HEADER, PROVING_SECRET } from '../../../nodes/shared/act-as';

const fields = { accessToken: ' EAAtoken ', appId: '67', appSecret: 'newest, oldest' };

test.each([
	['the app', { [ACT_AS_HEADER]: 'app' }, 'Bearer 67|newest'],
	['the system user', {}, 'Bearer EAAtoken'],
])('a call of WhatsApp Cloud is made as %s, and no header says so', async (_who, headers, Authorization) => {
	const options = { url: '/67/subscriptions', headers: { ...headers, accept: 'application/json' } };
	await expect(new WhatsAppCloudApi().authenticate(fields, options)).resolves.toEqual({
		url: '/67/subscriptions',
		headers: { accept: 'application/json', Authorization },
	});
});

test('the test of the credential proves the newest secret, if there is one', async () => {
	const options = { url: '/102', qs: { fields: 'id' }, headers: { [ACT_AS_HEADER]: PROVING_SECRET } };
	const credential = new WhatsAppCloudApi();
	await expect(credential.authenticate(fields, options)).resolves.toMatchObject({
		// HMAC-SHA256 of "EAAtoken" with the key "newest".
		qs: { fields: 'id', appsecret_proof: createHmac('sha256', 'newest').update('EAAtoken').digest('hex') },
	});
	const { qs } = await credential.authenticate({ ...fields, appSecret: '' }, options);
	expect(qs).toEqual({ fields: 'id' });
});
