import type { SandboxLine, SandboxWorld } from '../settings.ts';
import { firstNumbers, type NumberRecord } from './administration/number-record.ts';
import { type AccountRecord, firstAccounts } from './administration/portfolio.ts';

/** The WhatsApp business accounts of this world and their numbers. */
export class Directory {
	readonly world: SandboxWorld;
	/** The business's numbers that have been registered, which the phone page shows. */
	readonly lines: SandboxLine[];
	#accounts: AccountRecord[] = [];
	#records: NumberRecord[] = [];

	constructor(world: SandboxWorld) {
		this.world = world;
		this.lines = [];
		this.reset();
	}

	/** The business's own. */
	get ownAccount(): AccountRecord {
		return this.accountOf(this.world.businessAccountId);
	}

	get accounts(): readonly AccountRecord[] {
		return this.#accounts.filter(({ isGone }) => !isGone);
	}

	get records(): readonly NumberRecord[] {
		return this.#records.filter(({ isGone }) => !isGone);
	}

	/** Also those that cannot be seen any more. */
	get everyRecord(): readonly NumberRecord[] {
		return this.#records;
	}

	account(id: string): AccountRecord | undefined {
		return this.accounts.find((account) => account.id === id);
	}

	record(id: string): NumberRecord | undefined {
		return this.records.find(({ line }) => line.id === id);
	}

	number(id: string): SandboxLine | undefined {
		return this.record(id)?.line;
	}

	/** Also of an account that cannot be seen any more. */
	accountOf(id: string): AccountRecord {
		const account = this.#accounts.find((candidate) => candidate.id === id);
		if (!account) throw new Error(`This world has no account ${id}`);
		return account;
	}

	/** The account of a number that is or was one of this world. */
	accountOfNumber(id: string): AccountRecord {
		const record = this.everyRecord.find(({ line }) => line.id === id);
		return record ? this.accountOf(record.accountId) : this.ownAccount;
	}

	add(record: NumberRecord): void {
		this.#records.push(record);
	}

	show(line: SandboxLine): void {
		if (!this.lines.includes(line)) this.lines.push(line);
	}

	reset(): void {
		this.#accounts = firstAccounts(this.world);
		this.#records = firstNumbers(this.world);
		this.lines.splice(0, Infinity, ...this.world.numbers);
	}
}

/** A number as Meta displays it: grouped for North America, plain elsewhere. */
export function displayPhoneNumber(phoneNumber: string): string {
	const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber);
	return match ? `+1 ${match[1]}-${match[2]}-${match[3]}` : phoneNumber;
}
