import { api, byId, list, withoutNetwork } from './channel-stage';

withoutNetwork();

const template = {
	id: '3001',
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
};

test("accounts are those of the token, and the credential's comes first", async () => {
	api('whatsAppCloud')
		.get('/v25.0/debug_token')
		.query({ input_token: 'token-of-the-test' })
		.reply(200, {
			data: {
				granular_scopes: [
					{ scope: 'whatsapp_business_messaging', target_ids: ['1002'] },
					{ scope: 'whatsapp_business_management', target_ids: ['1002', '1001'] },
					{ scope: 'business_management', target_ids: ['5001'] },
				],
			},
		});
	api('whatsAppCloud').get('/v25.0/1001').query(true).reply(200, { id: '1001', name: 'Shop' });
	api('whatsAppCloud')
		.get('/v25.0/1002')
		.query(true)
		.reply(403, { error: { code: 10 } });
	await expect(list('whatsAppCloud', 'searchAccounts', {})).resolves.toEqual({
		results: [
			{ name: 'Shop (1001)', value: '1001' },
			{ name: '1002', value: '1002' },
		],
	});
});

test('a token that cannot be inspected says so', async () => {
	api('whatsAppCloud')
		.get('/v25.0/debug_token')
		.query(true)
		.reply(400, { error: { code: 190 } });
	await expect(list('whatsAppCloud', 'searchPortfolios', {})).rejects.toMatchObject({
		message: 'The list could not be loaded',
		description: expect.stringContaining('Test the credential'),
	});
});

test('templates of the chosen account are found by what a person types', async () => {
	api('whatsAppCloud')
		.get('/v25.0/1002/message_templates')
		.query(true)
		.reply(200, { data: [template, { ...template, id: '3002', name: 'news' }] });
	const found = await list('whatsAppCloud', 'searchTemplateIds', { accountId: byId('1002') }, 'ORDER');
	expect(found.results).toEqual([{ name: 'order_update (en_US, utility, approved)', value: '3001' }]);
});

test("Sinch's templates go by name and language", async () => {
	api('sinch')
		.get('/provisioning/v1/projects/p1/whatsapp/templates')
		.query(true)
		.reply(200, {
			templates: [{ name: 'news', language: 'en', state: 'APPROVED', details: { components: [] } }],
		});
	const found = await list('sinch', 'searchTemplateKeys', {});
	expect(found.results[0]?.value).toMatch(/^news\|en\|/);
});

test('numbers that can be had show their prices', async () => {
	api('infobip')
		.get('/numbers/1/numbers/available')
		.query((query) => query.country === 'GB')
		.reply(200, {
			numbers: [
				{
					numberKey: '6FED',
					number: '447860099299',
					type: 'VIRTUAL_LONG_NUMBER',
					price: { pricePerMonth: 5, currency: 'EUR' },
				},
			],
		});
	const found = await list('infobip', 'searchAvailableNumbers', {
		resource: 'number',
		operation: 'buy',
		country: 'GB',
	});
	expect(found.results).toEqual([{ name: '+447860099299 (VIRTUAL_LONG_NUMBER, 5 EUR)', value: '6FED' }]);
});

test('a list that is refused names the reason', async () => {
	api('infobip')
		.get('/numbers/1/numbers')
		.query(true)
		.reply(401, {
			requestError: { serviceException: { messageId: 'UNAUTHORIZED', text: 'Invalid login details' } },
		});
	await expect(list('infobip', 'searchNumbers', {})).rejects.toMatchObject({
		message: expect.stringMatching(/^The list could not be loaded: \w/),
		description: expect.stringMatching(/\w/),
	});
});
