import { z } from 'zod';
import { pathParameter, readBody, type Route } from '../../shared/api.ts';
import { digits } from '../../shared/identifiers.ts';
import type { Consent } from '../consent.ts';
import { conversationError, invalidArgument } from '../errors.ts';
import type { Directory } from './directory.ts';

const LISTS = ['OPT_OUT_ALL', 'OPT_OUT_MARKETING', 'OPT_OUT_NOTIFICATION'];
const ROOT = '/v1/projects/:project/apps/:app/consents';

const Page = z.object({
	page_size: z.coerce.number().int().min(1).max(50).default(10),
	page_token: z.string().regex(/^\d*$/, 'is not one of ours').default(''),
});

/** Who opted out, by list and by person (Sinch SDK for Node.js, consents API). Keywords of this sandbox are those of the first list. */
export function consentRoutes(consent: Consent, { account, app }: Directory): Route[] {
	return [
		{
			method: 'GET',
			path: `${ROOT}/identities/:identity`,
			run: (request) => {
				app.require(pathParameter(request, 'app'));
				const identity = digits(pathParameter(request, 'identity'));
				const records = consent.records.filter((each) => each.identity === identity);
				if (records.length === 0) throw conversationError(404, `Identity ${identity} was not found`);
				const audit_records = records.map(({ action, at }) => ({
					origin: 'ORIGIN_MO',
					operation: action === 'OPT_OUT' ? 'OPERATION_INSERT' : 'OPERATION_DELETE',
					list_type: LISTS[0],
					project_id: account.projectId,
					app_id: account.appId,
					datetime: new Date(at).toISOString(),
				}));
				return { status: 200, body: { identity, audit_records } };
			},
		},
		{
			method: 'GET',
			path: `${ROOT}/:list`,
			run: (request) => {
				app.require(pathParameter(request, 'app'));
				const list = pathParameter(request, 'list');
				if (!LISTS.includes(list)) throw invalidArgument([{ property: 'list_type', words: 'is not a list' }]);
				const { page_size: size, page_token: token } = readBody(Page, request.query, invalidArgument);
				const all = list === LISTS[0] ? optedOut(consent) : [];
				const from = Number(token);
				const identities = all.slice(from, from + size).map((identity) => ({ identity }));
				const next_page_token = from + size < all.length ? String(from + size) : '';
				return { status: 200, body: { identities, next_page_token } };
			},
		},
	];
}

/** What came last decides. */
function optedOut({ records }: Consent): string[] {
	const latest = new Map(records.map(({ identity, action }) => [identity, action]));
	return [...latest].filter(([, action]) => action === 'OPT_OUT').map(([identity]) => identity);
}
