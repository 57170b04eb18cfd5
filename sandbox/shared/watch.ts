import { z } from 'zod';
import type { Faults } from './faults.ts';
import type { StandIn } from './stand-in.ts';
import type { Traffic } from './traffic.ts';

/** What the page shows of a provider's rules, where they have it. */
const ShownRules = z.object({
	verificationCode: z.string().optional(),
	marketingStopped: z.array(z.string()).default([]),
	broken: z.array(z.string()).default([]),
	canBreak: z.array(z.object({ fault: z.string(), title: z.string() })).default([]),
});

/** What a page asks for again and again, because no event tells of it. */
export function watched(standIns: readonly StandIn[], traffic: Traffic, exchanges: number) {
	const providers = standIns.map((standIn) => {
		const { broken, canBreak, marketingStopped } = rulesShown(standIn);
		return {
			provider: standIn.provider,
			...faultsOf(standIn.faults),
			broken: canBreak.filter(({ fault }) => broken.includes(fault)),
			marketingStopped: standIn.choosesMarketing ? marketingStopped : undefined,
		};
	});
	const codes = traffic.codes.flatMap((sent) =>
		standIns
			.filter(({ provider }) => provider === sent.provider)
			.map((standIn) => ({
				...sent,
				phoneNumber: standIn.phoneNumberOf?.(sent.numberId),
				code: rulesShown(standIn).verificationCode,
			})),
	);
	return { exchanges: traffic.exchanges(exchanges), providers, codes };
}

export function faultsOf(faults: Faults) {
	const { latencyMs, shares, seed } = faults;
	return { active: faults.list(), latencyMs, shares, seed };
}

function rulesShown({ rules }: StandIn) {
	return ShownRules.parse(rules?.read() ?? {});
}
