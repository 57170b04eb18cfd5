import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import {
	inspectWebhook,
	registerWebhook,
	runOperation,
	unregisterWebhook,
	type ManualStep,
	type OperationTools,
	type RegistrationTarget,
} from '../../core';
import { siblingOf, withToken } from '../shared/callback-url';
import { operationTools } from '../shared/operation-tools';
import { readGroup, readList, readText } from '../shared/parameters';
import { PROVIDER_ACCESS, type Connection } from '../shared/providers';
import { checkSetup, readPanel, type TriggerPanel } from './settings';

/** What deactivation needs to know of the registration, whatever the parameters say by then. Holds no secret. */
interface Remembered {
	receipt: unknown;
	senders: string[];
}

interface Line {
	tools: OperationTools;
	target: RegistrationTarget;
	accessToken: string | undefined;
}

/** Nothing where the provider has no API for registering webhooks. */
function lineOf(
	context: IHookFunctions,
	{ provider, selection }: TriggerPanel,
	connection: Connection,
	senders: readonly string[],
): Line | undefined {
	if (connection.registrationTarget === undefined) return undefined;
	const url = context.getNodeWebhookUrl('default') ?? '';
	const sibling = siblingOf(url);
	return {
		tools: operationTools(context, provider, connection),
		target: connection.registrationTarget({
			callbackUrl: withToken(url, connection),
			...(sibling !== undefined && { siblingUrl: withToken(sibling, connection) }),
			purpose: context.getMode() === 'manual' ? 'test' : 'production',
			kinds: selection.kinds,
			senders,
		}),
		accessToken: connection.accessToken,
	};
}

/** The line of a trigger that registers itself; a credential without which no call could be authenticated is refused. */
async function openLine(context: IHookFunctions, panel: TriggerPanel): Promise<Line | undefined> {
	const connection = await PROVIDER_ACCESS[panel.provider].connect(context);
	checkSetup(context, panel, connection);
	return panel.registersItself ? lineOf(context, panel, connection, panel.selection.senders) : undefined;
}

function inWords(steps: readonly ManualStep[]): string {
	return steps
		.map(({ place, action, values }) => {
			const entries = values.map(({ field, value }) => `${field}: ${value}`).join(', ');
			return `${place}: ${action}${entries === '' ? '' : ` (${entries})`}`;
		})
		.join(' ');
}

function refuse(context: IHookFunctions, message: string, description: string): never {
	throw new NodeOperationError(context.getNode(), message, { description });
}

function logManualSteps(context: IHookFunctions, steps: readonly ManualStep[]): void {
	for (const step of steps) context.logger.warn(`${context.getNode().name}: ${inWords([step])}`);
}

/** Leaves a line in n8n's log for everything that would keep events from arriving, so that silence has a reason. */
async function logChecks(context: IHookFunctions, { tools, target, accessToken }: Line): Promise<void> {
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
	const line = await openLine(context, readPanel(context));
	if (line === undefined) return true;
	const inspection = await inspectWebhook(line.tools.call, line.target);
	if (inspection.state !== 'alreadyOurs') return false;
	logManualSteps(context, inspection.byHand);
	return true;
}

/** Registers the trigger's URL with the provider, or says why that is not possible and what to do instead. */
export async function register(context: IHookFunctions): Promise<boolean> {
	const panel = readPanel(context);
	const line = await openLine(context, panel);
	if (line === undefined) return true;
	const result = await registerWebhook(line.tools.call, line.target, { takeOver: panel.takesOver });
	switch (result.state) {
		case 'takenBy':
			return refuse(
				context,
				`Another webhook is registered: ${result.url}`,
				`It belongs to ${result.by}. ${result.advice}`,
			);
		case 'byHand':
			return refuse(
				context,
				'The provider does not let webhooks be registered automatically here',
				`Set 'Registration' to By Hand. ${inWords(result.byHand)}`,
			);
		case 'failed':
			return refuse(
				context,
				`Could not ${result.step}: ${result.error.title}`,
				`${result.error.detail} ${result.error.advice}`.trim(),
			);
		case 'registered':
		case 'alreadyOurs': {
			const remembered: Remembered = { receipt: result.receipt, senders: [...panel.selection.senders] };
			Object.assign(context.getWorkflowStaticData('node'), remembered);
			logManualSteps(context, result.byHand);
			await logChecks(context, line);
			return true;
		}
	}
}

/** Removes what this trigger registered, and nothing of anybody else. */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const panel = readPanel(context);
	if (!panel.registersItself) return true;
	const remembered = readGroup(context.getWorkflowStaticData('node'));
	const connection = await PROVIDER_ACCESS[panel.provider].connect(context);
	const line = lineOf(context, panel, connection, readList(remembered.senders).map(readText));
	if (line === undefined) return true;
	const result = await unregisterWebhook(line.tools.call, line.target, remembered.receipt);
	if (result.state === 'failed') {
		context.logger.warn(
			`${context.getNode().name}: could not ${result.step}: ${result.error.title}. ${result.error.advice}`,
		);
		return false;
	}
	return true;
}
