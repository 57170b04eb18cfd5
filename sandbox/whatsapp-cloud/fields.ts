import { invalidParameter, unknownField } from './errors.ts';
import { type Parameters, textAt, withoutSecrets } from './parameters.ts';

const PAGE_SIZE = 25;
const CURSORS = new Set(['after', 'before']);

/** A node of the graph: its fields, and those that come unasked. `id` always comes. */
export interface GraphNode {
	type: string;
	fields: Record<string, unknown>;
	defaults: readonly string[];
}

/** The fields that `?fields=` names, or the defaults (Meta, Graph API: reading fields). */
export function pickFields(node: GraphNode, parameters: Parameters): Record<string, unknown> {
	const asked = textAt(parameters, 'fields');
	const names = asked === undefined ? node.defaults : topLevelNames(asked);
	const picked: Record<string, unknown> = {};
	for (const name of names) {
		if (!Object.hasOwn(node.fields, name)) throw unknownField(name, node.type);
		if (node.fields[name] !== undefined) picked[name] = node.fields[name];
	}
	return { ...picked, id: node.fields.id };
}

/** `a,b{c,d},e.limit(3)` names a, b and e. What is asked of the inner objects makes no difference here. */
function topLevelNames(fields: string): string[] {
	let inner = fields;
	for (let before = ''; before !== inner;) {
		before = inner;
		inner = inner.replace(/\{[^{}]*\}|\([^()]*\)/g, '');
	}
	const names = inner.split(',').map((name) => name.trim().split('.')[0] ?? '');
	return names.filter((name) => name !== '');
}

/** One page of a list with cursors (Meta, Graph API: paginated results). The address of the next page carries no token. */
export function page(items: Record<string, unknown>[], parameters: Parameters, address: string) {
	const limit = Number(textAt(parameters, 'limit') ?? PAGE_SIZE);
	if (!Number.isInteger(limit) || limit < 1)
		throw invalidParameter('Param limit must be a positive integer.');
	const after = position(textAt(parameters, 'after'));
	const before = position(textAt(parameters, 'before'));
	const end = before === undefined ? undefined : Math.max(before, 0);
	const start = end === undefined ? (after ?? -1) + 1 : Math.max(end - limit, 0);
	const data = items.slice(start, end ?? start + limit);
	if (data.length === 0) return { data };

	const last = start + data.length - 1;
	const link = (direction: 'after' | 'before', index: number) => {
		const url = new URL(address);
		for (const [key, value] of Object.entries(withoutSecrets(parameters))) {
			if (!CURSORS.has(key)) url.searchParams.set(key, String(value));
		}
		url.searchParams.set('limit', String(limit));
		url.searchParams.set(direction, cursor(index));
		return url.href;
	};
	return {
		data,
		paging: {
			cursors: { before: cursor(start), after: cursor(last) },
			...(last + 1 < items.length ? { next: link('after', last) } : {}),
			...(start > 0 ? { previous: link('before', start) } : {}),
		},
	};
}

function cursor(index: number): string {
	return Buffer.from(`item:${index}`).toString('base64url');
}

function position(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const match = /^item:(\d+)$/.exec(Buffer.from(text, 'base64url').toString());
	if (!match) throw invalidParameter('Invalid cursors values');
	return Number(match[1]);
}
