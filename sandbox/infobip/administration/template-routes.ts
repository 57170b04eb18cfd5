import type { Request } from 'express';
import { z } from 'zod';
import { Attempts } from '../../whatsapp-cloud/administration/attempts.ts';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { randomDigits } from '../../shared/identifiers.ts';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Timers } from '../../shared/timers.ts';
import { badRequest, cannotBeProcessed, notFound } from '../errors.ts';
import { optionalText, text } from '../fields.ts';
import { infobipTime } from '../payloads.ts';
import type { Template, TemplateBook } from '../templates.ts';
import type { Directory } from './directory.ts';
import { choices, Page, pageOf, readQuery, size } from './paging.ts';
import { BUSINESS_ACCOUNT_ID } from './sender-record.ts';
import { structureOf } from './template-structure.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const EDITABLE: readonly Template['status'][] = ['APPROVED', 'REJECTED', 'FIRST_PAUSED'];
const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;

const Category = z.enum(CATEGORIES, { message: 'Provide one of the valid values.' });
const Platform = z.object({ entityId: optionalText(255), applicationId: optionalText(255) }).optional();
const Created = z.object({
	name: text(512).pipe(z.string().regex(/^[a-z0-9_]+$/, 'must be lower case letters, digits and _')),
	language: text(7).pipe(z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'unsupported language')),
	category: Category,
	structure: z.record(z.unknown(), { required_error: 'must not be null' }),
	platform: Platform,
});
const Changed = Created.pick({ category: true, structure: true, platform: true }).partial();
const Filter = z.object({
	sender: z.string().optional(),
	name: z.string().optional(),
	status: choices('APPROVED', 'PENDING', 'REJECTED', 'FIRST_PAUSED', 'SECOND_PAUSED', 'DISABLED').optional(),
	language: z.string().optional(),
	category: choices(...CATEGORIES).optional(),
	page: Page,
	size: size(10, 100),
});

interface Surroundings {
	directory: Directory;
	templates: TemplateBook;
	rules: SetUpRules;
	timers: Timers;
	/** Tells the subscribers of what became of a template. */
	announce: (template: Template, reason: string) => void;
	now: () => number;
}

