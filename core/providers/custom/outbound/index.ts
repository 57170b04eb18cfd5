import type { Outbound } from '../../../provider';
import { deliveryError } from '../../../http/error-table';
import { CAUSES } from '../errors/causes';
import { readAnswerOf } from './answer';
import { renderRequest } from './render';
import { readyRequestTemplate, type RequestTemplateResult } from './request-template';
import { ownRate, perSecond } from '../../../messages/rates';
import { problem } from '../../../lib/result';

export { previewRequest } from './preview';
export {
	parseRequestTemplate,
	type CustomRequestTemplate,
	type RequestTemplate,
	type RequestTemplateResult,
} from './request-template';

function complaint(result: Extract<RequestTemplateResult, { ok: false }>): string {
	const [problem] = result.problems;
	return `The request template cannot be used: ${problem?.path ?? ''} ${problem?.message ?? ''}`.trim();
}

/** Messages a second to a gateway of which nothing is known: our own figure of caution. */
const CAUTIOUS = perSecond(10);

/** A gateway of one's own, whose requests a template describes. Every message goes alone. */
export const outbound: Outbound = {
	build(message, { requestTemplate }) {
		const ready = readyRequestTemplate(requestTemplate);
		if (ready.ok) return renderRequest(ready.template, message);
		return problem('requestTemplate', complaint(ready));
	},
	readAnswer(messages, httpStatus, body, { requestTemplate }) {
		const ready = readyRequestTemplate(requestTemplate);
		return messages.map(() =>
			ready.ok
				? readAnswerOf(ready.template.answer, httpStatus, body)
				: {
						outcome: 'rejected',
						error: deliveryError('template', complaint(ready), {
							...CAUSES.configurationInvalid,
							cause: 'configurationInvalid',
							advice: 'Correct the request template, then look at the gateway whether it took the message.',
						}),
					},
		);
	},
	rates: (facts) => ({ rate: ownRate(facts) ?? CAUTIOUS }),
};
