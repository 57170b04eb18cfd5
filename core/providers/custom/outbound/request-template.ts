import { z } from 'zod';
import { DELIVERY_CAUSES } from '../../../events';
import type { OutgoingType } from '../../../messages';
import { isJsonObject } from '../../../lib/json';
import { expression, group, table } from '../inbound/fields';
import { inPlainWords, problemsOf, type MappingProblem } from '../inbound/problems';
import type { FilledText } from './filled-text';
import { faultOfHeaderName, faultOfPath, isHeaderValue } from './places';
import { filledText, groupTree, texts, tree } from './tree';

/** Every type of message, so that a name that is misspelt is found. */
const TYPES: Readonly<Record<OutgoingType, true>> = {
	text: true,
	image: true,
	audio: true,
	voice: true,
	video: true,
	document: true,
	sticker: true,
	location: true,
	contacts: true,
	reaction: true,
	buttons: true,
	list: true,
	urlButton: true,
	flow: true,
	locationRequest: true,
	addressRequest: true,
	product: true,
	productList: true,
	catalogue: true,
	card: true,
	carousel: true,
	template: true,
	readReceipt: true,
};

/** What is right by itself, checked further; Zod's `superRefine` would look at what is not right, too. */
function checked<Schema extends z.ZodTypeAny>(
	schema: Schema,
	check: (value: z.output<Schema>, context: z.RefinementCtx) => void,
) {
	return schema.transform((value: z.output<Schema>, context): z.output<Schema> => {
		check(value, context);
		return value;
	});
}

/** The text without what comes from the message: `x` stands for each value. */
function withPlaceholders({ parts }: FilledText): string {
	return parts.map((part) => (part.kind === 'constant' ? part.text : 'x')).join('');
}

const path = checked(filledText, (text, context) => {
	const message = faultOfPath(withPlaceholders(text));
	if (message !== undefined) context.addIssue({ code: 'custom', message });
});

const headers = checked(texts, (members, context) => {
	for (const { name, value } of members) {
		const fault =
			faultOfHeaderName(name) ??
			(isHeaderValue(withPlaceholders(value))
				? undefined
				: 'may hold neither line breaks nor letters beyond those of English');
		if (fault !== undefined) context.addIssue({ code: 'custom', path: [name], message: fault });
	}
});

const body = tree.transform((value, context) => {
	if (value.kind === 'group' || value.kind === 'list') return value;
	context.addIssue({ code: 'custom', message: 'must be a group of fields in { }, or a list in [ ]' });
	return z.NEVER;
});

/** The members of the body that a type of message has of its own. */
const types = checked(z.record(groupTree), (byType, context) => {
	for (const type of Object.keys(byType)) {
		if (Object.hasOwn(TYPES, type)) continue;
		const message = `is no type of message; there are ${Object.keys(TYPES).join(', ')}`;
		context.addIssue({ code: 'custom', path: [type], message });
	}
});

const status = z.number().int().min(100).max(599);

const answer = group({
	/** Lowest and highest HTTP status of an answer that means that the gateway has the message. */
	success: z
		.tuple([status, status], {
			errorMap: () => ({ message: 'must be the lowest and the highest HTTP status, such as [200, 299]' }),
		})
		.default([200, 299]),
	/** The id that the statuses of the message carry. */
	messageId: expression,
	/** The gateway's word for what became of the message, where a success does not say it all. */
	status: expression.optional(),
	statuses: table(['accepted', 'rejected']).optional(),
	errorCode: expression.optional(),
	errorMessage: expression.optional(),
	/** What their codes mean. */
	causes: table(DELIVERY_CAUSES).optional(),
}).superRefine((given, context) => {
	if ((given.status === undefined) === (given.statuses === undefined)) return;
	const [missing, there] = given.status === undefined ? ['status', 'statuses'] : ['statuses', 'status'];
	context.addIssue({ code: 'custom', path: [missing], message: `is missing; ${there} needs it` });
});

const fields = group({
	name: z.string().optional(),
	description: z.string().optional(),
	method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
	/** Below the base URL of the credential. */
	path,
	headers: headers.default({}),
	query: texts.default({}),
	contentType: z.enum(['json', 'form']).default('json'),
	body: body.optional(),
	/** The types of message that the gateway takes, text alone where this is left out. */
	types: types.default({ text: {} }),
	answer,
});

const schema = checked(fields, ({ method, contentType, body: common, types: byType }, context) => {
	const hasMembers = Object.values(byType).some(({ members }) => members.length > 0);
	if (method === 'GET') {
		const path = [common === undefined ? 'types' : 'body'];
		const message = 'cannot go with GET, which has no body; write the fields into query';
		if (common !== undefined || hasMembers) context.addIssue({ code: 'custom', path, message });
	} else if (common?.kind === 'list' && (contentType === 'form' || hasMembers)) {
		const message = `must be a group of fields in { }; ${hasMembers ? 'types has fields for it' : 'a form has no lists'}`;
		context.addIssue({ code: 'custom', path: ['body'], message });
	}
});

/** A request template as it is written and saved: plain JSON. */
export type CustomRequestTemplate = z.input<typeof schema>;

/** A request template that was checked and is ready for use. */
export type RequestTemplate = z.output<typeof schema>;
export type AnswerRule = RequestTemplate['answer'];

export type RequestTemplateResult =
	{ ok: true; template: RequestTemplate } | { ok: false; problems: MappingProblem[] };

/** A workflow hands over the same template with every message. */
const known = new WeakMap<object, RequestTemplateResult>();

/** Checks a request template that was read from JSON, every expression included. */
export function parseRequestTemplate(value: unknown): RequestTemplateResult {
	const result = schema.safeParse(value, { errorMap: inPlainWords });
	if (!result.success) return { ok: false, problems: problemsOf(result.error) };
	known.set(result.data, { ok: true, template: result.data });
	return { ok: true, template: result.data };
}

/**
 * A request template as the caller has it: in JSON, or what {@link parseRequestTemplate} made of it. The same object is
 * checked once only, so it must not change afterwards.
 */
export function readyRequestTemplate(value: unknown): RequestTemplateResult {
	if (!isJsonObject(value)) return parseRequestTemplate(value);
	const ready = known.get(value) ?? parseRequestTemplate(value);
	known.set(value, ready);
	return ready;
}
