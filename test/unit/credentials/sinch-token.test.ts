import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { SinchApi } from '../../../credentials/SinchApi.credentials';

const FIELDS = { accessId: 'key-1', keySecret: 'secret-1', baseUrl: '' };

test('a token is asked for at Sinch alone, and not for longer than a call may take', async () => {
	const asked: IHttpRequestOptions[] = [];
	const helpers: IHttpRequestHelper['helpers'] = {
		httpRequest: async (options) => {
			asked.push(options);
			return await Promise.resolve({ access_token: ' token-1 ' });
		},
	};
	expect(await new SinchApi().preAuthentication.call({ helpers }, FIELDS)).toEqual({
		accessToken: 'token-1',
	});
	expect(asked).toMatchObject([
		{ url: 'https://auth.sinch.com/oauth2/token', disableFollowRedirect: true, timeout: 30_000 },
	]);
});
