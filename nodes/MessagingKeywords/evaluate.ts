import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	CONSENT_STATES,
	consentRow,
	evaluateKeywords,
	PRESETS,
	UNTYPED_MESSAGES,
	type ConsentSource,
	type KeywordMatch,
	type KeywordOptions,
} from '../../core';
import { readChoice, readGroup, readList, readText, readWords } from '../shared/parameters';

interface CustomList {
	name: string;
	words: string[];
	reply: string;
}

interface Settings {
	options: KeywordOptions;
	replyTo: (match: KeywordMatch) => string;
}

function readCustomLists(value: unknown): CustomList[] {
	return readList(readGroup(value).lists).map((entry, index) => {
		const list = readGroup(entry);
		return {
			name: readText(list.name) || `List ${index + 1}`,
			words: readWords(list.keywords),
			reply: readText(list.reply),
		};
	});
}

/** The words of an item; a reaction or the summary of a form is nobody's word. */
function textOf(context: IExecuteFunctions, itemIndex: number, { json }: INodeExecutionData): string {
	const isUntyped = json.kind === 'message' && readChoice(json.type, UNTYPED_MESSAGES) !== undefined;
	return isUntyped ? '' : readText(context.getNodeParameter('text', itemIndex, ''));
}

/** Core keeps its lookup tables per options object, so items with the same settings share one. */
function shareOptions(): (options: KeywordOptions) => KeywordOptions {
	let shared: KeywordOptions | undefined;
	let content = '';
	return (options) => {
		const newContent = JSON.stringify(options);
		if (shared === undefined || newContent !== content) {
			shared = options;
			content = newContent;
		}
		return shared;
	};
}

function readSettings(context: IExecuteFunctions, itemIndex: number): Settings {
	const categories = readGroup(context.getNodeParameter('categories', itemIndex, {}));
	const customLists = readCustomLists(context.getNodeParameter('customKeywords', itemIndex, {}));
	const { consentState } = readGroup(context.getNodeParameter('options', itemIndex, {}));
	const ownWords = (category: string) => readWords(readGroup(categories[category]).keywords);

	return {
		options: {
			preset: readChoice(context.getNodeParameter('preset', itemIndex), PRESETS) ?? 'standard',
			keywords: {
				optIn: ownWords('optIn'),
				optOut: ownWords('optOut'),
				doubleOptIn: ownWords('doubleOptIn'),
				help: ownWords('help'),
				custom: Object.fromEntries(customLists.map(({ name, words }) => [name, words])),
			},
			consentState: readChoice(consentState, CONSENT_STATES) ?? 'none',
		},
		replyTo: ({ category, name }) =>
			category === 'custom'
				? (customLists.find((list) => list.name === name)?.reply ?? '')
				: readText(readGroup(categories[category]).reply),
	};
}

const SOURCE_FIELDS = [
	'from',
	'fromUserId',
	'to',
	'channelId',
	'provider',
	'channel',
	'id',
	'timestamp',
] as const satisfies (keyof ConsentSource)[];

/** The item may come from any node, so whatever stands under the event's names is taken only if it is a text. */
function sourceOf(item: IDataObject, text: string): ConsentSource {
	const source: ConsentSource = { text };
	for (const field of SOURCE_FIELDS) {
		const value = readText(item[field]);
		if (value !== '') source[field] = value;
	}
	return source;
}

export interface EvaluatedItem {
	match: KeywordMatch;
	item: INodeExecutionData;
}

/** Reads each item's text and adds `keywords`, `reply` and `consent` to the item. */
export function keywordEvaluator(context: IExecuteFunctions) {
	const share = shareOptions();
	return (itemIndex: number, input: INodeExecutionData): EvaluatedItem => {
		const text = textOf(context, itemIndex, input);
		const { options, replyTo } = readSettings(context, itemIndex);
		const match = evaluateKeywords(text, share(options));
		const reply = replyTo(match);
		const consent = consentRow(sourceOf(input.json, text), match, new Date());
		return {
			match,
			item: {
				...input,
				json: {
					...input.json,
					keywords: { ...match },
					...(reply !== '' && { reply: { text: reply } }),
					...(consent && { consent: { ...consent } }),
				},
				pairedItem: { item: itemIndex },
			},
		};
	};
}
