/**
 * Sinch's SDK as a judge of requests. Paths and names of queries stand in its code, the shapes of bodies in its types, of which
 * JSON schemas are made; unknown members are forbidden.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { createGenerator } from 'ts-json-schema-generator';
import { complaints, objectOf, type Judge } from './judging.ts';

const MODULES = join(import.meta.dirname, 'node_modules');

/** The packages of the SDK by the host that a request names, and the namespace of their types. */
const SERVICES = {
	main: { name: 'conversation', types: 'Conversation' },
	sms: { name: 'sms', types: 'Sms' },
	numbers: { name: 'numbers', types: 'Numbers' },
} as const;
type Host = keyof typeof SERVICES;

interface Call {
	host: Host;
	method: string;
	pattern: RegExp;
	query: string[];
	/** The type of the data that the SDK takes for it, and the member of it that becomes the body. */
	data: string;
	body: string | undefined;
}

/** A method of one of the SDK's APIs, by which the next one begins. */
const METHOD = /^ {4}(?:async )?(\w+)\(data/m;
const URL_OF_CALL = /basePathUrl = `\$\{[^}]+\}([^`]+)`/;
const QUERY = /extractQueryParams\(data(?: \?\? \{\})?, \[([^\]]*)\]/;
const VERB = /prepareOptions\(basePathUrl, '(\w+)'/;
/** The member that holds the body, where all of the data is not it. */
const BODY = /data(?:\['|\.)(\w+Body)\b/;
const DECLARED = /^ {4}(\w+)\(data\??: (\w+)(?:<\w+>)?\)/gm;

/** Messages of one kind are sent by methods of their own, which all end in this one. */
const WITHOUT_DECLARATION: Readonly<Record<string, string>> = { sendMessage: 'send' };

function callsOf(host: Host): Call[] {
	const { name } = SERVICES[host];
	const folder = join(MODULES, '@sinch', name, 'dist/rest/v1');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return files
		.filter((file) => file.endsWith('-api.js'))
		.flatMap((file) => {
			const code = readFileSync(join(folder, file), 'utf8');
			const declarations = readFileSync(join(folder, file.replace('.js', '.d.ts')), 'utf8');
			const types = new Map(
				[...declarations.matchAll(DECLARED)].map(([, method = '', type = '']) => [method, type]),
			);
			const [, ...parts] = code.split(METHOD);
			return parts.flatMap((method, at): Call[] => {
				const text = at % 2 === 0 ? (parts[at + 1] ?? '') : '';
				const path = URL_OF_CALL.exec(text)?.[1];
				const verb = VERB.exec(text)?.[1];
				const data = types.get(WITHOUT_DECLARATION[method] ?? method);
				if (path === undefined || verb === undefined || data === undefined) return [];
				return [
					{
						host,
						method: verb,
						pattern: new RegExp(`^${path.replaceAll(/\$\{[^}]+\}/g, '[^/:]+')}$`),
						query: [...(QUERY.exec(text)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
						data,
						body: BODY.exec(text)?.[1],
					},
				];
			});
		});
}

/** One name for each type that a call takes, in a file that the generator reads. */
function writeEntry(calls: readonly Call[]): string {
	const folder = join(MODULES, '.cache');
	mkdirSync(folder, { recursive: true });
	const path = join(folder, 'sinch-requests.ts');
	const generic =
		/^Send\w*(Message|Event)RequestData$|^GetChannelProfileRequestData$|^LookupCapabilityRequestData$/;
	const imports = Object.values(SERVICES).map(
		({ name, types }) => `import type { ${types} } from '@sinch/${name}';\n`,
	);
	const names = [...new Set(calls.map(({ host, data }) => `${SERVICES[host].types}.${data}`))];
	const lines = names.map((name) => {
		const [types = '', data = ''] = name.split('.');
		const parameter = generic.test(data) ? `<${types}.Recipient>` : '';
		return `export type ${types}_${data} = ${name}${parameter};\n`;
	});
	writeFileSync(path, [...imports, ...lines].join(''));
	return path;
}

/** Makes the schemas once, which takes some seconds; gives what is wrong with a request, or nothing of what has no SDK. */
export function sinchJudge(): Judge {
	const hosts: readonly Host[] = ['main', 'sms', 'numbers'];
	const calls = hosts.flatMap(callsOf);
	const schema = createGenerator({
		path: writeEntry(calls),
		tsconfig: join(import.meta.dirname, 'tsconfig.json'),
		type: '*',
		jsDoc: 'none',
		skipTypeCheck: true,
		encodeRefs: false,
	}).createSchema('*');
	const ajv = new Ajv({ strict: false, allErrors: true });
	addFormats.default(ajv);
	ajv.addSchema({ ...schema, $id: 'sinch' });
	const definitions = objectOf(schema.definitions);
	const placeOf = (type: string): string => {
		const { $ref } = objectOf(definitions[type]);
		return typeof $ref === 'string' ? placeOf($ref.replace('#/definitions/', '')) : type;
	};
	const schemas = new Map<string, ValidateFunction>();
	const validatorOf = (type: string, member: string): ValidateFunction => {
		const $ref = `sinch#/definitions/${placeOf(type)}/properties/${member}`;
		const known = schemas.get($ref) ?? ajv.compile({ $ref });
		schemas.set($ref, known);
		return known;
	};
	return ({ base = 'main', method, path, query = {}, body }) => {
		if (base === 'provisioning') return undefined;
		const call = calls.find(
			(each) => each.host === base && each.method === method && each.pattern.test(path),
		);
		if (call === undefined) return ['the SDK has no such call'];
		const problems = Object.keys(query)
			.filter((name) => !call.query.includes(name))
			.map((name) => `?${name} is unknown`);
		if (body === undefined) return problems;
		const { body: member } = call;
		if (member === undefined) return [...problems, 'no body is foreseen'];
		const validate = validatorOf(`${SERVICES[call.host].types}_${call.data}`, member);
		const written: unknown = JSON.parse(JSON.stringify(body));
		validate(written);
		return [...problems, ...complaints(validate)];
	};
}
