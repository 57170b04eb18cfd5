import { accountNode, numberNode } from './administration/nodes.ts';
import { PORTFOLIO } from './administration/portfolio.ts';
import type { Place } from './apps.ts';
import type { Directory } from './directory.ts';
import { unknownObject } from './errors.ts';
import { page, pickFields } from './fields.ts';
import type { GraphCall, Operation } from './operations.ts';
import type { Caller } from './tokens.ts';

/** Reading accounts and their numbers (Meta, Business phone numbers; OpenAPI of the Business Messaging API). */
export function accountOperations(
	directory: Directory,
	webhookConfiguration: (call: GraphCall, place: Place) => Record<string, string>,
): Operation[] {
	const { world } = directory;
	const accountsOf = (relation: 'owned' | 'shared', { caller, parameters, address }: GraphCall) => {
		const seen = directory.accounts.filter(
			(account) => account.relation === relation && isSeen(account.id, caller),
		);
		return page(
			seen.map((account) => pickFields(accountNode(account), parameters)),
			parameters,
			address,
		);
	};
	const ofPortfolio = { on: 'business', method: 'GET', needs: 'business_management' } as const;
	return [
		{
			...ofPortfolio,
			run: ({ parameters }) =>
				pickFields(
					{
						type: 'Business',
						fields: { id: PORTFOLIO.id, name: world.businessAccountName },
						defaults: ['id', 'name'],
					},
					parameters,
				),
		},
		{
			...ofPortfolio,
			edge: 'owned_whatsapp_business_accounts',
			run: (call) => accountsOf('owned', call),
		},
		{
			...ofPortfolio,
			edge: 'client_whatsapp_business_accounts',
			run: (call) => accountsOf('shared', call),
		},
		{
			on: 'account',
			method: 'GET',
			run: ({ id, parameters }) => pickFields(accountNode(directory.accountOf(id)), parameters),
		},
		{
			on: 'account',
			method: 'GET',
			edge: 'phone_numbers',
			run: ({ id, parameters, address }) => {
				const account = directory.accountOf(id);
				const numbers = directory.records
					.filter(({ accountId }) => accountId === id)
					.map((record) => pickFields(numberNode(record, account), parameters));
				return page(numbers, parameters, address);
			},
		},
		{
			on: 'number',
			method: 'GET',
			run: (call) => {
				const record = directory.record(call.id);
				if (!record) throw unknownObject(call.method, call.id);
				const { accountId } = record;
				const configuration = webhookConfiguration(call, { accountId, numberId: call.id });
				return pickFields(numberNode(record, directory.accountOf(accountId), configuration), call.parameters);
			},
		},
		{
			on: 'app',
			method: 'GET',
			takes: 'any',
			run: ({ parameters }) =>
				pickFields(
					{
						type: 'Application',
						fields: { id: world.appId, name: `${world.businessAccountName} app`, link: appLink(world.appId) },
						defaults: ['link', 'name', 'id'],
					},
					parameters,
				),
		},
	];
}

function isSeen(accountId: string, caller: Caller | undefined): boolean {
	return caller?.token?.accountIds.includes(accountId) === true;
}

export function appLink(appId: string): string {
	return `https://www.facebook.com/games/?app_id=${appId}`;
}
