import { WhatsAppCloudApi } from '../../../credentials/WhatsAppCloudApi.credentials';
import { ACT_AS_HEADER } from '../../../nodes/shared/act-as';

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
