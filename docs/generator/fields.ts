import type {
	IDisplayOptions,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import { cellText, code, sentence } from './markdown';

/** Values of other parameters for which a field shows, by their names. */
export type Shown = ReadonlyMap<string, ReadonlySet<string>>;

/** A field of the panel, or one inside a collection. */
export interface FieldRow {
	name: string;
	meaning: string;
	shown: Shown;
}

type Option = NonNullable<INodeProperties['options']>[number];

function isField(option: Option): option is INodeProperties {
	return 'type' in option;
}

function isGroup(option: Option): option is INodePropertyCollection {
	return 'values' in option;
}

export function isChoice(option: Option): option is INodePropertyOptions {
	return 'value' in option;
}

/** All choices are written out up to this many. */
const MOST_CHOICES = 20;

function choicesOf({ options = [] }: INodeProperties): string {
	const choices = options.filter(isChoice);
	if (choices.length === 0) return '';
	if (choices.length > MOST_CHOICES) return `One of ${choices.length}.`;
	const told = choices.map(({ name, description }) =>
		description === undefined
			? `_${cellText(name)}_`
			: `_${cellText(name)}_ (${cellText(description).replace(/\.$/, '')})`,
	);
	return `${told.join(', ')}.`;
}

function defaultOf({ type, default: value, options = [] }: INodeProperties): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string' || value === '' || value.includes('\n')) return '';
	if (type === 'options') {
		const chosen = options.filter(isChoice).find((choice) => choice.value === value);
		return chosen === undefined ? '' : `_${cellText(chosen.name)}_`;
	}
	return value === '{}' ? '' : code(value.replace(/^=/, ''));
}

function exampleOf({ placeholder = '' }: INodeProperties): string {
	return placeholder.startsWith('e.g. ') ? `Example: ${code(placeholder.slice('e.g. '.length))}.` : '';
}

function meaningOf(field: INodeProperties, isAdded: boolean): string {
	const preset = defaultOf(field);
	return [
		field.required === true ? '**Required.**' : '',
		sentence(cellText(field.description ?? '')),
		choicesOf(field),
		preset === '' ? '' : `${isAdded ? 'When added' : 'Default'}: ${preset}.`,
		exampleOf(field),
	]
		.filter((part) => part !== '')
		.join(' ');
}

const SWITCH: Readonly<Record<string, string>> = { true: 'on', false: 'off' };

/** Labels of parameters and of their choices, as the panel has them. */
export class Labels {
	private readonly parameters = new Map<string, string>();
	private readonly choices = new Map<string, Map<string, string>>();

	constructor(properties: readonly INodeProperties[]) {
		this.read(properties);
	}

	/** Fields inside a collection are named by conditions of those beside them. */
	private read(properties: readonly INodeProperties[]): void {
		for (const { name, displayName, options = [] } of properties) {
			this.parameters.set(name, this.parameters.get(name) ?? displayName);
			const known = this.choices.get(name) ?? new Map<string, string>();
			for (const choice of options.filter(isChoice)) known.set(String(choice.value), choice.name);
			this.choices.set(name, known);
			this.read([...options.filter(isField), ...options.filter(isGroup).flatMap(({ values }) => values)]);
		}
	}

	parameter(name: string): string {
		return this.parameters.get(name) ?? name;
	}

	choice(name: string, value: string): string {
		return this.choices.get(name)?.get(value) ?? SWITCH[value] ?? value;
	}

	valuesOf(name: string): string[] {
		return [...(this.choices.get(name)?.keys() ?? [])];
	}
}

/** What `hide` leaves counts like what `show` names. */
export function shownFor({ show = {}, hide = {} }: IDisplayOptions, labels: Labels): Shown {
	const shown = new Map<string, ReadonlySet<string>>();
	for (const [path, values = []] of Object.entries(show)) {
		shown.set(path.replace('/', ''), new Set(values.map(String)));
	}
	for (const [path, values = []] of Object.entries(hide)) {
		const name = path.replace('/', '');
		const hidden = values.map(String);
		const left = labels.valuesOf(name).filter((value) => !hidden.includes(value));
		shown.set(name, new Set(left));
	}
	return shown;
}

function within(outer: Shown, inner: Shown): Shown {
	const both = new Map(outer);
	for (const [name, values] of inner) {
		const known = outer.get(name);
		both.set(name, known === undefined ? values : new Set([...values].filter((value) => known.has(value))));
	}
	return both;
}

/** The field and those inside it, each with the path that the panel shows. */
export function rowsOf(
	field: INodeProperties,
	labels: Labels,
	path: readonly string[] = [],
	outer: Shown = new Map(),
): FieldRow[] {
	if (field.type === 'notice' || field.type === 'hidden') return [];
	const shown = within(outer, shownFor(field.displayOptions ?? {}, labels));
	const here = [...path, field.displayName];
	const name = here.map(cellText).join(' → ');
	const options = field.options ?? [];
	const inner =
		field.type === 'collection' || field.type === 'fixedCollection' ? innerFields(options, here) : [];
	const meaning = meaningOf(field, path.length > 0);
	const own = inner.length > 0 && meaning === '' ? [] : [{ name, meaning, shown }];
	return [...own, ...inner.flatMap(([parent, child]) => rowsOf(child, labels, parent, shown))];
}

/** A group that stands alone in its collection adds nothing to the path. */
function innerFields(options: readonly Option[], path: readonly string[]): [string[], INodeProperties][] {
	const groups = options.filter(isGroup);
	const grouped = groups.flatMap(({ displayName, values }) =>
		values.map((field): [string[], INodeProperties] => [
			groups.length > 1 ? [...path, displayName] : [...path],
			field,
		]),
	);
	return [
		...options.filter(isField).map((field): [string[], INodeProperties] => [[...path], field]),
		...grouped,
	];
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return one.size === other.size && [...one].every((value) => other.has(value));
}

/** One row for both, if they say the same and differ in the values of a single parameter. */
function merged(one: FieldRow, other: FieldRow): FieldRow | undefined {
	if (one.name !== other.name || one.meaning !== other.meaning || one.shown.size !== other.shown.size) {
		return undefined;
	}
	const shown = new Map(one.shown);
	for (const [name, values] of one.shown) {
		const others = other.shown.get(name);
		if (others === undefined) return undefined;
		if (!isSame(values, others)) shown.set(name, new Set([...values, ...others]));
	}
	const changed = [...shown].filter(([name, values]) => values !== one.shown.get(name));
	return changed.length > 1 ? undefined : { ...one, shown };
}

/** Rows that say the same and show for one value each become one row for all of these. */
export function mergeRows(rows: readonly FieldRow[]): FieldRow[] {
	const kept: FieldRow[] = [];
	for (const row of rows) {
		const both = kept.map((other) => merged(other, row));
		const index = both.findIndex((one) => one !== undefined);
		kept[index < 0 ? kept.length : index] = both[index] ?? row;
	}
	return kept;
}
