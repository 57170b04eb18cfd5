import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OperationTable, Operation, OperationTools } from '../../../core/operations/contract';
import { isJsonObject } from '../../../core/lib/json';
import { operations as infobip } from '../../../core/providers/infobip/operations';
import { operations as sinch } from '../../../core/providers/sinch/operations';
import { operations as whatsAppCloud } from '../../../core/providers/whatsapp-cloud/operations';
import { fakeProvider, type Script } from '../fake-provider';

const operationCase = z.object({
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

/** A call of an operation and what has to come of it. */
export type OperationCase = z.output<typeof operationCase>;

/** Those of a provider, out of its folder of fixtures. */
export function readCases(provider: string): OperationCase[] {
	const folder = join(__dirname, '../../fixtures', provider, 'operations');
	return readdirSync(folder).flatMap((file) =>
		z.array(operationCase).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
	);
}

export const NOW = Date.parse('2026-11-21T10:00:00Z');

type Line = OperationTools['line'];

/** The providers that have operations, each with a credential's line. */
export const ADMINISTERED = {
	'whatsapp-cloud': {
		operations: whatsAppCloud,
		line: { accountId: '102290129340398', appId: '670843887433847' },
	},
	infobip: { operations: infobip, line: {} },
	sinch: {
		operations: sinch,
		line: { accountId: 'p1', appId: 'app1', servicePlanId: 'plan1' },
	},
} as const satisfies Record<string, { operations: OperationTable; line: Line }>;

export type Administered = keyof typeof ADMINISTERED;

export function operationOf(provider: Administered, path: string): Operation {
	const [resource = '', name = ''] = path.split('.');
	const offered: OperationTable = ADMINISTERED[provider].operations;
	const found = Object.entries(offered).find(([one]) => one === resource)?.[1]?.[name];
	if (found === undefined) throw new Error(`There is no operation ${path}`);
	return found;
}

/** All operations by their paths. The checks of a channel have tests of their own. */
export function operationsOf(provider: Administered): string[] {
	return Object.entries(ADMINISTERED[provider].operations)
		.flatMap(([resource, operations]) => Object.keys(operations).map((name) => `${resource}.${name}`))
		.filter((path) => !path.startsWith('channel.'));
}

const FILES: Readonly<Record<string, object>> = {
	FILE: { content: new Uint8Array([137, 80, 78, 71]), mimeType: 'image/png', filename: 'logo.png' },
	PDF: { content: new Uint8Array([37, 80, 68, 70]), mimeType: 'application/pdf', filename: 'menu.pdf' },
};

/** An input in which the names of files became files. */
function withFiles(input: unknown): unknown {
	if (typeof input === 'string') return FILES[input] ?? input;
	if (Array.isArray(input)) return input.map(withFiles);
	if (typeof input !== 'object' || input === null || input instanceof Uint8Array) return input;
	return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withFiles(value)]));
}

/** What an operation works with, over scripted answers. */
export function toolsFor(answers: Script, line: Line) {
	const { call, requests } = fakeProvider(answers);
	let slept = 0;
	const tools: OperationTools = {
		call,
		line,
		now: NOW,
		sleep: async (ms) => {
			slept += ms;
			await Promise.resolve();
		},
	};
	return { tools, requests, slept: () => slept };
}

/** Runs an operation against scripted answers. */
export async function play(
	provider: Administered,
	path: string,
	input: unknown,
	answers: Script = {},
	line: Line = ADMINISTERED[provider].line,
) {
	const { tools, requests, slept } = toolsFor(answers, line);
	const outcome = await operationOf(provider, path).run(withFiles(input), tools);
	return { outcome, requests, slept: slept() };
}
