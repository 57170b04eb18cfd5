import { nameRequest, parseName, parseReach, reachRequest } from '../../../../../core';

test('a token is inspected with itself', () => {
	expect(reachRequest('abc')).toEqual({ method: 'GET', path: '/debug_token', query: { input_token: 'abc' } });
	expect(nameRequest('1/2')).toMatchObject({ path: '/1%2F2', query: { fields: 'id,name' } });
});

test.each<[string, unknown, string[], string[]]>([
	[
		'accounts and portfolios, each once',
		[
			{ scope: 'whatsapp_business_messaging', target_ids: ['1', '2'] },
			{ scope: 'whatsapp_business_management', target_ids: ['2', 3] },
			{ scope: 'business_management', target_ids: ['5'] },
			{ scope: 'email', target_ids: ['6'] },
		],
		['1', '2', '3'],
		['5'],
	],
	['a scope that holds for all', [{ scope: 'whatsapp_business_management' }], [], []],
	['something else', 'none', [], []],
])('%s', (_name, granular_scopes, accountIds, portfolioIds) => {
	expect(parseReach({ data: { granular_scopes } })).toEqual({ accountIds, portfolioIds });
});

test.each([
	[{ name: 'Shop' }, 'Shop'],
	[{ id: '1' }, undefined],
	[undefined, undefined],
])('%j is called %s', (body, name) => {
	expect(parseName(body)).toBe(name);
});
