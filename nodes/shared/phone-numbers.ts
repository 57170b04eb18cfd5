import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { runOperation, type JsonObject } from '../../core';
import { operationTools } from './operation-tools';
import { readText } from './parameters';
import { PROVIDER_ACCESS } from './providers';

/** Accounts hold 2 to 25 numbers, in large portfolios some hundreds (Meta, Business phone numbers). */
const MOST = 2000;

/** The only provider whose numbers are listed by its API. */
const PROVIDER = 'whatsAppCloud';

async function readNumbers(context: ILoadOptionsFunctions, paging: { page: string } | { limit: number }) {
	const tools = operationTools(context, PROVIDER, await PROVIDER_ACCESS[PROVIDER].connect(context));
	const outcome = await runOperation(PROVIDER, 'number', 'getMany', { ...paging, brief: true }, tools);
	if (outcome.ok) return { options: outcome.items.map(optionOf), nextPage: outcome.nextPage };
	const { title, advice } = outcome.error;
	throw new NodeOperationError(context.getNode(), `The phone numbers could not be loaded: ${title}`, {
		description: advice,
	});
}

function optionOf({ phoneNumberId, displayPhoneNumber, verifiedName }: JsonObject) {
	const value = readText(phoneNumberId);
	const number = readText(displayPhoneNumber) || value;
	const name = readText(verifiedName);
	return { name: name === '' ? number : `${name} (${number})`, value };
}

/** For a resource locator: one page at a time, narrowed by what the person typed. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { options, nextPage } = await readNumbers(this, { page: paginationToken ?? '' });
	const wanted = (filter ?? '').toLowerCase();
	return {
		results: options.filter(
			({ name, value }) => name.toLowerCase().includes(wanted) || value.includes(wanted),
		),
		...(nextPage !== undefined && { paginationToken: nextPage }),
	};
}

/** For a list of options: all numbers of the account. */
export async function getPhoneNumbers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return (await readNumbers(this, { limit: MOST })).options;
}
