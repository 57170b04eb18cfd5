import { createHash } from 'node:crypto';
import type { JsonValue } from '../events';

type Step = { write: string } | { value: JsonValue | undefined };

/**
 * JSON text with sorted keys. Written with a stack of its own instead of recursion: a body of three
 * megabytes can nest deeper than the call stack reaches, and that must not throw.
 */
function canonicalJson(root: JsonValue): string {
	const pieces: string[] = [];
	const steps: Step[] = [{ value: root }];
	for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
		if ('write' in step) {
			pieces.push(step.write);
			continue;
		}
		const { value } = step;
		if (Array.isArray(value)) {
			pieces.push('[');
			steps.push({ write: ']' });
			for (const element of value.toReversed()) steps.push({ write: ',' }, { value: element });
		} else if (typeof value === 'object' && value !== null) {
			pieces.push('{');
			steps.push({ write: '}' });
			for (const key of Object.keys(value).sort().reverse()) {
				steps.push({ write: ',' }, { value: value[key] }, { write: `${JSON.stringify(key)}:` });
			}
		} else {
			pieces.push(JSON.stringify(value ?? null));
		}
	}
	return pieces.join('');
}

/**
 * A short name for a content, for the key of an event that the provider gave no id: the same values give
 * the same name in every delivery, also where the order of the keys differs.
 *
 * @returns 128 bits as 32 hexadecimal digits
 */
export function contentHash(value: JsonValue): string {
	return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex').slice(0, 32);
}
