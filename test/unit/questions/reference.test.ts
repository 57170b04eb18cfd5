import type { JsonValue } from '../../../core/events';
import {
	readReference,
	readResumeUrl,
	readTapped,
	resumeUrl,
	writeReference,
	type Reference,
} from '../../../core/questions/reference';

const signature = '0123456789abcdef'.repeat(4);
const base = 'https://n8n.example/n8n/webhook-waiting';
const reference: Reference = {
	executionId: '1042',
	nodeId: '6b0f4a52-1003-4b6e-9a10-000000000013',
	question: '0-t5kq1c',
	signature,
};

test.each([
	['a UUID', reference],
	['a node id written by hand', { ...reference, nodeId: 'ask (the) person~' }],
])('a reference with %s comes back as it was, from its address too', (_name, given) => {
	const url = resumeUrl(base, given);
	expect(readResumeUrl(url)).toEqual(given);
	expect(readReference(`sat~1${writeReference(given)}`)).toEqual({ value: 'sat~1', reference: given });
	expect(readReference(writeReference(given))).toEqual({ value: '', reference: given });
});

test('leaves room for a value in the row of a list', () => {
	expect(writeReference({ ...reference, executionId: '9'.repeat(10) }).length).toBeLessThan(100);
});

test.each(['saturday', '~1~2~3~4', 'https://n8n.example', `x~1~%~0~${'a'.repeat(43)}`])(
	'%s is no reference',
	(payload) => {
		expect(readReference(payload)).toBeUndefined();
	},
);

test.each([
	`${base}/1042/node?signature=short`,
	`${base}/x/node?signature=${signature}`,
	`${base}/1042/node`,
])('%s is no address of ours', (url) => {
	expect(readResumeUrl(url)).toBeUndefined();
});

const written = writeReference(reference);

test.each<[string, JsonValue, object]>([
	['an option', `sat${written}`, { value: 'sat', reference, payload: 'sat' }],
	['a flow', { seats: '4', flow_token: written }, { value: '', reference, payload: { seats: '4' } }],
])('%s says which question it answers, and is left without that', (_name, payload, tapped) => {
	expect(readTapped(payload)).toEqual(tapped);
});

test.each<[string, JsonValue | undefined]>([
	['a text', 'saturday'],
	['a flow with a token of its own', { seats: '4', flow_token: 'order-7' }],
	['a flow without a token', { seats: '4' }],
	['a list', [written]],
	['nothing', undefined],
])('%s answers no question', (_name, payload) => {
	expect(readTapped(payload)).toBeUndefined();
});
