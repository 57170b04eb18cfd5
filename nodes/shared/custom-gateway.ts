import {
	NodeOperationError,
	type FunctionsBase,
	type IExecuteFunctions,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import {
	parseMapping,
	parseRequestTemplate,
	previewMapping,
	previewRequest,
	READY_MAPPINGS,
	READY_REQUEST_TEMPLATES,
	type Checked,
	type Mapping,
	type Problem,
	type Remark,
	type RequestTemplate,
} from '../../core';
import { readText } from './parameters';

/** The choice under which a person writes a mapping or a request template. */
export const OWN = 'own';

function parsed(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}

/** A JSON field holds a text, or, where an expression filled it, the value itself. */
function asText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

const MOST_REMEMBERED = 100;
const remembered = new Map<string, unknown>();

/** The same object for the same text: core checks an object once only, and checking costs more than using. */
function readJson(text: string): unknown {
	if (remembered.has(text)) return remembered.get(text);
	if (remembered.size >= MOST_REMEMBERED) remembered.clear();
	const value = parsed(text);
	remembered.set(text, value);
	return value;
}

/** A ready one by its name, or the one that a person wrote. */
function chosen(ready: Readonly<Record<string, unknown>>, choice: string, written: unknown): unknown {
	if (choice === OWN) return readJson(asText(written));
	return Object.hasOwn(ready, choice) ? ready[choice] : undefined;
}

function notJson(name: string): Checked<never> {
	return { ok: false, problems: [{ path: '', message: `the ${name} is not JSON` }] };
}

function checkMapping(choice: unknown, written: unknown): Checked<Mapping> {
	const value = chosen(READY_MAPPINGS, readText(choice), written);
	return value === undefined ? notJson('mapping') : parseMapping(value);
}

function checkRequest(choice: unknown, written: unknown): Checked<RequestTemplate> {
	const value = chosen(READY_REQUEST_TEMPLATES, readText(choice), written);
	return value === undefined ? notJson('request') : parseRequestTemplate(value);
}

function accepted<Value>(
	context: Pick<FunctionsBase, 'getNode'>,
	field: string,
	checked: Checked<Value>,
): Value {
	if (checked.ok) return checked.value;
	const lines = checked.problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
	throw new NodeOperationError(context.getNode(), `'${field}' cannot be used`, {
		description: lines.join('; '),
	});
}

/** The mapping of a Messaging Trigger: how the calls of a custom gateway become events. */
export function chosenMapping(context: IWebhookFunctions | IHookFunctions): Mapping {
	const checked = checkMapping(
		context.getNodeParameter('mapping', ''),
		context.getNodeParameter('ownMapping', ''),
	);
	return accepted(context, 'Mapping', checked);
}

/** The request template of a Messaging Send: how a message becomes a request of a custom gateway. */
export function chosenRequest(context: IExecuteFunctions | IWebhookFunctions): RequestTemplate {
	// Of one item and of a call there is the same panel.
	const read = (name: string): unknown =>
		'getWebhookName' in context ? context.getNodeParameter(name, '') : context.getNodeParameter(name, 0, '');
	return accepted(context, 'Request', checkRequest(read('request'), read('ownRequest')));
}

function line(name: string, description = ''): INodePropertyOptions {
	return { name, value: name, description };
}

const problemLine = ({ path, message }: Problem) => line(message, path);

const remarkLine = ({ severity, path, message }: Remark) =>
	line(`${severity === 'problem' ? 'Problem' : 'Hint'}: ${message}`, path);

/** The mapping's events of the sample, as lines of a list: the editor runs no other code before a workflow is saved. */
export async function previewSample(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const checked = checkMapping(this.getNodeParameter('mapping', ''), this.getNodeParameter('ownMapping', ''));
	if (!checked.ok) return await Promise.resolve(checked.problems.map(problemLine));
	const sample = asText(this.getNodeParameter('sample', ''));
	if (sample.trim() === '') return [line('Paste a call of your gateway into Sample Call first')];
	const { events, remarks } = previewMapping(checked.value, sample);
	const eventLines = events.map((event, index) =>
		line(
			`Event ${index + 1}: ${event.kind}`,
			JSON.stringify({ ...event, raw: undefined, eventKey: undefined }),
		),
	);
	return [...eventLines, ...remarks.map(remarkLine)];
}

/** The request that a message becomes, and the reading of an answer, as lines of a list. */
export async function previewRequestSample(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const checked = checkRequest(this.getNodeParameter('request', ''), this.getNodeParameter('ownRequest', ''));
	if (!checked.ok) return await Promise.resolve(checked.problems.map(problemLine));
	const message = parsed(readText(this.getNodeParameter('sampleMessage', '')));
	if (message === undefined) return [line('Write a message as JSON into Sample Message first')];
	const body = readText(this.getNodeParameter('sampleAnswer', ''));
	const preview = previewRequest(checked.value, message, body === '' ? undefined : { body });
	const { request, answer, remarks } = preview;
	const lines = remarks.map(remarkLine);
	if (answer) lines.unshift(line(`Answer: ${answer.outcome}`, JSON.stringify(answer)));
	if (request) {
		const values = JSON.stringify(request.form ?? request.body ?? {});
		lines.unshift(line(`${request.method} ${request.path}`, values));
	}
	return lines;
}
