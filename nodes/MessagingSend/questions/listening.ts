import { NodeOperationError } from 'n8n-workflow';
import {
	isSameServer,
	readIntroduction,
	webhookHolders,
	type ApiAnswer,
	type Introduction,
	type OutgoingMessage,
} from '../../../core';
import { cannotHandOver } from '../../shared/answers';
import { operationTools } from '../../shared/operation-tools';
import { askNeighbour } from '../../shared/own-calls';
import type { SendRun } from '../run';

/** A trigger that was published stays so for a while; one that is missing is looked for each time. */
const KEPT_MS = 60_000;

const found = new Map<string, { check: Promise<void>; until: number }>();

function refuse({ context }: SendRun, what: string, nextStep: string): never {
	throw new NodeOperationError(context.getNode(), `The question was not sent: ${what}`, {
		description: nextStep,
		itemIndex: 0,
		failure: { cause: 'configuration-invalid' },
	});
}

/** Whether one of the triggers that share the place hears what people write to the number. */
function hears({ neighbours }: Introduction, sender: string | undefined): boolean {
	return neighbours.some(
		({ selection: { kinds, senders } }) =>
			(kinds.length === 0 || kinds.includes('message')) &&
			(senders.length === 0 || sender === undefined || senders.includes(sender)),
	);
}

const PUBLISH =
	"Publish a workflow with a Messaging Trigger that has the same provider, the same credential and 'Message Received', so that the reply finds its way. If the provider calls it in another way, add the option 'Check Trigger' and turn it off.";

const OLD_N8N = 'This n8n gives a reply out at the first output only. Update n8n to version 2.39 or later.';

function complaintOf(answer: ApiAnswer): [what: string, nextStep: string] {
	if (answer.outcome === 'answered' && answer.status === 401) {
		return [
			'the Messaging Trigger of this number has another credential',
			'Choose the same credential in both, or at least the same webhook secrets.',
		];
	}
	return ['no published Messaging Trigger of this n8n hears the reply', PUBLISH];
}

async function look(run: SendRun, base: string, sender: string | undefined): Promise<void> {
	const { context, provider, connection, credential } = run;
	if (connection.registrationTarget === undefined) return;
	const server = new URL('webhook/any/webhook', `${base.replace(/\/[^/]*$/, '')}/`).href;
	const target = connection.registrationTarget({
		callbackUrl: server,
		purpose: 'production',
		kinds: ['message'],
		senders: sender === undefined ? [] : [sender],
	});
	const tools = operationTools(context, provider, connection, credential);
	const holders = await webhookHolders(tools.call, target);
	const ours = [...new Set(holders.filter((url) => isSameServer(url, server)))];
	let complaint = complaintOf({ outcome: 'refused', reason: '' });
	for (const url of ours) {
		const answer = await askNeighbour(context, connection, url, { ask: 'introduce' });
		if (answer.outcome !== 'answered')
			refuse(run, 'n8n cannot call itself', cannotHandOver(url, answer.reason));
		const introduction = answer.status === 200 ? readIntroduction(answer.body) : undefined;
		if (introduction !== undefined && hears(introduction, sender)) {
			if (introduction.routesAnswers === false) refuse(run, 'n8n is too old for it', OLD_N8N);
			return;
		}
		complaint = complaintOf(answer);
	}
	refuse(run, ...complaint);
}

/**
 * Makes sure that the reply will be heard: that a trigger of this n8n is published for the number and shares a secret with this
 * node, and that n8n can call itself. Throws what is missing.
 *
 * @param base of all waiting executions
 */
export async function checkListening(
	run: SendRun,
	base: string,
	{ sender, channel }: OutgoingMessage,
): Promise<void> {
	const key = [run.credential.credentialsDecrypted?.id, run.provider, channel, sender].join(' ');
	const known = found.get(key);
	if (known !== undefined && performance.now() < known.until) {
		await known.check;
		return;
	}
	const check = look(run, base, sender);
	check.catch(() => found.delete(key));
	found.set(key, { check, until: performance.now() + KEPT_MS });
	await check;
}
