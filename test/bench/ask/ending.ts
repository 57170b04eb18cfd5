/** How everything ended, against what people did. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { RunData } from '../../../sandbox/n8n/api.ts';
import { itemsOf } from '../../e2e/lab.ts';
import { approvalOf, type Output, OUTPUTS, outputsOf, type Person } from './people.ts';
import type { Phones } from './phones.ts';
import type { Stage } from './stage.ts';

const AT_ONCE = 8;

/** Acts for all, some at a time. */
export async function inTurn<Item>(
	items: readonly Item[],
	act: (item: Item) => Promise<unknown>,
	atOnce = AT_ONCE,
): Promise<void> {
	const left = [...items];
	const work = async () => {
		for (let next = left.shift(); next !== undefined; next = left.shift()) await act(next);
	};
	await Promise.all(Array.from({ length: atOnce }, work));
}

const LOOK_EVERY_MS = 500;

/** Waits until it holds; looking oftener would take n8n's time. */
export async function until(
	holds: () => boolean | Promise<boolean>,
	what: string,
	withinMs: number,
): Promise<void> {
	const deadline = performance.now() + withinMs;
	while (!(await holds())) {
		if (performance.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${what}`);
		await sleep(LOOK_EVERY_MS);
	}
}

export interface Ending {
	output: Output | undefined;
	/** What the item holds of the answer. */
	data: Record<string, unknown>;
}

function endingOf({ runData }: RunData): Ending {
	const main = runData.Ask?.at(-1)?.data?.main ?? [];
	const at = main.findIndex((items) => (items ?? []).length > 0);
	const { data } = main[at]?.[0]?.json ?? {};
	return { output: OUTPUTS[at], data: typeof data === 'object' && data !== null ? { ...data } : {} };
}

/** Ids of executions that asked, by phone number. */
export async function askedExecutions({ api }: Stage): Promise<Map<string, string>> {
	const table = await api.findDataTable('messaging_questions');
	const rows = table ? await api.rows(table) : [];
	return new Map(rows.map(({ address, executionId }) => [String(address), String(executionId)]));
}

/** What is wrong with the end of one execution; nothing where it is right. */
export function complaintsOf(person: Person, { output, data }: Ending, sent: readonly string[]): string[] {
	const who = `${person.at} (${person.way ?? (person.isAtTheEnd ? 'at the end' : 'silent')})`;
	if (output === undefined || !outputsOf(person).includes(output)) return [`${who} left at ${output}`];
	if (output === 'noAnswer') return [];
	const approval = approvalOf(person);
	return [
		...(data.from === person.phone ? [] : [`${who} was answered by ${String(data.from)}`]),
		...(sent.includes(String(data.messageId)) ? [] : [`${who} never sent ${String(data.messageId)}`]),
		...(approval === undefined || data.approved === approval
			? []
			: [`${who} has approved: ${String(data.approved)}`]),
	];
}

export interface Ended {
	/** Ids of the executions that asked, by phone number. */
	asked: Map<string, string>;
	/** By phone number. */
	endings: Map<string, Ending>;
	/** Ids of messages that came out at *Not an Answer*, each as often as it did. */
	notAnswers: string[];
}

/** Reads all executions. */
export async function readEnd(stage: Stage, people: readonly Person[]): Promise<Ended> {
	const asked = await askedExecutions(stage);
	const endings = new Map<string, Ending>();
	await inTurn(people, async ({ phone }) => {
		endings.set(phone, endingOf(await stage.api.runData(asked.get(phone) ?? '')));
	});
	const ids = new Set(asked.values());
	const others = [...(await stage.executions()).keys()].filter((id) => !ids.has(id));
	const notAnswers: string[] = [];
	await inTurn(others, async (id) => {
		const run = await stage.api.runData(id);
		notAnswers.push(...itemsOf(run, 'Not an Answer').map((event) => String(event.id)));
	});
	return { asked, endings, notAnswers };
}

/** Messages that were lost: neither did an execution take one as its answer, nor did it go on as an ordinary one. */
export function lostMessages(phones: Phones, { endings, notAnswers }: Ended): string[] {
	const known = new Set([...notAnswers, ...[...endings.values()].map(({ data }) => String(data.messageId))]);
	return [...phones.sent.values()].flat().filter((id) => !known.has(id));
}

const End = z.object({ execution: z.string(), output: z.string() });

/** Executions that did not go on exactly once, or went on at another output than the one they ended at. */
export function wrongEnds(calls: readonly { body: unknown }[], { endings, asked }: Ended): string[] {
	const told = new Map<string, string[]>();
	for (const { body } of calls) {
		const { execution, output } = End.parse(body);
		told.set(execution, [...(told.get(execution) ?? []), output]);
	}
	return [...endings].flatMap(([phone, { output }]) => {
		const found = told.get(asked.get(phone) ?? '') ?? [];
		return found.length === 1 && found[0] === output ? [] : [`${phone}: ${found.join(', ')}`];
	});
}
