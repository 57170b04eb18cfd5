/** What a cluster needs for a thousand messages a second in and a thousand out, from the measured costs of a call. */
import { kneeOf } from './knee.ts';
import { type Cost, type Demand, needOf, ROLES } from './model.ts';
import { type SenderName, SENDERS } from './step.ts';
import { type Group, stepsOf, table } from './tables.ts';

/** The share of its core that a process may be busy. */
export const UTILISATION = 0.6;

/** Sent, delivered and read. */
const STATUSES = 3;

export interface Plan {
	/** Messages a second. */
	in: number;
	out: number;
	/** CPU milliseconds of a worker for each message that it sends, as `npm run bench:send` has it. */
	sendCpu: number;
}

function costOf(group: Group, sender: SenderName): Cost | undefined {
	return kneeOf(stepsOf(group, sender)).held?.cost;
}

/** The load of a plan for one trigger; undefined where its cost, or that of a status, was not measured. */
export function demandsOf(group: Group, sender: SenderName, plan: Plan): Demand[] | undefined {
	const [received, status] = [costOf(group, sender), costOf(group, 'filtered')];
	if (!received || !status) return undefined;
	const sent: Cost = {
		webhook: 0,
		worker: plan.sendCpu,
		main: 0,
		postgres: 0,
		redis: 0,
		writes: 0,
		walKb: 0,
	};
	return [
		{ perSecond: plan.in, cost: received },
		{ perSecond: plan.out, cost: sent },
		{ perSecond: plan.out * STATUSES, cost: status },
	];
}

export function clusterTable(group: Group, plan: Plan): string {
	const senders: readonly SenderName[] = ['own', 'finishing'];
	const rows = senders.flatMap((sender) => {
		const demands = demandsOf(group, sender, plan);
		if (!demands) return [];
		const parts = [
			[`${plan.in} messages in, ${SENDERS[sender].title}`, demands.slice(0, 1)],
			[`${plan.out} messages out`, demands.slice(1, 2)],
			[`${plan.out * STATUSES} statuses, filtered out`, demands.slice(2)],
			['all of it', demands],
		] as const;
		return parts.map(([title, some]) => {
			const need = needOf(some, UTILISATION);
			return [
				title,
				String(need.webhookProcessors),
				String(need.workers),
				...ROLES.map((role) => need.busy[role].toFixed(1)),
				need.writesPerSecond.toFixed(0),
				need.walMbPerSecond.toFixed(1),
			];
		});
	});
	return table(
		[
			'each second',
			'webhook processors',
			'workers',
			'cores busy in webhook processors',
			'in workers',
			'in main',
			'in PostgreSQL',
			'in Redis',
			'writing transactions/s',
			'WAL MB/s',
		],
		rows,
	);
}
