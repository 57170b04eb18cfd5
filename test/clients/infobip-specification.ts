/** Infobip's OpenAPI as a judge of requests: path, query and body, with unknown members forbidden. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020, type AnySchemaObject, type Options } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { complaints, isObject, type Json, type Judge } from './judging.ts';

/** Where Infobip's OpenAPI lies, one file an API: Infobip gives it out in its developer hub, and no package carries it. */
export const SPECIFICATION =
	process.env.INFOBIP_OPENAPI ?? join(import.meta.dirname, '../../../shared/oracles/infobip');
const FOLDER = pathToFileURL(`${SPECIFICATION}/`);

export const hasSpecification = existsSync(FOLDER);

function objectsIn(value: unknown): [string, Json][] {
	return isObject(value)
		? Object.entries(value).filter((entry): entry is [string, Json] => isObject(entry[1]))
		: [];
}

const POINTER = '#/components/schemas/';

function nameOf(reference: unknown): string {
	return typeof reference === 'string' ? reference.replace(POINTER, '') : '';
}

const OPEN = '.open';
const referenceTo = (name: string) => `schemas#/$defs/${name}`;

/**
 * A schema in which unknown members are refused. `open` ones are parts of another schema, which alone knows all members; a
 * discriminator becomes the choice that it means, since what it chooses holds the schema that has it.
 */
function strict(schema: unknown, isOpen: boolean): unknown {
	if (!isObject(schema)) return schema;
	const { $ref, discriminator, properties, allOf, oneOf, anyOf, items, additionalProperties, ...rest } =
		schema;
	if ($ref !== undefined) return { $ref: referenceTo(nameOf($ref) + (isOpen ? OPEN : '')) };
	if (isObject(discriminator) && isObject(discriminator.mapping) && !isOpen) return choice(discriminator);
	const hasOwn = properties !== undefined || allOf !== undefined;
	const list = (value: unknown, areOpen: boolean) =>
		Array.isArray(value) ? value.map((each) => strict(each, areOpen)) : undefined;
	const made: Record<string, unknown> = { ...rest };
	if (properties !== undefined) {
		made.properties = Object.fromEntries(
			objectsIn(properties).map(([name, each]) => [name, strict(each, false)]),
		);
	}
	if (items !== undefined) made.items = strict(items, false);
	if (allOf !== undefined) made.allOf = list(allOf, true);
	// Alternatives overlap: a subscription to INBOUND_MESSAGE alone may be one of SMS and one of MMS.
	if (oneOf !== undefined || anyOf !== undefined) made.anyOf = list(oneOf ?? anyOf, hasOwn);
	if (additionalProperties !== undefined) made.additionalProperties = ofMap(additionalProperties);
	else if (hasOwn && !isOpen) made.unevaluatedProperties = false;
	return made;
}

/** Values of a map. An object without members stands for any value: the specification's own examples have texts there. */
function ofMap(schema: unknown): unknown {
	return JSON.stringify(schema) === '{"type":"object"}' || strict(schema, false);
}

function choice({ propertyName, mapping }: Json): AnySchemaObject {
	const name = String(propertyName);
	const choices = isObject(mapping) ? Object.entries(mapping) : [];
	return {
		type: 'object',
		required: [name],
		properties: { [name]: { enum: choices.map(([value]) => value) } },
		allOf: choices.map(([value, reference]) => ({
			if: { properties: { [name]: { const: value } } },
			then: { $ref: referenceTo(nameOf(reference)) },
		})),
	};
}

interface Operation {
	method: string;
	template: string;
	pattern: RegExp;
	/** Names of the query's members, and those that must be there. */
	query: Map<string, (value: unknown) => string[]>;
	required: string[];
	body: ((value: unknown) => string[]) | undefined;
	needsBody: boolean;
}

function readFile(name: string): Operation[] {
	const document: unknown = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
	if (!isObject(document) || !isObject(document.components)) return [];
	const $defs = Object.fromEntries(
		objectsIn(document.components.schemas).flatMap(([key, schema]) => [
			[key, strict(schema, false)],
			[key + OPEN, strict(schema, true)],
		]),
	);
	const compilerOf = (options: Options) => {
		const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false, ...options });
		addFormats.default(ajv);
		ajv.addSchema({ $id: 'schemas', $defs });
		return (schema: unknown) => {
			const validate = lazily(() => ajv.compile({ allOf: [strict(schema, false)] }));
			return (value: unknown) => (validate()(value) ? [] : complaints(validate()));
		};
	};
	const ofBody = compilerOf({ allErrors: true });
	const ofQuery = compilerOf({ coerceTypes: 'array' });
	return objectsIn(document.paths).flatMap(([template, methods]) =>
		objectsIn(methods).map(([method, { parameters, requestBody }]): Operation => {
			const inQuery = Array.isArray(parameters) ? parameters.filter(isObject).filter(isInQuery) : [];
			const schema = bodySchema(requestBody);
			return {
				method: method.toUpperCase(),
				template,
				pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
				query: new Map(inQuery.map((each) => [String(each.name), ofQuery(each.schema)])),
				required: inQuery.filter((each) => each.required === true).map((each) => String(each.name)),
				body: schema === undefined ? undefined : ofBody(schema),
				needsBody: isObject(requestBody) && requestBody.required === true,
			};
		}),
	);
}

const isInQuery = (parameter: Json) => parameter.in === 'query';

function lazily<Value>(make: () => Value): () => Value {
	let made: { value: Value } | undefined;
	return () => (made ??= { value: make() }).value;
}

function bodySchema(body: unknown): unknown {
	if (!isObject(body) || !isObject(body.content)) return undefined;
	const json = body.content['application/json'];
	return isObject(json) ? json.schema : undefined;
}

/** Reads the specification once; gives what is wrong with a request, nothing where it is right. */
export function infobipJudge(): Judge {
	const operations = readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.flatMap(readFile)
		// A path without parameters is meant before one with them.
		.sort((one, other) => one.template.split('{').length - other.template.split('{').length);
	return ({ method, path, query = {}, body, form }) => {
		const operation = operations.find((each) => each.method === method && each.pattern.test(path));
		if (operation === undefined) return ['the specification has no such path'];
		const problems = operation.required
			.filter((name) => !(name in query))
			.map((name) => `?${name} is missing`);
		for (const [name, value] of Object.entries(query)) {
			const validate = operation.query.get(name);
			problems.push(...(validate?.(value) ?? ['is unknown']).map((words) => `?${name} ${words}`));
		}
		if (form !== undefined) return [...problems, 'a form is not judged'];
		if (body === undefined) return operation.needsBody ? [...problems, 'the body is missing'] : problems;
		if (operation.body === undefined) return [...problems, 'no body is foreseen'];
		const written: unknown = JSON.parse(JSON.stringify(body));
		return [...problems, ...operation.body(written)];
	};
}
