import type { INodeProperties } from 'n8n-workflow';
import { parseJsonField, readGroup, readText, readWords } from '../shared/parameters';
import type { ItemReader } from '../shared/reader';
import type { ChannelRun } from './run';

/** What an operation of core takes, by its own names. */
export type Input = Record<string, unknown>;

/** The fields of an operation for one provider, and what they become. */
export interface Form {
	/** Without `displayOptions` for provider, resource and operation: the table of operations adds these. */
	fields: readonly INodeProperties[];
	read(reader: ItemReader, run: ChannelRun): Input | Promise<Input>;
}

function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
	);
}

/** What stands in one field, whatever an expression put there. */
function valueOf({ type, displayName }: INodeProperties, value: unknown): unknown {
	switch (type) {
		case 'json':
			return parseJsonField(value, displayName);
		case 'string':
		case 'options':
			return Array.isArray(value) ? value : readText(value);
		case 'dateTime':
			return value instanceof Date ? value.toISOString() : readText(value);
		default:
			return value;
	}
}

function isField(option: object): option is INodeProperties {
	return 'type' in option && 'displayName' in option;
}

/** A collection gives its fields as if they stood beside it. One that was added and left empty is empty on purpose. */
function collected({ options = [] }: INodeProperties, value: unknown): Input {
	const group = readGroup(value);
	return Object.fromEntries(
		options
			.filter(isField)
			.filter(({ name }) => name in group)
			.map((field) => [field.name, valueOf(field, group[field.name])]),
	);
}

/** *Return All* and *Limit* are one thing to core. */
function withoutPaging({ returnAll, limit, ...input }: Input): Input {
	return returnAll === true || limit === undefined ? input : { ...input, limit };
}

/** What another field hides was perhaps filled in before it was hidden. */
function isShown({ displayOptions }: INodeProperties, reader: ItemReader): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		values?.some((value) => value === reader.value(name)),
	);
}

/** The fields by their names. Fields of a fixed collection are left to the form that has them. */
function plainInput(fields: readonly INodeProperties[], reader: ItemReader): Input {
	const input: Input = {};
	for (const field of fields.filter((one) => isShown(one, reader))) {
		const { name, type } = field;
		if (type === 'notice' || type === 'fixedCollection') continue;
		if (type === 'collection') {
			Object.assign(input, collected(field, reader.value(name)));
		} else {
			const value = type === 'resourceLocator' ? reader.locator(name) : valueOf(field, reader.value(name));
			if (!isEmpty(value)) input[name] = value;
		}
	}
	return withoutPaging(input);
}

type Refine = (input: Input, reader: ItemReader, run: ChannelRun) => Input | Promise<Input>;

/** A form whose fields have the names that core knows, but for what `refine` changes. */
export function form(fields: readonly INodeProperties[], refine: Refine = (input) => input): Form {
	return { fields, read: async (reader, run) => await refine(plainInput(fields, reader), reader, run) };
}

/** Makes lists of members that hold several words in one field. */
export function withLists(...names: readonly string[]) {
	return (input: Input): Input => {
		const lists = names
			.filter((name) => !isEmpty(input[name]))
			.map((name): [string, string[]] => [name, readWords(input[name])]);
		return { ...input, ...Object.fromEntries(lists) };
	};
}

/** The credential's verify token where the panel names none. */
export function withVerifyToken(input: Input, _reader: ItemReader, { connection }: ChannelRun): Input {
	return { ...input, verifyToken: input.verifyToken || connection.webhook.verifyToken };
}

export function without(input: Input, ...names: readonly string[]): Input {
	return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}
