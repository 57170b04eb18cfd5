import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { GRAPH_VERSION } from '../settings.ts';
import { type Access, checkReach, checkScope } from './access.ts';
import { adminError } from './administration/errors.ts';
import { PORTFOLIO } from './administration/portfolio.ts';
import type { Uploads } from './administration/uploads.ts';
import { answerCall } from '../shared/calls.ts';
import type { Answer, Faults } from '../shared/faults.ts';
import type { Ledger } from '../shared/ledger.ts';
import type { Directory } from './directory.ts';
import { answerOf, GraphError, unknownField, unknownObject, unknownPath } from './errors.ts';
import type { Operation } from './operations.ts';
import { Download, type MediaShelf } from './media.ts';
import { isObject, type Parameters } from './parameters.ts';
import type { Templates } from './templates.ts';

const VERSION = /^v\d{1,3}\.\d+$/;
const NEWEST = 26;
/** Names of the kinds of objects in Meta's errors. */
const NODE_TYPES: Partial<Record<string, string>> = {
	account: 'WhatsAppBusinessAccount',
	number: 'WhatsAppBusinessPhoneNumber',
	app: 'Application',
	template: 'WhatsAppMessageTemplate',
	media: 'WhatsAppMedia',
	business: 'Business',
};

const RAW = ['multipart/form-data', 'application/octet-stream'];

interface Surroundings {
	access: Access;
	directory: Directory;
	faults: Faults;
	ledger: Ledger;
	now: () => number;
	operations: readonly Operation[];
	shelf: MediaShelf;
	templates: Templates;
	uploads: Uploads;
	/** Versions of the API below the newest are not answered any more. */
	version: { readonly hasEnded: boolean };
}

interface Target {
	id: string;
	edge: string | undefined;
	item: string | undefined;
	kind: string;
	/** The account that the object belongs to. */
	accountId?: string | undefined;
}

/** The Graph API's side: version, faults, token, object, operation; in this order. */
export function graphRouter(around: Surroundings): Router {
	const router = Router();
	router.use(express.json({ limit: '5mb' }), express.urlencoded({ limit: '5mb', extended: false }));
	router.use(express.raw({ type: RAW, limit: '101mb' }), withoutBody);
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
		({ on, edge, method, isOne = false }) =>
			on === target.kind &&
			edge === target.edge &&
			method === request.method &&
			isOne === (target.item !== undefined),
	);
	await answerCall(around, {
		request,
		response,
		path: `/${segments.join('/')}`,
		isSend: operation?.isSend === true,
		run: () => answerTo(around, { request, receivedAt, version }, target, operation),
	});
}

/** Object and edge of a path. A path that starts with no known object is a kind of its own, such as `debug_token`. */
function targetOf(
	segments: string[],
	{ access, directory, shelf, templates, uploads }: Surroundings,
): Target {
	const [id = '', edge, ...rest] = segments;
	const target = { id, edge, item: rest.length === 0 ? undefined : rest.join('/') };
	const number = directory.record(id);
	if (number) return { ...target, kind: 'number', accountId: number.accountId };
	if (directory.account(id)) return { ...target, kind: 'account', accountId: id };
	if (templates.isId(id)) return { ...target, kind: 'template', accountId: directory.ownAccount.id };
	const file = shelf.file(id);
	if (file) return { ...target, kind: 'media', accountId: directory.accountOfNumber(file.numberId).id };
	if (id === PORTFOLIO.id) return { ...target, kind: 'business' };
	if (uploads.isSession(id)) return { ...target, kind: 'upload' };
	return { ...target, kind: access.apps.some((app) => app.id === id) ? 'app' : id };
}

async function answerTo(
	around: Surroundings,
	{ request, receivedAt, version }: { request: Request; receivedAt: number; version: string | undefined },
	{ id, kind, edge, item, accountId }: Target,
	operation: Operation | undefined,
): Promise<Answer> {
	const { access, directory, operations } = around;
	try {
		if (around.version.hasEnded && isBelowNewest(version)) throw adminError('versionEnded');
		const parameters = await readParameters(request);
		const { authorization } = request.headers;
		const caller =
			operation?.takes === 'nothing' ? undefined : access.checkToken(authorization, parameters, operation);
		const { method } = request;
		if (!operation) {
			const isKnown = operations.some(({ on }) => on === kind);
			if (id === '') throw unknownPath('/');
			if (isKnown && method === 'GET' && edge !== undefined)
				throw unknownField(edge, NODE_TYPES[kind] ?? kind);
			throw unknownObject(method, id);
		}
		const isOfAccount = accountId !== undefined;
		if (caller && (isOfAccount || operation.needs)) checkScope(caller, operation);
		if (caller && isOfAccount) {
			checkReach(caller, accountId, method, id);
			if (directory.accountOf(accountId).isLocked) throw adminError('accountLocked');
		}
		const address = `${request.protocol}://${request.headers.host ?? ''}${request.baseUrl}${request.path}`;
		const body: unknown = request.body;
		const answer = await operation.run({
			method,
			id,
			item,
			caller,
			parameters,
			bytes: Buffer.isBuffer(body) ? body : undefined,
			fileOffset: request.get('file_offset'),
			address,
			receivedAt,
		});
		return answer instanceof Download ? answerWith(answer) : { status: 200, body: answer };
	} catch (failure) {
		if (!(failure instanceof GraphError)) throw failure;
		return answerOf(failure);
	}
}

/** Without a version a call has the newest. */
function isBelowNewest(version: string | undefined): boolean {
	return version !== undefined && Number(version.slice(1)) < NEWEST;
}

function answerWith({ file }: Download): Answer {
	return { status: 200, headers: { 'Content-Type': file.mimeType }, body: file.bytes };
}

async function readParameters(request: Request): Promise<Parameters> {
	const body: unknown = request.body;
	const form = Buffer.isBuffer(body) ? await readForm(request.get('content-type') ?? '', body) : body;
	const given = { ...request.query, ...(isObject(form) ? form : {}) };
	return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, decoded(value)]));
}

/** Objects and lists may also come as the text of their JSON, as a form has them. */
function decoded(value: unknown): unknown {
	if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
	try {
		const parsed: unknown = JSON.parse(value);
		return parsed;
	} catch {
		return value;
	}
}

/** Fields and files of a form (RFC 7578). One that is not well formed counts as empty. */
async function readForm(type: string, body: Buffer): Promise<Parameters> {
	const form = new Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
	return Object.fromEntries(await form.catch(() => []));
}
