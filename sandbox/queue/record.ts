/** The starter workflow of queue mode keeps its record in PostgreSQL: its credential, its tables, and what is in them. */
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { readIfThere } from '../kept-files.ts';
import type { N8nApi, Workflow } from '../n8n/api.ts';
import { RecordedConsent } from '../shared/consents.ts';
import type { Postgres } from './postgres.ts';

const NODE_TYPE = 'n8n-nodes-base.postgres';
/** The node of a template whose statement makes its tables, where they are not there yet. */
const TABLES = 'Tables';

const RECORD = `select address, status, scope, evidence,
  coalesce(to_char(opt_out_asked at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') as "optOutAsked",
  to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as timestamp
from messaging.consent`;

/** What a node refers to its credential by. */
export interface CredentialReference {
	id: string;
	name: string;
}

/** What n8n's Postgres credential asks for. */
export function postgresFields({ host, port, user, password, database }: Postgres): Record<string, string> {
	return { host, port: String(port), user, password, database, ssl: 'disable' };
}

/** Creates or refreshes n8n's credential for this server, whose port may have changed; `file` keeps its id between starts. */
export async function savePostgresCredential(
	api: N8nApi,
	postgres: Postgres,
	file: string,
): Promise<CredentialReference> {
	const name = 'Sandbox Postgres';
	const data = postgresFields(postgres);
	const id = await api.saveCredential({ id: await readIfThere(file), name, type: 'postgres', data });
	await writeFile(file, id);
	return { id, name };
}

/** A workflow with the credential filled in at each Postgres node. */
export function withPostgres(workflow: Workflow, postgres: CredentialReference): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.type === NODE_TYPE ? { ...node, credentials: { ...node.credentials, postgres } } : node,
	);
	return { ...workflow, nodes };
}

/** What *Set Up* of a template does once. */
export async function makeTables(postgres: Postgres, { name, nodes }: Workflow): Promise<void> {
	const tables = nodes.find((node) => node.name === TABLES);
	if (!tables) throw new Error(`"${name}" has no node ${TABLES}`);
	await postgres.execute(z.string().parse(tables.parameters.query));
}

/** What the workflow recorded of people's consent. */
export async function consentsIn(postgres: Postgres): Promise<RecordedConsent[]> {
	return z.array(RecordedConsent).parse(await postgres.rows(RECORD));
}
