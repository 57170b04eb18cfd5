import type { JsonObject } from '../../events';
import type { ApiRequest } from '../../http/api';
import type { PagePlan, RowPage } from '../../http/pages';
import { compact } from '../../lib/json';
import type { Account } from '../../messages/account';
import type { MessageTemplate } from './template';

/** What a list of templates is narrowed to. */
export interface TemplateFilter {
	name?: string | undefined;
	language?: string | undefined;
	status?: string | undefined;
	category?: string | undefined;
}

type Place = Account & { sender?: string | undefined };

/** A provider's list of templates: those of an account or, where it keeps them by sender, of one sender. */
export interface TemplateLists {
	/** One page. A provider that cannot be asked for what is wanted gives more. */
	readonly request: (place: Place, wanted?: TemplateFilter, page?: string) => ApiRequest;
	/** The templates of a page as the provider writes them. */
	readonly readPage: (body: unknown) => RowPage<JsonObject>;
	/** One of them; none where it has neither name nor language. */
	readonly readRow: (row: JsonObject) => MessageTemplate[];
}

/** A filter as Meta and Infobip spell it. */
export function upperCased({ status, category, ...filter }: TemplateFilter): Record<string, string> {
	return compact({ ...filter, status: status?.toUpperCase(), category: category?.toUpperCase() });
}

function fits({ name, language, status, category = '' }: MessageTemplate, wanted: TemplateFilter): boolean {
	return (
		name === (wanted.name ?? name) &&
		language.toLowerCase() === (wanted.language ?? language).toLowerCase() &&
		status === (wanted.status?.toLowerCase() ?? status) &&
		category === (wanted.category?.toLowerCase() ?? category)
	);
}

/**
 * The pages of a provider's list, as `allRows` reads them.
 *
 * @param kept what a template has to be beyond what the provider is asked for, as not all of them can be asked for all
 */
export function pagesOf(
	{ request, readPage, readRow }: TemplateLists,
	place: Place,
	{
		wanted,
		kept = wanted,
		limit,
	}: { wanted: TemplateFilter; kept?: TemplateFilter; limit?: number | undefined },
): PagePlan<JsonObject> {
	return {
		request: (page) => request(place, wanted, page),
		read(body) {
			const { rows, next } = readPage(body);
			return { rows: rows.filter((row) => readRow(row).some((template) => fits(template, kept))), next };
		},
		limit,
	};
}
