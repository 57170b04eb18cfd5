import type { IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { readGroup, readList, readText } from './parameters';
import { readChoice, readSwitch } from './settings';

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsExpression);
}

/**
 * The node's parameters. One that holds no expression is the same for every item and is read once: asking n8n for each item
 * costs time that a list of ten thousand makes felt.
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
		if (this.constants.has(name)) return this.constants.get(name);
		const value: unknown = this.context.getNodeParameter(name, itemIndex, '', { extractValue });
		if (!holdsExpression(this.raw[name])) this.constants.set(name, value);
		return value;
	}
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
