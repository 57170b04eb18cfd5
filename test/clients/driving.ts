/** Clients that nobody here wrote, let loose on the stand-ins: each call is to be answered as the provider would. */
import { test } from 'node:test';

/** What is done with the client, and the call, which rejects where it is refused; what is known to be wrong with the stand-in. */
export type Drive = readonly [name: string, call: () => Promise<unknown>, known?: string];

/** A call that the stand-in does not have, and why. */
export type Left = readonly [name: string, reason: string];

/** Makes a test of each call, in this order, and tells how many there were. */
export function drive(client: string, calls: readonly Drive[], left: readonly Left[] = []) {
	let right = 0;
	for (const [name, call, known] of calls) {
		test(`${client}: ${name}`, { ...(known !== undefined && { todo: known }) }, async () => {
			await call();
			right += 1;
		});
	}
	test(`${client} in figures`, (context) => {
		context.diagnostic(`${client}: ${calls.length} calls tried, ${right} right, ${left.length} left`);
		for (const [name, reason] of left) context.diagnostic(`left: ${name}: ${reason}`);
	});
}
