import { EventLedger } from '../../../core/intake/event-ledger';

function ledgerAt(limits = { maxKeys: 3, maxAgeMs: 1000 }) {
	const clock = { now: 0 };
	return { clock, ledger: new EventLedger(() => clock.now, limits) };
}

test('a committed key is not given out again', async () => {
	const { ledger } = ledgerAt();
	(await ledger.claim(['a', 'b'])).commit();
	expect([...(await ledger.claim(['a', 'c'])).keys]).toEqual(['c']);
});

test('a released key is given out again', async () => {
	const { ledger } = ledgerAt();
	(await ledger.claim(['a'])).release();
	expect([...(await ledger.claim(['a'])).keys]).toEqual(['a']);
});

test('the same key twice in one claim counts once', async () => {
	const { ledger } = ledgerAt();
	expect([...(await ledger.claim(['a', 'a'])).keys]).toEqual(['a']);
});

test.each([
	['commit', []],
	['release', ['a']],
] as const)('a claim of a pending key waits for its %s', async (outcome, expected) => {
	const { ledger } = ledgerAt();
	const first = await ledger.claim(['a']);
	let second: string[] | undefined;
	const waiting = ledger.claim(['a']).then((claim) => {
		second = [...claim.keys];
	});
	await Promise.resolve();
	expect(second).toBeUndefined();
	first[outcome]();
	await waiting;
	expect(second).toEqual(expected);
});

test('of many that wait for a released key only one gets it', async () => {
	const { ledger } = ledgerAt();
	const first = await ledger.claim(['a']);
	const waiting = Array.from({ length: 5 }, async () => {
		const claim = await ledger.claim(['a']);
		claim.commit();
		return claim.keys.size;
	});
	first.release();
	const sizes = await Promise.all(waiting);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1);
});

test('settling twice keeps the first outcome', async () => {
	const { ledger } = ledgerAt();
	const claim = await ledger.claim(['a']);
	claim.release();
	claim.commit();
	expect((await ledger.claim(['a'])).keys.size).toBe(1);
});

test('old keys are forgotten by age', async () => {
	const { clock, ledger } = ledgerAt();
	(await ledger.claim(['a'])).commit();
	clock.now = 1001;
	expect((await ledger.claim(['a'])).keys.size).toBe(1);
});

test('the oldest keys give way when there are too many', async () => {
	const { ledger } = ledgerAt();
	for (const key of ['a', 'b', 'c', 'd']) (await ledger.claim([key])).commit();
	expect([...(await ledger.claim(['a', 'b', 'c', 'd'])).keys]).toEqual(['a']);
});
