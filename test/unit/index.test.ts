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

test.each(['whatsapp', 'constructor', ''])('a provider "%s" does not exist', (provider) => {
	expect(() => {
		Reflect.apply(parseWebhook, undefined, [provider, {}]);
	}).toThrow(`There is no provider "${provider}"`);
});
