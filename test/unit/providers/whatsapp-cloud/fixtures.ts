import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../fixtures/whatsapp-cloud');

function readJson(...path: string[]): unknown {
	return JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8'));
}

export interface Fixture {
	name: string;
	body: unknown;
}

function fixtures(wanted: (name: string) => boolean): Fixture[] {
	return readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json') && wanted(name))
		.map((name) => ({ name, body: readJson(name) }));
}

export const webhookCalls = fixtures((name) => !name.startsWith('apierror__'));

export function expectedEvents(name: string): unknown {
	return readJson('expected', name);
}

export function fixture(name: string): unknown {
	return readJson(`${name}.json`);
}
