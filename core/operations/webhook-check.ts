import type { CallbackTarget, Inspection } from '../webhooks/registration';
import { withFault, type Blame, type ChannelCheck } from './channel-check';
import { checkPresence, checkRegistration, checkUrl } from './checks';

/** The webhook of a channel: its URL, whether forged calls can be told, and whether the provider has it. */
export function checkWebhook(
	inspection: Inspection,
	blame: Blame,
	facts: CallbackTarget,
	longest: number,
	authentication: { name: string; isSet: boolean; nextStep: string },
): ChannelCheck[] {
	const url = checkUrl(facts, longest);
	const { name, isSet, nextStep } = authentication;
	const registration = { ...checkRegistration(inspection, facts.callbackUrl), name: 'Webhook registration' };
	return [
		withFault(url, 'field'),
		withFault(checkPresence(name, isSet, nextStep), 'field'),
		...(url.state === 'ok'
			? [withFault(registration, inspection.state === 'failed' ? blame(inspection.error) : 'field')]
			: []),
	];
}
