import type { JsonObject } from '../../../events';
import type { MessageTemplate, TemplateLists } from '../../../whatsapp/templates/template';
import { compact, idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { readComponents } from '../../../whatsapp/templates/components';
import { readTemplateRow } from '../../../whatsapp/templates/row';
import type { ApiRequest } from '../../../http/api';
import type { Account } from '../../../messages/account';
import { templateRules } from './template';

const FIELDS = 'id,name,language,status,category,sub_category,parameter_format,components,quality_score';
const PAGE_SIZE = '100';

function request({ accountId = '' }: Account, query: Record<string, string>): ApiRequest {
	return {
		method: 'GET',
		path: `/${encodeURIComponent(accountId)}/message_templates`,
		query: { fields: FIELDS, limit: PAGE_SIZE, ...query },
	};
}

/** These have an order beside their components (Meta, Order status templates). */
const WITH_ORDER = 'ORDER_STATUS';

function readTemplate(row: JsonObject): MessageTemplate[] {
	if (idOf(row.id) === undefined) return [];
	const definition = readComponents(row.components);
	if (row.sub_category === WITH_ORDER) definition.unknown.push('the status of an order');
	return readTemplateRow({ ...row, quality: objectOf(row.quality_score)?.score }, definition, templateRules);
}

/** Message templates of a WhatsApp Business Account (Meta, Template management). */
export const templates: TemplateLists = {
	listRequest: (line, page) => request(line, page === undefined ? {} : { after: page }),
	/** Meta finds names that contain the text as well. */
	findRequest: (line, name) => request(line, { name }),
	/** The cursor stands on the last page too. */
	parsePage(body) {
		const page = objectOf(body);
		const paging = objectOf(page?.paging);
		const cursor = textOf(objectOf(paging?.cursors)?.after);
		return compact({
			templates: listOf(page?.data).filter(isJsonObject).flatMap(readTemplate),
			nextPage: textOf(paging?.next) === undefined ? undefined : cursor,
		});
	},
};
