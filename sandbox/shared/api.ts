import express, { type ErrorRequestHandler, type Request, Router } from 'express';
import type { z } from 'zod';
import { answerCall } from './calls.ts';
import type { Answer, Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';

/** An answer of a provider's API that is not a success. */
export class ApiError extends Error {
	readonly answer: Answer;

	constructor(answer: Answer) {
		super(`HTTP ${answer.status} ${answer.code ?? ''}`.trim());
		this.answer = answer;
	}
}

/** Throws an ApiError where the call is not to be answered with a success. */
type Run = (request: Request) => Answer | Promise<Answer>;

export interface Route {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** As express reads it, with parameters such as `:id`. */
	path: string;
	/** Sends messages: most faults hit these alone. */
	isSend?: true;
	run: Run;
}

/** The route with a check of its caller, which throws where it may not call. */
export function guarded(route: Route, check: (request: Request) => void): Route {
	const run: Run = (request) => {
		check(request);
		return route.run(request);
	};
	return { ...route, run };
}

interface Surroundings {
	faults: Faults;
	ledger: Ledger;
	routes: readonly Route[];
	/** For a path or method that the API does not have, and for a body that is no JSON. */
	notFound: (path: string) => ApiError;
	badJson: (path: string) => ApiError;
}

/** A provider's API as a table of routes. */
export function apiRouter({ faults, ledger, routes, notFound, badJson }: Surroundings): Router {
	const router = Router();
	const handle =
		(run: Run, isSend = false) =>
		(request: Request, response: express.Response) =>
			answerCall(
				{ faults, ledger },
				{ request, response, path: request.path, isSend, run: () => answerOf(run, request) },
			);
	const withoutBody: ErrorRequestHandler = (_error, request, response, next) => {
		const refuse = () => {
			throw badJson(request.path);
		};
		handle(refuse)(request, response).catch(next);
	};
	router.use(express.json({ limit: '5mb' }), express.urlencoded({ extended: false }), withoutBody);
	for (const { method, path, isSend, run } of routes) {
		router[LOWER_CASE[method]](path, handle(run, isSend));
	}
	router.use(
		handle((request) => {
			throw notFound(request.path);
		}),
	);
	return router;
}

const LOWER_CASE = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

async function answerOf(run: Run, request: Request): Promise<Answer> {
	try {
		return await run(request);
	} catch (failure) {
		if (!(failure instanceof ApiError)) throw failure;
		return failure.answer;
	}
}

/** What is wrong with one property of a body. */
export interface Violation {
	/** `messages[0].destinations[0].to` */
	property: string;
	words: string;
}

/** The body in the shape that the API wants, or the provider's refusal of it. */
export function readBody<Output>(
	schema: z.ZodType<Output, z.ZodTypeDef, unknown>,
	body: unknown,
	refuse: (violations: Violation[]) => ApiError,
): Output {
	const result = schema.safeParse(body ?? {});
	if (result.success) return result.data;
	throw refuse(
		result.error.issues.map(({ path, message }) => ({ property: propertyName(path), words: message })),
	);
}

function propertyName(path: readonly (string | number)[]): string {
	return path.reduce<string>((name, key) => {
		if (typeof key === 'number') return `${name}[${key}]`;
		return name === '' ? key : `${name}.${key}`;
	}, '');
}

/** A parameter of the path, of which express says that it may be a list. */
export function pathParameter(request: Request, name: string): string {
	return String(request.params[name]);
}

/** User name and password of an `Authorization: Basic` header. */
export function basicCredentials(
	header: string | undefined,
): { username: string; password: string } | undefined {
	const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const [username = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
	return { username, password: rest.join(':') };
}
