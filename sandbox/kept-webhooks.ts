/** Where each provider sends its webhooks, beyond the end of the stand-ins: a real provider forgets nothing while n8n restarts. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { isPublished } from './n8n/published.ts';
import { ByProvider, readIfThere } from './kept-files.ts';
import type { Sandbox } from './sandbox.ts';
import type { Provider } from './settings.ts';

const PROVIDERS = ['whatsAppCloud', 'infobip', 'sinch'] as const satisfies readonly Provider[];

/** Right after n8n's start its webhooks answer 404 for a moment. */
const TRIES = 10;
const BETWEEN_TRIES_MS = 300;

export class KeptWebhooks {
	readonly #file: string;
	#written = '';

	constructor(file: string) {
		this.#file = file;
	}

	async #read(): Promise<z.infer<typeof ByProvider>> {
		const kept = await readIfThere(this.#file);
		return kept === undefined ? {} : ByProvider.parse(JSON.parse(kept));
	}

	/** Points the stand-ins to where they sent their webhooks before, as far as n8n answers there still. */
	async restore(sandbox: Sandbox, signal: AbortSignal): Promise<void> {
		const urls = await this.#read();
		for (const provider of PROVIDERS) {
			const url = urls[provider];
			if (url !== undefined) await pointAt(sandbox[provider], url, signal);
		}
	}

	/** Tells the stand-ins whether a workflow is published where they send their webhooks. */
	async watch(sandbox: Sandbox): Promise<void> {
		for (const provider of PROVIDERS) {
			const { url } = sandbox[provider].webhook;
			sandbox[provider].notePublished(url === undefined ? undefined : await isPublished(url));
		}
	}

	/** Writes down what has changed since the last time. */
	async keep(sandbox: Sandbox): Promise<void> {
		const urls = Object.fromEntries(PROVIDERS.map((provider) => [provider, sandbox[provider].webhook.url]));
		const text = JSON.stringify(urls);
		if (text === this.#written) return;
		await writeFile(this.#file, text);
		this.#written = text;
	}
}

/** Points a stand-in at a trigger's URL. Gives what stands against it. */
export async function pointAt(
	standIn: Pick<Sandbox['whatsAppCloud'], 'setWebhook'>,
	url: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			await standIn.setWebhook(url);
			return undefined;
		} catch (error) {
			if (attempt === TRIES) return error instanceof Error ? error.message : String(error);
			await sleep(BETWEEN_TRIES_MS, undefined, { signal });
		}
	}
}
