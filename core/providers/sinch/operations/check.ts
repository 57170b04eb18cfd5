import { z } from 'zod';
import { EVENT_KINDS } from '../../../events';
import type { SinchTarget } from '../registration/target';
import { optionalText } from '../../../messages/media';
import type { ApiRequest } from '../../../http/api';
import { toE164 } from '../../../lib/phone/address';
import { fieldFailure, optionalId } from '../../../operations/input';
import { internal, operationsOf, type OperationContext } from '../../../operations/operation';
import { channelReport, checkName } from '../../../operations/channel-check';
import type { Check } from '../../../operations/checks';
import { LONGEST_URL, targetSecrets } from '../registration/target';
import { checkWebhook } from '../../../operations/webhook-check';
import { registration } from '../registration';
import { classifyAdminError } from '../errors/set-up';
import { readApp, readApps } from './app';
import {
	checkApp,
	checkChannels,
	checkCredential,
	checkNumber,
	checkSender,
	checkServicePlan,
	checkTemplates,
	faultOf,
} from './check-parts';
import { readNumber } from './number';
import { askGlobally, operation, pathIn, request } from './operation';
import { readSender } from './sender';
import { compact, isJsonObject } from '../../../lib/json';

const channelInput = z.object({
	/** Of the channel. */
	name: optionalText('The name of the channel'),
	channel: z.enum(['SMS', 'WHATSAPP'], { message: 'The channel is SMS or WHATSAPP' }).default('SMS'),
	appId: optionalId,
	servicePlanId: optionalId,
	/** For SMS. */
	phoneNumber: optionalId.transform((number) =>
		number === undefined ? undefined : (toE164(number) ?? number),
	),
	/** For WhatsApp. */
	senderId: optionalId,
	/** Of the trigger; without one the webhook is not looked at. */
	callbackUrl: optionalText('The callback URL'),
	siblingUrl: optionalText('The test URL'),
	isSandbox: z.boolean().default(false),
	kinds: z.array(z.enum(EVENT_KINDS)).default(['message', 'status']),
	webhookSecret: z.string().default(''),
});

type ChannelInput = z.output<typeof channelInput>;

interface Place {
	projectId: string;
	appId: string | undefined;
	servicePlanId: string | undefined;
}

function factsOf(input: ChannelInput, { projectId, appId, servicePlanId }: Place): SinchTarget {
	const { callbackUrl = '', siblingUrl, kinds, webhookSecret, isSandbox } = input;
	return {
		provider: 'sinch',
		purpose: 'production',
		projectId,
		callbackUrl,
		kinds,
		webhookSecret,
		isSandbox,
		...compact({ appId, servicePlanId, siblingUrl }),
	};
}

const readBatches = (servicePlanId: string): ApiRequest => ({
	method: 'GET',
	base: 'sms',
	path: `/xms/v1/${encodeURIComponent(servicePlanId)}/batches`,
	query: { page_size: '1' },
});

async function checkTexts(
	context: OperationContext,
	{ phoneNumber }: ChannelInput,
	{ projectId, servicePlanId }: Place,
): Promise<Check[]> {
	const [number, batches] = await Promise.all([
		phoneNumber === undefined ? undefined : askGlobally(context)(readNumber(projectId, phoneNumber)),
		servicePlanId === undefined ? undefined : context.ask(readBatches(servicePlanId)),
	]);
	return [
		...(number === undefined ? [] : checkNumber(number, phoneNumber ?? '', servicePlanId)),
		...(batches === undefined ? [] : [checkServicePlan(batches, servicePlanId ?? '')]),
	];
}

async function checkWhatsApp(
	context: OperationContext,
	{ senderId }: ChannelInput,
	{ projectId }: Place,
): Promise<Check[]> {
	const ask = askGlobally(context);
	const path = pathIn(projectId, 'whatsapp', 'templates');
	const [sender, templates] = await Promise.all([
		senderId === undefined ? undefined : ask(readSender(projectId, senderId)),
		ask(request('GET', path, { base: 'provisioning' })),
	]);
	return [...(sender === undefined ? [] : checkSender(sender, senderId ?? '')), checkTemplates(templates)];
}

