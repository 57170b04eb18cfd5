/** What every template has to keep to, as rules that give the problems they find. */
import type { INodeTypeDescription } from 'n8n-workflow';
import { PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { NodeHelpers, nodeOf, type NodeTypes, type WorkflowNode } from './node-types.ts';
import { ofNodes, textsOf, type Rule, type Source } from './rule.ts';
import { STRANGER_RULES } from './strangers.ts';

const NOTE = 'n8n-nodes-base.stickyNote';
/** Left and above of the next node's name and icon, in the editor's units. */
const ROOM = { x: 110, y: 120 };

const isNote = ({ type }: WorkflowNode) => type === NOTE;
const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names under which `given` has something that `known` has not. */
function* unknownIn(given: unknown, known: unknown, path = ''): Generator<string> {
	if (Array.isArray(given) && Array.isArray(known)) {
		for (const [index, inner] of given.entries()) yield* unknownIn(inner, known[index], `${path}[${index}]`);
	} else if (isObject(given) && isObject(known)) {
		for (const [key, inner] of Object.entries(given)) {
			const place = path === '' ? key : `${path}.${key}`;
			if (Object.hasOwn(known, key)) yield* unknownIn(inner, known[key], place);
			else yield place;
		}
	}
}

const typeExists = ofNodes((node, types) =>
	types.find(node) ? [] : [`n8n has no ${node.type} ${nodeOf(node).typeVersion}`],
);

const isNewest = ofNodes((node, types) => {
	const newest = node.type.startsWith(PACKAGE) ? types.newestVersion(node) : undefined;
	return newest === undefined || newest === nodeOf(node).typeVersion ? [] : [`version ${newest} is newer`];
});

/** The parameters that the panel shows, those that were left at their defaults among them. */
function shownParameters(node: WorkflowNode, description: INodeTypeDescription) {
	const { parameters, ...rest } = nodeOf(node);
	return NodeHelpers.getNodeParameters(description.properties, parameters, true, false, rest, description);
}

const parametersAreKnown = ofNodes((node, types) => {
	const description = types.find(node);
	if (!description) return [];
	const unknown = unknownIn(node.parameters, shownParameters(node, description));
	return [...unknown].map((name) => `the panel shows no ${name}`);
});

const parametersAreComplete = ofNodes((node, types) => {
	const description = types.find(node);
	if (!description) return [];
	const parameters = shownParameters(node, description) ?? {};
	const complete = { ...nodeOf(node), parameters };
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, complete, description);
	return issues ? NodeHelpers.nodeIssuesToString(issues) : [];
});

const hasNoCredential = ofNodes(({ credentials }) => (credentials ? ['a credential is chosen'] : []));

/** The template's own page, whose sources are beside it: its libraries are full of numbers. */
const isPage = (text: string) => text.startsWith('<!doctype html>');

const SECRET_NAME = /(password|secret|token|api_?key|authorization)$/i;
const SECRET = /EAA[A-Za-z0-9]{20,}|\b(?:Bearer|Basic|App) [\w.=+/-]{12,}|\bsk-[\w-]{16,}|-----BEGIN/;
const hasNoSecret = ofNodes(({ parameters }) =>
	[...textsOf(parameters)]
		.filter(({ path, text }) => {
			const isNamed = SECRET_NAME.test(path.at(-1) ?? '') && text !== '' && !text.startsWith('=');
			return !isPage(text) && (isNamed || SECRET.test(text));
		})
		.map(({ path }) => `${path.join('.')} looks like a secret`),
);

const UUID = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi;
const DATE = /\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?/g;
/** Seven digits and more: a phone number, or an account's or a number's id. */
const NUMBER = /\d(?:[ ().-]{0,2}\d){6,}/g;
const EMAIL = /[\w.+-]+@([\w-]+\.)+[a-z]{2,}/gi;
const hasNobodysData = ofNodes(({ parameters }) =>
	[...textsOf(parameters)].flatMap(({ path, text }) => {
		if (isPage(text)) return [];
		const plain = text.replace(UUID, '').replace(DATE, '');
		const numbers = [...plain.matchAll(NUMBER)]
			.map(([found]) => found)
			.filter((found) => !found.replace(/\D/g, '').includes('55501'));
		const addresses = [...plain.matchAll(EMAIL)]
			.map(([found]) => found)
			.filter((found) => !/@(?:[\w-]+\.)*example(?:\.[a-z]+)?$/i.test(found));
		return [...numbers, ...addresses].map((found) => `${path.join('.')} has ${found}`);
	}),
);

const namesAreOwn = ofNodes((node, types) => {
	const description = types.find(node);
	const isPackage = node.type.startsWith(PACKAGE);
	const isLeft =
		!isPackage &&
		!!description &&
		NodeHelpers.isDefaultNodeName(node.name, description, nodeOf(node).parameters);
	return isLeft ? ['give the node a name that says what it does here'] : [];
});

const namesAreUnique: Rule = ({ workflow }) =>
	twice(workflow.nodes.map(({ name }) => name)).map((name) => `two nodes are called ${name}`);

const hasNotes: Rule = ({ workflow }) => {
	const notes = workflow.nodes.filter(isNote).map(({ parameters }) => String(parameters.content));
	return notes.some((text) => text.includes('### Set up')) ? [] : ['no sticky note says "### Set up"'];
};

