import type { ContentOf, OutgoingType } from '.';
import type { Reading } from '../lib/result';

/** A provider's table of message types: how each becomes what the provider takes. */
export type Writers<Type extends OutgoingType, Written, Further extends unknown[] = []> = {
	[Each in Type]: (message: ContentOf<Each>, ...further: Further) => Reading<Written>;
};

/** A message as the writer of its type writes it. */
export function write<Type extends OutgoingType, Written, Further extends unknown[]>(
	writers: Writers<Type, Written, Further>,
	type: Type,
	message: ContentOf<Type>,
	...further: Further
): Reading<Written> {
	return writers[type](message, ...further);
}
