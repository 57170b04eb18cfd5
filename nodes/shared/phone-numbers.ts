import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { classifyError, parsePhoneNumbers, type PhoneNumber } from '../../core';
import { PROVIDER_ACCESS, type Connection } from './providers';
import { callProvider } from './transport';

/** Accounts hold 2 to 25 numbers, in large portfolios some hundreds (Meta, Business phone numbers). */
const PAGE_SIZE = '100';
const MOST_PAGES = 20;

/** The only provider whose numbers are listed by its API. */
const PROVIDER = 'whatsAppCloud';

interface NumberPage {
	numbers: PhoneNumber[];
	nextPage?: string | undefined;
}

async function readPage(
	context: ILoadOptionsFunctions,
	connection: Connection,
	after: string | undefined,
): Promise<NumberPage> {
	const answer = await callProvider(context, PROVIDER, connection, {
		method: 'GET',
		path: `/${encodeURIComponent(connection.accountId)}/phone_numbers`,
		query: {
			fields: 'id,display_phone_number,verified_name,quality_rating',
			limit: PAGE_SIZE,
			...(after && { after }),
		},
	});
	if (answer.outcome !== 'answered') {
		throw new NodeOperationError(context.getNode(), 'The phone numbers could not be loaded', {
			description: `The provider could not be reached: ${answer.reason}.`,
		});
	}
	if (answer.status !== 200) {
		const error = classifyError(PROVIDER, answer.status, answer.body);
		throw new NodeOperationError(context.getNode(), `The phone numbers could not be loaded: ${error.title}`, {
			description: error.advice,
		});
	}
	return parsePhoneNumbers(answer.body);
}

function labelOf({ displayPhoneNumber, verifiedName }: PhoneNumber): string {
	return verifiedName === undefined ? displayPhoneNumber : `${verifiedName} (${displayPhoneNumber})`;
}

/** For a resource locator: one page at a time, narrowed by what the person typed. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const { numbers, nextPage } = await readPage(
		this,
		await PROVIDER_ACCESS[PROVIDER].connect(this),
		paginationToken,
	);
	const wanted = (filter ?? '').toLowerCase();
	return {
		results: numbers
			.map((number) => ({ name: labelOf(number), value: number.id }))
			.filter(({ name, value }) => name.toLowerCase().includes(wanted) || value.includes(wanted)),
		...(nextPage !== undefined && { paginationToken: nextPage }),
	};
}

/** For a list of options: all numbers of the account. */
export async function getPhoneNumbers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const connection = await PROVIDER_ACCESS[PROVIDER].connect(this);
	const options: INodePropertyOptions[] = [];
	let after: string | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const { numbers, nextPage } = await readPage(this, connection, after);
		options.push(...numbers.map((number) => ({ name: labelOf(number), value: number.id })));
		if (nextPage === undefined) break;
		after = nextPage;
	}
	return options;
}
