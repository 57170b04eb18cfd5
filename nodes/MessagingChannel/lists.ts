import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { runOperation, type JsonObject } from '../../core';
import { readGroup, readText } from '../shared/parameters';
import type { Input } from './form';
import { labelled, LISTS, type ListPlan, type ListPlans, type Texts } from './list-plans';
import { openListRun } from './run';

/** Enough for a list that a person looks through; what they type narrows it. */
const MOST = 500;

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
		const outcome = await runOperation(
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

/** For a resource locator: what the access token may be used on, with the names that it may see. */
function reachSearcher(operation: string, idName: string) {
	return async function search(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		const { provider, tools, secrets, connection } = await openListRun(this);
		const input = { accessToken: connection.accessToken ?? '', limit: MOST };
		const outcome = await runOperation(provider, 'account', operation, input, tools, secrets);
		if (!outcome.ok) return refuse(this, 'The list could not be loaded', outcome.error.advice);
		const choices = outcome.items.map((item) => {
			const id = readText(item[idName]);
			const name = readText(item.name);
			return { name: labelled(name || id, name === '' ? [] : [id]), value: id };
		});
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
export const searchPortfolios = reachSearcher('getPortfolios', 'businessId');
export const searchAccounts = reachSearcher('getReachable', 'accountId');
