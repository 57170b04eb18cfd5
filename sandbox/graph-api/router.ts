import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { GRAPH_VERSION } from '../settings.ts';
import { checkToken } from './access.ts';
import { answerCall } from '../shared/calls.ts';
import type { Answer } from '../shared/faults.ts';
import { answerOf, GraphError, unknownField, unknownObject, unknownPath } from './errors.ts';
import type { Operation } from './operations.ts';
import { Download } from './media.ts';
import { readForm } from './multipart.ts';
import { isObject, type Parameters } from './parameters.ts';
import type { Parts } from './stand-in.ts';

const VERSION = /^v\d{1,3}\.\d+$/;
/** Names of the kinds of objects in Meta's errors. */
const NODE_TYPES: Partial<Record<string, string>> = {
	account: 'WhatsAppBusinessAccount',
	number: 'WhatsAppBusinessPhoneNumber',
	app: 'Application',
	template: 'WhatsAppMessageTemplate',
	media: 'WhatsAppMedia',
};

type Surroundings = Pick<
	Parts,
	'directory' | 'faults' | 'ledger' | 'now' | 'operations' | 'shelf' | 'templates'
>;

interface Target {
	id: string;
	edge: string | undefined;
	kind: string;
}

/** The Graph API's side: version, faults, token, object, operation; in this order. */
export function graphRouter(around: Surroundings): Router {
	const router = Router();
	router.use(express.json({ limit: '5mb' }), express.urlencoded({ limit: '5mb', extended: false }));
	router.use(express.raw({ type: 'multipart/form-data', limit: '101mb' }), withoutBody);
	router.use(async (request, response) => {
		await handle(around, request, response);
	});
	return router;
}

/** A body that is no JSON counts as none: Meta complains of the first missing parameter, not of the syntax. */
const withoutBody: ErrorRequestHandler = (_error, _request, _response, next) => {
	next();
};

async function handle(around: Surroundings, request: Request, response: Response): Promise<void> {
	const { operations } = around;
	const receivedAt = around.now();
	const segments = request.path.split('/').filter((segment) => segment !== '');
	const version = VERSION.test(segments[0] ?? '') ? segments.shift() : undefined;
	response.setHeader('facebook-api-version', version ?? GRAPH_VERSION);

	const target = targetOf(segments, around);
	const operation = operations.find(
		({ on, edge, method }) =>
			on === target.kind && edge === target.edge && method === request.method && segments.length <= 2,
	);
	await answerCall(around, {
		request,
		response,
		path: `/${segments.join('/')}`,
		isSend: operation?.isSend === true,
		run: () => answerTo(around, { request, receivedAt }, target, operation),
	});
}

/** Object and edge of a path. A path that starts with no known object is a kind of its own, such as `debug_token`. */
function targetOf(segments: string[], { directory, shelf, templates }: Surroundings): Target {
	const [id = '', edge] = segments;
	const { appId, businessAccountId, otherApps } = directory.world;
	if (directory.number(id)) return { id, edge, kind: 'number' };
	if (id === businessAccountId) return { id, edge, kind: 'account' };
	if (templates.isId(id)) return { id, edge, kind: 'template' };
	if (shelf.file(id)) return { id, edge, kind: 'media' };
	const isApp = id === appId || otherApps.some((app) => app.id === id);
	return { id, edge, kind: isApp ? 'app' : id };
}

async function answerTo(
	{ directory, operations }: Surroundings,
	{ request, receivedAt }: { request: Request; receivedAt: number },
	{ id, kind, edge }: Target,
	operation: Operation | undefined,
): Promise<Answer> {
	try {
		const parameters = readParameters(request);
		const { authorization } = request.headers;
		const caller =
			operation?.takes === 'nothing'
				? undefined
				: checkToken(directory.world, authorization, parameters, operation);
		const { method } = request;
		if (!operation) {
			const isKnown = operations.some(({ on }) => on === kind);
			if (id === '') throw unknownPath('/');
			if (isKnown && method === 'GET' && edge !== undefined)
				throw unknownField(edge, NODE_TYPES[kind] ?? kind);
			throw unknownObject(method, id);
		}
		const address = `${request.protocol}://${request.headers.host ?? ''}${request.baseUrl}${request.path}`;
		const answer = await operation.run({ method, id, caller, parameters, address, receivedAt });
		return answer instanceof Download ? answerWith(answer) : { status: 200, body: answer };
	} catch (failure) {
		if (!(failure instanceof GraphError)) throw failure;
		return answerOf(failure);
	}
}

function answerWith({ file }: Download): Answer {
	return { status: 200, headers: { 'Content-Type': file.mimeType }, body: file.bytes };
}

function readParameters(request: Request): Parameters {
	const body: unknown = request.body;
	const form = Buffer.isBuffer(body) ? readForm(request.headers['content-type'] ?? '', body) : body;
	return { ...request.query, ...(isObject(form) ? form : {}) };
}
