const last = new Map<string, Promise<unknown>>();

/**
 * Runs tasks of the same name one after the other. n8n publishes several workflows at once, all in one process, and each has to
 * find the one before it at the provider.
 */
export async function oneAfterTheOther<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
	const before = last.get(name) ?? Promise.resolve();
	const turn = before.then(task, task);
	last.set(name, turn);
	return await turn;
}
