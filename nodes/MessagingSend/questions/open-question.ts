import { jsonParse, type IExecuteFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { readQuestion, type OpenQuestion } from '../../../core';

/** n8n stores it with the execution, so that it outlives a restart and reaches whatever process is called. */
const MEMBER = 'question';

export function keepQuestion(context: IExecuteFunctions, question: OpenQuestion): void {
	context.getContext('node')[MEMBER] = JSON.stringify(question);
}

/** A name as an expression may hold it: two braces in it would end the expression. */
const quoted = (name: string) =>
	JSON.stringify(name).replace(/[{}]/g, (brace) => `\\u00${brace.charCodeAt(0).toString(16)}`);

/** The question that the execution waits for the answer of. */
export function openQuestion(context: IWebhookFunctions): OpenQuestion | undefined {
	const { name } = context.getNode();
	const kept = context.evaluateExpression(`{{ $node[${quoted(name)}].context["${MEMBER}"] }}`);
	return typeof kept === 'string' ? readQuestion(jsonParse(kept, { fallbackValue: {} })) : undefined;
}
