import {
	jsonParse,
	type IDataObject,
	type INodeExecutionData,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import {
	ANSWER_HEADER,
	isFromAsked,
	isOwnCall,
	judge,
	outboundOf,
	parseOutgoing,
	readHandOverOfAnswer,
	readReference,
	type AnswerEvent,
	type ApiAnswer,
	type HandOver,
	type OpenQuestion,
	type Verdict,
} from '../../../core';
import { routesAnswers } from '../../shared/answers';
import { readGroup, readText } from '../../shared/parameters';
import { PROVIDER_ACCESS, RECEIVING_PROVIDERS } from '../../shared/providers';
import { chosenRequest } from '../../shared/custom-gateway';
import { callProvider } from '../../shared/transport';
import { inFrontOf } from '../kept-input';
import { openQuestion } from './open-question';

/** Places of the outputs. A wait that ran out n8n itself gives out at the first one. */
const NO_ANSWER = 0;
const ANSWERED = 1;
const OPTED_OUT = 2;

const providerOf = ({ provider }: OpenQuestion) => RECEIVING_PROVIDERS.find((name) => name === provider);

function say(verdict: Verdict, workflowData?: INodeExecutionData[][]): IWebhookResponseData {
	return { webhookResponse: verdict, ...(workflowData && { workflowData }) };
}

function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	context.logger.warn(`${context.getNode().name}: an answer was refused with ${status}: ${reason}`, {
		workflowId: context.getWorkflow().id,
	});
	context.getResponseObject().status(status).json({ outcome: 'notTaken', reason });
	return { noWebhookResponse: true };
}

/** Of a tool the agent gets the first output alone; an n8n before 2.39 knows no other when it goes on after a wait. */
function placeOf(context: IWebhookFunctions, output: number): number {
	const { name, type } = context.getNode();
	if (type.endsWith('Tool') || output === NO_ANSWER) return NO_ANSWER;
	if (routesAnswers(context)) return output;
	context.logger.warn(
		`${name}: this n8n is older than 2.39 and gives the reply out at No Answer. Update n8n, or go on by data.outcome behind the node`,
		{ workflowId: context.getWorkflow().id },
	);
	return NO_ANSWER;
}

/** The item that came in, as n8n stored it with the execution. */
function inputOf(context: IWebhookFunctions): IDataObject {
	const input = context.evaluateExpression('{{ JSON.stringify($json) }}');
	return typeof input === 'string' ? jsonParse<IDataObject>(input) : {};
}

function outputs(context: IWebhookFunctions, output: number, data: IDataObject): INodeExecutionData[][] {
	const { keepInput } = readGroup(context.getNodeParameter('options', {}));
	const json = keepInput === false ? { data } : inFrontOf(inputOf(context), { data });
	const place = placeOf(context, output);
	return Array.from({ length: place + 1 }, (_, at) =>
		at === place ? [{ json, pairedItem: { item: 0 } }] : [],
	);
}

function dataOf(outcome: Verdict['outcome'], event: AnswerEvent, found: IDataObject = {}): IDataObject {
	const { text, type, id, from, fromUserId, timestamp } = event;
	return {
		outcome,
		...found,
		...(text !== undefined && { text }),
		...(found.approved === false && text !== undefined && { chatInput: text }),
		type,
		messageId: id,
		from: from ?? fromUserId,
		respondedAt: timestamp ?? new Date().toISOString(),
	};
}

/** Why a question did not go out; nothing where it did. */
function refusalOf(answer: ApiAnswer): string | undefined {
	if (answer.outcome !== 'answered') return answer.reason;
	return answer.status < 300 ? undefined : `HTTP ${answer.status}`;
}

/** Asks once more. What the provider refuses leaves the question open as it is. */
async function askAgain(context: IWebhookFunctions, question: OpenQuestion): Promise<void> {
	const provider = providerOf(question);
	const again = parseOutgoing(question.again);
	if (provider === undefined || !again.ok) return;
	const connection = await PROVIDER_ACCESS[provider].connect(context);
	const requestTemplate = provider === 'custom' ? chosenRequest(context) : undefined;
	const account = { ...connection.account, requestTemplate };
	const built = outboundOf(provider).build(again.message, account);
	const why = built.ok
		? refusalOf(await callProvider(context, provider, connection, built.request))
		: built.message;
	if (why === undefined) return;
	context.logger.warn(`${context.getNode().name}: the question could not be asked again: ${why}`);
}

async function unfit(
	context: IWebhookFunctions,
	question: OpenQuestion,
	{ event, tries }: HandOver,
): Promise<IWebhookResponseData> {
	if (question.again === undefined)
		return say({ outcome: 'notTaken', reason: 'it is no answer to the question' });
	const count = tries + 1;
	if (count >= question.tries) {
		return say({ outcome: 'gaveUp', tries: count }, outputs(context, NO_ANSWER, dataOf('gaveUp', event)));
	}
	await askAgain(context, question);
	return say({ outcome: 'askedAgain', tries: count });
}

/** Whether a node with the same secret brings it. */
async function isSigned(context: IWebhookFunctions, question: OpenQuestion): Promise<boolean> {
	const provider = providerOf(question);
	if (provider === undefined) return false;
	const { webhook } = await PROVIDER_ACCESS[provider].connect(context);
	const { rawBody } = context.getRequestObject();
	const header = readText(context.getHeaderData()[ANSWER_HEADER]);
	return (
		Buffer.isBuffer(rawBody) && isOwnCall('answer', header, rawBody, webhook.handOverKeys ?? [], Date.now())
	);
}

/** Whether it is for the question that is open now: the same node may have asked others in this execution. */
function isForQuestion(
	context: IWebhookFunctions,
	{ question }: OpenQuestion,
	{ reference }: HandOver,
): boolean {
	const named = readReference(reference)?.reference;
	return (
		named?.question === question &&
		named.executionId === context.getExecutionId() &&
		named.nodeId === context.getNode().id
	);
}

/**
 * Takes a message that may answer the question, and has the execution go on where it does. n8n's own signature covers the
 * address alone, so that who brings it, who wrote it, to which number and to which question is checked here.
 */
export async function receiveAnswer(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const question = openQuestion(context);
	if (question === undefined) return refuse(context, 409, 'no question is open');
	if (!(await isSigned(context, question))) return refuse(context, 401, 'its signature is not known');
	const handOver = readHandOverOfAnswer(context.getBodyData());
	if (handOver === undefined) return refuse(context, 400, 'it was not understood');
	const { event, tapped } = handOver;
	if (!isForQuestion(context, question, handOver)) {
		return say({ outcome: 'notTaken', reason: 'it answers another question' });
	}
	const provider = providerOf(question);
	const ownSide = provider && PROVIDER_ACCESS[provider].ownSide;
	if (!isFromAsked(question, event, event[ownSide ?? 'to'])) {
		return refuse(context, 403, 'somebody else wrote it, or to another number');
	}
	const reading = { now: Date.now(), timeZone: context.getTimezone(), tapped };
	const judgement = judge(event, question.expected, reading);
	switch (judgement.outcome) {
		case 'answered':
			return say(
				{ outcome: 'answered' },
				outputs(context, ANSWERED, dataOf('answered', event, judgement.found)),
			);
		case 'optedOut':
			return say({ outcome: 'optedOut' }, outputs(context, OPTED_OUT, dataOf('optedOut', event)));
		case 'unfit':
			return await unfit(context, question, handOver);
	}
}
