import { FailedEvents } from '../../../core/intake/failed-events';

const event = (eventKey: string) => ({ eventKey });
const [a, b, c] = ['a', 'b', 'c'].map(event);
if (a === undefined || b === undefined || c === undefined) throw new Error('There are three events');

test('events that never failed share an execution', () => {
	expect(new FailedEvents().choose([a, b])).toEqual({ events: [a, b], isAlone: false });
});

test('one that failed goes alone, whichever of the call it is', () => {
	const failed = new FailedEvents();
	failed.record([b]);
	expect(failed.choose([a, b, c])).toEqual({ events: [b], isAlone: true });
	expect(failed.choose([a, c])).toEqual({ events: [a, c], isAlone: false });
});

test('those that failed together go one after the other', () => {
	const failed = new FailedEvents();
	failed.record([a, b]);
	expect(failed.choose([a, b]).events).toEqual([a]);
	failed.forget([a]);
	expect(failed.choose([a, b]).events).toEqual([b]);
});

test('the third failure gives an event up, and it is forgotten', () => {
	const failed = new FailedEvents();
	expect(failed.record([a, b])).toEqual([]);
	expect(failed.record([a])).toEqual([]);
	expect(failed.record([a])).toEqual([a]);
	expect(failed.choose([a]).isAlone).toBe(false);
	expect(failed.choose([b]).isAlone).toBe(true);
});

test('an end in between begins the count anew', () => {
	const failed = new FailedEvents();
	failed.record([a]);
	failed.record([a]);
	failed.forget([a]);
	expect(failed.record([a])).toEqual([]);
});

test('the oldest failures give way', () => {
	const failed = new FailedEvents(2);
	for (const one of [a, b]) failed.record([one]);
	failed.record([a]);
	failed.record([c]);
	expect([a, b, c].map((one) => failed.choose([one]).isAlone)).toEqual([true, false, true]);
});
