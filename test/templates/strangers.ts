/** What strangers write: where a template may not put it as it is. */
import { z } from 'zod';
import type { Workflow } from '../../sandbox/n8n/api.ts';
import { endsWithCall } from './expressions.ts';
import type { WorkflowNode } from './node-types.ts';
import { ofNodes, textsOf, type Rule } from './rule.ts';

const BLANK = /\{\{([^]*?)\}\}/g;

/** What stands in the blanks of an expression. */
const blanksOf = (text: string) => [...text.matchAll(BLANK)].map(([, inner]) => (inner ?? '').trim());

const ownText = (value: unknown, otherwise = '') => (typeof value === 'string' ? value : otherwise);

const isType = ({ type }: WorkflowNode, ...names: string[]) => names.includes(type.split('.').at(-1) ?? '');

const PROMPT = /^(?:systemMessage|toolDescription|systemPrompt|instructions|messageValues\.\d+\.message)$/;
const promptsAreFixed = ofNodes(({ parameters }) =>
	[...textsOf(parameters)]
		.filter(({ path, text }) => {
			const isPrompt = PROMPT.test(path.at(-1) ?? '') || PROMPT.test(path.slice(-3).join('.'));
			return isPrompt && text.includes('{{');
		})
		.map(({ path }) => `${path.join('.')} is an instruction, and takes in what others write`),
);

const PAGE =
	/^(?:formTitle|formDescription|completionTitle|completionMessage|responseText|html|formSubmittedText)$/;
const MARKUP_FREE = '.removeTags()';
/** Within a tag a quotation mark is enough to add something to it. */
const IN_A_TAG = /<[a-z][^<>]*\{\{/i;

const pagesAreEscaped = ofNodes((node) => {
	const isPage = isType(node, 'form', 'formTrigger', 'html', 'emailSend');
	const shown = [...textsOf(node.parameters)].filter(({ path, text }) => {
		const isShown = PAGE.test(path.at(-1) ?? '');
		if (!isPage || !isShown || !text.startsWith('=')) return false;
		return IN_A_TAG.test(text) || !blanksOf(text).every((blank) => endsWithCall(blank, MARKUP_FREE));
	});
	return shown.map(
		({ path }) =>
			`${path.join('.')} is shown as HTML: outside of its tags, end all of its expressions with .removeTags()`,
	);
});

const Headers = z.object({
	options: z.object({
		responseHeaders: z.object({ entries: z.array(z.object({ name: z.string(), value: z.string() })) }),
	}),
});

function typeOf(node: WorkflowNode): string {
	const parsed = Headers.safeParse(node.parameters);
	const entries = parsed.success ? parsed.data.options.responseHeaders.entries : [];
	return entries.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
}

/** Nothing of what others write gets into a page that is the same for everybody. */
const isFixed = ({ parameters }: WorkflowNode) => !ownText(parameters.responseBody, '=').startsWith('=');

/** A page that a browser takes for HTML is one without a type, or with that type; JSON and redirects have their own. */
const answersAreText = ofNodes((node) => {
	if (!isType(node, 'respondToWebhook')) return [];
	const type = typeOf(node);
	const { respondWith } = node.parameters;
	if (respondWith === 'text' && isFixed(node) && type.startsWith('text/html')) return [];
	const isOpen = respondWith === 'text' ? !type.startsWith('text/plain') : /html|xml|svg|=/.test(type);
	return isOpen ? ['answers without the type text/plain'] : [];
});

/** As spreadsheets take a cell for a formula; a phone number is none. */
const FORMULA_GUARD = String.raw`.replace(/^(?!\+\d+$)(?=[=+\-@\t\r])/, "'")`;

function sourcesOf({ nodes, connections }: Workflow, target: WorkflowNode): WorkflowNode[] {
	const leadsThere = ({ name }: WorkflowNode) =>
		[...textsOf(connections)].some(
			({ path, text }) => path[0] === name && path.at(-1) === 'node' && text === target.name,
		);
	return nodes.filter(leadsThere);
}

const TABLES = ['csv', 'xls', 'xlsx', 'ods', 'html'];
const cellsAreNoFormulas = ofNodes((node, _types, { workflow }) => {
	if (!isType(node, 'convertToFile') || !TABLES.includes(ownText(node.parameters.operation, 'csv')))
		return [];
	return sourcesOf(workflow, node).flatMap((source) => {
		const cells = [...textsOf(source.parameters)].filter(({ path }) => path.at(-1) === 'value');
		const open = cells.filter(
			({ text }) =>
				/^[=+\-@]/.test(text.replace(/^=/, '')) ||
				!blanksOf(text).every((blank) => endsWithCall(blank, FORMULA_GUARD)),
		);
		// What it hands on besides goes into cells as it came.
		const isSet = isType(source, 'set') && source.parameters.includeOtherFields !== true;
		return isSet && open.length === 0 ? [] : [`${source.name} hands cells over that may be formulas`];
	});
});

const ONE_LINE = String.raw`.replace(/\s+/g, ' ')`;
const OTHERS =
	/\b(?:error|failure|text|from(?:Name)?|name|title|detail|advice|body|raw|message|description|reason)\b/;
const logsAreLines = ofNodes((node) => {
	const told = isType(node, 'stopAndError') ? blanksOf(ownText(node.parameters.errorMessage)) : [];
	const noisy = [...textsOf(node.parameters)].some(
		({ path, text }) => path.at(-1) === 'jsCode' && text.includes('console.'),
	);
	return [
		...told
			.filter((blank) => OTHERS.test(blank) && !endsWithCall(blank, ONE_LINE))
			.map((blank) => `${blank} may have several lines`),
		...(noisy ? ['writes into the log by itself'] : []),
	];
});

/** A link that customers open is a GET for everybody. */
const callsAreProtected = ofNodes((node) => {
	const isCalled =
		isType(node, 'formTrigger') ||
		(isType(node, 'webhook') && (node.parameters.httpMethod ?? 'GET') !== 'GET');
	const isOpen = (node.parameters.authentication ?? 'none') === 'none';
	return isCalled && isOpen ? ['lets everybody in'] : [];
});

export const STRANGER_RULES: Readonly<Record<string, Rule>> = {
	promptsAreFixed,
	pagesAreEscaped,
	answersAreText,
	cellsAreNoFormulas,
	logsAreLines,
	callsAreProtected,
};
