/** A provider under load: delivers each message until it is answered 200, some of them twice, as Meta does. */
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { message, post, signed } from '../e2e/lab.ts';

/** Calls at once; a provider makes as many, and two busy cores need longer for more. */
const LANES = 20;
/** How long one answer is waited for. */
const ANSWER_LIMIT_MS = 10_000;
const FIRST_REPEAT_MS = 1_000;
const LAST_REPEAT_MS = 5_000;
/**
 * After the last message was written or settled; providers go on for hours or days. An end that nobody tells it of, the trigger awaits
 * for ten minutes.
 */
const GIVE_UP_MS = 720_000;
/** How many messages are written at a time while the load has to go on. */
const MORE = 20;

/** One copy of a message on its way. */
interface Copy {
	id: string;
	body: string;
	attempts: number;
	/** When it is to be repeated, by performance.now(), as all times here. */
	due: number;
	/** When it was called for the first time; Infinity before. */
	begun: number;
}

export interface Traffic {
	/** Ids of all messages. */
	ids: string[];
	/** How many of them were delivered a second time although nobody had asked. */
	duplicates: number;
	/** Ids of those that the provider gave up. */
	givenUp: string[];
	/** Calls by HTTP status; 0 counts those without an answer. */
	answers: Map<number, number>;
	seconds: number;
	/** From the first call with a message to its 200. */
	longestSeconds: number;
}

async function answerTo(url: string, body: string): Promise<number> {
	try {
		return (await post(url, body, signed(body), ANSWER_LIMIT_MS)).status;
	} catch (error) {
		if (axios.isAxiosError(error)) return 0;
		throw error;
	}
}

/** Each tenth message twice: of these, every other one at the same moment, the rest after all others. */
function copiesOf(count: number): { ids: string[]; copies: Copy[] } {
	const copies: Copy[] = [];
	const later: Copy[] = [];
	const ids: string[] = [];
	for (let each = 0; each < count; each += 1) {
		const { id, body } = message(`Question ${each}`);
		ids.push(id);
		const copy = () => ({ id, body, attempts: 0, due: 0, begun: Infinity });
		copies.push(copy());
		if (each % 10 === 0) (each % 20 === 0 ? copies : later).push(copy());
	}
	return { ids, copies: [...copies, ...later] };
}

export interface Load {
	/** How many messages at least. */
	messages: number;
	/** Hears how many copies are settled: answered 200, or given up. */
	onSettled: (settled: number) => void;
	/** Messages go on coming, a few at a time, until it says yes. */
	isOver: () => boolean;
}

/** Delivers messages to a trigger, each until it is answered 200. */
export async function deliver(url: string, { messages, onSettled, isOver }: Load): Promise<Traffic> {
	const started = performance.now();
	const ids: string[] = [];
	const fresh: Copy[] = [];
	const toRepeat: Copy[] = [];
	const answers = new Map<number, number>();
	const givenUp: string[] = [];
	let copies = 0;
	let settled = 0;
	let deadline = Infinity;
	let longestMs = 0;

	const write = (count: number) => {
		const written = copiesOf(count);
		ids.push(...written.ids);
		fresh.push(...written.copies);
		copies += written.copies.length;
		deadline = performance.now() + GIVE_UP_MS;
	};
	const take = (): Copy | undefined => {
		const index = toRepeat.findIndex(({ due }) => due <= performance.now());
		return index < 0 ? fresh.shift() : toRepeat.splice(index, 1)[0];
	};
	const lane = async () => {
		while (settled < copies || !isOver()) {
			if (settled === copies) write(MORE);
			const copy = take();
			if (!copy) {
				await sleep(20);
				continue;
			}
			copy.begun = Math.min(copy.begun, performance.now());
			const status = await answerTo(url, copy.body);
			answers.set(status, (answers.get(status) ?? 0) + 1);
			copy.attempts += 1;
			if (status !== 200 && performance.now() < deadline) {
				copy.due = performance.now() + Math.min(FIRST_REPEAT_MS * copy.attempts, LAST_REPEAT_MS);
				toRepeat.push(copy);
				continue;
			}
			if (status !== 200) givenUp.push(copy.id);
			longestMs = Math.max(longestMs, performance.now() - copy.begun);
			settled += 1;
			deadline = performance.now() + GIVE_UP_MS;
			onSettled(settled);
		}
	};
	write(messages);
	await Promise.all(Array.from({ length: LANES }, lane));
	const seconds = (performance.now() - started) / 1000;
	return {
		ids,
		duplicates: copies - ids.length,
		givenUp,
		answers,
		seconds,
		longestSeconds: longestMs / 1000,
	};
}
