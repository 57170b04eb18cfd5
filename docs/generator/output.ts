import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({ properties: z.record(z.unknown()) });

/** Names of the fields that an operation of Messaging Channel gives, from the schema that the editor shows. */
export function outputOf(resource: string, operation: string): string[] {
	const path = `nodes/MessagingChannel/__schema__/v1.0.0/${resource}/${operation}.json`;
	if (!existsSync(path)) return [];
	return Object.keys(schema.parse(JSON.parse(readFileSync(path, 'utf8'))).properties);
}
