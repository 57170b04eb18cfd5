import type { SandboxCustomer, SandboxLine } from '../settings.ts';
import { digits } from '../shared/identifiers.ts';

/**
 * Consent management of a Conversation app, which is off unless somebody switches it on: in primary mode Sinch holds messages back
 * by itself, in secondary mode it only tells (Sinch, Consent management).
 */
export type ConsentMode = 'off' | 'primary' | 'secondary';
export type ConsentAction = 'OPT_IN' | 'OPT_OUT';

/** Default keywords of the lists for all messages. The whole message has to be one of them, in any case. */
const KEYWORDS: Readonly<Record<ConsentAction, ReadonlySet<string>>> = {
	OPT_OUT: new Set(['STOP', 'UNSUBSCRIBE', 'OPTOUT_ALL_EN', 'DETENER', 'SALIR', 'PARAR', 'CANCELAR']),
	OPT_IN: new Set(['START', 'SUBSCRIBE', 'OPTIN_ALL_EN', 'VOLVER', 'RECIBIR', 'VOLTAR', 'RECEBER']),
};

/** One change of a list. */
interface ConsentRecord {
	/** Digits of the person's number. */
	identity: string;
	action: ConsentAction;
	/** Milliseconds since 1970. */
	at: number;
}

/** Who opted out of what the app sends on a channel. */
export class Consent {
	readonly #now: () => number;
	mode: ConsentMode = 'off';
	readonly #optedOut = new Set<string>();
	#records: ConsentRecord[] = [];

	constructor(now: () => number) {
		this.#now = now;
	}

	/** Oldest first. */
	get records(): readonly ConsentRecord[] {
		return this.#records;
	}

	/** What a message of a customer asks for; undefined where it is none of the keywords. */
	note(line: SandboxLine, customer: SandboxCustomer, text: string): ConsentAction | undefined {
		if (this.mode === 'off') return undefined;
		const word = text.trim().toUpperCase();
		const action = (['OPT_OUT', 'OPT_IN'] as const).find((each) => KEYWORDS[each].has(word));
		if (action === undefined) return undefined;
		if (action === 'OPT_OUT') this.#optedOut.add(keyOf(line, customer));
		else this.#optedOut.delete(keyOf(line, customer));
		this.#records.push({ identity: digits(customer.phoneNumber), action, at: this.#now() });
		return action;
	}

	blocks(line: SandboxLine, customer: SandboxCustomer): boolean {
		return this.mode === 'primary' && this.#optedOut.has(keyOf(line, customer));
	}

	clear(): void {
		this.#optedOut.clear();
		this.#records = [];
	}
}

function keyOf({ channel }: SandboxLine, { phoneNumber }: SandboxCustomer): string {
	return `${channel} ${phoneNumber}`;
}
