import { z } from 'zod';
import type { Received } from '../../shared/receiver.ts';

const Envelope = z.object({
	entry: z.tuple([
		z.object({ changes: z.tuple([z.object({ field: z.string(), value: z.record(z.unknown()) })]) }),
	]),
});

/** The values of the webhooks of one field, as they came. */
export function changesOf(received: readonly Received[], field: string): Record<string, unknown>[] {
	return received.flatMap(({ raw }) => {
		const [change] = Envelope.parse(JSON.parse(raw.toString())).entry[0].changes;
		return change.field === field ? [change.value] : [];
	});
}
