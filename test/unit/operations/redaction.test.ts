import { withoutSecretsIn } from '../../../core/operations/redaction';
import { deliveryError } from '../../../core/http/error-table';

const hidden = (text: string, secrets: string[]) => {
	const outcome = withoutSecretsIn({ ok: true, items: [{ text, list: [{ text }] }] }, secrets);
	return outcome.ok ? outcome.items : [];
};

test.each([
	['PIN 482913 was refused', ['482913'], 'PIN … was refused'],
	['pin=482913&x', ['482913'], 'pin=…&x'],
	['number 1048291399', ['482913'], 'number 1048291399'],
	['x48291300EAAlongTokenOfTheApp9', ['EAAlongTokenOfTheApp'], 'x48291300…9'],
	['?code=a%2Fb%3D12345', ['a/b=12345'], '?code=…'],
	['{"pin":"a\\"bcdefgh"}', ['a"bcdefgh'], '{"pin":"…"}'],
	['a.c.token abc.token', ['a.c.token'], '… abc.token'],
	['n8n.shop.com', ['shop'], 'n8n.shop.com'],
	['unchanged', [''], 'unchanged'],
	[`a ${'%'.repeat(40_000)} b`, ['%'.repeat(40_000)], 'a … b'],
	['12345 123456', ['12345', '123456'], '… …'],
])('%s without %j', (text, secrets, shown) => {
	expect(hidden(text, secrets)).toStrictEqual([{ text: shown, list: [{ text: shown }] }]);
});

test('numbers and truth stay as they are', () => {
	const items = [{ count: 482913, isDone: true, nothing: null }];
	expect(withoutSecretsIn({ ok: true, items }, ['482913'])).toStrictEqual({ ok: true, items });
});

test('a short word is hidden in an error', () => {
	const error = deliveryError('1', 'no shop here', {
		title: 'No',
		cause: 'unknown',
		retryable: false,
		advice: 'Look',
	});
	expect(withoutSecretsIn({ ok: false, error }, ['shop'])).toMatchObject({ error: { detail: 'no … here' } });
});

test('an error, and what was done before it', () => {
	const text = 'with 482913';
	const error = deliveryError('1', text, { title: text, cause: 'unknown', retryable: false, advice: text });
	expect(withoutSecretsIn({ ok: false, field: 'pin', error, done: [text] }, ['482913'])).toStrictEqual({
		ok: false,
		field: 'pin',
		error: { ...error, title: 'with …', detail: 'with …', advice: 'with …' },
		done: ['with …'],
	});
});

test('a code that the provider makes of a secret', () => {
	const error = deliveryError('App key-of-the-account-1', 'no', {
		title: 'No',
		cause: 'unknown',
		retryable: false,
		advice: 'Look',
	});
	const outcome = withoutSecretsIn({ ok: false, error }, ['key-of-the-account-1']);
	expect(outcome).toMatchObject({ error: { code: 'App …' } });
});
