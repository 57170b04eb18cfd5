import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import {
	administer,
	nameRequest,
	parseName,
	parseReach,
	reachRequest,
	type AdminProvider,
	type AdminResource,
	type JsonObject,
	type Reach,
} from '../../core';
import { readGroup, readText } from '../shared/parameters';
import type { Input } from './form';
import { openListRun, type ChannelRun } from './run';
import { templateKey } from './templateKey';

/** Enough for a list that a person looks through; what they type narrows it. */
const MOST = 500;

/** An operation whose items a person chooses from. */
interface ListPlan {
	resource: AdminResource;
	operation: string;
	/** Other parameters of the panel that the list depends on, by the names that core knows. */
	depends?: Readonly<Record<string, string>>;
	/** Operations that take no limit are told none. */
	unlimited?: true;
	value: (item: Texts) => string;
	name: (item: Texts) => string;
}

type Texts = (member: string) => string;

type ListPlans = Readonly<Partial<Record<AdminProvider, ListPlan>>>;

const labelled = (label: string, facts: readonly string[]): string => {
	const known = facts.filter((fact) => fact !== '');
	return known.length === 0 ? label : `${label} (${known.join(', ')})`;
};

const ownNumber = (item: Texts) =>
	labelled(item('phoneNumber') || item('numberKey'), [item('displayName'), item('country'), item('type')]);
const offer = (item: Texts) =>
	labelled(item('phoneNumber') || item('numberKey'), [
		item('type'),
		[item('pricePerMonth'), item('currency')].filter((part) => part !== '').join(' '),
	]);
const sender = (item: Texts) =>
	labelled(item('phoneNumber') || item('senderId'), [item('displayName'), item('status') || item('state')]);
const template = (item: Texts) =>
	labelled(item('name'), [item('language'), item('category'), item('status')]);
const key = (item: Texts) => templateKey(item('name'), item('language'), item('templateId'));

const LISTS = {
	numbers: {
		infobip: {
			resource: 'number',
			operation: 'getMany',
			value: (item) => item('numberKey'),
			name: ownNumber,
		},
		sinch: {
			resource: 'number',
			operation: 'getMany',
			depends: { country: 'listCountry' },
			value: (item) => item('phoneNumber'),
			name: ownNumber,
		},
	},
	availableNumbers: {
		infobip: {
			resource: 'number',
			operation: 'search',
			depends: { country: 'country' },
			value: (item) => (item('country') === 'US' ? item('phoneNumber') : item('numberKey')),
			name: offer,
		},
		sinch: {
			resource: 'number',
			operation: 'search',
			depends: { country: 'country', type: 'type' },
			value: (item) => item('phoneNumber'),
			name: offer,
		},
	},
	senders: {
		infobip: {
			resource: 'account',
			operation: 'getSenders',
			value: (item) => item('phoneNumber'),
			name: sender,
		},
		sinch: {
			resource: 'number',
			operation: 'getSenders',
			value: (item) => item('senderId'),
			name: sender,
		},
	},
	apps: {
		sinch: {
			resource: 'account',
			operation: 'getMany',
			unlimited: true,
			value: (item) => item('appId'),
			name: (item) => item('name') || item('appId'),
		},
	},
	templateIds: {
		whatsAppCloud: {
			resource: 'template',
			operation: 'getMany',
			depends: { accountId: 'accountId' },
			value: (item) => item('templateId'),
			name: template,
		},
		infobip: {
			resource: 'template',
			operation: 'getMany',
			depends: { sender: 'sender' },
			value: (item) => item('templateId'),
			name: template,
		},
	},
	templateKeys: {
		whatsAppCloud: {
			resource: 'template',
			operation: 'getMany',
			depends: { accountId: 'accountId' },
			value: key,
			name: template,
		},
		infobip: {
			resource: 'template',
			operation: 'getMany',
			depends: { sender: 'sender' },
			value: key,
			name: template,
		},
		sinch: { resource: 'template', operation: 'getMany', value: key, name: template },
	},
	webhooks: {
		infobip: {
			resource: 'webhook',
			operation: 'get',
			unlimited: true,
			depends: { channel: 'channel' },
			value: (item) => item('subscriptionId'),
			name: (item) => labelled(item('name') || item('subscriptionId'), [item('callbackUrl')]),
		},
		sinch: {
			resource: 'webhook',
			operation: 'get',
			unlimited: true,
			depends: { appId: 'appId' },
			value: (item) => item('webhookId'),
			name: (item) => item('callbackUrl') || item('webhookId'),
		},
	},
	inboundActions: {
		infobip: {
			resource: 'number',
			operation: 'getInboundActions',
			unlimited: true,
			depends: { numberKey: 'numberKey', channel: 'channel' },
			value: (item) => item('configurationKey'),
			name: (item) => labelled(item('keyword') || 'All messages', [item('action'), item('callbackUrl')]),
		},
	},
} satisfies Record<string, ListPlans>;

