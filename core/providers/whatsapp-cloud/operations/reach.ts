import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { compact, objectOf, textOf } from '../../../lib/json';
import { requiredText } from '../../../messages/media';
import { listLimit } from '../../../operations/input';
import { internal, type OperationContext } from '../../../operations/operation';
import { get, operation } from './operation';
import { accountsOf, parseToken, portfoliosOf, readToken, type TokenData } from './token';

/** A name that the token may not see is left out. */
async function named({ ask }: OperationContext, idName: string, id: string): Promise<JsonObject> {
	const reply = await ask(get(`/${encodeURIComponent(id)}`, { fields: 'id,name' }));
	const name = reply.ok ? textOf(objectOf(reply.body)?.name) : undefined;
	return compact({ [idName]: id, name });
}

/** Lists what the access token may be used on, for somebody who chooses from it. */
function reachable(idName: string, idsOf: (token: TokenData, context: OperationContext) => string[]) {
	return internal(
		operation({
			input: z.object({ accessToken: requiredText('The access token'), limit: listLimit }),
			secrets: ({ accessToken }) => [accessToken],
			async run({ accessToken, limit }, context) {
				const token = await context.ask(readToken(accessToken));
				if (!token.ok) {
					const advice =
						'Meta does not show what the access token may be used on. Test the credential, or enter the ID.';
					return { ok: false, error: { ...token.error, advice } };
				}
				const ids = [...new Set(idsOf(parseToken(token.body), context))].slice(0, limit);
				return { ok: true, items: await Promise.all(ids.map((id) => named(context, idName, id))) };
			},
		}),
	);
}

/** The accounts that the token reaches, the credential's first, and the portfolios. */
export const REACH = {
	getReachable: reachable('accountId', (token, { line: { accountId } }) =>
		accountId ? [accountId, ...accountsOf(token)] : accountsOf(token),
	),
	getPortfolios: reachable('businessId', portfoliosOf),
};
