import {
	NodeOperationError,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
} from 'n8n-workflow';
import {
	parseRequestTemplate,
	previewRequest,
	READY_REQUEST_TEMPLATES,
	type RequestTemplate,
	type RequestTemplateResult,
} from '../../core';
import { readText } from '../shared/parameters';

/** The *Request* choice under which the person writes one. */
export const OWN_REQUEST = 'own';

function parseText(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}

function check(choice: string, written: unknown): RequestTemplateResult {
	const ready = Object.entries(READY_REQUEST_TEMPLATES).find(([name]) => name === choice);
	if (ready !== undefined) return parseRequestTemplate(ready[1]);
	const value = typeof written === 'string' ? parseText(written) : written;
	return value === undefined
		? { ok: false, problems: [{ path: '', message: 'the request is not JSON' }] }
		: parseRequestTemplate(value);
}

/** How a message becomes a request of a gateway of one's own. */
export function chosenRequest(context: IExecuteFunctions): RequestTemplate {
	const result = check(
		readText(context.getNodeParameter('request', 0, '')),
		context.getNodeParameter('ownRequest', 0, ''),
	);
	if (result.ok) return result.template;
	throw new NodeOperationError(context.getNode(), "'Request' cannot be used", {
		description: result.problems
			.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
			.join('; '),
	});
}

/** What the request makes of the samples, as lines of a list: the editor runs no other code before a workflow is saved. */
export async function previewRequestSample(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const line = (name: string, description = ''): INodePropertyOptions => ({ name, value: name, description });
	const result = check(
		readText(this.getNodeParameter('request', '')),
		this.getNodeParameter('ownRequest', ''),
	);
	if (!result.ok) {
		return await Promise.resolve(result.problems.map(({ path, message }) => line(message, path)));
	}
	const message = parseText(readText(this.getNodeParameter('sampleMessage', '')));
	if (message === undefined) return [line('Write a message as JSON into Sample Message first')];
	const answer = readText(this.getNodeParameter('sampleAnswer', ''));
	const preview = previewRequest(result.template, message, answer === '' ? undefined : { body: answer });
	const { request, remarks } = preview;
	return [
		...(request === undefined
			? []
			: [line(`${request.method} ${request.path}`, JSON.stringify(request.form ?? request.body ?? {}))]),
		...(preview.answer === undefined
			? []
			: [line(`Answer: ${preview.answer.outcome}`, JSON.stringify(preview.answer))]),
		...remarks.map((remark) =>
			line(`${remark.severity === 'problem' ? 'Problem' : 'Hint'}: ${remark.message}`, remark.path),
		),
	];
}
