import type { JsonObject } from '../../../events';
import type { ContentOf } from '../../../messages';
import { compact, objectOf } from '../../../lib/json';
import { type Written } from './content';
import { interactive } from './interactive';
import { problem } from '../../../lib/result';

type Flow = ContentOf<'flow'>;

/** Meta wants data with something in it, or none (Meta, Flow messages). */
function dataOf({ data }: Flow): JsonObject | undefined {
	const given = objectOf(data);
	return given !== undefined && Object.keys(given).length > 0 ? given : undefined;
}

/** With a first screen the flow opens there; without, the business's server is asked for it. */
function opening(flow: Flow): JsonObject {
	return flow.screen === undefined
		? { flow_action: 'data_exchange' }
		: {
				flow_action: 'navigate',
				flow_action_payload: compact({ screen: flow.screen, data: dataOf(flow) }),
			};
}

export function flowContent(flow: Flow): Written {
	const { flowId, flowName, flowToken, buttonText, draft } = flow;
	if (flowId === undefined && flowName === undefined) {
		return problem('flowId', 'The flow is missing: give its ID or its name');
	}
	if (flowId !== undefined && flowName !== undefined) {
		return problem('flowName', 'Give either the ID or the name of the flow');
	}
	if (flow.screen === undefined && dataOf(flow) !== undefined) {
		return problem('screen', 'The data is for the first screen of the flow: say which one that is');
	}
	return interactive('flow', flow, {
		name: 'flow',
		parameters: compact({
			flow_message_version: '3',
			flow_id: flowId,
			flow_name: flowName,
			flow_cta: buttonText,
			flow_token: flowToken,
			mode: draft === true ? 'draft' : undefined,
			...opening(flow),
		}),
	});
}
