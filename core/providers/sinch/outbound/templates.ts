import type { JsonObject } from '../../../events';
import type { ApiRequest } from '../../../http/api';
import type { Account } from '../../../messages/account';
import { compact, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { readComponents } from '../../../whatsapp/templates/components';
import { readTemplateRow } from '../../../whatsapp/templates/row';
import type { MessageTemplate, TemplateLists } from '../../../whatsapp/templates/template';
import { templateRules } from './template';

function request({ accountId = '' }: Account, query: Record<string, string>): ApiRequest {
	return {
		method: 'GET',
		base: 'provisioning',
		path: `/v1/projects/${encodeURIComponent(accountId)}/whatsapp/templates`,
		query,
	};
}

/** A draft or a refused change has its content in `changes` beside what is approved. */
function readTemplate(row: JsonObject): MessageTemplate[] {
	const { whatsappId: id, name, language, category } = row;
	const status = textOf(row.state) ?? objectOf(row.changes)?.status;
	const quality = textOf(row.qualityScore)?.replace(/^QUALITY_SCORE_/, '');
	const definition = readComponents(objectOf(row.details)?.components);
	return readTemplateRow({ id, name, language, category, status, quality }, definition, templateRules);
}

/** WhatsApp templates of the project. The API cannot find by name, so the whole list is asked for. */
export const templates: TemplateLists = {
	listRequest: (line, page) => request(line, page === undefined ? {} : { pageToken: page }),
	findRequest: (line) => request(line, {}),
	/** Sinch, WhatsApp Senders: the next page by its token; templates have so far come all at once. */
	parsePage(body) {
		const page = objectOf(body);
		return compact({
			templates: listOf(page?.templates).filter(isJsonObject).flatMap(readTemplate),
			nextPage: textOf(page?.nextPageToken),
		});
	},
};
