import {
	NodeOperationError,
	type FieldType,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type ResourceMapperFields,
} from 'n8n-workflow';
import {
	classifyError,
	firstWords,
	outboundOf,
	shownTemplate,
	type BlankKind,
	type MessageTemplate,
	type ProviderName,
} from '../../core';
import { readGroup, readList, readText } from './parameters';
import {
	AS_IN_ITEM,
	DEFAULT_PROVIDER,
	PROVIDER_ACCESS,
	SENDING_PROVIDERS,
	type Connection,
} from './providers';
import { readChoice } from './settings';
import { callProvider } from './transport';

/** Pages that a search looks through at once: some thousands of templates. */
const MOST_PAGES = 25;

/** Characters of the message that stand behind a template's name in the list, where n8n shows no description. */
const LISTED_WORDS = 40;

/** A template's name and language in one text, as the list gives it. */
export function splitTemplate(chosen: string): { name: string; language: string } {
	const [name = '', language = ''] = chosen.split('|');
	return { name: name.trim(), language: language.trim() };
}

/** Where templates are asked for. */
export interface TemplateSource {
	context: IExecuteFunctions | ILoadOptionsFunctions;
	provider: ProviderName;
	connection: Connection;
	sender: string;
}

/** One page of what is wanted; nothing where the provider lists no templates. */
async function readPage(
	{ context, provider, connection, sender }: TemplateSource,
	name?: string,
	page?: string,
): Promise<{ templates: MessageTemplate[]; next?: string | undefined }> {
	const lists = outboundOf(provider).templates;
	if (lists === undefined) return { templates: [] };
	const request = lists.request({ ...connection.account, sender }, { name }, page);
	const answer = await callProvider(context, provider, connection, request);
	if (answer.outcome !== 'answered') {
		throw new NodeOperationError(context.getNode(), 'The templates could not be loaded', {
			description: `The provider could not be reached: ${answer.reason}.`,
		});
	}
	if (answer.status !== 200) {
		const error = classifyError(provider, answer.status, answer.body);
		throw new NodeOperationError(context.getNode(), `The templates could not be loaded: ${error.title}`, {
			description: error.advice,
		});
	}
	const { rows, next } = lists.readPage(answer.body);
	return { templates: rows.flatMap(lists.readRow), next };
}

/** What all spellings of a language have in common: Sinch lists `EN_US` for `en_US`, and webhooks of Meta write `en-US`. */
const bareLanguage = (language: string) => language.toLowerCase().replaceAll('-', '_');

/** The template in one language, whichever page it is on; `undefined` where there is none. */
export async function findTemplate(
	source: TemplateSource,
	name: string,
	language: string,
): Promise<MessageTemplate | undefined> {
	const isIt = (template: MessageTemplate) =>
		template.name === name && bareLanguage(template.language) === bareLanguage(language);
	let page: string | undefined;
	for (let pages = 0; pages < MOST_PAGES; pages++) {
		const { templates, next } = await readPage(source, name, page);
		const found = templates.find(isIt);
		if (found !== undefined || next === undefined) return found;
		page = next;
	}
	return undefined;
}

async function sourceOf(context: ILoadOptionsFunctions): Promise<TemplateSource> {
	const [ticked = DEFAULT_PROVIDER] = SENDING_PROVIDERS.filter((one) =>
		readList(context.getCurrentNodeParameter('providers')).includes(one),
	);
	const chosen = context.getCurrentNodeParameter('provider');
	const provider =
		chosen === AS_IN_ITEM ? ticked : (readChoice(chosen, 'Provider', SENDING_PROVIDERS) ?? DEFAULT_PROVIDER);
	return {
		context,
		provider,
		connection: await PROVIDER_ACCESS[provider].connect(context),
		sender: readText(context.getCurrentNodeParameter('sender', { extractValue: true })),
	};
}

function optionOf(template: MessageTemplate): INodePropertyOptions {
	const { name, language, status, category, preview, sendable } = template;
	const facts = [language, ...(category === undefined ? [] : [category]), ...(sendable ? [] : [status])];
	const words = firstWords(preview, LISTED_WORDS);
	return {
		name: `${name} (${facts.join(', ')}): ${words}`,
		value: `${name}|${language}`,
		description: preview,
	};
}

