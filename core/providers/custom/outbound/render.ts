import type { JsonObject } from '../../../events';
import type { OutgoingMessage } from '../../../messages';
import type { ApiRequest } from '../../../http/api';
import type { BuildResult } from '../../../messages/sending';
import { compact, rowOf } from '../../../lib/json';
import { plainText, type Source } from '../language/evaluate';
import { fieldOf, fillText, type Filled } from './filled-text';
import { messageView } from './message-view';
import { encodePathValue, faultOfPath, isHeaderValue } from './places';
import type { RequestTemplate } from './request-template';
import { fillGroup, fillList, fillTexts, type Group } from './tree';
import { problem, type Reading } from '../../../lib/result';

function step<Value>(filled: Filled<Value>): Reading<Value> {
	if (filled.ok) return filled;
	const { field, place, source } = filled;
	return problem(
		field,
		`The message has no ${field}, which the gateway needs: the request template says ${source} at ${place}`,
	);
}

function fillPath({ path }: RequestTemplate, source: Source): Reading<string> {
	const filled = step(fillText(path, source, 'path', encodePathValue));
	if (!filled.ok || faultOfPath(filled.value) === undefined) return filled;
	const field = fieldOf(path);
	return problem(field, `The ${field} of the message cannot stand in the path of the request`);
}

function fillHeaders({ headers }: RequestTemplate, source: Source): Reading<Record<string, string>> {
	const filled = step(fillTexts(headers, source, 'headers'));
	if (!filled.ok) return filled;
	const broken = headers.find(({ name }) => !isHeaderValue(filled.value[name] ?? ''));
	if (broken === undefined) return filled;
	const field = fieldOf(broken.value);
	return problem(
		field,
		`The ${field} of the message has a line break or a letter that cannot stand in a header, and the request template puts it into ${broken.name}`,
	);
}

/** A form has texts only: whatever else is written as JSON. */
function toForm(body: JsonObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) => [name, plainText(value) ?? JSON.stringify(value)]),
	);
}

function fillBody(
	{ body, contentType }: RequestTemplate,
	own: Group,
	source: Source,
): Reading<Pick<ApiRequest, 'body' | 'form'>> {
	if (body?.kind === 'list') {
		const filled = step(fillList(body, source, 'body'));
		return filled.ok ? { ok: true, value: { body: filled.value } } : filled;
	}
	const names = new Set(own.members.map(({ name }) => name));
	const members = [...(body?.members.filter(({ name }) => !names.has(name)) ?? []), ...own.members];
	if (body === undefined && members.length === 0) return { ok: true, value: {} };
	const filled = step(fillGroup({ kind: 'group', members }, source, 'body'));
	if (!filled.ok) return filled;
	return {
		ok: true,
		value: contentType === 'form' ? { form: toForm(filled.value) } : { body: filled.value },
	};
}

/** Nothing for an empty group. */
function ifAny(texts: Record<string, string>): Record<string, string> | undefined {
	return Object.keys(texts).length > 0 ? texts : undefined;
}

/** The request for one message. Values of the message are encoded by the place that they stand in. */
export function renderRequest(template: RequestTemplate, message: OutgoingMessage): BuildResult {
	const own = rowOf(template.types, message.type);
	if (own === undefined) {
		const possible = Object.keys(template.types).join(', ');
		return problem(
			'type',
			`The request template cannot send a message of type ${message.type}, only ${possible}`,
		);
	}
	const view = messageView(message);
	const source: Source = { element: view, body: view };
	const path = fillPath(template, source);
	if (!path.ok) return path;
	const headers = fillHeaders(template, source);
	if (!headers.ok) return headers;
	const query = step(fillTexts(template.query, source, 'query'));
	if (!query.ok) return query;
	const body = fillBody(template, own, source);
	if (!body.ok) return body;
	return {
		ok: true,
		request: compact<ApiRequest>({
			method: template.method,
			path: path.value,
			query: ifAny(query.value),
			headers: ifAny(headers.value),
			...body.value,
		}),
	};
}
