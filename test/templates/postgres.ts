/** A PostgreSQL beside n8n for the length of a test file, and the statements of templates as n8n's Postgres node sends them. */
import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { z } from 'zod';
import { type Postgres, startPostgres } from '../../sandbox/queue/postgres.ts';
import { postgresFields } from '../../sandbox/queue/record.ts';
import { MAIN, readTemplate } from './files.ts';

/** Starts an empty one, and ends it after the file's last test. */
export async function startDatabase(): Promise<Postgres> {
	const folder = await mkdtemp(join(tmpdir(), 'messaging-channels-postgres-'));
	// The server runs as a user of its own.
	await chmod(folder, 0o755);
	const postgres = await startPostgres({ folder });
	after(async () => {
		await postgres.stop();
		await rm(folder, { recursive: true, force: true });
	});
	return postgres;
}

/** n8n's Postgres credential, by its type. */
export const postgresCredential = (postgres: Postgres) => ({ postgres: postgresFields(postgres) });

/** The query of a Postgres node, as the template's file has it. */
export async function queryOf(template: string, node: string): Promise<string> {
	const workflow = (await readTemplate(template)).get(MAIN);
	const found = workflow?.nodes.find(({ name }) => name === node);
	assert(found, `${template} has no node ${node}`);
	return z.string().parse(found.parameters.query);
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A query with its parameters in it: the node writes them into the text itself. Values that are no text go as JSON. */
export function filled(query: string, ...parameters: readonly unknown[]): string {
	return query.replace(/\$(\d)/g, (_, place: string) => {
		const value = parameters[Number(place) - 1];
		return quoted(typeof value === 'string' ? value : JSON.stringify(value));
	});
}
