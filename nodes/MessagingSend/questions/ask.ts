import {
	NodeOperationError,
	UserError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { conversationKey, parseOutgoing, type OpenQuestion, type OutgoingMessage } from '../../../core';
import { readGroup, readText } from '../../shared/parameters';
import { ItemReader } from '../../shared/reader';
import { readSection, readSwitch } from '../../shared/settings';
import type { SendRun } from '../run';
import { sendItems } from '../send';
import { askingOf } from './asking';
import { checkListening } from './listening';
import { keepQuestion } from './open-question';
import { repeatedContent, validationOf } from './panel';
import { waitUntil } from './waiting';

/** By execution of the node: what it is about to ask. */
const prepared = new WeakMap<IExecuteFunctions, OpenQuestion>();

const optionsOf = (context: IExecuteFunctions) =>
	readSection(context.getNodeParameter('options', 0, {}), 'Options');

/** The row of a question as a workflow stores it, to find it by the conversation. */
function rowOf(run: SendRun, message: OutgoingMessage, question: OpenQuestion): IDataObject {
	const { context, provider } = run;
	const { sender, addresses, expected } = question;
	const [address = ''] = addresses;
	const until = waitUntil(context, optionsOf(context));
	return {
		reference: askingOf(context).written,
		conversationKey: conversationKey(provider, sender, address) ?? '',
		address,
		provider,
		channel: message.channel ?? '',
		sender,
		question:
			message.type === 'template' ? message.name : readText(context.getNodeParameter('message', 0, '')),
		kind: expected.kind,
		tries: 0,
		askedAt: new Date().toISOString(),
		until: until.toISOString(),
		executionId: context.getExecutionId(),
	};
}

/** Has a workflow store the question, before anybody can answer it. */
async function store(run: SendRun, message: OutgoingMessage, question: OpenQuestion): Promise<void> {
	const { context } = run;
	const { keepQuestionWith } = optionsOf(context);
	if (keepQuestionWith === undefined) return;
	const id = readText(readGroup(keepQuestionWith).value);
	if (id === '')
		throw new UserError("'Keep Question With' names no workflow. Choose one, or remove the option");
	await context.executeWorkflow({ id }, [{ json: rowOf(run, message, question) }], undefined, {
		executionMode: context.getMode(),
	});
}

/** What has to be in place before the question goes out. */
async function beforeAsking(run: SendRun, message: OutgoingMessage): Promise<void> {
	const { context, provider, connection, parameters } = run;
	const node = context.getNode();
	if ((connection.webhook.handOverKeys ?? []).length === 0) {
		throw new NodeOperationError(
			node,
			'The question was not sent: the credential has nothing to know the reply by',
			{
				description:
					'Fill in what authenticates webhook calls in the credential, the same as in that of the Messaging Trigger.',
				failure: { cause: 'configuration-invalid' },
			},
		);
	}
	const { base, reference } = askingOf(context);
	const reader = new ItemReader(parameters, 0, parameters.item(0));
	const { expected, tries, again } = validationOf(reader);
	const addresses = [message.to, message.toUserId].flatMap((one) => one ?? []);
	const repeated = parseOutgoing({ ...message, ...repeatedContent(reader, again) });
	const question: OpenQuestion = {
		question: reference.question,
		provider,
		sender: message.sender ?? '',
		addresses,
		expected,
		tries: tries ?? 1,
		...(tries !== undefined && repeated.ok && { again: { ...repeated.message } }),
	};
	const { checkTrigger } = optionsOf(context);
	if (readSwitch(checkTrigger, 'Check Trigger') !== false) await checkListening(run, base, message);
	await store(run, message, question);
	prepared.set(context, question);
}

const NOT_MANY =
	'A sub-workflow asks each person in an execution of its own: put "Execute Sub-workflow" before this node, in the mode "Run once for each item" and without waiting for its end, and move this node into the sub-workflow.';

/** Rules by which a person wants no messages; the others speak of this hour. */
const BY_CONSENT: readonly unknown[] = [
	'optedOut',
	'optedOutOfMarketing',
	'optOutAsked',
	'noConsent',
	'consentPending',
	'unknownConsent',
];

/** Asks the one person and has the execution wait. What could not be asked leaves at once. */
export async function askAndWait(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { length } = context.getInputData();
	if (length > 1) {
		throw new NodeOperationError(
			context.getNode(),
			`One execution asks one question, and there are ${length} items`,
			{ description: NOT_MANY, failure: { cause: 'configuration-invalid' } },
		);
	}
	const until = waitUntil(context, optionsOf(context));
	const [accepted = [], suppressed = []] = await sendItems(context, beforeAsking);
	const question = prepared.get(context);
	const json = accepted[0]?.json;
	if (question !== undefined && (json?.outcome === 'accepted' || json?.outcome === 'unknown')) {
		const ids = [json.waId, json.userId].map(readText).filter((id) => id !== '');
		keepQuestion(context, { ...question, addresses: [...question.addresses, ...ids] });
		await context.putExecutionToWait(until);
		return [accepted];
	}
	const rule = readGroup(suppressed[0]?.json.suppressed).rule;
	return BY_CONSENT.includes(rule) ? [accepted, [], suppressed] : [[...accepted, ...suppressed], [], []];
}
