/** Calls of Meta's with more than one message in them. */
import { z } from 'zod';
import { wireJson } from '../../sandbox/whatsapp-cloud/signature.ts';

const Payload = z.object({ object: z.string(), entry: z.array(z.unknown()) });

/** Several messages in one call, each given as a call of its own. */
export function callOf(bodies: readonly string[]): string {
	const payloads = bodies.map((body) => Payload.parse(JSON.parse(body)));
	return wireJson({ object: payloads[0]?.object, entry: payloads.flatMap(({ entry }) => entry) });
}
