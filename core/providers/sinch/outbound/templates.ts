import type { JsonObject } from '../../../events';
import { compact, objectOf, textOf } from '../../../lib/json';
import { readComponents } from '../../../whatsapp/templates/components';
import { readTemplateRow } from '../../../whatsapp/templates/row';
import type { TemplateLists } from '../../../whatsapp/templates/list';
import type { MessageTemplate } from '../../../whatsapp/templates/template';
import { pathIn, request, tokenPage } from '../operations/operation';
import { templateRules } from './template';

/** A draft or a refused change has its content in `changes` beside what is approved. */
function readRow(row: JsonObject): MessageTemplate[] {
	const { whatsappId: id, name, language, category } = row;
	const status = textOf(row.state) ?? objectOf(row.changes)?.status;
	const quality = textOf(row.qualityScore)?.replace(/^QUALITY_SCORE_/, '');
	const definition = readComponents(objectOf(row.details)?.components);
	return readTemplateRow({ id, name, language, category, status, quality }, definition, templateRules);
}

/** WhatsApp templates of the project. The API cannot find by name, so the whole list is asked for. */
export const templates: TemplateLists = {
	request({ accountId = '' }, _wanted, pageToken) {
		const path = pathIn(accountId, 'whatsapp', 'templates');
		return request('GET', path, { base: 'provisioning', query: compact({ pageToken }) });
	},
	/** Sinch, WhatsApp Senders: the next page by its token; templates have so far come all at once. */
	readPage: tokenPage('templates'),
	readRow,
};
