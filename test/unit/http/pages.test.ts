import { allRows } from '../../../core/http/pages';
import type { Reply } from '../../../core/http/ask';
import { deliveryError } from '../../../core/http/error-table';
import { listOf, objectOf, textOf } from '../../../core/lib/json';

const ERROR = deliveryError('1', '', { title: 'No', cause: 'unknown', retryable: false, advice: 'Look' });

function page(rows: string[], next?: string): Reply {
	return { ok: true, body: { rows, next } };
}

async function read(pages: Record<string, Reply>, limit?: number) {
	const asked: string[] = [];
	const rows = await allRows(
		async ({ path }) => {
			asked.push(path);
			return await Promise.resolve(pages[path] ?? { ok: false, status: 404, error: ERROR });
		},
		{
			request: (next) => ({ method: 'GET', path: next ?? 'first' }),
			read: (body) => ({ rows: listOf(objectOf(body)?.rows), next: textOf(objectOf(body)?.next) }),
			limit,
		},
	);
	return { rows, asked };
}

const PAGES = { first: page(['a', 'b'], 'second'), second: page(['c', 'd'], 'third'), third: page(['e']) };

test.each([
	[undefined, ['a', 'b', 'c', 'd', 'e'], ['first', 'second', 'third']],
	[10, ['a', 'b', 'c', 'd', 'e'], ['first', 'second', 'third']],
	[3, ['a', 'b', 'c'], ['first', 'second']],
	[2, ['a', 'b'], ['first']],
])('up to %s', async (limit, rows, asked) => {
	expect(await read(PAGES, limit)).toStrictEqual({ rows: { ok: true, rows }, asked });
});

test('a provider that gives out the same page for ever', async () => {
	const { rows, asked } = await read({ first: page(['a'], 'second'), second: page(['b'], 'second') });
	expect(rows).toStrictEqual({ ok: true, rows: ['a', 'b'] });
	expect(asked).toStrictEqual(['first', 'second']);
});

test('a page that fails', async () => {
	const { rows } = await read({ first: page(['a'], 'second') });
	expect(rows).toMatchObject({ ok: false, error: ERROR });
});
