import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import {
	inspectWebhook,
	isSameEndpoint,
	mergeNeighbours,
	registerWebhook,
	runOperation,
	sendersOfAll,
	webhookHolders,
	type ManualStep,
	type Neighbour,
	type OperationTools,
	type RegistrationTarget,
} from '../../core';
import { siblingOf, withToken } from '../shared/callback-url';
import { operationTools } from '../shared/operation-tools';
import { readText } from '../shared/parameters';
import { PROVIDER_ACCESS, type Connection } from '../shared/providers';
import { openCredential } from '../shared/transport';
import { askNeighbour, cannotCallItself } from '../shared/own-calls';
import { keepInMemory, knownNeighbours, ownEntry, ownUrl, rememberRegistration } from './introduction';
import { meetNeighbours, type Meeting } from './neighbour-calls';
import { checkSetup, readPanel, type TriggerContext, type TriggerPanel } from './settings';
import { oneAfterTheOther } from './turns';

export interface Line {
	connection: Connection;
	tools: OperationTools;
	target: RegistrationTarget;
	isTest: boolean;
}

interface Company {
	/** The trigger's own, at the time of its registration. */
	senders: readonly string[];
	neighbours?: readonly Neighbour[];
	/** URLs whose places may be taken. */
	free?: readonly string[];
}

/** Nothing where the provider has no API for registering webhooks. */
export async function lineOf(
	context: TriggerContext,
	panel: TriggerPanel,
	connection: Connection,
	{ senders, neighbours = [], free = [] }: Company,
): Promise<Line | undefined> {
	if (connection.registrationTarget === undefined) return undefined;
	const url = ownUrl(context);
	const sibling = siblingOf(url);
	const isTest = context.getMode() === 'manual';
	const credential = await openCredential(context, panel.provider);
	const own = { ...ownEntry(context, panel).selection, senders: [...senders] };
	return {
		connection,
		tools: operationTools(context, panel.provider, connection, credential),
		target: connection.registrationTarget({
			callbackUrl: withToken(url, connection),
			...(sibling !== undefined && { siblingUrl: withToken(sibling, connection) }),
			purpose: isTest ? 'test' : 'production',
			kinds: panel.selection.kinds,
			accountEvents: panel.selection.accountEvents,
			neighbourUrls: free,
			senders,
			sendersOfAll: sendersOfAll([own, ...neighbours.map((one) => one.selection)]),
		}),
		isTest,
	};
}

/** The credential of a trigger that registers itself; one without which no call could be authenticated is refused. */
async function connect(context: TriggerContext, panel: TriggerPanel): Promise<Connection | undefined> {
	const connection = await PROVIDER_ACCESS[panel.provider].connect(context);
	checkSetup(context, panel, connection);
	return panel.registersItself ? connection : undefined;
}

function inWords(steps: readonly ManualStep[]): string {
	return steps
		.map(({ place, action, values }) => {
			const entries = values.map(({ field, value }) => `${field}: ${value}`).join(', ');
			return `${place}: ${action}${entries === '' ? '' : ` (${entries})`}`;
		})
		.join(' ');
}

/** All of it in the message: where n8n says that a workflow could not be published it shows no description. */
function refuse(context: TriggerContext, ...sentences: string[]): never {
	throw new NodeOperationError(context.getNode(), sentences.filter((one) => one !== '').join(' '));
}

function logManualSteps(context: TriggerContext, steps: readonly ManualStep[]): void {
	for (const step of steps) context.logger.warn(`${context.getNode().name}: ${inWords([step])}`);
}

/** Leaves a line in n8n's log for everything that would keep events from arriving, so that silence has a reason. */
async function logChecks(context: TriggerContext, { tools, target, connection }: Line): Promise<void> {
	const { accessToken } = connection;
	const input = { ...target, ...(accessToken !== undefined && { accessToken }) };
	const outcome = await runOperation(target.provider, 'channel', 'checkEvents', input, tools);
	if (!outcome.ok) return;
	for (const { name, state, found, nextStep } of outcome.items) {
		if (state !== 'failed' && state !== 'warning') continue;
		const line = [`${readText(name)}:`, readText(found), readText(nextStep)].join(' ').trim();
		context.logger.warn(`${context.getNode().name}: ${line}`, { workflowId: context.getWorkflow().id });
	}
}

/** Whether the provider already calls this trigger. By hand, that is the person's affair. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	keepInMemory(context);
	const panel = readPanel(context);
	const connection = await connect(context, panel);
	if (connection === undefined) return true;
	const { senders } = panel.selection;
	const neighbours = knownNeighbours(context);
	const line = await lineOf(context, panel, connection, { senders, neighbours });
	if (line === undefined) return true;
	const inspection = await inspectWebhook(line.tools.call, line.target);
	if (inspection.state !== 'alreadyOurs') return false;
	logManualSteps(context, inspection.byHand);
	return true;
}

function refuseUnreachable(context: TriggerContext, reason: string): never {
	return refuse(context, cannotCallItself(ownUrl(context), reason));
}

/** Makes the trigger known to published ones. Gives the URLs of those that hand calls on to it from now on. */
async function joinIn(
	context: TriggerContext,
	panel: TriggerPanel,
	connection: Connection,
	neighbours: readonly Neighbour[],
): Promise<string[]> {
	const neighbour = ownEntry(context, panel);
	const published = neighbours.filter(({ until }) => until === undefined);
	const joined = published.map(async ({ url }) => {
		const answer = await askNeighbour(context, connection, url, { ask: 'welcome', neighbour });
		return answer.outcome === 'answered' && answer.status === 200 ? [url] : [];
	});
	return (await Promise.all(joined)).flat();
}

