export class UserError extends Error {}

export interface NpmOptions {
	cwd?: string;
	env?: Record<string, string>;
	signal?: AbortSignal;
}

export function runNpm(args: string[], options?: NpmOptions): Promise<string>;

export function withProgress<T>(label: string, detail: () => string, step: () => Promise<T>): Promise<T>;

export function npmCi(
	folder: string,
	options: { label: string; args?: string[]; env?: Record<string, string>; signal?: AbortSignal },
): Promise<void>;
