import type { Provider } from '../settings.ts';
import { lastProblem } from './inbound.ts';
import type { WebhookDelivery } from './ledger.ts';
import type { Live, WebhookHealth } from './live.ts';

type Where = Omit<WebhookHealth, 'problem' | 'isPublished'>;

/** How the webhooks of one provider fare, told to the pages that watch. */
export class Health {
	readonly #live: Live;
	readonly #provider: Provider;
	/** Where webhooks go at this moment. */
	readonly #read: () => Where;
	#problem: string | undefined;
	#isPublished: boolean | undefined;

	constructor(live: Live, provider: Provider, read: () => Where) {
		this.#live = live;
		this.#provider = provider;
		this.#read = read;
	}

	get current(): WebhookHealth {
		return {
			...this.#read(),
			...(this.#problem === undefined ? {} : { problem: this.#problem }),
			...(this.#isPublished === undefined ? {} : { isPublished: this.#isPublished }),
		};
	}

	/** Webhooks go elsewhere from now on, so that earlier problems say nothing any more. */
	restart(): void {
		this.#isPublished = undefined;
		this.#tell(undefined);
	}

	/** Whether a workflow is published where webhooks go, as far as that is known. What went wrong before ends with a publication. */
	notePublished(isPublished: boolean | undefined): void {
		if (isPublished === this.#isPublished) return;
		this.#isPublished = isPublished;
		this.#tell(isPublished === true ? undefined : this.#problem);
	}

	/** Of the latest attempt. */
	note(delivery: WebhookDelivery): void {
		const { problem } = lastProblem(delivery);
		if (delivery.attempts.length > 0 && problem !== this.#problem) this.#tell(problem);
	}

	#tell(problem: string | undefined): void {
		this.#problem = problem;
		this.#live.publish({ type: 'webhook', provider: this.#provider, webhook: this.current });
	}
}
