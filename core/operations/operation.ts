import type { JsonObject } from '../events';
import type { Operation, OperationOutcome, OperationTools } from './contract';
import type { ApiRequest } from '../http/api';
import { type Ask, askerOf, type Classifier, notUnderstood } from '../http/ask';
import { allRows, type PagePlan } from '../http/pages';
import { parseInput, type InputSchema } from './input';
import { withoutSecretsIn } from './redaction';

export interface OperationContext extends OperationTools {
	/** Errors of the answers hold no secret of the input. */
	ask: Ask;
	/** Keeps a secret that came up on the way out of items and errors. */
	hide: (secret: string) => void;
}

export interface OperationPlan<Input, Context = OperationContext> {
	input: InputSchema<Input>;
	/** Members of the input that nobody may see afterwards. */
	secrets?: (input: Input) => (string | undefined)[];
	run: (input: Input, context: Context) => Promise<OperationOutcome>;
}

/** Makes the operations of one provider out of their plans. */
export function operationsOf(classify: Classifier) {
	return function operation<Input>({ input: schema, secrets, run }: OperationPlan<Input>): Operation {
		return {
			async run(input, tools) {
				const parsed = parseInput(schema, input);
				if (!parsed.ok) return parsed;
				const hidden = new Set(secrets?.(parsed.value).flatMap((secret) => secret || []));
				const hide = (secret: string) => void hidden.add(secret);
				const ask = askerOf(tools.call, classify, 'operation', () => [...hidden]);
				const outcome = await run(parsed.value, { ...tools, ask, hide });
				return withoutSecretsIn(outcome, hidden);
			},
		};
	};
}

/** The items where there are any; an answer that should hold one and does not was not understood. */
export function someOf(items: JsonObject[]): JsonObject[] | undefined {
	return items.length > 0 ? items : undefined;
}

/**
 * One call to its items.
 *
 * @param read `undefined` where the answer does not hold what it should
 */
export async function itemsOf(
	{ ask }: Pick<OperationContext, 'ask'>,
	request: ApiRequest,
	read: (body: unknown) => JsonObject[] | undefined,
): Promise<OperationOutcome> {
	const reply = await ask(request);
	if (!reply.ok) return { ok: false, error: reply.error };
	const items = read(reply.body);
	return items === undefined ? notUnderstood(`${request.method} ${request.path}`) : { ok: true, items };
}

/** The rows of a list to their items. */
export async function listed<Row>(
	{ ask }: Pick<OperationContext, 'ask'>,
	plan: PagePlan<Row>,
	read: (row: Row) => JsonObject[],
): Promise<OperationOutcome> {
	const found = await allRows(ask, plan);
	if (!found.ok) return found;
	const items = found.rows.flatMap(read);
	return { ok: true, items, ...(found.next !== undefined && { nextPage: found.next }) };
}

/** An operation that nodes run by themselves and no panel offers. */
export function internal(operation: Operation) {
	return { ...operation, isInternal: true } as const;
}