/** Creating, editing and deleting WhatsApp templates, and their review (Infobip OpenAPI 3.210.0, templates). */
export class TemplateChanges {
	readonly #around: Surroundings;
	readonly #editsOfDay = new Attempts(1, DAY_MS);
	readonly #edits = new Attempts(10, 30 * DAY_MS);
	/** Names of deleted templates that were approved, and until when they cannot be used. */
	readonly #blockedNames = new Map<string, number>();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#editsOfDay.clear();
		this.#edits.clear();
		this.#blockedNames.clear();
	}

	routes(): Route[] {
		const { templates } = this.#around;
		const path = '/whatsapp/2/senders/:sender/templates';
		const ofSender = (run: Route['run']): Route['run'] => {
			return (request) => {
				if (!this.#around.directory.sender(pathParameter(request, 'sender'))) throw notFound();
				return run(request);
			};
		};
		return [
			{ method: 'GET', path: '/whatsapp/1/templates', run: (request) => this.#list(request) },
			{ method: 'GET', path, run: ofSender(() => ({ status: 200, body: { templates: templates.all } })) },
			{ method: 'POST', path, run: ofSender(({ body }) => this.#create(body)) },
			{
				method: 'GET',
				path: `${path}/:id`,
				run: ofSender((request) => ({ status: 200, body: this.#find(request) })),
			},
			{ method: 'PATCH', path: `${path}/:id`, run: ofSender((request) => this.#update(request)) },
			{ method: 'DELETE', path: `${path}/:name`, run: ofSender((request) => this.#delete(request)) },
		];
	}

	/** Of all senders, by page. */
	#list(request: Request) {
		const { templates, directory } = this.#around;
		const wanted = readQuery(Filter, request, cannotBeProcessed);
		const isOurs =
			wanted.sender === undefined || wanted.sender.split(',').some((one) => directory.sender(one));
		const found = templates.all.filter(
			({ name, status, language, category }) =>
				isOurs &&
				(wanted.name === undefined || wanted.name === name) &&
				(wanted.status === undefined || wanted.status.some((one) => one === status)) &&
				(wanted.language === undefined || wanted.language.split(',').includes(language)) &&
				(wanted.category === undefined || wanted.category.includes(category)),
		);
		return { status: 200, body: pageOf(found, wanted.page, wanted.size) };
	}

	#find(request: Request): Template {
		const found = this.#around.templates.byId(pathParameter(request, 'id'));
		if (!found) throw notFound();
		return found;
	}

	#create(body: unknown) {
		const { templates, now } = this.#around;
		const { structure, platform, ...wanted } = readBody(Created, body, badRequest);
		if (templates.find(wanted.name, wanted.language)) {
			throw refusal('name', 'a template with this name and language exists');
		}
		if ((this.#blockedNames.get(wanted.name) ?? 0) > now()) {
			throw refusal('name', 'the name of a deleted template can be used again after 30 days');
		}
		const at = infobipTime(now());
		const template: Template = {
			id: randomDigits(15),
			businessAccountId: BUSINESS_ACCOUNT_ID,
			...wanted,
			status: 'PENDING',
			structure: readStructure(wanted.category, structure),
			quality: 'UNKNOWN',
			...(platform ? { platform } : {}),
			createdAt: at,
			lastUpdatedAt: at,
		};
		templates.put(template);
		this.#review(template.id);
		return { status: 201, body: template };
	}

	/** The structure is replaced as a whole, and reviewed again. */
	#update(request: Request) {
		const { templates, now } = this.#around;
		const before = this.#find(request);
		const { category = before.category, structure } = readBody(Changed, request.body, badRequest);
		const isApproved = before.status === 'APPROVED';
		if (!EDITABLE.includes(before.status))
			throw refusal('id', `a ${before.status} template cannot be edited`);
		if (isApproved && category !== before.category) {
			throw refusal('category', 'category of an approved template cannot be edited');
		}
		const changed: Template = {
			...before,
			category,
			structure: structure === undefined ? before.structure : readStructure(category, structure),
			status: 'PENDING',
			lastUpdatedAt: infobipTime(now()),
		};
		if (isApproved && !(this.#editsOfDay.take(before.id, now()) && this.#edits.take(before.id, now()))) {
			throw refusal('id', 'an approved template can be edited once in 24 hours and 10 times in 30 days');
		}
		templates.put(changed);
		this.#review(before.id);
		return { status: 200, body: changed };
	}

	/** In all its languages. */
	#delete(request: Request) {
		const { templates, now } = this.#around;
		const name = pathParameter(request, 'name');
		const found = templates.all.filter((each) => each.name === name);
		if (found.length === 0) throw notFound();
		if (found.some(({ status }) => status === 'APPROVED')) this.#blockedNames.set(name, now() + 30 * DAY_MS);
		templates.remove(name);
		return { status: 204 };
	}

	#review(id: string): void {
		const { announce, rules, templates, timers } = this.#around;
		timers.after(rules.values.reviewMs, () => {
			const template = templates.byId(id);
			if (template?.status !== 'PENDING') return;
			const isRejected = rules.values.rejectedTemplates.includes(template.name);
			const reviewed: Template = { ...template, status: isRejected ? 'REJECTED' : 'APPROVED' };
			templates.put(reviewed);
			announce(reviewed, isRejected ? 'INVALID_FORMAT' : 'NONE');
		});
	}
}

function readStructure(category: string, structure: unknown): Template['structure'] {
	return readBody(structureOf(category), structure, (violations) =>
		badRequest(violations.map(({ property, words }) => ({ property: `structure.${property}`, words }))),
	);
}

function refusal(property: string, words: string) {
	return badRequest([{ property, words }]);
}