async function checkAppOf({ ask }: OperationContext, input: ChannelInput, place: Place): Promise<Check[]> {
	const { projectId, appId, servicePlanId } = place;
	if (appId === undefined) return [];
	const identity = input.channel === 'SMS' ? servicePlanId : input.senderId;
	return [checkApp(await ask(readApp(projectId, appId)), { channel: input.channel, identity })];
}

async function checkWebhookOf({ call }: OperationContext, facts: SinchTarget): Promise<Check[]> {
	if (facts.callbackUrl === '') return [];
	return checkWebhook(await registration.inspect(call, facts), faultOf, facts, LONGEST_URL, {
		name: 'Webhook secret',
		isSet: facts.webhookSecret !== '' || facts.callbackUrl.includes('?token='),
		nextStep:
			'Enter a long random word as "Webhook Secret" in the credential, then publish the workflow again.',
	});
}

function missingPart({ channel, senderId }: ChannelInput, { appId, servicePlanId }: Place) {
	if (channel === 'WHATSAPP' && senderId === undefined) {
		return fieldFailure('senderId', 'The sender ID is missing', 'Number: Get Senders shows it.');
	}
	if (appId !== undefined || (channel === 'SMS' && servicePlanId !== undefined)) return undefined;
	return fieldFailure(
		'appId',
		channel === 'SMS'
			? 'Neither an app nor a service plan is named'
			: 'The app of the Conversation API is missing',
		'The Sinch Build Dashboard shows it; enter it in the credential.',
	);
}

/**
 * Whether a channel can send and receive: one line for each thing that has to be right, in the order in which one needs the
 * other. All calls run at the same time and none changes anything. Sinch tells no balance.
 */
export const check = operation({
	input: channelInput,
	secrets: (input) =>
		targetSecrets(factsOf(input, { projectId: '', appId: undefined, servicePlanId: undefined })),
	async run(input, context) {
		const { line, now, projectId } = context;
		const place: Place = {
			projectId,
			appId: input.appId ?? (line.appId || undefined),
			servicePlanId: input.servicePlanId ?? (line.servicePlanId || undefined),
		};
		const missing = missingPart(input, place);
		if (missing !== undefined) return missing;
		const facts = factsOf(input, place);
		const isSms = input.channel === 'SMS';
		const [apps, ofChannel, ofApp, events] = await Promise.all([
			context.ask(readApps(projectId)),
			isSms ? checkTexts(context, input, place) : checkWhatsApp(context, input, place),
			checkAppOf(context, input, place),
			checkWebhookOf(context, facts),
		]);
		const checks = [...checkName(input.name), checkCredential(apps), ...ofChannel, ...ofApp, ...events];
		const { name, channel, phoneNumber, senderId } = input;
		const shown = compact({ name, channel, phoneNumber, senderId, provider: 'sinch' });
		return { ok: true, items: [channelReport(shown, checks, now)] };
	},
});

/** Whether events of a trigger arrive: one item for each thing that has to be right. */
export const checkEvents = internal(
	operationsOf(classifyAdminError)({
		input: z.custom<SinchTarget>(isJsonObject),
		secrets: targetSecrets,
		async run(facts, context) {
			const { projectId, appId, servicePlanId } = facts;
			const [app, batches, webhook] = await Promise.all([
				appId === undefined ? undefined : context.ask(readApp(projectId, appId)),
				servicePlanId === undefined ? undefined : context.ask(readBatches(servicePlanId)),
				checkWebhookOf(context, facts),
			]);
			const checks = [
				...(app === undefined ? [] : [checkChannels(app)]),
				...(batches === undefined ? [] : [checkServicePlan(batches, servicePlanId ?? '')]),
				...webhook,
			];
			return { ok: true, items: checks.map((check) => compact({ ...check })) };
		},
	}),
);
