import { createHmac, randomUUID } from 'node:crypto';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Timers } from '../../shared/timers.ts';
import type { Target, Webhooks } from '../../shared/webhooks.ts';
import type { Directory } from './directory.ts';
import type { NumberRecord } from './number-record.ts';

interface Surroundings {
	directory: Directory;
	rules: SetUpRules;
	timers: Timers;
	webhooks: Webhooks;
	now: () => number;
}

/** Links of numbers with the service plan, which take effect a while later and tell so (Sinch, Numbers API). */
export class Provisioning {
	readonly #around: Surroundings;
	/** Of the events of all numbers of the project; empty while nobody has set one. */
	hmacSecret = '';

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.hmacSecret = '';
	}

	/** An empty service plan ends the link. */
	link(
		number: NumberRecord,
		{ servicePlanId, campaignId = '' }: { servicePlanId: string; campaignId?: string | undefined },
	) {
		const { now, rules, timers } = this.#around;
		if (servicePlanId === number.servicePlanId && number.scheduled === undefined) return;
		const scheduled = {
			servicePlanId,
			campaignId,
			status: 'WAITING',
			errorCodes: [],
			changedAt: now(),
		} as const;
		number.scheduled = scheduled;
		timers.after(rules.values.provisionMs, () => {
			if (number.scheduled !== scheduled) return;
			this.#settle(number, servicePlanId, campaignId);
		});
	}

	#settle(number: NumberRecord, servicePlanId: string, campaignId: string): void {
		const { directory } = this.#around;
		Object.assign(number, { servicePlanId, campaignId, scheduled: undefined });
		if (servicePlanId !== '' && directory.numbers.includes(number)) directory.show(number.line);
		this.#tell(
			number,
			servicePlanId === '' ? 'DEPROVISIONING_FROM_SMS_PLATFORM' : 'PROVISIONING_TO_SMS_PLATFORM',
		);
	}

	/** To the number's own URL. */
	#tell({ line, callbackUrl }: NumberRecord, eventType: string): void {
		const { directory, now, webhooks } = this.#around;
		if (callbackUrl === '') return;
		const payload = {
			eventId: randomUUID(),
			// UTC without saying so.
			timestamp: new Date(now()).toISOString().replace('Z', ''),
			projectId: directory.account.projectId,
			resourceId: line.phoneNumber,
			resourceType: 'ACTIVE_NUMBER',
			eventType,
			status: 'SUCCEEDED',
		};
		const target = this.#target(callbackUrl);
		void webhooks.post({ field: eventType, about: 'number', payload }, [() => target]);
	}

	/** Signed where the project has a secret: another way than that of messages. */
	#target(url: string): Target {
		const secret = this.hmacSecret;
		if (secret === '') return { url, headers: () => ({}) };
		return {
			url,
			headers: (body, isForged) => ({
				'X-Sinch-Signature': createHmac('sha1', isForged ? `not ${secret}` : secret)
					.update(body)
					.digest('hex'),
			}),
		};
	}
}
