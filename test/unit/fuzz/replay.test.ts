/** What the fuzzer found is tried again with every run of the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { TARGETS } from '../../fuzz/targets';

const FOLDER = join(__dirname, '../../fixtures/fuzz');
const Kept = z.object({ target: z.string(), reason: z.string(), input: z.unknown() });

const kept = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => [file, Kept.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))] as const);

test.each(kept)('%s holds', (_file, { target, input }) => {
	const named = TARGETS.find(({ name }) => name === target);
	expect(named).toBeDefined();
	named?.run(input);
});

test.each(TARGETS.map((target) => [target.name, target] as const))(
	'%s holds for a first hundred',
	(_name, target) => {
		for (const input of fc.sample(target.inputs, { seed: 1, numRuns: 100 })) target.run(input);
	},
);
