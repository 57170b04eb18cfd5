import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson, type Json } from './mutation';

const FIXTURES = join('test', 'fixtures');

function read(folder: string, isWanted: (name: string) => boolean): Json[] {
	return readdirSync(join(FIXTURES, folder))
		.filter((name) => name.endsWith('.json') && isWanted(name))
		.map((name) => toJson(JSON.parse(readFileSync(join(FIXTURES, folder, name), 'utf8'))));
}

/** Bodies of webhook calls. */
export function callsOf(folder: string): Json[] {
	return read(folder, (name) => !/^(?:apierror|response|fragment|signatures)/.test(name));
}

/** Answers of the API, errors among them. */
export function answersOf(folder: string): Json[] {
	const beside = read(folder, (name) => /^(?:apierror|response)__/.test(name));
	return beside.length > 0 ? beside : [{ message: 'No such number', code: 21211, status: 400 }];
}

/** Messages as a node hands them over, with the account that they go by. */
export function messagesOf(folder: string): Json[] {
	return read(`${folder}/outbound`, () => true).map((fixture) =>
		toJson(typeof fixture === 'object' && fixture !== null && 'message' in fixture ? fixture.message : {}),
	);
}

/** What people wrote. */
export function textsOf(...names: string[]): string[] {
	return names.flatMap((name) =>
		readFileSync(join(FIXTURES, 'consent', name), 'utf8')
			.split('\n')
			.slice(1)
			.flatMap((line) => line.split('\t')[0] || []),
	);
}
