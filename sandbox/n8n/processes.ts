/** Whether an error of a system call carries this code. */
export function hasCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}

export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// The other answer, EPERM, is given for a living process of another user.
		return !hasCode(error, 'ESRCH');
	}
}

/** Signals a process and its children; a group that is gone already is fine. */
export function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
	if (leader === undefined) return;
	try {
		process.kill(-leader, signal);
	} catch (error) {
		if (!hasCode(error, 'ESRCH')) throw error;
	}
}
