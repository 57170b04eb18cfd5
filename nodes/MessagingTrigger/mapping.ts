import {
	NodeOperationError,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { parseMapping, previewMapping, READY_MAPPINGS, type Mapping, type MappingResult } from '../../core';
import { readText } from '../shared/parameters';

/** The *Mapping* choice under which the person writes one. */
export const OWN_MAPPING = 'own';

type MappingContext = IWebhookFunctions | IHookFunctions | ILoadOptionsFunctions;

/** Checking a mapping costs more than using it, so the result is kept per text. Few workflows have one of their own. */
const checked = new Map<string, MappingResult>();
const MOST_CHECKED = 100;

function parseText(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}

function check(text: string): MappingResult {
	const known = checked.get(text);
	if (known) return known;
	if (checked.size >= MOST_CHECKED) checked.clear();
	const value = parseText(text);
	const result: MappingResult =
		value === undefined
			? { ok: false, problems: [{ path: '', message: 'the mapping is not JSON' }] }
			: parseMapping(value);
	checked.set(text, result);
	return result;
}

function writtenMapping(context: MappingContext): string {
	const choice = readText(context.getNodeParameter('mapping', ''));
	if (choice === OWN_MAPPING) return asText(context.getNodeParameter('ownMapping', ''));
	const ready = Object.entries(READY_MAPPINGS).find(([name]) => name === choice);
	return ready === undefined ? '' : JSON.stringify(ready[1]);
}

/** A JSON field holds a text, or, where an expression filled it, the value itself. */
function asText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

function describe({ problems }: Extract<MappingResult, { ok: false }>): string {
	return problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
}

/** The mapping of a gateway of one's own. */
export function chosenMapping(context: IWebhookFunctions | IHookFunctions): Mapping {
	const result = check(writtenMapping(context));
	if (result.ok) return result.mapping;
	throw new NodeOperationError(context.getNode(), "'Mapping' cannot be used", {
		description: describe(result),
	});
}

/** What the mapping makes of the sample, as lines of a list: the editor runs no other code before a workflow is saved. */
export async function previewSample(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const line = (name: string, description = ''): INodePropertyOptions => ({ name, value: name, description });
	const result = check(writtenMapping(this));
	if (!result.ok)
		return await Promise.resolve(result.problems.map(({ path, message }) => line(message, path)));
	const sample = asText(this.getNodeParameter('sample', ''));
	if (sample.trim() === '') return [line('Paste a call of your gateway into Sample Call first')];
	const { events, remarks } = previewMapping(result.mapping, sample);
	return [
		...events.map((event, index) =>
			line(
				`Event ${index + 1}: ${event.kind}`,
				JSON.stringify({ ...event, raw: undefined, eventKey: undefined }),
			),
		),
		...remarks.map(({ severity, path, message }) =>
			line(`${severity === 'problem' ? 'Problem' : 'Hint'}: ${message}`, path),
		),
	];
}
