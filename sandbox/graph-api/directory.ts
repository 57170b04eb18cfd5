import type { SandboxCustomer, SandboxNumber, SandboxWorld } from '../settings.ts';
import { digits } from './identifiers.ts';
import { LIMITS } from './options.ts';

/** Who is who: the business's numbers and the people who have WhatsApp. Everybody else is unreachable. */
export class Directory {
	readonly world: SandboxWorld;
	readonly #numbers = new Map<string, SandboxNumber>();
	readonly #byWaId = new Map<string, SandboxCustomer>();
	readonly #byUserId = new Map<string, SandboxCustomer>();

	constructor(world: SandboxWorld) {
		this.world = world;
		this.reset();
	}

	/** Forgets the people who were added. */
	reset(): void {
		this.#numbers.clear();
		this.#byWaId.clear();
		this.#byUserId.clear();
		for (const number of this.world.numbers) this.#numbers.set(number.id, number);
		for (const customer of this.world.customers) this.#enter(customer);
	}

	get numbers(): SandboxNumber[] {
		return [...this.#numbers.values()];
	}

	get customers(): SandboxCustomer[] {
		return [...this.#byWaId.values()];
	}

	number(id: string): SandboxNumber | undefined {
		return this.#numbers.get(id);
	}

	customer(phoneNumber: string): SandboxCustomer | undefined {
		return this.#byWaId.get(digits(phoneNumber));
	}

	customerByUserId(userId: string): SandboxCustomer | undefined {
		return this.#byUserId.get(userId);
	}

	/** Somebody new with WhatsApp. Undefined where the number is taken or no more people fit. */
	addCustomer(phoneNumber: string, name: string): SandboxCustomer | undefined {
		const waId = digits(phoneNumber);
		const full = this.#byWaId.size >= this.world.customers.length + LIMITS.addedCustomers;
		if (full || this.#byWaId.has(waId)) return undefined;
		const customer = { phoneNumber: `+${waId}`, name, userId: `US.9${waId.padStart(18, '0')}` };
		this.#enter(customer);
		return customer;
	}

	#enter(customer: SandboxCustomer): void {
		this.#byWaId.set(digits(customer.phoneNumber), customer);
		this.#byUserId.set(customer.userId, customer);
	}
}

/** A number as Meta displays it: grouped for North America, plain elsewhere. */
export function displayPhoneNumber(phoneNumber: string): string {
	const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber);
	return match ? `+1 ${match[1]}-${match[2]}-${match[3]}` : phoneNumber;
}
