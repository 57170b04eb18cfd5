import { customerServiceWindow, WINDOW_MS } from '../../../core/whatsapp/customer-service-window';

const now = Date.UTC(2026, 10, 21, 12);

test.each([
	['just written', now, 'open'],
	['a moment before the end', now - WINDOW_MS + 1, 'open'],
	['at the end', now - WINDOW_MS, 'closed'],
	['a clock that runs ahead', now + 60_000, 'open'],
] as const)('%s', (_name, lastInboundAt, state) => {
	expect(customerServiceWindow(lastInboundAt, now).state).toBe(state);
});

test('says when it closes and how long that is', () => {
	expect(customerServiceWindow(now - 1000, now)).toEqual({
		state: 'open',
		closesAt: '2026-11-22T11:59:59.000Z',
		remainingMs: WINDOW_MS - 1000,
	});
});

test('never stays open longer than 24 hours from now', () => {
	expect(customerServiceWindow(now + WINDOW_MS, now)).toMatchObject({ remainingMs: WINDOW_MS });
});
