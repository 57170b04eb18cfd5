import type { SandboxCustomer } from '../settings.ts';
import { digits } from './identifiers.ts';
import { LIMITS } from './options.ts';

/** The people who have a phone. Everybody else is unreachable. */
export class People {
	readonly #founders: readonly SandboxCustomer[];
	readonly #byDigits = new Map<string, SandboxCustomer>();
	readonly #byUserId = new Map<string, SandboxCustomer>();

	constructor(founders: readonly SandboxCustomer[]) {
		this.#founders = founders;
		this.reset();
	}

	/** Forgets the people who were added. */
	reset(): void {
		this.#byDigits.clear();
		this.#byUserId.clear();
		for (const customer of this.#founders) this.#enter(customer);
	}

	get customers(): SandboxCustomer[] {
		return [...this.#byDigits.values()];
	}

	/** By phone number, with or without `+` and separators. */
	customer(phoneNumber: string): SandboxCustomer | undefined {
		return this.#byDigits.get(digits(phoneNumber));
	}

	customerByUserId(userId: string): SandboxCustomer | undefined {
		return this.#byUserId.get(userId);
	}

	/** Somebody new with a phone. Undefined where the number is taken or no more people fit. */
	add(phoneNumber: string, name: string): SandboxCustomer | undefined {
		const number = digits(phoneNumber);
		const full = this.#byDigits.size >= this.#founders.length + LIMITS.addedCustomers;
		if (full || this.#byDigits.has(number)) return undefined;
		const customer = { phoneNumber: `+${number}`, name, userId: `US.9${number.padStart(18, '0')}` };
		this.#enter(customer);
		return customer;
	}

	#enter(customer: SandboxCustomer): void {
		this.#byDigits.set(digits(customer.phoneNumber), customer);
		this.#byUserId.set(customer.userId, customer);
	}
}
