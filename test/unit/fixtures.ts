import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Fixture {
	name: string;
	body: unknown;
}

/** Answers of an API, parts of a call and vectors of signatures lie beside the bodies of webhook calls. */
const NO_WEBHOOK_CALL = /^(apierror__|response__|fragment__|signatures)/;

/** The payloads of one folder of `test/fixtures`, and the events that they must become. */
export function fixturesOf(folder: string) {
	const path = join(__dirname, '../fixtures', folder);
	const read = (...names: string[]): unknown => JSON.parse(readFileSync(join(path, ...names), 'utf8'));
	return {
		webhookCalls: readdirSync(path)
			.filter((name) => name.endsWith('.json') && !NO_WEBHOOK_CALL.test(name))
			.map((name): Fixture => ({ name: name.replace(/\.json$/, ''), body: read(name) })),
		/** Without `raw` and `details`, which are parts of the payload itself. */
		expectedEvents: (name: string) => read('expected', `${name}.json`),
		payload: (name: string) => read(`${name}.json`),
	};
}
