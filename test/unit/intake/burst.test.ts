import { BurstGate, type Turn } from '../../../core/intake/burst';

const never = async () => {
	await new Promise<void>(() => undefined);
};
const gateOf = (maxItems: number) => new BurstGate<string>(maxItems, never);

type Leader = Extract<Turn<string>, { role: 'leader' }>;

function leader(turn: Turn<string>): Leader {
	if (turn.role !== 'leader') throw new Error('Expected to lead');
	return turn;
}

/** What a follower learns. */
async function outcome(joining: Promise<Turn<string>>): Promise<boolean> {
	const turn = await joining;
	if (turn.role !== 'follower') throw new Error('Expected to follow');
	return await turn.isTaken;
}

const settled = async () => {
	for (let tick = 0; tick < 5; tick++) await Promise.resolve();
};

test('alone, everybody leads at once', async () => {
	const gate = gateOf(10);
	for (const item of ['a', 'b']) {
		const turn = leader(await gate.join([item]));
		expect(turn.items).toEqual([item]);
		turn.settle(true);
	}
});

test.each([true, false])('while one is at work the others join the next (taken: %s)', async (isTaken) => {
	const gate = gateOf(10);
	const first = leader(await gate.join(['a']));
	const second = gate.join(['b']);
	const followers = [gate.join(['c', 'd']), gate.join(['e'])];
	await settled();
	first.settle(true);
	const lead = leader(await second);
	expect(lead.items).toEqual(['b', 'c', 'd', 'e']);
	lead.settle(isTaken);
	expect(await Promise.all(followers.map(outcome))).toEqual([isTaken, isTaken]);
});

test('the outcome of one batch says nothing about the next', async () => {
	const gate = gateOf(10);
	const first = leader(await gate.join(['a']));
	const second = gate.join(['b']);
	first.settle(false);
	expect(leader(await second).items).toEqual(['b']);
});

test('a full batch takes no more, and batches keep their order', async () => {
	const gate = gateOf(3);
	const first = leader(await gate.join(['a']));
	const second = gate.join(['b', 'c']);
	const third = gate.join(['d', 'e']);
	const follower = gate.join(['f']);
	first.settle(true);
	const secondTurn = leader(await second);
	expect(secondTurn.items).toEqual(['b', 'c']);
	let isThirdReady = false;
	void third.then(() => {
		isThirdReady = true;
	});
	await settled();
	expect(isThirdReady).toBe(false);
	secondTurn.settle(true);
	const thirdTurn = leader(await third);
	expect(thirdTurn.items).toEqual(['d', 'e', 'f']);
	thirdTurn.settle(true);
	expect(await outcome(follower)).toBe(true);
});

test('a batch whose turn has come takes no more', async () => {
	const gate = gateOf(10);
	const first = leader(await gate.join(['a']));
	const second = gate.join(['b']);
	first.settle(true);
	const secondTurn = leader(await second);
	const third = gate.join(['c']);
	secondTurn.settle(true);
	expect(leader(await third).items).toEqual(['c']);
});

test('more items than a batch holds still go through, in one', async () => {
	const gate = gateOf(1);
	expect(leader(await gate.join(['a', 'b'])).items).toEqual(['a', 'b']);
});

test('a batch that is stuck holds up the next one no longer than its patience', async () => {
	let lose: () => void = () => undefined;
	const patience = async () => {
		await new Promise<void>((resolve) => {
			lose = resolve;
		});
	};
	const gate = new BurstGate<string>(10, patience);
	const stuck = leader(await gate.join(['a']));
	const waiting = gate.join(['b']);
	const follower = gate.join(['c']);
	await settled();
	lose();
	const turn = leader(await waiting);
	expect(turn.items).toEqual(['b', 'c']);
	turn.settle(true);
	expect(await outcome(follower)).toBe(true);
	stuck.settle(false);
	expect(leader(await gate.join(['d'])).items).toEqual(['d']);
});
