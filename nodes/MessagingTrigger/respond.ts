import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** Headers of an answer. Express's own `send` would compute an ETag too, which no provider asks for. */
export const plainText = (text: string) => ({
	'Content-Type': 'text/plain; charset=utf-8',
	'Content-Length': Buffer.byteLength(text),
});

/** Answers the call without starting an execution. */
export function respond(context: IWebhookFunctions, status: number, text: string): IWebhookResponseData {
	context.getResponseObject().writeHead(status, plainText(text)).end(text);
	return { noWebhookResponse: true };
}

/** Answers the call with a refusal and leaves a line in n8n's log, so that silence has a reason. */
export function refuse(
	context: IWebhookFunctions,
	status: number,
	text: string,
	reason: string,
): IWebhookResponseData {
	const { id, name } = context.getWorkflow();
	context.logger.warn(`${context.getNode().name}: a webhook call was refused with ${status}: ${reason}`, {
		workflowId: id,
		workflowName: name,
		nodeName: context.getNode().name,
	});
	return respond(context, status, text);
}
