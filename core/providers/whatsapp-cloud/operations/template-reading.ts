import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { optionalText } from '../../../messages/media';
import { fieldFailure, listLimit, optionalId } from '../../../operations/input';
import { itemsOf, type OperationContext, someOf } from '../../../operations/operation';
import { allRows } from '../../../http/pages';
import { compact, listOf, objectOf, textOf } from '../../../lib/json';
import { templateFilters } from '../../../whatsapp/templates/input';
import { templateItem } from '../../../whatsapp/templates/row';
import { templates } from '../outbound/templates';
import { accountOf, after, get, operation, PAGE_SIZE, pageOf, pathId } from './operation';

const FIELDS =
	'id,name,language,status,category,sub_category,parameter_format,components,quality_score,rejected_reason';

/** Meta writes a reason also where there is none. */
const NO_REASON = 'NONE';

function itemsOfRow(row: JsonObject): JsonObject[] {
	const reason = textOf(row.rejected_reason);
	const more = {
		parameterFormat: textOf(row.parameter_format)?.toLowerCase(),
		rejectedReason: reason === NO_REASON ? undefined : reason,
		components: listOf(row.components),
	};
	return templates.parsePage({ data: [row] }).templates.map((template) => templateItem(template, more));
}

const filters = templateFilters((text) => text.toUpperCase());
type Filters = z.output<z.ZodObject<typeof filters>>;

async function findTemplates(
	{ ask }: Pick<OperationContext, 'ask'>,
	accountId: string,
	wanted: Filters,
	limit: number | undefined,
) {
	const query = compact(wanted);
	return await allRows(ask, {
		request: (page) =>
			get(`/${accountId}/message_templates`, {
				fields: FIELDS,
				limit: PAGE_SIZE,
				...query,
				...after(page),
			}),
		read: pageOf,
		limit,
	});
}

const getMany = operation({
	input: z.object({ accountId: optionalId, limit: listLimit, ...filters }),
	async run({ accountId, limit, ...wanted }, context) {
		const account = accountOf(accountId, context.line);
		if (!account.ok) return account;
		const found = await findTemplates(context, account.id, wanted, limit);
		return found.ok ? { ok: true, items: found.rows.flatMap(itemsOfRow) } : found;
	},
});

/** By its id, or by name and language. Meta finds names that contain the text as well. */
const getOne = operation({
	input: z.object({
		accountId: optionalId,
		templateId: optionalId,
		name: filters.name,
		language: filters.language,
	}),
	async run({ accountId, templateId, name, language }, context) {
		if (templateId !== undefined) {
			const template = pathId('templateId', 'The template ID', templateId);
			if (!template.ok) return template;
			return await itemsOf(context, get(`/${template.id}`, { fields: FIELDS }), (body) =>
				someOf(itemsOfRow(objectOf(body) ?? {})),
			);
		}
		if (name === undefined) return fieldFailure('templateId', 'The template is missing: its ID, or its name');
		const account = accountOf(accountId, context.line);
		if (!account.ok) return account;
		const wanted = { name, language, status: undefined, category: undefined };
		const found = await findTemplates(context, account.id, wanted, undefined);
		if (!found.ok) return found;
		const rows = found.rows.filter(
			(row) => row.name === name && (language === undefined || row.language === language),
		);
		return rows.length > 0
			? { ok: true, items: rows.flatMap(itemsOfRow) }
			: fieldFailure(
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

function libraryItem(row: JsonObject): JsonObject {
	return compact({
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
}

/** Templates that Meta wrote and approved; "Template: Create" takes one by its name (Meta, Template library). */
const getLibrary = operation({
	input: z.object({ ...LIBRARY_FILTERS, limit: listLimit }),
	async run({ limit, ...wanted }, { ask }) {
		const query = compact(wanted);
		const found = await allRows(ask, {
			request: (page) => get('/message_template_library', { limit: PAGE_SIZE, ...query, ...after(page) }),
			read: pageOf,
			limit,
		});
		return found.ok ? { ok: true, items: found.rows.map(libraryItem) } : found;
	},
});

export const TEMPLATE_READING = { getMany, get: getOne, getLibrary };
