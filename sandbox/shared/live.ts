import type { Request, Response } from 'express';
import type { RecordedConsent } from './consents.ts';
import type { ConversationChange } from './conversations.ts';
import type { ActiveFault } from './faults.ts';
import { LIMITS } from './options.ts';
import type { Provider, SandboxCustomer } from '../settings.ts';

/** How the workflow's webhook for one provider is doing. */
export interface WebhookHealth {
	/** Absent while no one listens. */
	url?: string;
	/** False where the provider was told to send nothing, whatever the URL. */
	isSubscribed: boolean;
	/** Why the latest attempt was not taken; absent when it was. */
	problem?: string;
	/** False where no workflow is published at the URL, which a provider keeps all the same; absent where nobody knows. */
	isPublished?: boolean;
}

export type LiveEvent =
	| ConversationChange
	| { type: 'webhook'; provider: Provider; webhook: WebhookHealth }
	| { type: 'faults'; provider: Provider; faults: ActiveFault[]; latencyMs: number }
	| { type: 'customer'; customer: SandboxCustomer }
	/** What the workflow recorded, by phone number. */
	| { type: 'consents'; consents: Readonly<Record<string, RecordedConsent>> }
	/** A message was accepted for an address that belongs to nobody. */
	| { type: 'stray'; to: string; text: string }
	| { type: 'reset' };

/** A chat that somebody looks at. */
export interface OpenChat {
	numberId: string;
	customer: string;
}

const KEEP_ALIVE_MS = 15_000;
/** A page that does not read what it is sent is let go; it connects again and starts from a fresh snapshot. */
const UNREAD_BYTES = 4_000_000;

/** The phone pages that watch, and the chats they show. A page's chat counts as open for as long as the page is connected. */
export class Live {
	readonly #pages = new Map<string, Response>();
	readonly #open = new Map<string, OpenChat>();

	/** Answers a page with a stream of events (`text/event-stream`). */
	connect(page: string, request: Request, response: Response): void {
		const oldest = this.#pages.keys().next().value;
		if (this.#pages.size >= LIMITS.livePages && oldest !== undefined) this.#pages.get(oldest)?.destroy();
		response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
		response.write(': welcome\n\n');
		this.#pages.set(page, response);
		const keepAlive = setInterval(() => response.write(': here\n\n'), KEEP_ALIVE_MS);
		response.on('close', () => {
			clearInterval(keepAlive);
			if (this.#pages.get(page) !== response) return;
			this.#pages.delete(page);
			this.#open.delete(page);
		});
		request.socket.setNoDelay(true);
	}

	publish(event: LiveEvent): void {
		if (this.#pages.size === 0) return;
		const text = `data: ${JSON.stringify(event)}\n\n`;
		for (const response of this.#pages.values()) {
			if (response.writableLength > UNREAD_BYTES) response.destroy();
			else response.write(text);
		}
	}

	/** What a page shows from now on; undefined for none. */
	show(page: string, chat: OpenChat | undefined): void {
		this.#open.delete(page);
		if (chat) this.#open.set(page, chat);
	}

	isConnected(page: string): boolean {
		return this.#pages.has(page);
	}

	isChatOpen(numberId: string, customer: string): boolean {
		for (const chat of this.#open.values()) {
			if (chat.numberId === numberId && chat.customer === customer) return true;
		}
		return false;
	}

	/** Closes the chats that nobody's page shows. */
	reset(): void {
		for (const page of this.#open.keys()) {
			if (!this.#pages.has(page)) this.#open.delete(page);
		}
	}

	close(): void {
		for (const response of this.#pages.values()) response.end();
		this.#pages.clear();
		this.#open.clear();
	}
}
