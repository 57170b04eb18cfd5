import { z } from 'zod';
import { numberFrom } from '../../../lib/schema';
import type { JsonObject } from '../../../events';
import { idInput, earlierTimes, fieldFailure, optionalId } from '../../../operations/input';
import { itemsOf, type OperationContext } from '../../../operations/operation';
import { compact, idOf, objectOf, textOf } from '../../../lib/json';
import { ALLOWANCES, tooMany } from './attempts';
import { appOf, graphId, ofAccount, operation, post } from './operation';
import { parameterFormat } from '../../../whatsapp/templates/draft-check';
import { componentsOf, type UploadSample } from '../../../whatsapp/templates/draft-components';
import { category, contentInput, createInput } from '../../../whatsapp/templates/input';
import { TEMPLATE_READING } from './template-reading';
import { uploadHandle } from './upload';

function createdItem(body: unknown, facts: JsonObject): JsonObject[] | undefined {
	const { id, status, category: given } = objectOf(body) ?? {};
	const templateId = idOf(id);
	return templateId === undefined
		? undefined
		: [
				compact({
					templateId,
					...facts,
					status: textOf(status)?.toLowerCase(),
					category: textOf(given)?.toLowerCase(),
				}),
			];
}

/** The app takes samples, so its ID is asked for only where there is one. */
function sampleUpload(appId: string | undefined, context: OperationContext): UploadSample {
	return async (file) => {
		const app = appOf(appId, context.line);
		return app.ok ? await uploadHandle(context, app.id, file) : app;
	};
}

/**
 * The most that 1,000 deliveries of a marketing template may cost, in the smallest unit of the account's currency. Such a
 * template goes through the Marketing Messages API alone (Meta, Set a max price for marketing messages).
 */
const maxPrice = numberFrom(
	z
		.number({ invalid_type_error: 'The maximum price has to be a number' })
		.int('The maximum price has to be a whole number, in the smallest unit of the currency')
		.positive('The maximum price has to be more than 0'),
).optional();

function priceOf(amount: number | undefined): object | undefined {
	return amount === undefined ? undefined : { bid_amount: amount, bid_strategy: 'LOWEST_COST_WITH_BID_CAP' };
}

const create = ofAccount({
	input: createInput.extend({ maxPrice, orderStatus: z.boolean().optional() }),
	async run(input, context) {
		const { accountId } = context;
		const refusal = tooMany(
			ALLOWANCES.templateCreation,
			'earlierCreations',
			input.earlierCreations,
			context.now,
		);
		if (refusal !== undefined) return refusal;
		const { name, language, libraryTemplateName } = input;
		if (input.maxPrice !== undefined && input.category !== 'MARKETING') {
			return fieldFailure(
				'maxPrice',
				'A maximum price is for marketing templates only',
				'Leave it out, or choose the category marketing.',
			);
		}
		const head = { name, language, category: input.category };
		const facts = { accountId, name, language };
		const path = `/${accountId}/message_templates`;
		if (libraryTemplateName !== undefined) {
			const body = compact({
				...head,
				library_template_name: libraryTemplateName,
				library_template_button_inputs: input.libraryButtonInputs,
			});
			return await itemsOf(context, post(path, body), (answer) => createdItem(answer, facts));
		}
		const written = await componentsOf(input, sampleUpload(input.appId, context));
		if (!written.ok) return written;
		const { components } = written;
		const request = post(
			path,
			compact({
				...head,
				parameter_format: parameterFormat(components),
				components,
				message_send_ttl_seconds: input.messageSendTtlSeconds,
				allow_category_change: input.allowCategoryChange,
				sub_category: input.orderStatus === true ? 'ORDER_STATUS' : undefined,
				optimization_spec: priceOf(input.maxPrice),
			}),
		);
		return await itemsOf(context, request, (answer) => createdItem(answer, facts));
	},
});

/** All components are replaced; an approved template may be edited once a day and ten times in 30 (Meta, Template management). */
const update = operation({
	input: z.object({
		templateId: graphId('The template ID'),
		category: category.optional(),
		earlierEdits: earlierTimes,
		maxPrice,
		...contentInput,
	}),
	async run({ templateId, earlierEdits, messageSendTtlSeconds, ...input }, context) {
		const refusal =
			tooMany(ALLOWANCES.templateEditOfADay, 'earlierEdits', earlierEdits, context.now) ??
			tooMany(ALLOWANCES.templateEdit, 'earlierEdits', earlierEdits, context.now);
		if (refusal !== undefined) return refusal;
		const hasContent =
			input.components !== undefined || input.body !== undefined || input.oneTimePassword !== undefined;
		if (!hasContent && (input.header !== undefined || (input.buttons ?? []).length > 0)) {
			return fieldFailure('body', 'All parts of a template are replaced together, so the body is needed too');
		}
		const written = hasContent ? await componentsOf(input, sampleUpload(input.appId, context)) : undefined;
		if (written?.ok === false) return written;
		const changes = compact({
			category: input.category,
			components: written?.components,
			message_send_ttl_seconds: messageSendTtlSeconds,
			optimization_spec: priceOf(input.maxPrice),
		});
		if (Object.keys(changes).length === 0) return fieldFailure('body', 'There is nothing to change');
		return await itemsOf(context, post(`/${templateId}`, changes), () => [
			{
				templateId,
				updated: Object.keys(changes),
				updatedAt: new Date(context.now).toISOString(),
				nextStep: 'Meta reviews the template again; until then it cannot be sent.',
			},
		]);
	},
});

/** By name alone in all languages, with its id in one (Meta, Template management). */
const remove = ofAccount({
	input: z.object({
		accountId: optionalId,
		name: idInput('The name'),
		templateId: optionalId,
	}),
	async run({ name, templateId }, { accountId, ...context }) {
		const query = compact({ name, hsm_id: templateId });
		const request = { method: 'DELETE', path: `/${accountId}/message_templates`, query } as const;
		return await itemsOf(context, request, () => [
			compact({
				name,
				templateId,
				deleted: true,
				languages: templateId === undefined ? 'all' : 'one',
				note: 'The name is blocked for 30 days.',
			}),
		]);
	},
});

export const TEMPLATE = { ...TEMPLATE_READING, create, update, delete: remove };
