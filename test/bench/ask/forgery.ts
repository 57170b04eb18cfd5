/** Answers that are brought past the trigger, by somebody who knows the address of a waiting execution and more. */
import { createHmac } from 'node:crypto';
import axios from 'axios';
import { WORLD } from '../../../sandbox/settings.ts';
import type { Person } from './people.ts';
import { NUMBER, type Phones } from './phones.ts';

const HOUR_MS = 3_600_000;

interface Forged {
	/** Whose waiting execution is called. */
	at: Person;
	/** Whose question the call names. */
	named: Person;
	/** Who is said to have written. */
	from: Person;
	secret: string;
	/** When it was signed. */
	time: number;
	/** Changes the address. */
	change?: (url: string) => string;
}

/** By what is wrong with them: the call, and the statuses that refuse it. */
const KINDS: Record<string, { statuses: readonly number[]; of: (whole: Forged, other: Person) => Forged }> = {
	'signed with a guess': { statuses: [401], of: (whole) => ({ ...whole, secret: 'guess' }) },
	'signed an hour ago': { statuses: [401], of: (whole) => ({ ...whole, time: whole.time - HOUR_MS }) },
	'written by somebody else': { statuses: [403], of: (whole, other) => ({ ...whole, from: other }) },
	// It is told that it took no answer.
	'for another question': { statuses: [200], of: (whole, other) => ({ ...whole, named: other }) },
	'under a changed address': {
		statuses: [401],
		of: (whole) => ({ ...whole, change: (url) => url.replace(/question=[^&]+/, 'question=9-t0') }),
	},
};

/** The address of a waiting execution, and the reference to its question, from what a button sends. */
function addressOf(base: string, payload: string): { url: string; reference: string } {
	const [signature = '', question = '', node = '', execution = ''] = payload.split('~').reverse();
	const hex = (short: string) => Buffer.from(short, 'base64url').toString('hex');
	const nodeId = hex(node).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	return {
		url: `${base}/webhook-waiting/${execution}/${nodeId}?question=${question}&signature=${hex(signature)}`,
		reference: payload.slice(payload.indexOf('~')),
	};
}

interface Answer {
	status: number;
	/** What the waiting node says, where one does. */
	outcome: string | undefined;
}

async function bring(base: string, phones: Phones, forged: Forged): Promise<Answer> {
	const { at, named, from, secret, time, change = (same: string) => same } = forged;
	const { url } = addressOf(base, phones.button(at, 'Approve').id);
	const { reference } = addressOf(base, phones.button(named, 'Approve').id);
	const body = JSON.stringify({
		event: {
			kind: 'message',
			provider: 'whatsAppCloud',
			id: 'wamid.forged',
			channelId: NUMBER,
			type: 'buttonReply',
			from: from.phone,
		},
		reference,
		tapped: 'yes',
	});
	const mac = createHmac('sha256', secret).update(`answer.${time}.${body}`).digest('hex');
	const headers = { 'Content-Type': 'application/json', 'x-messaging-answer': `${time}.${mac}` };
	const { status, data } = await axios.post<{ outcome?: string }>(change(url), body, {
		headers,
		validateStatus: () => true,
		proxy: false,
	});
	return { status, outcome: data.outcome };
}

const wholeOf = (person: Person): Forged => ({
	at: person,
	named: person,
	from: person,
	secret: WORLD.appSecret,
	time: Date.now(),
});

/** Brings one forged answer of each kind to a person's execution. Gives what was not refused as it should be. */
export async function forgeAll(
	base: string,
	phones: Phones,
	person: Person,
	other: Person,
): Promise<{ calls: number; wrong: string[] }> {
	const wrong: string[] = [];
	for (const [kind, { statuses, of }] of Object.entries(KINDS)) {
		const { status, outcome = 'notTaken' } = await bring(base, phones, of(wholeOf(person), other));
		if (!statuses.includes(status) || outcome !== 'notTaken')
			wrong.push(`${person.phone}, ${kind}: ${status} ${outcome}`);
	}
	return { calls: Object.keys(KINDS).length, wrong };
}

/** Brings once more what answered, rightly signed. Gives the outcome, which only an execution that waits has. */
export async function replay(base: string, phones: Phones, person: Person): Promise<string | undefined> {
	return (await bring(base, phones, wholeOf(person))).outcome;
}
