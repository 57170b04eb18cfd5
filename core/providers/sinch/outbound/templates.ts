import type { JsonObject } from '../../../events';
import type { ApiRequest } from '../../../http/api';
import type { Account } from '../../../messages/account';
import { compact, idOf, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { readComponents } from '../../../whatsapp/templates/components';
import { toMessageTemplate } from '../../../whatsapp/templates/row';
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
	const name = textOf(row.name);
	const language = textOf(row.language);
	if (name === undefined || language === undefined) return [];
	return [
		toMessageTemplate(
			{
				id: idOf(row.whatsappId) ?? `${name}:${language}`,
				name,
				language,
				category: textOf(row.category),
				status: textOf(row.state) ?? textOf(objectOf(row.changes)?.status),
				quality: textOf(row.qualityScore)?.replace(/^QUALITY_SCORE_/, ''),
			},
			readComponents(objectOf(row.details)?.components),
			templateRules,
		),
	];
}

/** WhatsApp templates of the project. The answer names no way to find by name, so the list holds those too. */
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
