/** What strangers write: where a template may not put it as it is. */
import type { Workflow } from '../../sandbox/n8n/api.ts';
import type { WorkflowNode } from './node-types.ts';
import { ofNodes, textsOf, type Rule } from './rule.ts';

const BLANK = /\{\{([^]*?)\}\}/g;

/** What stands in the blanks of an expression. */
const blanksOf = (text: string) => [...text.matchAll(BLANK)].map(([, inner]) => (inner ?? '').trim());

const ownText = (value: unknown, otherwise = '') => (typeof value === 'string' ? value : otherwise);

const isType = ({ type }: WorkflowNode, ...names: string[]) => names.includes(type.split('.').at(-1) ?? '');

const PROMPT = /^(?:systemMessage|toolDescription|systemPrompt)$/;
const promptsAreFixed = ofNodes(({ parameters }) =>
	[...textsOf(parameters)]
		.filter(({ path, text }) => PROMPT.test(path.at(-1) ?? '') && text.includes('{{'))
		.map(({ path }) => `${path.join('.')} is an instruction, and takes in what others write`),
);

const PAGE =
	/^(?:formTitle|formDescription|completionTitle|completionMessage|responseText|html|formSubmittedText)$/;
const MARKUP_FREE = /\.removeTags\(\)$|: '[^']*'$/;
/** An expression that puts no text of others into markup: it ends by taking tags out, or with a text of its own. */
const isPlain = (blank: string) => MARKUP_FREE.test(blank) && blank.includes('.removeTags()');

const pagesAreEscaped = ofNodes((node) => {
	const isPage = isType(node, 'form', 'formTrigger', 'html', 'emailSend');
	const shown = [...textsOf(node.parameters)].filter(({ path, text }) => {
		const isShown = PAGE.test(path.at(-1) ?? '');
		return isPage && isShown && text.startsWith('=') && !blanksOf(text).every(isPlain);
	});
	return shown.map(
		({ path }) => `${path.join('.')} is shown as HTML: end its expressions with .removeTags()`,
	);
});

/** A page that a browser takes for HTML is one without a type; JSON and redirects have their own. */
const answersAreText = ofNodes((node) => {
	const { respondWith, responseBody } = node.parameters;
	const isText =
		isType(node, 'respondToWebhook') && respondWith === 'text' && typeof responseBody === 'string';
	const isTyped = [...textsOf(node.parameters)].some(({ text }) => text.startsWith('text/plain'));
	return isText && !isTyped ? ['answers without the type text/plain'] : [];
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
		const open = cells.filter(({ text }) => !blanksOf(text).every((blank) => blank.endsWith(FORMULA_GUARD)));
		const isSet = isType(source, 'set');
		return isSet && open.length === 0 ? [] : [`${source.name} hands cells over that may be formulas`];
	});
});

const ONE_LINE = String.raw`.replace(/\s+/g, ' ')`;
const OTHERS = /\berror\b|\bfailure\b|\btext\b|\bfrom(?:Name)?\b/;
const logsAreLines = ofNodes((node) => {
	const told = isType(node, 'stopAndError') ? blanksOf(ownText(node.parameters.errorMessage)) : [];
	const noisy = [...textsOf(node.parameters)].some(
		({ path, text }) => path.at(-1) === 'jsCode' && text.includes('console.'),
	);
	return [
		...told
			.filter((blank) => OTHERS.test(blank) && !blank.endsWith(ONE_LINE))
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
