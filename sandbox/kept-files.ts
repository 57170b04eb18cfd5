/** Small files in which the sandbox keeps things from one start to the next. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { hasCode } from './n8n/processes.ts';
import type { Provider } from './settings.ts';

/** A text for each provider that has one, such as the id of its credential. */
export const ByProvider = z
	.object({ whatsAppCloud: z.string(), infobip: z.string(), sinch: z.string() })
	.partial() satisfies z.ZodType<Partial<Record<Provider, string>>>;

export async function readIfThere(file: string): Promise<string | undefined> {
	try {
		return (await readFile(file, 'utf8')).trim();
	} catch (error) {
		if (hasCode(error, 'ENOENT')) return undefined;
		throw error;
	}
}
