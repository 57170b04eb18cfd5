import { createHmac } from 'node:crypto';
import { classifyError, evaluateKeywords, parseWebhook, verifyWebhook } from '../../core';

test('the four functions answer for WhatsApp', () => {
	const rawBody = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
	const signature = createHmac('sha256', 'secret').update(rawBody).digest('hex');
	const request = { headers: { 'x-hub-signature-256': `sha256=${signature}` }, rawBody };

	expect(parseWebhook('whatsAppCloud', JSON.parse(rawBody.toString()))).toEqual([]);
	expect(verifyWebhook('whatsAppCloud', request, { whatsAppCloud: { appSecrets: ['secret'] } })).toEqual({
		ok: true,
	});
	expect(classifyError('whatsAppCloud', 400, { error: { code: 131047 } }).cause).toBe('windowClosed');
	expect(evaluateKeywords('STOP', { preset: 'standard' }).category).toBe('optOut');
});

test('a custom gateway is read as its mapping says', () => {
	const mapping = {
		message: { from: 'msisdn | e164', text: 'body' },
		apiError: { code: 'code', causes: { E7: 'optedOut' } },
	};
	expect(parseWebhook('custom', { msisdn: '00447700900123', body: 'STOP' }, { mapping })).toMatchObject([
		{ kind: 'message', from: '+447700900123', text: 'STOP' },
	]);
	expect(parseWebhook('custom', { msisdn: '1' })).toMatchObject([{ kind: 'unknown' }]);
	expect(verifyWebhook('custom', { headers: {}, rawBody: Buffer.alloc(0) }, {}).ok).toBe(false);
	expect(classifyError('custom', 400, { code: 'E7' }, { mapping }).cause).toBe('optedOut');
});

test.each(['whatsapp', 'constructor', ''])('a provider "%s" does not exist', (provider) => {
	expect(() => {
		Reflect.apply(parseWebhook, undefined, [provider, {}]);
	}).toThrow(`There is no provider "${provider}"`);
});
