import { z } from 'zod';
import { DELIVERY_CAUSES } from '../../../events';
import { OUTGOING_TYPES } from '../../../messages';
import { checkerOf, expression, filledText, group, paths, table } from '../language/schema';
import type { Expression } from '../language/syntax';
import { partsOf } from './fill';
import { faultOfHeaderName, faultOfPath, isHeaderValue } from './places';
import { groupTree, texts, tree } from './tree';

/** A further check of a value that is right by itself; Zod's `superRefine` would look at wrong ones, too. */
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
function withPlaceholders(text: Expression): string {
	return partsOf(text)
		.map((part) => (part.kind === 'constant' ? part.text : 'x'))
		.join('');
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

const type = z
	.string()
	.refine(
		(name) => OUTGOING_TYPES.some((each) => each === name),
		`is not a type of message; there are ${OUTGOING_TYPES.join(', ')}`,
	);

const status = z.number().int().min(100).max(599);

const answer = group({
	/** Lowest and highest HTTP status of an answer that means that the gateway has the message. */
	success: z
		.tuple([status, status], {
			errorMap: () => ({ message: 'must be the lowest and the highest HTTP status, such as [200, 299]' }),
		})
		.default([200, 299]),
	/** Where an answer names several parts of the message, the path to them: the fields below are then a part's. */
	parts: paths.optional(),
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
	/** The types of message that the gateway takes, each with its own members of the body; text alone without it. */
	types: z.record(type, groupTree).default({ text: {} }),
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

/** A request template in JSON, checked. */
export const parseRequestTemplate = checkerOf(schema);
