/** What Meta calls a trigger with: a message, or a status that triggers filter out. */
import { WORLD } from '../../../sandbox/settings.ts';
import { envelope, inboundValue, statusValue } from '../../../sandbox/whatsapp-cloud/payloads.ts';
import { wireJson } from '../../../sandbox/whatsapp-cloud/signature.ts';

const PEOPLE = 5_000;

let serial = 0;

function nextId(): string {
	serial += 1;
	return `wamid.SCALE${process.pid}N${serial}`;
}

function lineOf() {
	const [line] = WORLD.numbers;
	if (!line) throw new Error('The world is empty');
	return line;
}

const bodyOf = (value: unknown) => wireJson(envelope(WORLD.businessAccountId, 'messages', value));

/** A message with an id of its own; each of some thousand people writes in turn. */
export function messageBody(): { id: string; body: string } {
	const id = nextId();
	const customer = {
		phoneNumber: `+1555${2_000_000 + (serial % PEOPLE)}`,
		name: 'Ana Ruiz',
		userId: `US.${2_000_000 + (serial % PEOPLE)}`,
	};
	const message = { type: 'text', text: `Question ${serial}` } as const;
	return { id, body: bodyOf(inboundValue({ line: lineOf(), customer, message, id, at: Date.now() })) };
}

/** A status of somebody's message. */
export function statusBody(): string {
	const to = `1555${2_000_000 + (serial % PEOPLE)}`;
	const report = {
		messageId: nextId(),
		status: 'delivered',
		atMs: Date.now(),
		customer: undefined,
		to,
	} as const;
	return bodyOf(statusValue(lineOf(), report));
}
