/** What `npm start` is told on the command line. */
import { parseArgs } from 'node:util';
import { UserError } from './n8n/npm.mjs';

export const HELP = `npm start -- [options]
  --port N        port of n8n's editor (5678)
  --phone-port N  port of the phone page and the providers' stand-ins (5680)
  --queue         n8n in queue mode: PostgreSQL, Redis, two webhook processors, two workers
  --reset         forget the last sandbox and its edits`;

export interface Options {
	port: number;
	phonePort: number;
	/** n8n as several processes. */
	queue: boolean;
	reset: boolean;
}

/** What the command line says; undefined where it asks for help. */
export function readOptions(): Options | undefined {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string', default: '5678' },
				'phone-port': { type: 'string', default: '5680' },
				queue: { type: 'boolean', default: false },
				reset: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) return undefined;
		const port = (text: string) => {
			const number = Number(text);
			if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
			throw new UserError(`"${text}" is not a port.\n${HELP}`);
		};
		const { queue, reset } = values;
		return { port: port(values.port), phonePort: port(values['phone-port']), queue, reset };
	} catch (error) {
		if (error instanceof TypeError) throw new UserError(`${error.message}\n${HELP}`);
		throw error;
	}
}
