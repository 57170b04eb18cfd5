import type { SandboxLine, SandboxWorld } from '../settings.ts';

/** The business's numbers on WhatsApp Cloud. */
export class Directory {
	readonly world: SandboxWorld;

	constructor(world: SandboxWorld) {
		this.world = world;
	}

	get numbers(): readonly SandboxLine[] {
		return this.world.numbers;
	}

	number(id: string): SandboxLine | undefined {
		return this.world.numbers.find((number) => number.id === id);
	}
}

/** A number as Meta displays it: grouped for North America, plain elsewhere. */
export function displayPhoneNumber(phoneNumber: string): string {
	const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber);
	return match ? `+1 ${match[1]}-${match[2]}-${match[3]}` : phoneNumber;
}
