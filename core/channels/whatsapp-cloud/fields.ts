import { z } from 'zod';
import { idOf } from '../shared/json';

/** A field that may be missing or malformed without harm to the rest: the reader answers `undefined` for such a value. */
export function lenient<Value>(read: (value: unknown) => Value) {
	return z.unknown().transform(read);
}

/** An id without which the element is broken. Meta writes some ids as numbers. */
export const requiredId = z.preprocess(idOf, z.string());
