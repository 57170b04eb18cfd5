import { invalidParameter, templateError, GraphError, unknownObject } from './errors.ts';
import { page, pickFields } from './fields.ts';
import type { GraphCall, Operation } from './operations.ts';
import { textAt } from './parameters.ts';
import { TEMPLATE_STATUSES, type TemplateDefinition } from './template-definition.ts';
import { TEMPLATES } from './template-set.ts';

const FILTERS = ['status', 'category', 'language'] as const;
const DEFAULT_FIELDS = ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id'];

/** The account's templates: what can be read of them, and which can be sent. */
export class Templates {
	readonly #accountId: string;
	#all: readonly TemplateDefinition[] = TEMPLATES;

	constructor(accountId: string) {
		this.#accountId = accountId;
	}

	get all(): readonly TemplateDefinition[] {
		return this.#all;
	}

	isId(id: string): boolean {
		return this.byId(id) !== undefined;
	}

	byId(id: string): TemplateDefinition | undefined {
		return this.#all.find((template) => template.id === id);
	}

	/** A new template, or another version of one. */
	put(template: TemplateDefinition): void {
		const others = this.#all.filter(({ id }) => id !== template.id);
		this.#all = [...others, template];
	}

	remove(templates: readonly TemplateDefinition[]): void {
		this.#all = this.#all.filter((template) => !templates.includes(template));
	}

	/** Puts all approved templates on hold. What is given back ends it for those that are on hold still. */
	pauseAll(): () => void {
		const ids = new Set(this.#all.filter(({ status }) => status === 'APPROVED').map(({ id }) => id));
		const move = (from: TemplateDefinition['status'], to: TemplateDefinition['status']) => {
			this.#all = this.#all.map((template) =>
				ids.has(template.id) && template.status === from ? { ...template, status: to } : template,
			);
		};
		move('APPROVED', 'PAUSED');
		return () => {
			move('PAUSED', 'APPROVED');
		};
	}

	/** Gives every language of a template another status. */
	setStatus(name: string, status: TemplateDefinition['status']): void {
		this.#all = this.#all.map((template) => (template.name === name ? { ...template, status } : template));
	}

	reset(): void {
		this.#all = TEMPLATES;
	}

	/** The approved template of a name and language. Throws Meta's error where there is none that may be sent. */
	toSend(name: string, language: string): TemplateDefinition {
		const found = this.#all.find((template) => template.name === name && template.language === language);
		switch (found?.status) {
			case 'APPROVED':
				return found;
			case 'PAUSED':
				throw GraphError.of('templatePaused');
			case 'DISABLED':
				throw GraphError.of('templateDisabled');
			default:
				throw templateError(132001, `template name (${name}) does not exist in ${language}`);
		}
	}

	/** `GET /{account}/message_templates` and `GET /{template}` (Meta, Template management). */
	operations(): Operation[] {
		return [
			{ on: 'account', edge: 'message_templates', method: 'GET', run: (call) => this.#list(call) },
			{ on: 'template', method: 'GET', run: (call) => this.#one(call) },
		];
	}

	/** Other accounts have none. `name` finds parts of names; the other filters are exact but for the case. */
	#list({ id, parameters, address }: GraphCall) {
		const name = textAt(parameters, 'name')?.toLowerCase();
		const status = textAt(parameters, 'status')?.toUpperCase();
		if (status !== undefined && !TEMPLATE_STATUSES.some((known) => known === status)) {
			throw invalidParameter(
				`Param status must be one of {${TEMPLATE_STATUSES.join(', ')}} - got "${status}".`,
			);
		}
		const found = this.#all.filter(
			(template) =>
				id === this.#accountId &&
				(name === undefined || template.name.includes(name)) &&
				FILTERS.every((filter) => {
					const wanted = textAt(parameters, filter)?.toLowerCase();
					return wanted === undefined || template[filter].toLowerCase() === wanted;
				}),
		);
		return page(
			found.map((template) => pickFields(nodeOf(template), parameters)),
			parameters,
			address,
		);
	}

	#one({ method, id, parameters }: GraphCall) {
		const template = this.byId(id);
		if (!template) throw unknownObject(method, id);
		return pickFields(nodeOf(template), parameters);
	}
}

function nodeOf(template: TemplateDefinition) {
	const { rejected_reason = 'NONE', quality_score = { score: 'UNKNOWN' } } = template;
	return {
		type: 'WhatsAppMessageTemplate',
		fields: {
			sub_category: undefined,
			previous_category: undefined,
			message_send_ttl_seconds: undefined,
			optimization_spec: undefined,
			...template,
			rejected_reason,
			quality_score,
		},
		defaults: DEFAULT_FIELDS,
	};
}
