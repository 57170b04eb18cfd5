import type { JsonObject } from '../../../events';
import type { ApiRequest } from '../../../http/api';
import { compact, isJsonObject, listOf, numberOf, objectOf } from '../../../lib/json';
import { readComponents } from '../../../whatsapp/templates/components';
import { readTemplateRow } from '../../../whatsapp/templates/row';
import type {
	MessageTemplate,
	TemplateDefinition,
	TemplateLists,
} from '../../../whatsapp/templates/template';
import { templateRules } from './template';

const PAGE_SIZE = '100';

/** Infobip writes numbers without `+`. */
function digitsOf(sender: string): string {
	return sender.trim().replace(/^\+/, '');
}

/** Of all senders, by page; a call of this kind is limited to 15 a second. */
function accountRequest(sender: string | undefined, query: Record<string, string>): ApiRequest {
	const only: Record<string, string> = sender === undefined ? {} : { sender: digitsOf(sender) };
	return { method: 'GET', path: '/whatsapp/1/templates', query: { ...only, size: PAGE_SIZE, ...query } };
}

/** Of one sender, all at once. */
function senderRequest(sender: string): ApiRequest {
	return { method: 'GET', path: `/whatsapp/2/senders/${encodeURIComponent(digitsOf(sender))}/templates` };
}

/** A part or a card, whose members are named, as the list of components that WhatsApp has. */
function componentsOf({ header, body, buttons }: JsonObject): JsonObject[] {
	const parts = [
		{ type: 'HEADER', part: objectOf(header) },
		{ type: 'BODY', part: objectOf(body) },
		{ type: 'BUTTONS', part: Array.isArray(buttons) ? { buttons } : undefined },
	];
	return parts.flatMap(({ type, part }) => (part === undefined ? [] : [{ ...part, type }]));
}

function definitionOf(structure: JsonObject): TemplateDefinition {
	const footer = objectOf(structure.footer);
	const offer = objectOf(structure.limitedTimeOffer);
	const carousel = objectOf(structure.carousel);
	const cards = listOf(carousel?.cards)
		.filter(isJsonObject)
		.map((card) => ({ components: componentsOf(card) }));
	const definition = readComponents([
		...componentsOf(structure),
		...(footer ? [{ ...footer, type: 'FOOTER' }] : []),
		...(offer ? [{ ...offer, type: 'LIMITED_TIME_OFFER' }] : []),
		...(cards.length > 0 ? [{ type: 'CAROUSEL', cards }] : []),
	]);
	if (structure.type === 'UNSUPPORTED') definition.unknown.push('a structure that Infobip does not describe');
	return definition;
}

function readTemplate(row: JsonObject): MessageTemplate[] {
	const structure = objectOf(row.structure);
	if (structure === undefined) return [];
	const definition = definitionOf(structure);
	if (row.subCategory === 'ORDER_STATUS') definition.unknown.push('the status of an order');
	return readTemplateRow(row, definition, templateRules);
}

function nextPageOf(body: JsonObject | undefined): string | undefined {
	const paging = objectOf(body?.paging);
	const page = numberOf(paging?.page);
	const totalPages = numberOf(paging?.totalPages);
	if (page === undefined || totalPages === undefined) return undefined;
	return page + 1 < totalPages ? String(page + 1) : undefined;
}

/** WhatsApp templates of the account or of one sender (Infobip, OpenAPI 3.210.0). */
export const templates: TemplateLists = {
	listRequest({ sender }, page) {
		if (sender !== undefined) return senderRequest(sender);
		return accountRequest(undefined, page === undefined ? {} : { page });
	},
	findRequest: ({ sender }, name) => accountRequest(sender, { name }),
	/** A sender's list is in `templates`, a page of the account in `results`. */
	parsePage(body) {
		const page = objectOf(body);
		const rows = listOf(page?.templates ?? page?.results).filter(isJsonObject);
		return compact({ templates: rows.flatMap(readTemplate), nextPage: nextPageOf(page) });
	},
};