function refuse(context: ILoadOptionsFunctions, message: string, description: string): never {
	throw new NodeOperationError(context.getNode(), message, { description });
}

/** A resource locator holds its mode beside the value. */
function chosenValue(parameter: unknown): string {
	return readText(readGroup(parameter).value ?? parameter);
}

function inputOf(context: ILoadOptionsFunctions, { depends = {}, unlimited }: ListPlan): Input {
	const given = Object.entries(depends)
		.map(([name, parameter]): [string, string] => [
			name,
			chosenValue(context.getCurrentNodeParameter(parameter)),
		])
		.filter(([, value]) => value !== '');
	return { ...Object.fromEntries(given), ...(unlimited !== true && { limit: MOST }) };
}

function matching(choices: readonly INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const wanted = filter.toLowerCase();
	return choices.filter(
		({ name, value }) => value !== '' && `${name} ${String(value)}`.toLowerCase().includes(wanted),
	);
}

function choiceOf({ value, name }: ListPlan, item: JsonObject): INodeListSearchItems {
	const texts: Texts = (member) => readText(item[member]);
	return { name: name(texts), value: value(texts) };
}

/** For a resource locator: what an operation of the provider lists. */
function searcher(plans: ListPlans) {
	return async function search(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		const { provider, tools, secrets } = await openListRun(this);
		const plan = plans[provider];
		if (plan === undefined) return { results: [] };
		const outcome = await administer(
			provider,
			plan.resource,
			plan.operation,
			inputOf(this, plan),
			tools,
			secrets,
		);
		if (outcome.ok)
			return {
				results: matching(
					outcome.items.map((item) => choiceOf(plan, item)),
					filter,
				),
			};
		const { title, detail, advice } = outcome.error;
		return refuse(this, `The list could not be loaded: ${title}`, [detail, advice].join(' ').trim());
	};
}

async function ask(run: ChannelRun, request: Parameters<ChannelRun['tools']['call']>[0]): Promise<unknown> {
	const answer = await run.tools.call(request);
	return answer.outcome === 'answered' && answer.status === 200 ? answer.body : undefined;
}

/** For a resource locator: what the access token may be used on, with the names that it may see. */
function reachSearcher(idsOf: (reach: Reach, run: ChannelRun) => string[]) {
	return async function search(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		const run = await openListRun(this);
		const token = run.connection.accessToken ?? '';
		const body = await ask(run, reachRequest(token));
		if (body === undefined) {
			refuse(
				this,
				'The list could not be loaded',
				'Meta does not show what the access token may be used on. Test the credential, or enter the ID.',
			);
		}
		const ids = [...new Set(idsOf(parseReach(body), run))].slice(0, MOST);
		const choices = await Promise.all(
			ids.map(async (id) => {
				const name = parseName(await ask(run, nameRequest(id)));
				return { name: labelled(name ?? id, name === undefined ? [] : [id]), value: id };
			}),
		);
		return { results: matching(choices, filter) };
	};
}

export const searchNumbers = searcher(LISTS.numbers);
export const searchAvailableNumbers = searcher(LISTS.availableNumbers);
export const searchSenders = searcher(LISTS.senders);
export const searchApps = searcher(LISTS.apps);
export const searchTemplateIds = searcher(LISTS.templateIds);
export const searchTemplateKeys = searcher(LISTS.templateKeys);
export const searchWebhooks = searcher(LISTS.webhooks);
export const searchInboundActions = searcher(LISTS.inboundActions);
export const searchPortfolios = reachSearcher(({ portfolioIds }) => portfolioIds);

/** The credential's account comes first. */
export const searchAccounts = reachSearcher(({ accountIds }, { connection }) =>
	[connection.accountId, ...accountIds].filter((id) => id !== ''),
);
