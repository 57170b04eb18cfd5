import type { SandboxWorld } from '../settings.ts';
import { Consents } from './consents.ts';
import { Conversations } from './conversations.ts';
import { Live, type OpenChat } from './live.ts';
import { People } from './people.ts';
import { Timers } from './timers.ts';

/** What all providers' stand-ins share: the customers, their phones, and the pages that show them. */
export type Stage = ReturnType<typeof createStage>;

/** @param now milliseconds since 1970; the 24-hour window of WhatsApp is measured with it */
export function createStage(world: SandboxWorld, now: () => number = Date.now, timers = new Timers()) {
	const live = new Live();
	const conversations = new Conversations(now, (change) => {
		live.publish(change);
	});
	const isChatOpen = ({ numberId, customer }: OpenChat) => live.isChatOpen(numberId, customer);
	return {
		world,
		now,
		live,
		conversations,
		consents: new Consents(),
		people: new People(world.customers),
		timers,
		isChatOpen,
	};
}
