import type { ApiAnswer, ApiCall, ApiRequest } from '../../core/http/api';

/** An answer of the provider, or the reason why there is none. */
export type Scripted = { status: number; body: unknown } | { outcome: 'refused' | 'unknown'; reason: string };

/** By method and path; of a list each call takes the next. */
export type Script = Readonly<Record<string, Scripted | readonly Scripted[] | undefined>>;

export interface FakeProvider {
	call: ApiCall;
	requests: ApiRequest[];
	/** The requests that change something. */
	changes: () => ApiRequest[];
}

const DONE: Scripted = { status: 200, body: { success: true } };
const NOTHING_THERE: Scripted = { status: 404, body: { error: { code: 404, message: 'Nothing there' } } };

/** Plays the scripted answers and notes what it was asked. What is not scripted succeeds, except that nothing can be read. */
export function fakeProvider(script: Script = {}): FakeProvider {
	const requests: ApiRequest[] = [];
	const served = new Map<string, number>();

	function next(key: string, method: string): Scripted {
		const scripted = script[key];
		if (scripted === undefined) return method === 'GET' ? NOTHING_THERE : DONE;
		if ('status' in scripted || 'outcome' in scripted) return scripted;
		const turn = served.get(key) ?? 0;
		served.set(key, turn + 1);
		return scripted[Math.min(turn, scripted.length - 1)] ?? DONE;
	}

	return {
		requests,
		changes: () => requests.filter(({ method }) => method !== 'GET'),
		call: async (request): Promise<ApiAnswer> => {
			requests.push(request);
			const answer = next(`${request.method} ${request.path}`, request.method);
			return await Promise.resolve('outcome' in answer ? answer : { outcome: 'answered', ...answer });
		},
	};
}
