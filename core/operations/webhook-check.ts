import type { CallbackTarget, Inspection } from '../webhooks/registration';
import { faultOf, type ChannelCheck, type Fault } from './channel-check';
import { checkOurSide, checkPresence, checkRegistration } from './checks';
import { checkCallbackUrl } from '../webhooks/callback-url';

function withFault(check: ChannelCheck, fault: Fault): ChannelCheck {
	return check.state === 'ok' ? check : { ...check, fault };
}

/** The webhook of a channel: its URL, whether forged calls can be told, and whether the provider has it. */
export function checkWebhook(
	inspection: Inspection,
	facts: CallbackTarget,
	longest: number,
	authentication: { name: string; isSet: boolean; nextStep: string },
): ChannelCheck[] {
	const url = checkCallbackUrl(facts.callbackUrl, { longest, isSandbox: facts.isSandbox });
	const [ourUrl] = checkOurSide(facts, longest);
	const registered: ChannelCheck[] = !url.ok
		? []
		: [
				withFault(
					{ ...checkRegistration(inspection, facts.callbackUrl), name: 'Webhook registration' },
					inspection.state === 'failed' ? faultOf(inspection.error) : 'field',
				),
			];
	const { name, isSet, nextStep } = authentication;
	return [
		...(ourUrl === undefined ? [] : [withFault(ourUrl, 'field')]),
		withFault(checkPresence(name, isSet, nextStep), 'field'),
		...registered,
	];
}
