import type { JsonObject } from '../../../events';
import { upperCased, type TemplateLists } from '../../../whatsapp/templates/list';
import type { MessageTemplate } from '../../../whatsapp/templates/template';
import { idOf, objectOf } from '../../../lib/json';
import { readComponents } from '../../../whatsapp/templates/components';
import { readTemplateRow } from '../../../whatsapp/templates/row';
import { after, get, PAGE_SIZE, pageOf } from '../operations/operation';
import { templateRules } from './template';

/** Of a template's node. */
export const TEMPLATE_FIELDS =
	'id,name,language,status,category,sub_category,parameter_format,components,quality_score,rejected_reason';

function readRow(row: JsonObject): MessageTemplate[] {
	if (idOf(row.id) === undefined) return [];
	const definition = readComponents(row.components, row.sub_category);
	return readTemplateRow({ ...row, quality: objectOf(row.quality_score)?.score }, definition, templateRules);
}

/** Message templates of a WhatsApp Business Account (Meta, Template management). */
export const templates: TemplateLists = {
	/** Meta finds names that contain the text as well. */
	request: ({ accountId = '' }, wanted = {}, page) =>
		get(`/${encodeURIComponent(accountId)}/message_templates`, {
			fields: TEMPLATE_FIELDS,
			limit: PAGE_SIZE,
			...upperCased(wanted),
			...after(page),
		}),
	readPage: pageOf,
	readRow,
};