function isTesting({ introduction }: Meeting['hosts'][number]): boolean {
	return introduction.neighbours[0]?.until !== undefined;
}

/** Why a place of this n8n cannot be had. */
function whoHasIt({ kept, hosts }: Meeting, url: string): string | undefined {
	const host = hosts.find((one) => isTesting(one) && isSameEndpoint(one.url, url));
	return host === undefined
		? kept.find((one) => isSameEndpoint(one.url, url))?.reason
		: `Your workflow "${host.introduction.workflow}" is waiting for a test event. Stop that first.`;
}

/**
 * Has the trigger remember what it is to hand on before the first call can arrive: what a hook leaves behind n8n saves at the end.
 *
 * @returns whether it does; without neighbours it need not
 */
async function keepBeforehand(
	context: TriggerContext,
	connection: Connection,
	senders: readonly string[],
	neighbours: readonly Neighbour[],
): Promise<boolean> {
	const answer = await askNeighbour(context, connection, ownUrl(context), {
		ask: 'remember',
		senders: [...senders],
		neighbours: [...neighbours],
	});
	if (answer.outcome === 'answered' && answer.status === 200) return true;
	if (neighbours.length === 0) return false;
	return refuseUnreachable(
		context,
		answer.outcome === 'answered' ? `it answered ${answer.status}` : answer.reason,
	);
}

/**
 * Registers the trigger's URL with the provider, in place of its neighbours', to whom it hands calls on from then on.
 *
 * @param leaving URL of a trigger that is being unpublished
 */
async function registerAmongNeighbours(
	context: TriggerContext,
	panel: TriggerPanel,
	leaving?: string,
): Promise<void> {
	const connection = await connect(context, panel);
	if (connection === undefined) return;
	const { senders } = panel.selection;
	const free = leaving === undefined ? [] : [leaving];
	const first = await lineOf(context, panel, connection, { senders, free });
	if (first === undefined) return;
	const places = await webhookHolders(first.tools.call, first.target);
	const meeting = await meetNeighbours(context, connection, ownUrl(context), places, leaving);
	if (meeting.unreachable !== undefined) refuseUnreachable(context, meeting.unreachable);
	const known = leaving === undefined ? [] : mergeNeighbours([knownNeighbours(context)], leaving);
	const neighbours = mergeNeighbours([meeting.neighbours, known], ownUrl(context));
	if (first.isTest && meeting.hosts.some((host) => !isTesting(host))) {
		// The published triggers hand calls on to the test, so that nothing is taken from them, also if n8n dies meanwhile.
		const lentBy = await joinIn(context, panel, connection, neighbours);
		rememberRegistration(context, { senders, lentBy, neighbours: [] });
		return;
	}
	const isKept = !first.isTest && (await keepBeforehand(context, connection, senders, neighbours));
	const company = { senders, neighbours, free: first.isTest ? [] : meeting.free };
	const line = (await lineOf(context, panel, connection, company)) ?? first;
	const result = await registerWebhook(line.tools.call, line.target, { takeOver: panel.takesOver });
	switch (result.state) {
		case 'takenBy': {
			const reason = whoHasIt(meeting, result.url) ?? `It belongs to ${result.by}. ${result.advice}`;
			return refuse(context, `Another webhook is registered: ${result.url}.`, reason);
		}
		case 'byHand':
			return refuse(
				context,
				'The provider does not let webhooks be registered automatically here.',
				`Set 'Registration' to By Hand. ${inWords(result.byHand)}`,
			);
		case 'failed':
			return refuse(
				context,
				`Could not ${result.step}: ${result.error.title}.`,
				result.error.detail,
				result.error.advice,
			);
		case 'registered':
		case 'alreadyOurs':
			// What a hook leaves behind is what n8n saves for all triggers of the workflow, where another of them has something to save.
			if (!isKept || leaving === undefined) {
				rememberRegistration(context, { receipt: result.receipt, senders, neighbours });
			}
			// Calls may go on to come to the place of one of them that only a person can change.
			if (result.byHand.length > 0) await joinIn(context, panel, connection, neighbours);
			logManualSteps(context, result.byHand);
			if (leaving === undefined) await logChecks(context, line);
	}
}

/** Registers the trigger's URL with the provider, or says why that is not possible and what to do instead. */
export async function register(context: IHookFunctions): Promise<boolean> {
	const panel = readPanel(context);
	await oneAfterTheOther(async () => {
		await registerAmongNeighbours(context, panel);
	});
	return true;
}

/** Takes over from a neighbour that is being unpublished, and waits for that. */
export async function replaceLeaving(
	context: IWebhookFunctions,
	panel: TriggerPanel,
	leaving: string,
): Promise<void> {
	await registerAmongNeighbours(context, panel, leaving);
}
