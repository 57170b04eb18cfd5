import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** How a test asks a stand-in, and switches its faults. */
interface Switchboard<Look> {
	/** Asks, and tells in one line what the answer was. */
	see: (look: Look) => Promise<string>;
	switched: (wish: { break: string[] } | { repair: string[] }) => unknown;
	reset: () => unknown;
}

/** Every fault of the channel shows where its row says, goes away when it is repaired, and does not outlive a reset. */
export function describeFaults<Look>(
	faults: object,
	shown: Readonly<Record<string, readonly [look: Look, pattern: RegExp]>>,
	{ see, switched, reset }: Switchboard<Look>,
): void {
	describe('a fault of the channel shows and goes away', () => {
		for (const name of Object.keys(faults)) {
			test(name, async () => {
				const row = shown[name];
				assert(row, 'the fault has no row here');
				const [look, pattern] = row;
				assert.doesNotMatch(await see(look), pattern, 'without the fault');
				await switched({ break: [name] });
				assert.match(await see(look), pattern, 'with the fault');
				await switched({ repair: [name] });
				assert.doesNotMatch(await see(look), pattern, 'repaired');
				await switched({ break: [name] });
				await reset();
				assert.doesNotMatch(await see(look), pattern, 'after a reset');
			});
		}
	});
}
