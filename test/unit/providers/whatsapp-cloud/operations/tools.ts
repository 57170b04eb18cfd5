import type { Operation, OperationOutcome, OperationTools } from '../../../../../core/operations/contract';
import type { ApiRequest } from '../../../../../core/http/api';
import { operations } from '../../../../../core/providers/whatsapp-cloud/operations';
import { fakeProvider, type Script } from '../../../fake-provider';

export const ACCOUNT = '102290129340398';
export const NUMBER = '106540352242922';
export const APP = '670843887433847';
export const NOW = Date.parse('2026-11-21T10:00:00Z');

export const FILES: Readonly<Record<string, { content: Uint8Array; mimeType: string; filename: string }>> = {
	FILE: { content: new Uint8Array([137, 80, 78, 71]), mimeType: 'image/png', filename: 'logo.png' },
	PDF: { content: new Uint8Array([37, 80, 68, 70]), mimeType: 'application/pdf', filename: 'menu.pdf' },
};

/** A fixture's input: the names of files become files. */
export function withFiles(input: unknown): unknown {
	if (typeof input === 'string') return FILES[input] ?? input;
	if (Array.isArray(input)) return input.map(withFiles);
	if (typeof input !== 'object' || input === null || input instanceof Uint8Array) return input;
	return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withFiles(value)]));
}

export function toolsFor(script: Script) {
	const { call, requests } = fakeProvider(script);
	const tools: OperationTools = {
		call,
		line: { accountId: ACCOUNT, appId: APP },
		now: NOW,
		sleep: async () => {
			await Promise.resolve();
		},
	};
	return { tools, requests };
}

/** All operations by `resource.operation`. The check of a channel has tests of its own. */
export const OPERATIONS = new Map<string, Operation>(
	Object.entries(operations)
		.filter(([resource]) => resource !== 'channel')
		.flatMap(([resource, offered]) =>
			Object.entries(offered).map(([name, operation]) => [`${resource}.${name}`, operation] as const),
		),
);

export async function run(
	name: string,
	input: unknown,
	script: Script = {},
): Promise<{ outcome: OperationOutcome; requests: ApiRequest[] }> {
	const operation = OPERATIONS.get(name);
	if (operation === undefined) throw new Error(`There is no operation ${name}`);
	const { tools, requests } = toolsFor(script);
	return { outcome: await operation.run(withFiles(input), tools), requests };
}
