import type { OperationFailure, OperationFile } from '../../../operations/contract';
import { notUnderstood } from '../../../http/ask';
import type { OperationContext } from '../../../operations/operation';
import { objectOf, textOf } from '../../../lib/json';
import type { Result } from '../../../lib/result';

/** Goes into the path together with its signature. */
const SESSION = /^upload:\S+$/;

/**
 * Leaves a file with Meta for a profile picture or as the sample of a template, which take a handle and no media ID (Meta,
 * Resumable Upload API).
 */
export async function uploadHandle(
	{ ask }: Pick<OperationContext, 'ask'>,
	appId: string,
	{ content, mimeType, filename }: OperationFile,
): Promise<Result<{ handle: string }, OperationFailure>> {
	const session = await ask({
		method: 'POST',
		path: `/${appId}/uploads`,
		query: { file_name: filename, file_length: String(content.byteLength), file_type: mimeType },
	});
	if (!session.ok) return { ok: false, error: session.error };
	const id = textOf(objectOf(session.body)?.id);
	if (id === undefined || !SESSION.test(id)) {
		return notUnderstood('The upload got no session');
	}
	const sent = await ask({
		method: 'POST',
		path: `/${id}`,
		headers: { file_offset: '0', 'Content-Type': 'application/octet-stream' },
		body: content,
	});
	const done = ['The upload was begun'];
	if (!sent.ok) return { ok: false, error: sent.error, done };
	const handle = textOf(objectOf(sent.body)?.h);
	return handle === undefined ? { ...notUnderstood('The upload got no handle'), done } : { ok: true, handle };
}
