import type { JsonObject } from '../../../events';
import { digitsOf } from '../../../lib/phone/address';
import { compact, isJsonObject, listOf, numberOf, objectOf } from '../../../lib/json';
import { get } from '../operations/operation';
import { readComponents } from '../../../whatsapp/templates/components';
import { readTemplateRow } from '../../../whatsapp/templates/row';
import { upperCased, type TemplateLists } from '../../../whatsapp/templates/list';
import type { MessageTemplate, TemplateDefinition } from '../../../whatsapp/templates/template';
import { templateRules } from './template';

/** A part or a card, whose members are named, as the list of components that WhatsApp has. */
function componentsOf({ header, body, buttons }: JsonObject): JsonObject[] {
	const parts = [
		{ type: 'HEADER', part: objectOf(header) },
		{ type: 'BODY', part: objectOf(body) },
		{ type: 'BUTTONS', part: Array.isArray(buttons) ? { buttons } : undefined },
	];
	return parts.flatMap(({ type, part }) => (part === undefined ? [] : [{ ...part, type }]));
}

function definitionOf(structure: JsonObject, subCategory: unknown): TemplateDefinition {
	const footer = objectOf(structure.footer);
	const offer = objectOf(structure.limitedTimeOffer);
	const carousel = objectOf(structure.carousel);
	const cards = listOf(carousel?.cards)
		.filter(isJsonObject)
		.map((card) => ({ components: componentsOf(card) }));
	const components = [
		...componentsOf(structure),
		...(footer ? [{ ...footer, type: 'FOOTER' }] : []),
		...(offer ? [{ ...offer, type: 'LIMITED_TIME_OFFER' }] : []),
		...(cards.length > 0 ? [{ type: 'CAROUSEL', cards }] : []),
	];
	const definition = readComponents(components, subCategory);
	if (structure.type === 'UNSUPPORTED') definition.unknown.push('a structure that Infobip does not describe');
	return definition;
}

function readRow(row: JsonObject): MessageTemplate[] {
	const structure = objectOf(row.structure);
	if (structure === undefined) return [];
	return readTemplateRow(row, definitionOf(structure, row.subCategory), templateRules);
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
	/** All of one sender come at once; a page of the account can be narrowed, 15 times a second. */
	request({ sender }, wanted = {}, page) {
		const of = sender ? digitsOf(sender) : undefined;
		return of === undefined || wanted.name !== undefined
			? get('/whatsapp/1/templates', compact({ sender: of, ...upperCased(wanted), page, size: '100' }))
			: get(`/whatsapp/2/senders/${encodeURIComponent(of)}/templates`);
	},
	/** A sender's list is in `templates`, a page of the account in `results`. */
	readPage(body) {
		const page = objectOf(body);
		const rows = listOf(page?.templates ?? page?.results).filter(isJsonObject);
		return { rows, next: nextPageOf(page) };
	},
	readRow,
};
