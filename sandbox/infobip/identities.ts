import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../shared/api.ts';
import { digits } from '../shared/identifiers.ts';
import type { Stage } from '../shared/stage.ts';
import type { Directory } from './administration/directory.ts';
import { badRequest, notFound } from './errors.ts';
import { text } from './fields.ts';

const PATH = '/whatsapp/1/:sender/contacts/:customer/identity';
const Confirmation = z.object({ hash: text(100) });

/** Who the customers are to WhatsApp: a hash that changes with the phone. Those of the sandbox keep theirs. */
export class Identities {
	readonly #stage: Stage;
	readonly #directory: Directory;
	/** Senders and customers whose identity somebody has taken note of. */
	readonly #confirmed = new Set<string>();

	constructor(stage: Stage, directory: Directory) {
		this.#stage = stage;
		this.#directory = directory;
	}

	clear(): void {
		this.#confirmed.clear();
	}

	routes(): Route[] {
		return [
			{
				method: 'GET',
				path: PATH,
				run: (request) => {
					const { key, hash } = this.#find(request);
					const body = { acknowledged: this.#confirmed.has(key), hash, createdAt: FIRST_SEEN };
					return { status: 200, body };
				},
			},
			{
				method: 'PUT',
				path: PATH,
				run: (request) => {
					const { key, hash } = this.#find(request);
					if (readBody(Confirmation, request.body, badRequest).hash !== hash) throw notFound();
					this.#confirmed.add(key);
					return { status: 204 };
				},
			},
			{
				method: 'DELETE',
				path: PATH,
				run: (request) => {
					this.#confirmed.delete(this.#find(request).key);
					return { status: 204 };
				},
			},
		];
	}

	#find(request: Request) {
		const sender = this.#directory.sender(pathParameter(request, 'sender'));
		const customer = this.#stage.people.customer(pathParameter(request, 'customer'));
		if (!sender || !customer) throw notFound();
		const key = `${digits(sender.line.phoneNumber)} ${digits(customer.phoneNumber)}`;
		return { key, hash: createHash('sha256').update(key).digest('base64').slice(0, 12) };
	}
}

const FIRST_SEEN = '2026-01-15T08:00:00.000+0000';
