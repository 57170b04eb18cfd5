import type { Provider } from '../settings.ts';
import { type CommonFault, type FaultRow, Faults } from './faults.ts';
import { Health } from './health.ts';
import { showProgress } from './inbound.ts';
import { Ledger } from './ledger.ts';
import type { WebhookHealth } from './live.ts';
import type { Timing } from './options.ts';
import type { Stage } from './stage.ts';
import { type Verdict, Webhooks } from './webhooks.ts';

interface Settings<Fault extends string> {
	faults: Readonly<Record<Fault | CommonFault, FaultRow>>;
	latencyMs: number | undefined;
	timing: Timing;
	/** Where webhooks go at this moment. */
	read: () => Omit<WebhookHealth, 'problem' | 'isPublished'>;
}

/** What a stand-in records, spoils and sends webhooks with, all of it shown on the pages that watch. */
export function createOutlet<Fault extends string>(
	stage: Stage,
	provider: Provider,
	{ faults: table, latencyMs = 0, timing, read }: Settings<Fault>,
) {
	const { conversations, live, timers } = stage;
	const ledger = new Ledger();
	const faults = new Faults(table, latencyMs, () => {
		live.publish({ type: 'faults', provider, faults: faults.list(), latencyMs: faults.latencyMs });
	});
	const health = new Health(live, provider, read);
	const createWebhooks = (
		judge: (status: number) => Verdict,
		serialise: (payload: unknown) => string = JSON.stringify,
	) =>
		new Webhooks({
			judge,
			serialise,
			timing,
			timers,
			faults,
			ledger,
			changed: (delivery) => {
				health.note(delivery);
				showProgress(conversations, delivery);
			},
		});
	return { ledger, faults, health, createWebhooks };
}
