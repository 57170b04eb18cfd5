import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { isChoice, Labels, mergeRows, rowsOf, shownFor, type FieldRow, type Shown } from './fields';
import { cellText, code, listed, page, sentence, table } from './markdown';

/** Says on every page where it comes from. */
export const GENERATED =
	'<!-- Written by `npx gulp docs` from the source. What is changed here is overwritten. -->';

/** What a page says beside the description of the node. */
export interface NodeGuide {
	description: INodeTypeDescription;
	/** Where the node is explained. */
	introduction: string;
	/** Names of the fields of an operation's items, where they are known. */
	outputOf?: (resource: string, operation: string) => readonly string[];
}

/** They choose what else the panel shows. */
const SELECTORS = ['provider', 'resource', 'operation'];

type Selection = Readonly<Record<string, string>>;

function holds(shown: Shown, selection: Selection): boolean {
	return Object.entries(selection).every(([name, value]) => shown.get(name)?.has(value) ?? true);
}

function without(shown: Shown, names: readonly string[]): Shown {
	return new Map([...shown].filter(([name]) => !names.includes(name)));
}

interface Choice {
	name: string;
	value: string;
	description: string;
	/** Those that offer it. */
	providers: readonly string[];
}

/** What a node's description says, read for its page. */
class Panel {
	private readonly labels: Labels;
	private readonly rows: readonly FieldRow[];

	constructor(private readonly properties: readonly INodeProperties[]) {
		this.labels = new Labels(properties);
		this.rows = properties
			.filter(({ name }) => !SELECTORS.includes(name))
			.flatMap((field) => rowsOf(field, this.labels));
	}

	/** The choices of a selector for what is selected already. */
	choices(selector: string, selection: Selection = {}): Choice[] {
		const found = new Map<string, Choice>();
		for (const { name, options = [], displayOptions = {} } of this.properties) {
			const shown = shownFor(displayOptions, this.labels);
			if (name !== selector || !holds(shown, selection)) continue;
			for (const choice of options.filter(isChoice)) {
				this.add(found, choice, shownFor(choice.displayOptions ?? displayOptions, this.labels));
			}
		}
		return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
	}

	private add(found: Map<string, Choice>, choice: INodePropertyOptions, shown: Shown): void {
		const { name, description = '' } = choice;
		const value = String(choice.value);
		const providers = [
			...(found.get(value)?.providers ?? []),
			...(shown.get('provider') ?? this.labels.valuesOf('provider')),
		];
		found.set(value, { name, value, description, providers });
	}

	names(providers: readonly string[]): string {
		const all = this.labels.valuesOf('provider');
		if (all.every((provider) => providers.includes(provider))) return '';
		return listed(providers.map((provider) => this.labels.choice('provider', provider)));
	}

	/** Cells of the fields that show for the selection: name, condition, meaning. */
	cells(selection: Selection, providers: readonly string[] = this.labels.valuesOf('provider')): string[][] {
		const rows = this.rows
			.filter(({ shown }) => holds(shown, selection))
			.map((row) => ({ ...row, shown: without(row.shown, ['resource', 'operation']) }))
			.filter(
				({ shown }) =>
					providers.length === 0 || providers.some((one) => shown.get('provider')?.has(one) ?? true),
			);
		return mergeRows(rows).map((row) => [
			`**${row.name}**`,
			this.conditions(row.shown, providers),
			row.meaning,
		]);
	}

	private conditions(shown: Shown, providers: readonly string[]): string {
		const { provider = new Set(providers), ...others } = Object.fromEntries(shown);
		const words = (name: string, values: ReadonlySet<string>) =>
			[...values].map((value) => this.labels.choice(name, value)).join(', ');
		return [
			providers.every((one) => provider.has(one)) ? '' : words('provider', provider),
			...Object.entries(others).map(
				([name, values]) => `_${cellText(this.labels.parameter(name))}_: ${words(name, values)}`,
			),
		]
			.filter((part) => part !== '')
			.join('; ');
	}
}

/** The column of conditions is there only where a field has one. */
function fieldTable(cells: readonly (readonly string[])[]): string {
	if (cells.length === 0) return '';
	if (cells.some(([, condition]) => condition !== '')) {
		return table(['Field', 'Shows for', 'What it takes'], cells);
	}
	return table(
		['Field', 'What it takes'],
		cells.map(([name = '', , meaning = '']) => [name, meaning]),
	);
}

function outputsOf({ outputNames = [] }: INodeTypeDescription): string {
	return outputNames.length === 0 ? '' : `**Outputs:** ${listed(outputNames)}.`;
}

function operationIntroduction(panel: Panel, { description, providers }: Choice): string {
	const names = panel.names(providers);
	return [sentence(description), names && `${names} only.`].filter((part) => part !== '').join(' ');
}

/** A heading for each resource, and one below it for each operation. */
function resourceSections(panel: Panel, outputOf: NodeGuide['outputOf']): string[] {
	return panel.choices('resource').flatMap((resource) => {
		const operations = panel.choices('operation', { resource: resource.value });
		return [
			`## ${resource.name}`,
			operationIntroduction(panel, resource),
			...operations.flatMap((operation) => {
				const selection = { resource: resource.value, operation: operation.value };
				const names = outputOf?.(resource.value, operation.value) ?? [];
				return [
					`### ${resource.name}: ${operation.name}`,
					operationIntroduction(panel, operation),
					fieldTable(panel.cells(selection, operation.providers)),
					names.length === 0 ? '' : `Gives ${names.map(code).join(', ')}.`,
				];
			}),
		];
	});
}

/** Fields that several operations have are told once. */
function operationSections(panel: Panel): string[] {
	const sections = panel.choices('operation').map((operation) => ({
		operation,
		cells: panel.cells({ operation: operation.value }, operation.providers),
	}));
	const count = new Map<string, number>();
	for (const cell of sections.flatMap(({ cells }) => cells)) {
		count.set(cell.join('\n'), (count.get(cell.join('\n')) ?? 0) + 1);
	}
	const isShared = (cell: readonly string[]) => (count.get(cell.join('\n')) ?? 0) > 1;
	const shared = new Map(
		sections.flatMap(({ cells }) => cells.filter(isShared)).map((cell) => [cell.join('\n'), cell]),
	);
	return [
		...sections.flatMap(({ operation, cells }) => [
			`## ${operation.name}`,
			operationIntroduction(panel, operation),
			fieldTable(cells.filter((cell) => !isShared(cell))),
		]),
		'## Fields of several operations',
		fieldTable([...shared.values()]),
	];
}

function sectionsOf(panel: Panel, { outputOf }: NodeGuide): string[] {
	if (panel.choices('resource').length > 0) return resourceSections(panel, outputOf);
	if (panel.choices('operation').length > 0) return operationSections(panel);
	return ['## Fields', fieldTable(panel.cells({}))];
}

/** Everything that the panel of a node takes, in the words of the panel. */
export function nodePage(guide: NodeGuide): string {
	const { description, introduction } = guide;
	const panel = new Panel(description.properties);
	return page(
		GENERATED,
		`# ${description.defaults.name}`,
		`${sentence(description.description)} ${introduction}`,
		outputsOf(description),
		'Fields within a collection stand behind an arrow. What stands under _Options_, _Filters_ and the like shows once it is added.',
		...sectionsOf(panel, guide),
	);
}
