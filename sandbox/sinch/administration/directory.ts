import type { SandboxLine, SinchAccount } from '../../settings.ts';
import { App } from './app.ts';
import { firstNumbers, firstOffers, type NumberRecord } from './number-record.ts';
import { firstSenders, type SenderRecord } from './sender-record.ts';

/** The project's numbers, its WhatsApp senders and its app. */
export class Directory {
	readonly account: SinchAccount;
	readonly #name: string;
	/** All that were the project's, which the phone page shows. */
	readonly lines: SandboxLine[] = [];
	readonly app: App;
	numbers: NumberRecord[] = [];
	offers: NumberRecord[] = [];
	senders: SenderRecord[] = [];

	constructor(account: SinchAccount, businessName: string) {
		this.account = account;
		this.#name = businessName;
		this.app = new App(this, businessName);
		this.reset();
	}

	number(phoneNumber: string): NumberRecord | undefined {
		return this.numbers.find(({ line }) => line.phoneNumber === phoneNumber);
	}

	sender(id: string): SenderRecord | undefined {
		return this.senders.find((sender) => sender.id === id && !sender.isGone);
	}

	/** Numbers from which the service plan sends. */
	get linked(): SandboxLine[] {
		const { servicePlanId } = this.account;
		return this.numbers
			.filter((number) => number.servicePlanId === servicePlanId && number.capability.includes('SMS'))
			.map(({ line }) => line);
	}

	release(number: NumberRecord): void {
		this.numbers = this.numbers.filter((each) => each !== number);
		const unlinked = {
			servicePlanId: '',
			campaignId: '',
			scheduled: undefined,
			callbackUrl: '',
			displayName: '',
		};
		this.offers.push({ ...number, ...unlinked });
	}

	show(line: SandboxLine): void {
		if (!this.lines.includes(line)) this.lines.push(line);
	}

	reset(): void {
		this.numbers = firstNumbers(this.account);
		this.offers = firstOffers(this.#name);
		this.senders = firstSenders(this.account);
		this.lines.splice(0, Infinity, ...this.account.lines);
		this.app.reset();
	}
}
