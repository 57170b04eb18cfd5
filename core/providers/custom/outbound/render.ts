import type { JsonObject, JsonValue } from '../../../events';
import type { ContentOf, OutgoingMessage } from '../../../messages';
import type { ApiRequest } from '../../../http/api';
import type { BuildResult } from '../../../messages/sending';
import { compact, rowOf, toJsonValue } from '../../../lib/json';
import { problem } from '../../../lib/result';
import { templatePlace } from '../../../whatsapp/templates/keys';
import { plainText, type Source } from '../language/evaluate';
import { fieldOf, fillGroup, fillList, fillText, fillTexts, Gap, pathsOf } from './fill';
import { encodePathValue, faultOfPath, isHeaderValue } from './places';
import type { RequestTemplate } from './request-template';
import type { Group } from './tree';

/** The name of a blank: what stands behind `body_`, and a key that is of no part of a template, such as `3`. */
function blankOf(key: string): string | undefined {
	const place = templatePlace(key);
	if (place === undefined) return key;
	return place.part === 'body' && place.card === undefined ? place.name : undefined;
}

const isNumber = (blank: string) => /^\d+$/.test(blank);

/** A template with the texts of its body: by the names of their blanks, and those with a number in order. */
function templateView({ name, language, values }: ContentOf<'template'>): JsonObject {
	const variables = Object.entries(values).flatMap(([key, value]): [string, string][] => {
		const blank = blankOf(key);
		return blank === undefined ? [] : [[blank, value]];
	});
	const numbered = variables
		.filter(([blank]) => isNumber(blank))
		.sort(([one], [other]) => Number(one) - Number(other));
	const parameters = numbered.map(([, value]) => value);
	return { name, language, values, variables: Object.fromEntries(variables), parameters };
}

/** The message as expressions see it, with a template's own fields in a group. */
function messageView(message: OutgoingMessage): JsonValue {
	return toJsonValue(message.type === 'template' ? { ...message, template: templateView(message) } : message);
}

/** Whether a path of the request template brings a value along. */
function brings([first, second, third]: string[], key: string): boolean {
	const [member, name] = first === 'template' ? [second, third] : [first, second];
	if (member === undefined) return true;
	if (member === 'values') return name === undefined || name === key;
	const blank = blankOf(key);
	if (blank === undefined) return false;
	if (member === 'variables') return name === undefined || name === blank;
	return member === 'parameters' && isNumber(blank);
}

/** A value of a template that the request has no place for: it must not vanish without a word. */
function strayValue(template: RequestTemplate, own: Group, message: OutgoingMessage): string | undefined {
	if (message.type !== 'template') return undefined;
	const { path, query, headers, body } = template;
	const texts = [path, ...[...query, ...headers].map(({ value }) => value)];
	const paths = [
		...[own, ...(body === undefined ? [] : [body])].flatMap(pathsOf),
		...texts.flatMap((text) => pathsOf({ kind: 'text', text })),
	];
	return Object.keys(message.values).find((key) => !paths.some((path) => brings(path, key)));
}

function fillPath({ path }: RequestTemplate, source: Source): string {
	const filled = fillText(path, source, 'path', encodePathValue);
	if (faultOfPath(filled) === undefined) return filled;
	const field = fieldOf(path.root);
	throw new Gap(field, `The ${field} of the message cannot stand in the path of the request`);
}

function fillHeaders({ headers }: RequestTemplate, source: Source): Record<string, string> {
	const filled = fillTexts(headers, source, 'headers');
	const broken = headers.find(({ name }) => !isHeaderValue(filled[name] ?? ''));
	if (broken === undefined) return filled;
	const field = fieldOf(broken.value.root);
	throw new Gap(
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
): Pick<ApiRequest, 'body' | 'form'> {
	if (body?.kind === 'list') return { body: fillList(body.items, source, 'body') };
	const names = new Set(own.members.map(({ name }) => name));
	const members = [...(body?.members.filter(({ name }) => !names.has(name)) ?? []), ...own.members];
	if (body === undefined && members.length === 0) return {};
	const filled = fillGroup(members, source, 'body');
	return contentType === 'form' ? { form: toForm(filled) } : { body: filled };
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
	const stray = strayValue(template, own, message);
	if (stray !== undefined) {
		return problem(
			`values.${stray}`,
			`The request has no place for the value "${stray}": give it by the name or number that the blank has at the gateway, such as body_3 or 3`,
		);
	}
	const view = messageView(message);
	const source: Source = { element: view, body: view };
	try {
		const path = fillPath(template, source);
		const headers = ifAny(fillHeaders(template, source));
		const query = ifAny(fillTexts(template.query, source, 'query'));
		const body = fillBody(template, own, source);
		const { method } = template;
		return { ok: true, request: compact<ApiRequest>({ method, path, query, headers, ...body }) };
	} catch (gap) {
		if (!(gap instanceof Gap)) throw gap;
		return problem(gap.field, gap.message);
	}
}
