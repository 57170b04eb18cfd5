import { setTimeout } from 'node:timers/promises';
import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { GRAPH_VERSION } from '../settings.ts';
import { checkToken } from './access.ts';
import type { Directory } from './directory.ts';
import { GraphError, unknownField, unknownObject, unknownPath } from './errors.ts';
import type { Effect } from './faults.ts';
import type { CallRecord } from './ledger.ts';
import type { Operation } from './operations.ts';
import { isObject, type Parameters } from './parameters.ts';
import type { Sandbox } from './sandbox.ts';

const VERSION = /^v\d{1,3}\.\d+$/;
/** Names of the kinds of objects in Meta's errors. */
const NODE_TYPES: Partial<Record<string, string>> = {
	account: 'WhatsAppBusinessAccount',
	number: 'WhatsAppBusinessPhoneNumber',
	app: 'Application',
};
const BAD_GATEWAY =
	'<!DOCTYPE html><html lang="en"><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>';

type Surroundings = Pick<Sandbox, 'directory' | 'faults' | 'ledger' | 'operations'>;

interface Target {
	id: string;
	edge: string | undefined;
	kind: string;
}

interface Answer {
	status: number;
	/** Meta's error code. */
	code?: number;
	body: unknown;
}

/** The Graph API's side: version, faults, token, object, operation; in this order. */
export function graphRouter(around: Surroundings): Router {
	const router = Router();
	router.use(express.json({ limit: '5mb' }), express.urlencoded({ limit: '5mb', extended: false }));
	router.use(withoutBody);
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
	const { faults, ledger, operations } = around;
	const segments = request.path.split('/').filter((segment) => segment !== '');
	const version = VERSION.test(segments[0] ?? '') ? segments.shift() : undefined;
	response.setHeader('facebook-api-version', version ?? GRAPH_VERSION);

	const target = targetOf(segments, around.directory);
	const operation = operations.find(
		({ on, edge, method }) =>
			on === target.kind && edge === target.edge && method === request.method && segments.length <= 2,
	);
	const path = `/${segments.join('/')}`;
	const record: CallRecord = { at: new Date().toISOString(), method: request.method, path };
	ledger.addCall(record);

	if (faults.latencyMs > 0) await setTimeout(faults.latencyMs);
	const run = () => answerTo(around, request, target, operation);
	const hit = faults.takeForCall(operation?.isSend === true);
	if (hit) record.fault = hit.fault;
	const answer = hit ? await disturb(hit.effect, run, request) : await run();
	if (!answer) return;
	record.status = answer.status;
	if (answer.code !== undefined) record.code = answer.code;
	if (typeof answer.body === 'string') response.type('html');
	response.status(answer.status).send(answer.body);
}

/** Object and edge of a path. A path that starts with no known object is a kind of its own, such as `debug_token`. */
function targetOf(segments: string[], directory: Directory): Target {
	const [id = '', edge] = segments;
	const { appId, businessAccountId } = directory.world;
	if (directory.number(id)) return { id, edge, kind: 'number' };
	if (id === businessAccountId) return { id, edge, kind: 'account' };
	return { id, edge, kind: id === appId ? 'app' : id };
}

async function answerTo(
	{ directory, operations }: Surroundings,
	request: Request,
	{ id, kind, edge }: Target,
	operation: Operation | undefined,
): Promise<Answer> {
	try {
		const parameters = readParameters(request);
		const takesAppToken = operation?.takesAppToken === true;
		checkToken(directory.world, request.headers.authorization, parameters, takesAppToken);
		const { method } = request;
		if (!operation) {
			const isKnown = operations.some(({ on }) => on === kind);
			if (id === '') throw unknownPath('/');
			if (isKnown && method === 'GET' && edge !== undefined)
				throw unknownField(edge, NODE_TYPES[kind] ?? kind);
			throw unknownObject(method, id);
		}
		const address = `${request.protocol}://${request.headers.host ?? ''}${request.baseUrl}${request.path}`;
		return { status: 200, body: await operation.run({ method, id, parameters, address }) };
	} catch (failure) {
		if (!(failure instanceof GraphError)) throw failure;
		return answerOf(failure);
	}
}

function answerOf(error: GraphError): Answer {
	return { status: error.row.status, code: error.row.code, body: error.body() };
}

function readParameters(request: Request): Parameters {
	const body: unknown = request.body;
	return { ...request.query, ...(isObject(body) ? body : {}) };
}

/** Lets a fault decide. Undefined where no answer is to be sent. */
async function disturb(
	effect: Effect,
	run: () => Promise<Answer>,
	request: Request,
): Promise<Answer | undefined> {
	switch (effect.kind) {
		case 'error':
			return answerOf(GraphError.of(effect.error));
		case 'page':
			return { status: 502, body: BAD_GATEWAY };
		case 'hang':
			if (effect.accepts) await run();
			return undefined;
		case 'reset':
			if (effect.accepts) await run();
			request.socket.resetAndDestroy();
			return undefined;
		case 'other':
			return run();
	}
}
