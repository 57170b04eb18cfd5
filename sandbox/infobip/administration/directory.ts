import type { InfobipAccount, SandboxLine } from '../../settings.ts';
import { digits } from '../../shared/identifiers.ts';
import { firstNumbers, firstOffers, type NumberRecord } from './number-record.ts';
import { canSend, firstSenders, type SenderRecord } from './sender-record.ts';

/** The account's money, numbers and WhatsApp senders. */
export class Directory {
	readonly #account: InfobipAccount;
	readonly #name: string;
	/** All that were the account's, which the phone page shows. */
	readonly lines: SandboxLine[] = [];
	numbers: NumberRecord[] = [];
	offers: NumberRecord[] = [];
	senders: SenderRecord[] = [];
	readonly funds = { balance: 0, currency: 'EUR' };

	constructor(account: InfobipAccount, businessName: string) {
		this.#account = account;
		this.#name = businessName;
		this.reset();
	}

	number(number: string): NumberRecord | undefined {
		return this.numbers.find(({ line }) => digits(line.phoneNumber) === digits(number));
	}

	sender(number: string): SenderRecord | undefined {
		return this.senders.find(({ line, isGone }) => !isGone && digits(line.phoneNumber) === digits(number));
	}

	/** Digits of a number or a WhatsApp sender of the account, by itself or by its key; undefined where it is none. */
	digitsOf({ number, numberKey }: { number?: string | undefined; numberKey?: string | undefined }) {
		const record =
			number === undefined
				? this.numbers.find((each) => each.numberKey === numberKey)
				: (this.number(number) ?? this.sender(number));
		return record && digits(record.line.phoneNumber);
	}

	/** Where messages can come from at this moment. */
	usable(channel: SandboxLine['channel']): SandboxLine[] {
		return channel === 'sms'
			? this.numbers
					.filter(
						({ capabilities, reservation }) => reservation === undefined && capabilities.includes('SMS'),
					)
					.map(({ line }) => line)
			: this.senders.filter(canSend).map(({ line }) => line);
	}

	/** Gives a number back, so that anybody may buy it. */
	release(number: NumberRecord): void {
		this.numbers = this.numbers.filter((each) => each !== number);
		this.offers.push({ ...number, platform: {}, reservation: undefined });
	}

	show(line: SandboxLine): void {
		if (!this.lines.includes(line)) this.lines.push(line);
	}

	reset(): void {
		this.numbers = firstNumbers(this.#account);
		this.offers = firstOffers(this.#name);
		this.senders = firstSenders(this.#account);
		this.funds.balance = 47.79;
		this.lines.splice(0, Infinity, ...this.#account.lines);
	}
}