const hasWebhookId = ofNodes((node, types) => {
	const waits = types.find(node)?.webhooks?.some(({ restartWebhook }) => restartWebhook !== true) ?? false;
	return waits && !node.webhookId ? ['has no webhookId, so that its URL would change'] : [];
});

interface Connections {
	[from: string]: Record<string, ({ node: string }[] | null)[]>;
}

function isConnections(value: unknown): value is Connections {
	return isObject(value) && Object.values(value).every(isObject);
}

const isConnected: Rule = ({ workflow }) => {
	const connections = isConnections(workflow.connections) ? workflow.connections : {};
	const targets = Object.values(connections)
		.flatMap((outputs) => Object.values(outputs).flat())
		.flatMap((links) => links ?? [])
		.map(({ node }) => node);
	const linked = new Set([...Object.keys(connections), ...targets]);
	const names = new Set(workflow.nodes.map(({ name }) => name));
	return [
		...[...linked].filter((name) => !names.has(name)).map((name) => `a connection leads to ${name}`),
		...workflow.nodes
			.filter((node) => !isNote(node) && !linked.has(node.name))
			.map(({ name }) => `${name} is connected with nothing`),
	];
};

const isTidy: Rule = ({ workflow }) => {
	const nodes = workflow.nodes.filter((node) => !isNote(node)).map(nodeOf);
	return nodes.flatMap((one, index) =>
		nodes
			.slice(index + 1)
			.filter(
				({ position: [x, y] }) =>
					Math.abs(x - one.position[0]) < ROOM.x && Math.abs(y - one.position[1]) < ROOM.y,
			)
			.map((other) => `${one.name} and ${other.name} lie over each other`),
	);
};

/** What n8n adds on export belongs to the instance it comes from. */
const FOREIGN = [
	'meta',
	'staticData',
	'shared',
	'versionId',
	'triggerCount',
	'active',
	'tags',
	'homeProject',
];
const isOfNoInstance: Rule = ({ workflow }) => [
	...FOREIGN.filter((key) => Object.hasOwn(workflow, key)).map((key) => `${key} belongs to an instance`),
	...(isObject(workflow.pinData) && Object.keys(workflow.pinData).length > 0 ? ['data is pinned'] : []),
];

const callsSiblings = ofNodes((node, _types, { siblings }) => {
	const id = NodeHelpers.getSubworkflowId(nodeOf(node));
	return id === undefined || siblings.some((workflow) => workflow.id === id)
		? []
		: [`calls the workflow ${id}, which is not in the folder`];
});

/** Of two executions that find a table missing at the same moment, n8n lets one create it; the other finds it when it tries again. */
const tablesAreShared = ofNodes(({ type, parameters, ...node }) => {
	const { resource, operation, options } = parameters;
	if (type !== 'n8n-nodes-base.dataTable' || resource !== 'table' || operation !== 'create') return [];
	return [
		...(isObject(options) && options.createIfNotExists === true ? [] : ['does not reuse the table']),
		...('retryOnFail' in node && node.retryOnFail === true ? [] : ['does not try again']),
	];
});

const IDS = /^(?:key|token|auditKey|.*_key)$/;
/** n8n shows columns in the order of their creation, and has room for the first few. */
const tablesBeginWithPeople = ofNodes(({ type, parameters: { columns } }) => {
	const list = type === 'n8n-nodes-base.dataTable' && isObject(columns) ? columns.column : undefined;
	const [first] = Array.isArray(list) ? list.filter(isObject) : [];
	return IDS.test(String(first?.name)) ? [`the table begins with ${String(first?.name)}`] : [];
});

/** n8n presets the first trigger of a file for the button that executes; one that waits for a call would do nothing then. */
const buttonStartsIt: Rule = ({ workflow }, types) => {
	const triggers = workflow.nodes.filter((node) => types.find(node)?.group.includes('trigger'));
	const byHand = triggers.findIndex(({ type }) => /\.(?:manual|schedule)Trigger$/.test(type));
	return byHand > 0 ? [`${triggers[byHand]?.name ?? ''} has to be the first trigger`] : [];
};

/** What any workflow keeps to, also one that was saved with an earlier version of the package. */
export const WORKFLOW_RULES: Readonly<Record<string, Rule>> = {
	typeExists,
	isNewest,
	parametersAreKnown,
	parametersAreComplete,
	hasNoCredential,
	hasNoSecret,
	hasNobodysData,
	namesAreOwn,
	namesAreUnique,
	hasNotes,
	hasWebhookId,
	isConnected,
	isTidy,
	isOfNoInstance,
	callsSiblings,
};

/** What the templates keep to. */
const TEMPLATE_RULES: Readonly<Record<string, Rule>> = {
	...WORKFLOW_RULES,
	buttonStartsIt,
	tablesAreShared,
	tablesBeginWithPeople,
	...STRANGER_RULES,
};

/** All problems of a workflow, each with the rule that found it. */
export function lint(source: Source, types: NodeTypes, rules = TEMPLATE_RULES): string[] {
	return Object.entries(rules).flatMap(([name, rule]) =>
		rule(source, types).map((problem) => `${name}: ${problem}`),
	);
}
