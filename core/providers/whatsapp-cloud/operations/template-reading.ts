import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { optionalText } from '../../../messages/media';
import { fieldFailure, listLimit, optionalId } from '../../../operations/input';
import { itemsOf, listed, someOf } from '../../../operations/operation';
import { compact, listOf, objectOf, textOf } from '../../../lib/json';
import { templateFilters } from '../../../whatsapp/templates/input';
import { pagesOf } from '../../../whatsapp/templates/list';
import { templateItem } from '../../../whatsapp/templates/row';
import { TEMPLATE_FIELDS, templates } from '../outbound/templates';
import { accountOf, after, get, ofAccount, operation, PAGE_SIZE, pageOf, pathId } from './operation';

/** Meta writes a reason also where there is none. */
const NO_REASON = 'NONE';

function itemsOfRow(row: JsonObject): JsonObject[] {
	const reason = textOf(row.rejected_reason);
	const more = {
		parameterFormat: textOf(row.parameter_format)?.toLowerCase(),
		rejectedReason: reason === NO_REASON ? undefined : reason,
		components: listOf(row.components),
	};
	return templates.readRow(row).map((template) => templateItem(template, more));
}

const getMany = ofAccount({
	input: z.object({ accountId: optionalId, limit: listLimit, ...templateFilters }),
	async run({ limit, name, language, status, category }, { accountId, ...context }) {
		const wanted = { name, language, status, category };
		const plan = pagesOf(templates, { accountId }, { wanted, kept: {}, limit });
		return await listed(context, plan, itemsOfRow);
	},
});

/** By its id, or by name and language. Meta finds names that contain the text as well. */
const getOne = operation({
	input: z.object({
		accountId: optionalId,
		templateId: optionalId,
		name: templateFilters.name,
		language: templateFilters.language,
	}),
	async run({ accountId, templateId, name, language }, context) {
		if (templateId !== undefined) {
			const template = pathId('templateId', 'The template ID', templateId);
			if (!template.ok) return template;
			return await itemsOf(context, get(`/${template.id}`, { fields: TEMPLATE_FIELDS }), (body) =>
				someOf(itemsOfRow(objectOf(body) ?? {})),
			);
		}
		if (name === undefined) return fieldFailure('templateId', 'The template is missing: its ID, or its name');
		const account = accountOf(accountId, context.line);
		if (!account.ok) return account;
		const plan = pagesOf(templates, { accountId: account.id }, { wanted: { name, language } });
		const found = await listed(context, plan, itemsOfRow);
		if (!found.ok || found.items.length > 0) return found;
		return fieldFailure(
			'name',
			`The account has no template "${name}"${language === undefined ? '' : ` in ${language}`}`,
			'Write name and language exactly as WhatsApp Manager shows them.',
		);
	},
});

const LIBRARY_FILTERS = {
	search: optionalText('The search'),
	topic: optionalText('The topic'),
	usecase: optionalText('The use case'),
	industry: optionalText('The industry'),
	language: optionalText('The language'),
};

function libraryItem(row: JsonObject): JsonObject[] {
	const item = compact({
		libraryTemplateName: textOf(row.name),
		language: textOf(row.language),
		category: textOf(row.category)?.toLowerCase(),
		topic: textOf(row.topic),
		useCase: textOf(row.usecase),
		industries: listOf(row.industry),
		header: textOf(row.header),
		body: textOf(row.body),
		bodyExamples: listOf(row.body_params),
		buttons: listOf(row.buttons),
	});
	return [item];
}

/** Templates that Meta wrote and approved; "Template: Create" takes one by its name (Meta, Template library). */
const getLibrary = operation({
	input: z.object({ ...LIBRARY_FILTERS, limit: listLimit }),
	async run({ limit, ...wanted }, context) {
		const query = { limit: PAGE_SIZE, ...compact(wanted) };
		const request = (page?: string) => get('/message_template_library', { ...query, ...after(page) });
		return await listed(context, { request, read: pageOf, limit }, libraryItem);
	},
});

export const TEMPLATE_READING = { getMany, get: getOne, getLibrary };
