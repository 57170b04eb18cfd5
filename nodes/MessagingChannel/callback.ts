import { siblingOf, withToken } from '../shared/callback-url';
import { readText } from '../shared/parameters';
import type { Input } from './form';
import type { ChannelRun } from './run';

/** The input with its URL as the trigger registers it, with the credential's token where that is what keeps strangers out. */
export function withCallback(input: Input, { connection, isSandbox }: ChannelRun): Input {
	const url = readText(input.callbackUrl);
	if (url === '') return { ...input, isSandbox };
	const sibling = siblingOf(url);
	return {
		...input,
		callbackUrl: withToken(url, connection),
		...(sibling !== undefined && { siblingUrl: withToken(sibling, connection) }),
		isSandbox,
	};
}