/** For a resource locator: a page at a time; what the person types is looked for on all pages. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const source = await sourceOf(this);
	const wanted = (filter ?? '').toLowerCase();
	const results: INodePropertyOptions[] = [];
	let page = paginationToken;
	for (let pages = 0; pages < MOST_PAGES; pages++) {
		const { templates, next } = await readPage(source, undefined, page);
		results.push(
			...templates
				.filter(({ name, preview }) => `${name} ${preview}`.toLowerCase().includes(wanted))
				.map(optionOf),
		);
		if (next === undefined) return { results };
		page = next;
		if (wanted === '' && results.length > 0) break;
	}
	return { results, paginationToken: page };
}

async function chosenTemplate(context: ILoadOptionsFunctions): Promise<MessageTemplate | undefined> {
	const { name, language } = splitTemplate(
		readText(context.getCurrentNodeParameter('template', { extractValue: true })),
	);
	if (name === '') return undefined;
	const template = await findTemplate(await sourceOf(context), name, language);
	if (template !== undefined) return template;
	throw new NodeOperationError(
		context.getNode(),
		`There is no template "${name}" in the language "${language}"`,
		{
			description: 'Choose it from the list, or check its name and language with the provider.',
		},
	);
}

const FIELD_TYPES: Record<BlankKind, FieldType> = {
	text: 'string',
	image: 'string',
	video: 'string',
	document: 'string',
	number: 'number',
	dateTime: 'dateTime',
	json: 'object',
};

/** For a resource mapper: one field for each blank of the chosen template. */
export async function getTemplateBlanks(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const template = await chosenTemplate(this);
	return {
		fields: (template?.blanks ?? []).map(({ key, label, kind, required }) => ({
			id: key,
			displayName: label,
			required,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			type: FIELD_TYPES[kind],
		})),
		...(template?.unsupported !== undefined && { emptyFieldsNotice: template.unsupported }),
	};
}

/** For a list of options: the blanks of the chosen template. */
export async function getTemplateBlankOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const template = await chosenTemplate(this);
	return (template?.blanks ?? []).map(({ key, label, example }) => ({
		name: label,
		value: key,
		...(example !== undefined && { description: `For example: ${example}` }),
	}));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text of a message for a notice of the panel, which n8n reads as HTML. */
function asNotice(title: string, text: string): string {
	const escaped = text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign).replaceAll('\n', '<br>');
	return `<b>${title}</b><br>${escaped}`;
}

/** What the panel puts into the blanks by now: values, expressions as they are written, or names of fields of the item. */
function writtenValues(context: ILoadOptionsFunctions): Map<string, string> {
	const form = Object.entries(readGroup(readGroup(context.getCurrentNodeParameter('templateValues')).value));
	const rows = readList(readGroup(context.getCurrentNodeParameter('valueFields')).blank).map(readGroup);
	const byField = rows.map(({ key, field }): [string, unknown] => [readText(key), `[${readText(field)}]`]);
	const written = context.getCurrentNodeParameter('fillIn') === 'fields' ? byField : form;
	return new Map(
		written
			.map(([key, value]): [string, string] => [key, readText(value).replace(/^=/, '')])
			.filter(([, value]) => value !== '' && value !== '[]'),
	);
}

/** The title of the notice that stands for the message. */
function titleOf({ name, category, sendable, status }: MessageTemplate): string {
	return [`Message of ${name}`, category, sendable ? undefined : status]
		.filter((part) => part !== undefined)
		.join(' · ');
}

/**
 * For a resource mapper without fields, whose notice shows on the panel without a click: the message as the person reads it,
 * with what is filled in so far.
 */
export async function getShownMessage(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const notice = (emptyFieldsNotice: string) => ({ fields: [], emptyFieldsNotice });
	try {
		const template = await chosenTemplate(this);
		if (template === undefined) return notice('Choose a template to read its message here.');
		const values = writtenValues(this);
		return notice(
			asNotice(
				titleOf(template),
				shownTemplate(template, (key) => values.get(key)),
			),
		);
	} catch (failure) {
		return notice(asNotice('The message cannot be shown', failure instanceof Error ? failure.message : ''));
	}
}
