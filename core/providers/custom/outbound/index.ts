import type { Outbound } from '../../../provider';
import { deliveryError } from '../../../http/error-table';
import { problem } from '../../../lib/result';
import { CAUSES } from '../errors/causes';
import type { Problem } from '../language/schema';
import { readAnswerOf } from './answer';
import { ownRate, perSecond } from '../../../messages/rates';
import { renderRequest } from './render';
import { parseRequestTemplate } from './request-template';

export { previewRequest } from './preview';
export { parseRequestTemplate, type CustomRequestTemplate, type RequestTemplate } from './request-template';

function complaint([first]: readonly Problem[]): string {
	return `The request template cannot be used: ${first?.path ?? ''} ${first?.message ?? ''}`.trim();
}

/** Messages a second to a gateway of which nothing is known: our own figure of caution. */
const CAUTIOUS = perSecond(10);

/** A custom gateway, whose requests a template describes. Every message goes alone. */
export const outbound: Outbound = {
	build(message, { requestTemplate }) {
		const checked = parseRequestTemplate(requestTemplate);
		if (checked.ok) return renderRequest(checked.value, message);
		return problem('requestTemplate', complaint(checked.problems));
	},
	readAnswer(messages, httpStatus, body, { requestTemplate }) {
		const checked = parseRequestTemplate(requestTemplate);
		if (checked.ok) return messages.map(() => readAnswerOf(checked.value.answer, httpStatus, body));
		const error = deliveryError('template', complaint(checked.problems), {
			...CAUSES.configurationInvalid,
			cause: 'configurationInvalid',
			advice: 'Correct the request template, then look at the gateway whether it took the message.',
		});
		return messages.map(() => ({ outcome: 'rejected', error }));
	},
	rates: (facts) => ({ rate: ownRate(facts) ?? CAUTIOUS }),
};
