import type { Router } from 'express';
import type { Provider, SandboxLine } from '../settings.ts';
import type { Faults } from './faults.ts';
import type { CustomerMessage, CustomerSend } from './inbound.ts';
import type { Ledger } from './ledger.ts';
import type { OpenChat, WebhookHealth } from './live.ts';

export type MarketingChoice = 'stop' | 'resume';

export interface StoredFile {
	mimeType: string;
	bytes: Buffer;
}

/** Rules of a provider that are set over HTTP. */
export interface ChangeableRules {
	/** As JSON. */
	read(): unknown;
	/** Throws a ZodError where the wish is not understood; changes nothing then. */
	change(wish: unknown): void;
}

/** One provider's stand-in, as the phone page and the switches of the sandbox see it. */
export interface StandIn {
	readonly provider: Provider;
	/** The business's numbers at this provider. */
	readonly lines: readonly SandboxLine[];
	/** Also of one that is not registered yet. */
	phoneNumberOf?(numberId: string): string | undefined;
	readonly faults: Faults;
	readonly ledger: Ledger;
	readonly webhook: WebhookHealth;
	/** The provider's API. */
	readonly router: Router;
	/** Where webhooks go, as set in the provider's console; undefined for nowhere. Rejects where the provider refuses the URL. */
	setWebhook(url: string | undefined): Promise<void>;
	/** Whether a workflow is published where webhooks go; undefined where nobody knows. */
	notePublished(isPublished: boolean | undefined): void;
	/** A customer writes to the business, to the first line unless another is named. A string is a text message. */
	customerSends(
		phoneNumber: string,
		message: string | CustomerMessage,
		options?: { numberId?: string | undefined },
	): CustomerSend;
	/** The customer looks at a chat. */
	opened(chat: OpenChat): void;
	/** What can be changed while it runs, where there is something. */
	readonly rules?: ChangeableRules;
	/** A file of a message, for the phone page. */
	file?(id: string): StoredFile | undefined;
	/** The customer stops or resumes marketing in the app's own settings. */
	choosesMarketing?(chat: OpenChat, value: MarketingChoice): void;
	/** As after the start; the webhook stays. */
	reset(): void;
	close(): void;
}
