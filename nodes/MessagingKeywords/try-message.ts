import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { evaluateKeywords, type KeywordMatch, type KeywordOptions } from '../../core';
import { isExpression } from '../shared/expressions';
import { KEYWORD_OUTPUTS } from '../shared/keyword-outputs';
import { settleFuzzy } from './evaluate';
import { readSettings, type KeywordSettings } from './settings';

/** What the record may say of a person, and what some words mean then. */
const CIRCUMSTANCES: readonly [when: string, facts: Pick<KeywordOptions, 'consentState' | 'optOutAsked'>][] =
	[
		['From somebody who opted out', { consentState: 'optedOut' }],
		['While a double opt-in waits', { consentState: 'pending' }],
		['After the question whether to opt out', { optOutAsked: true }],
	];

const MOST_CHARACTERS = 1000;

const SCOPES: Readonly<Record<string, string>> = { orderUpdates: 'order updates' };

/** The panel has no item, so that what only an item can tell counts as not given. */
function withoutExpressions(value: unknown): unknown {
	if (isExpression(value)) return undefined;
	if (Array.isArray(value)) return value.map(withoutExpressions);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [name, withoutExpressions(member)]),
	);
}

/** The output, with what tells its messages apart. */
function destinationOf({ category, name, scope = 'all', tier }: KeywordMatch): string {
	if (category === 'default' && tier !== 'none') return `${KEYWORD_OUTPUTS.fuzzyOptOut}, declined`;
	const output = KEYWORD_OUTPUTS[category];
	if (name !== undefined) return `${output} (${name})`;
	return scope === 'all' ? output : `${output} of ${SCOPES[scope] ?? scope}`;
}

/** As many characters as the list shows of a line. */
const LINE = /.{1,54}(?:\s|$)|\S{1,54}/gu;

/** What the message is taken for, why, and what else it would be taken for, as lines of a list. */
function linesOf(text: string, settings: KeywordSettings): string[] {
	const judge = (facts: object) =>
		settleFuzzy(evaluateKeywords(text, { ...settings.options, ...facts }), settings);
	const match = judge({});
	const destination = destinationOf(match);
	const otherwise = CIRCUMSTANCES.map(([when, facts]) => [when, destinationOf(judge(facts))])
		.filter(([, other]) => other !== destination)
		.map(([when, other]) => `${when} → ${other}`);
	return [`${destination}: “${text}”`, ...(match.explanation.match(LINE) ?? []), ...otherwise];
}

/** Where the editor cannot work out an option, it gives none of them; what a new node has counts then. */
function valueOf(context: ILoadOptionsFunctions, name: string): unknown {
	const value = withoutExpressions(context.getCurrentNodeParameter(name));
	return name === 'options' ? (value ?? { fuzzyOptOut: 'confirm' }) : value;
}

/**
 * For a resource locator: the message that is typed into its search is answered by the list, for the editor runs no other code
 * on the way.
 */
export async function tryMessage(
	this: ILoadOptionsFunctions,
	message?: string,
): Promise<INodeListSearchResult> {
	const text = (message ?? '').trim().slice(0, MOST_CHARACTERS);
	if (text === '') return await Promise.resolve({ results: [] });
	const settings = readSettings((name) => valueOf(this, name), this.getTimezone());
	const [answer = '', ...reasons] = linesOf(text, settings).map((line) => line.trim());
	// Values tell the lines apart; they mean nothing.
	const results = [
		{ name: answer, value: text },
		...reasons.map((name, index) => ({ name, value: `${text} ${index + 1}` })),
	];
	return await Promise.resolve({ results });
}
