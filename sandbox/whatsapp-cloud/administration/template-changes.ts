import { randomDigits } from '../../shared/identifiers.ts';
import { invalidParameter, unknownObject } from '../errors.ts';
import type { GraphCall, Operation } from '../operations.ts';
import { objectAt, type Parameters, textAt } from '../parameters.ts';
import { check, type Rule } from '../requirements.ts';
import type { Rules } from '../rules.ts';
import type { Templates } from '../templates.ts';
import { Attempts } from './attempts.ts';
import { adminError } from './errors.ts';
import type { Reviews } from './reviews.ts';
import { checkTemplate } from './template-checks.ts';
import { libraryComponents, libraryOperation } from './template-library.ts';
import { readComponents } from './template-parts.ts';
import type { Component, TemplateDefinition } from '../template-definition.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];
/** Of an account with a verified business (Meta, Template fundamentals). */
const MOST_TEMPLATES = 6_000;
const SUCCESS = { success: true } as const;

/** A maximum price for 1,000 deliveries, in the smallest unit of the currency (Meta, Set a max price for marketing messages). */
const PRICE: readonly Rule[] = [
	{ path: ['optimization_spec'], kind: 'object' },
	{ path: ['optimization_spec', 'bid_amount'], kind: 'number', min: 1 },
	{
		path: ['optimization_spec', 'bid_strategy'],
		kind: 'choice',
		choices: ['lowest_cost_with_bid_cap'],
	},
];

/** Why a review ends badly: words that a text had better not have, with Meta's reason. */
const REASONS: readonly [RegExp, string][] = [
	[/card number|password|you have won|lottery/i, 'SCAM'],
	[/\b(casino|betting|firearm)/i, 'ABUSIVE_CONTENT'],
];

interface Surroundings {
	accountId: string;
	templates: Templates;
	reviews: Reviews;
	rules: Rules;
}

/** Creating, editing and deleting templates, and their review (Meta, Template management). */
export class TemplateChanges {
	readonly #around: Surroundings;
	readonly #creations = new Attempts(100, HOUR_MS);
	readonly #editsOfDay = new Attempts(1, DAY_MS);
	readonly #edits = new Attempts(10, 30 * DAY_MS);
	/** Names of deleted templates, and until when they cannot be used. */
	readonly #blockedNames = new Map<string, number>();

	constructor(around: Surroundings) {
		this.#around = around;
	}

	clear(): void {
		this.#creations.clear();
		this.#editsOfDay.clear();
		this.#edits.clear();
		this.#blockedNames.clear();
	}

