import type { Check, Diagnose } from '../../../webhooks/diagnosis';
import type { SinchTarget } from './target';
import { checkOurSide, checkPresence, checkRegistration, checkReply } from '../../../operations/checks';
import { isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { registrationAsk, type Ask } from '../../../http/ask';
import { LONGEST_URL, targetSecrets } from './target';
import { classifyError } from '../errors/classify';
import { registration } from '.';

async function checkApp(ask: Ask, projectId: string, appId: string): Promise<Check> {
	const path = `/v1/projects/${projectId}/apps/${appId}`;
	const reply = await ask({ method: 'GET', path });
	return checkReply('Conversation app', 'reachable in this region, with a channel', reply, (body) => {
		const app = objectOf(body);
		const name = textOf(app?.display_name) ?? appId;
		const channels = listOf(app?.channel_credentials)
			.filter(isJsonObject)
			.flatMap(({ channel }) => textOf(channel) ?? []);
		if (channels.length > 0) return { state: 'ok', found: `${name}: ${channels.join(', ')}` };
		const nextStep = 'Add a channel to the app in the Sinch Build Dashboard under Conversation API → Apps.';
		return { state: 'failed', found: `${name}: no channel`, nextStep };
	});
}

async function checkServicePlan(ask: Ask, servicePlanId: string): Promise<Check> {
	const path = `/xms/v1/${servicePlanId}/batches`;
	const request = { method: 'GET', path, query: { page_size: '1' }, base: 'sms' } as const;
	const reply = await ask(request);
	return checkReply('SMS service plan', 'reachable in this region', reply, () => ({
		state: 'ok',
		found: servicePlanId,
	}));
}

/** Why no event of Sinch arrives. */
export const diagnoseSinch: Diagnose<SinchTarget> = async (call, facts) => {
	const { projectId, appId, servicePlanId, webhookSecret } = facts;
	const ask = registrationAsk(call, classifyError, targetSecrets(facts));
	const [inspection, ...reachable] = await Promise.all([
		registration.inspect(call, facts),
		...(appId === undefined ? [] : [checkApp(ask, projectId, appId)]),
		...(servicePlanId === undefined ? [] : [checkServicePlan(ask, servicePlanId)]),
	]);
	const secret = checkPresence(
		'Webhook secret',
		webhookSecret !== '',
		'Enter a long random word as "Webhook Secret" in the credential, then publish the workflow again.',
	);
	return {
		checks: [
			checkRegistration(inspection, facts.callbackUrl),
			...reachable,
			...(appId === undefined ? [] : [secret]),
			...checkOurSide(facts, LONGEST_URL),
		],
	};
};
