import type { IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { fieldIn, variesByItem } from './expressions';
import { readGroup, readList, readText } from './parameters';
import { readChoice, readSection, readSwitch } from './settings';

/**
 * The node's parameters. One that is the same for every item is read once: asking n8n for each item costs time that a list
 * of ten thousand makes felt.
 */
export class ParameterReader {
	private readonly constants = new Map<string, unknown>();

	private readonly raw: INodeParameters;

	private readonly items: INodeExecutionData[];

	constructor(readonly context: IExecuteFunctions) {
		this.raw = context.getNode().parameters;
		this.items = context.getInputData();
	}

	get count(): number {
		return this.items.length;
	}

	item(index: number): INodeExecutionData {
		return this.items[index] ?? { json: {} };
	}

	value(name: string, itemIndex: number, extractValue = false): unknown {
		return this.read(name, this.raw[name], itemIndex, extractValue);
	}

	/** A collection, each of its members as often as that one needs: one that varies does not make n8n copy the others. */
	collection(name: string, itemIndex: number): unknown {
		const written = this.raw[name];
		if (!isCollection(written) || !variesByItem(written)) return this.value(name, itemIndex);
		return Object.fromEntries(
			Object.entries(written).map(([member, value]) => [
				member,
				this.read(`${name}.${member}`, value, itemIndex),
			]),
		);
	}

	/** @param path as n8n takes it: `permission.consentRecords` */
	private read(path: string, written: unknown, itemIndex: number, extractValue = false): unknown {
		if (this.constants.has(path)) return this.constants.get(path);
		const field = extractValue ? undefined : this.fieldOf(written, itemIndex);
		if (field !== undefined) return field;
		const value: unknown = this.context.getNodeParameter(path, itemIndex, '', { extractValue });
		if (!variesByItem(written)) this.constants.set(path, value);
		return value;
	}

	/** What an expression that only names a field gives, where n8n would hand on the same. */
	private fieldOf(written: unknown, itemIndex: number): unknown {
		const name = fieldIn(written);
		if (name === undefined) return undefined;
		const { json } = this.item(itemIndex);
		const value = Object.hasOwn(json, name) ? json[name] : undefined;
		return isPlain(value) ? value : undefined;
	}
}

/** Not a date, for example, of which n8n makes a text. */
function isPlain(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return true;
	return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

function isCollection(written: unknown): written is object {
	return typeof written === 'object' && written !== null && !Array.isArray(written);
}

/** A member of an item by its name, or by a path such as `contact.phone` where no member has that name. */
function memberOf(json: Record<string, unknown>, path: string): unknown {
	if (Object.hasOwn(json, path)) return json[path];
	let value: unknown = json;
	for (const name of path.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
		value = readGroup(value)[name];
	}
	return value;
}

/** What the panel and the item say about one message, as plain types. */
export class ItemReader {
	constructor(
		private readonly parameters: ParameterReader,
		readonly itemIndex: number,
		readonly item: INodeExecutionData,
	) {}

	get context(): IExecuteFunctions {
		return this.parameters.context;
	}

	value(name: string): unknown {
		return this.parameters.value(name, this.itemIndex);
	}

	text(name: string): string {
		return readText(this.parameters.value(name, this.itemIndex));
	}

	flag(name: string, label: string): boolean {
		return readSwitch(this.parameters.value(name, this.itemIndex), label) ?? false;
	}

	choice<Choice extends string>(name: string, label: string, choices: readonly Choice[]): Choice | undefined {
		return readChoice(this.parameters.value(name, this.itemIndex), label, choices);
	}

	group(name: string): Record<string, unknown> {
		return readGroup(this.parameters.value(name, this.itemIndex));
	}

	/** A collection of the panel, to which a person adds what is wanted. */
	collection(name: string, label: string): Record<string, unknown> {
		return readSection(this.parameters.collection(name, this.itemIndex), label);
	}

	/** What a resource locator points at. */
	locator(name: string): string {
		return readText(this.parameters.value(name, this.itemIndex, true));
	}

	/** The rows of a fixed collection with many values. */
	rows(name: string, member: string): Record<string, unknown>[] {
		return rowsOf(this.group(name), member);
	}

	/** A field of the item, by name and without an expression. */
	field(path: string): unknown {
		return memberOf(this.item.json, path);
	}
}

export function rowsOf(group: Record<string, unknown>, member: string): Record<string, unknown>[] {
	return readList(group[member]).map(readGroup);
}

/** The group without what was left empty. */
export function filled(group: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== '' && value !== undefined));
}