	operations(): Operation[] {
		const ofAccount = { on: 'account', edge: 'message_templates' };
		return [
			{ ...ofAccount, method: 'POST', run: (call) => this.#create(call) },
			{ ...ofAccount, method: 'DELETE', run: (call) => this.#delete(call) },
			{ on: 'template', method: 'POST', run: (call) => this.#update(call) },
			libraryOperation(),
		];
	}

	#create({ method, id: accountId, parameters, receivedAt }: GraphCall) {
		const { templates } = this.#around;
		if (accountId !== this.#around.accountId) throw unknownObject(method, accountId);
		check(parameters, [
			{ path: ['name'], kind: 'text', required: true, maxLength: 512, pattern: /^[a-z0-9_]+$/ },
			{ path: ['language'], kind: 'text', required: true, pattern: /^[a-z]{2,3}(_[A-Z]{2,3})?$/ },
			{ path: ['parameter_format'], kind: 'choice', choices: ['positional', 'named'] },
			{
				path: ['sub_category'],
				kind: 'choice',
				choices: ['order_status', 'order_details', 'rich_order_status'],
			},
			{ path: ['message_send_ttl_seconds'], kind: 'number', min: -1, max: 2_592_000 },
			...PRICE,
		]);
		const name = textAt(parameters, 'name') ?? '';
		const language = textAt(parameters, 'language') ?? '';
		const category = categoryOf(parameters);
		if (!category) throw invalidParameter(`Param category must be one of {${CATEGORIES.join(', ')}}.`);
		this.#checkName(name, language, receivedAt);
		const ofLibrary = textAt(parameters, 'library_template_name');
		const template: TemplateDefinition = {
			id: randomDigits(15),
			name,
			language,
			category,
			status: ofLibrary === undefined ? 'PENDING' : 'APPROVED',
			sub_category: textAt(parameters, 'sub_category')?.toUpperCase(),
			parameter_format:
				textAt(parameters, 'parameter_format')?.toUpperCase() === 'NAMED' ? 'NAMED' : 'POSITIONAL',
			message_send_ttl_seconds: numberAt(parameters, 'message_send_ttl_seconds'),
			optimization_spec: priceOf(parameters, category),
			components:
				ofLibrary === undefined
					? readComponents(parameters.components, category)
					: libraryComponents(ofLibrary, parameters),
		};
		checkTemplate(template.components, template.parameter_format);
		if (!this.#creations.take(accountId, receivedAt)) throw adminError('tooManyCreations');
		templates.put(template);
		if (template.status === 'PENDING') this.#review(template.id);
		return { id: template.id, status: template.status, category };
	}

	#checkName(name: string, language: string, at: number): void {
		const { templates } = this.#around;
		if (templates.all.some((other) => other.name === name && other.language === language)) {
			throw adminError('templateExists', `There is a template ${name} in ${language} already.`);
		}
		if ((this.#blockedNames.get(name) ?? 0) > at) {
			throw adminError('templateNameBlocked', `The name ${name} can be used again after 30 days.`);
		}
		if (templates.all.length >= MOST_TEMPLATES) throw adminError('tooManyTemplates');
	}

	/** All components are replaced, and reviewed again. */
	#update({ method, id, parameters, receivedAt }: GraphCall) {
		const { templates } = this.#around;
		const before = templates.byId(id);
		if (!before) throw unknownObject(method, id);
		const refuse = (words: string) => adminError('templateNotEditable', words);
		if (!EDITABLE.includes(before.status))
			throw refuse(`A template that is ${before.status} stays as it is.`);
		const category = categoryOf(parameters) ?? before.category;
		const isApproved = before.status === 'APPROVED';
		if (isApproved && category !== before.category) {
			throw refuse('The category of an approved template stays as it is.');
		}
		check(parameters, PRICE);
		const components: readonly Component[] =
			parameters.components === undefined
				? before.components
				: readComponents(parameters.components, category);
		checkTemplate(components, before.parameter_format);
		if (isApproved && !this.#editsOfDay.take(id, receivedAt)) throw refuse('Edit it once a day.');
		if (isApproved && !this.#edits.take(id, receivedAt)) throw refuse('Edit it 10 times within 30 days.');
		const optimization_spec = priceOf(parameters, category) ?? before.optimization_spec;
		templates.put({
			...before,
			category,
			components,
			optimization_spec,
			status: 'PENDING',
			rejected_reason: undefined,
		});
		this.#review(id);
		return { ...SUCCESS, id, name: before.name, category };
	}

	/** By name in all languages, with `hsm_id` one of them. A disabled one stays. */
	#delete({ method, id: accountId, parameters, receivedAt }: GraphCall) {
		const { templates } = this.#around;
		if (accountId !== this.#around.accountId) throw unknownObject(method, accountId);
		const name = textAt(parameters, 'name');
		const id = textAt(parameters, 'hsm_id');
		if (name === undefined) throw invalidParameter('The parameter name is required.');
		const found = templates.all.filter(
			(template) => template.name === name && (id === undefined || template.id === id),
		);
		if (found.length === 0) throw invalidParameter(`Message template not found: ${name}`);
		if (found.some(({ status }) => status === 'DISABLED')) {
			throw invalidParameter('A disabled template cannot be deleted.');
		}
		templates.remove(found);
		if (!templates.all.some((template) => template.name === name)) {
			this.#blockedNames.set(name, receivedAt + 30 * DAY_MS);
		}
		return SUCCESS;
	}

	#review(id: string): void {
		const { accountId, reviews, rules, templates } = this.#around;
		reviews.begin(() => {
			const template = templates.byId(id);
			if (template?.status !== 'PENDING') return;
			const reason = rules.values.rejectedTemplates.includes(template.name)
				? 'INVALID_FORMAT'
				: reasonOf(template.components);
			const status = reason === undefined ? 'APPROVED' : 'REJECTED';
			templates.put({
				...template,
				status,
				...(reason === undefined ? {} : { rejected_reason: reason }),
			});
			const value = {
				event: status,
				message_template_id: Number(id),
				message_template_name: template.name,
				message_template_language: template.language,
				message_template_category: template.category,
				reason: reason ?? 'NONE',
			};
			reviews.announce('message_template_status_update', status, value, { accountId });
		});
	}
}

function numberAt(parameters: Parameters, name: string): number | undefined {
	const text = textAt(parameters, name);
	return text === undefined ? undefined : Number(text);
}

function categoryOf(parameters: Parameters): TemplateDefinition['category'] | undefined {
	const given = textAt(parameters, 'category')?.toUpperCase();
	return CATEGORIES.find((category) => category === given);
}

function reasonOf(components: readonly Component[]): string | undefined {
	const words = JSON.stringify(components);
	return REASONS.find(([pattern]) => pattern.test(words))?.[1];
}

function priceOf(parameters: Parameters, category: TemplateDefinition['category']) {
	const amount = numberAt(objectAt(parameters, 'optimization_spec'), 'bid_amount');
	const strategy = textAt(parameters, 'optimization_spec', 'bid_strategy');
	if (parameters.optimization_spec === undefined) return undefined;
	if (category !== 'MARKETING') throw invalidParameter('Param optimization_spec is for marketing templates.');
	if (amount === undefined || strategy === undefined) {
		throw invalidParameter('Param optimization_spec needs bid_amount and bid_strategy.');
	}
	return { bid_amount: amount, bid_strategy: strategy };
}
