import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OperationTable, Operation, OperationTools } from '../../../core/operations/contract';
import { isJsonObject } from '../../../core/lib/json';
import { fakeProvider, type Script } from '../fake-provider';

const adminCase = z.object({
	name: z.string(),
	/** `number.getMany`. */
	operation: z.string(),
	input: z.unknown(),
	/** By method and path; what is not named is not there, or succeeds. */
	answers: z.custom<Script>(isJsonObject),
	requests: z.array(z.unknown()),
	outcome: z.object({ ok: z.boolean() }).passthrough(),
	/** Milliseconds that the operation waited. */
	slept: z.number().default(0),
});

/** Calls of operations and what has to come of them, out of a folder of fixtures. */
export type AdminCase = z.output<typeof adminCase>;

export function readCases(provider: string): AdminCase[] {
	const folder = join(__dirname, '../../fixtures', provider, 'operations');
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.flatMap((file) => z.array(adminCase).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

export const NOW = Date.parse('2026-05-04T10:00:00Z');

export function operationOf(channel: OperationTable, path: string): Operation {
	const [resource = '', name = ''] = path.split('.');
	const found = Object.entries(channel).find(([one]) => one === resource)?.[1]?.[name];
	if (found === undefined) throw new Error(`There is no operation ${path}`);
	return found;
}

/** All operations by their paths. The check of a channel has tests of its own. */
export function operationsOf(channel: OperationTable): string[] {
	return Object.entries(channel)
		.flatMap(([resource, operations]) => Object.keys(operations).map((name) => `${resource}.${name}`))
		.filter((path) => path !== 'channel.check');
}

/** Runs an operation against scripted answers. */
export async function play(
	operation: Operation,
	input: unknown,
	answers: Script,
	line: OperationTools['line'],
) {
	const provider = fakeProvider(answers);
	let slept = 0;
	const outcome = await operation.run(input, {
		call: provider.call,
		line,
		now: NOW,
		sleep: async (ms) => {
			slept += ms;
			await Promise.resolve();
		},
	});
	return { outcome, requests: provider.requests, slept };
}
