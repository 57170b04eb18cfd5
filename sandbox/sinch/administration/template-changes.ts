import type { Request } from 'express';
import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { randomDigits } from '../../shared/identifiers.ts';
import type { SetUpRules } from '../../shared/set-up-rules.ts';
import type { Timers } from '../../shared/timers.ts';
import { invalidInput, provisioningError } from '../errors.ts';
import type { Details as Content, Template, TemplateBook } from '../templates.ts';
import { Details } from './template-details.ts';

const PATH = '/provisioning/v1/projects/:project/whatsapp/templates';
const DAY_MS = 24 * 60 * 60 * 1_000;

const Category = z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']);
const Status = z.enum(['DRAFT', 'SUBMIT']).default('SUBMIT');
const Created = z.object({
	name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'must be lower case letters, digits and _'),
	language: z.string().regex(/^[A-Z]{2,3}(_[A-Z]{2})?$/, 'must be a valid enum value'),
	category: Category,
	details: Details,
	status: Status,
	saveDraftOnFailure: z.boolean().optional(),
	allowCategoryChange: z.boolean().optional(),
});
const Changed = Created.pick({ status: true, allowCategoryChange: true }).extend({
	category: Category.optional(),
	details: Details.optional(),
});
const Deleted = z.object({ deleteSubmitted: z.enum(['true', 'false']).default('false') });

interface Surroundings {
	templates: TemplateBook;
	rules: SetUpRules;
	timers: Timers;
	now: () => number;
}

/** WhatsApp templates of the project: drafts, submissions and their review (Sinch MCP server, WhatsApp provisioning client). */
export class TemplateChanges {
	readonly #around: Surroundings;
	/** Names and languages of deleted templates that were approved, and until when they cannot be used. */
	readonly #blocked = new Map<string, number>();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#blocked.clear();
	}

	routes(): Route[] {
		const { templates } = this.#around;
		const one = `${PATH}/:name/languages/:language`;
		return [
			{
				method: 'GET',
				path: PATH,
				run: () => {
					const { all } = templates;
					return { status: 200, body: { totalSize: all.length, pageSize: all.length, templates: all } };
				},
			},
			{ method: 'POST', path: PATH, run: ({ body }) => this.#create(body) },
			{ method: 'PATCH', path: one, run: (request) => this.#update(request) },
			{ method: 'DELETE', path: one, run: (request) => this.#deleteOne(request) },
			{ method: 'DELETE', path: `${PATH}/:name`, run: (request) => this.#deleteAll(request) },
		];
	}

	#create(body: unknown) {
		const { templates, now } = this.#around;
		const { name, language, category, details, status } = readBody(Created, body, invalidInput);
		if (templates.find(name, language)) throw refusal('name', 'is taken in this language');
		if ((this.#blocked.get(`${name} ${language}`) ?? 0) > now()) {
			throw refusal('name', 'was deleted and can be used again after 30 days');
		}
		const template: Template = {
			name,
			language,
			category,
			changes: { status: status === 'DRAFT' ? 'DRAFT' : 'IN_PROGRESS' },
			details,
		};
		templates.put(template);
		if (status === 'SUBMIT') this.#review(template, details);
		return { status: 201, body: template };
	}

	/** What is approved stays in use until its change is approved as well. */
	#update(request: Request) {
		const { templates } = this.#around;
		const before = this.#find(request);
		const wanted = readBody(Changed, request.body, invalidInput);
		if (before.changes?.status === 'IN_PROGRESS') throw refusal('status', 'is under review');
		const details = wanted.details ?? before.changes?.details?.[0] ?? before.details;
		const isNew = before.state === undefined || before.state === 'REJECTED';
		const template: Template = {
			...before,
			category: wanted.category ?? before.category,
			details: isNew ? details : before.details,
			changes: {
				status: wanted.status === 'DRAFT' ? 'DRAFT' : 'IN_PROGRESS',
				...(isNew ? {} : { details: [details] }),
			},
		};
		templates.put(template);
		if (wanted.status === 'SUBMIT') this.#review(template, details);
		return { status: 200, body: template };
	}

	/** Without more only a draft goes, and what has none cannot be deleted (Sinch MCP server, tests of the deletion). */
	#deleteOne(request: Request) {
		const { templates } = this.#around;
		const template = this.#find(request);
		const { deleteSubmitted } = readBody(Deleted, request.query, invalidInput);
		const isDraft = template.changes?.status === 'DRAFT';
		if (deleteSubmitted === 'true' || (isDraft && template.state === undefined)) this.#remove([template]);
		else if (isDraft) templates.put({ ...template, changes: undefined });
		else {
			throw provisioningError(
				409,
				'The template has been submitted.',
				'Set deleteSubmitted to delete it nevertheless.',
			);
		}
		return { status: 204 };
	}

	/** All languages go, also those that are in use. */
	#deleteAll(request: Request) {
		const name = pathParameter(request, 'name');
		const found = this.#around.templates.all.filter((each) => each.name === name);
		if (found.length === 0) throw notFound();
		this.#remove(found);
		return { status: 204 };
	}

	#remove(gone: readonly Template[]): void {
		const { now, templates } = this.#around;
		for (const { name, language, state } of gone) {
			if (state === 'APPROVED') this.#blocked.set(`${name} ${language}`, now() + 30 * DAY_MS);
			const current = templates.find(name, language);
			if (current) templates.remove([current]);
		}
	}

	#find(request: Request): Template {
		const { templates } = this.#around;
		const found = templates.find(pathParameter(request, 'name'), pathParameter(request, 'language'));
		if (!found) throw notFound();
		return found;
	}

	#review(submitted: Template, details: Content): void {
		const { rules, templates, timers } = this.#around;
		timers.after(rules.values.reviewMs, () => {
			if (templates.find(submitted.name, submitted.language) !== submitted) return;
			templates.put(
				rules.values.rejectedTemplates.includes(submitted.name)
					? rejected(submitted)
					: {
							...submitted,
							whatsappId: submitted.whatsappId ?? randomDigits(15),
							state: 'APPROVED',
							rejectionCode: 'NONE',
							qualityScore: 'QUALITY_SCORE_UNKNOWN',
							changes: undefined,
							details,
						},
			);
		});
	}
}

/** A template that was approved before stays so; its change is what was refused. */
function rejected(template: Template): Template {
	const rejectionCode = 'INVALID_FORMAT';
	return template.state === 'APPROVED'
		? { ...template, rejectionCode, changes: { ...template.changes, status: 'REJECTED' } }
		: { ...template, rejectionCode, state: 'REJECTED', changes: undefined };
}

function refusal(property: string, words: string) {
	return invalidInput([{ property, words }]);
}

const notFound = () => provisioningError(404, 'Template was not found.');
