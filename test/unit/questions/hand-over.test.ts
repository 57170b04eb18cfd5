import type { ApiAnswer } from '../../../core/http/api';
import {
	answerEventOf,
	isTaken,
	isYoung,
	questionName,
	readDelivery,
	readHandOverOfAnswer,
	type Delivery,
} from '../../../core/questions/hand-over';

const answered = (status: number, body: unknown): ApiAnswer => ({ outcome: 'answered', status, body });

test.each<[string, ApiAnswer, boolean, Delivery['state']]>([
	['taken', answered(200, { outcome: 'answered' }), true, 'done'],
	["n8n's page for what is over", answered(200, '<html>No action required</html>'), true, 'over'],
	['not stored yet', answered(409, { code: 409 }), true, 'busy'],
	['not found yet', answered(404, { code: 404 }), true, 'busy'],
	['gone on long ago', answered(409, { code: 409 }), false, 'over'],
	['deleted', answered(404, { code: 404 }), false, 'over'],
	['refused', answered(401, {}), true, 'over'],
	['somebody else', answered(403, { outcome: 'notTaken' }), true, 'over'],
	['no way there', { outcome: 'refused', reason: 'nothing listens' }, true, 'unreachable'],
])('%s', (_name, answer, young, state) => {
	expect(readDelivery(answer, young).state).toBe(state);
});

test.each([
	['answered', true],
	['askedAgain', true],
	['gaveUp', true],
	['optedOut', false],
	['notTaken', false],
] as const)('%s starts nothing else: %s', (outcome, taken) => {
	expect(isTaken({ outcome })).toBe(taken);
});

test('a question is young for a minute', () => {
	const now = 1_764_000_000_000;
	const name = questionName(2, now);
	expect([isYoung(name, now + 59_000), isYoung(name, now + 61_000), isYoung('0', now)]).toEqual([
		true,
		false,
		false,
	]);
	expect(questionName(3, now)).not.toBe(name);
});

test('an event goes along without what the provider said', () => {
	const event = {
		kind: 'message',
		provider: 'sinch',
		id: '1',
		eventKey: 'k',
		raw: { secret: 1 },
		text: 'Hi',
	};
	expect(answerEventOf(event)).toEqual({ kind: 'message', provider: 'sinch', id: '1', text: 'Hi' });
	expect(answerEventOf({ ...event, kind: 'status' })).toBeUndefined();
});

test.each([
	[{ reference: '~1', event: { kind: 'message', provider: 'sinch', id: '1' } }, true],
	[{ reference: '~1', event: { kind: 'message', provider: 'sinch', id: '1' }, tries: -1 }, false],
	[{ event: { kind: 'message' } }, false],
	['', false],
])('%j is a hand-over: %s', (value, expected) => {
	expect(readHandOverOfAnswer(value) !== undefined).toBe(expected);
});
