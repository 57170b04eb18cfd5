let last: Promise<unknown> = Promise.resolve();

/**
 * Runs tasks one after the other. n8n publishes several workflows at once, all in one process, and each has to find the one before it
 * at the provider. It also publishes all triggers of a workflow at once, which share the static data that each of them writes as a
 * whole: so those of different providers wait for each other too.
 */
export async function oneAfterTheOther<Result>(task: () => Promise<Result>): Promise<Result> {
	const turn = last.then(task, task);
	last = turn;
	return await turn;
}
