import { z } from 'zod';
import { numberFrom } from '../../../lib/schema';
import { EVENT_KINDS } from '../../../events';
import type { InfobipTarget } from '../registration/target';
import { optionalText } from '../../../messages/media';
import type { ApiRequest } from '../../../http/api';
import type { Inspection } from '../../../webhooks/registration';
import { idInput } from '../../../operations/input';
import { internal, type OperationContext } from '../../../operations/operation';
import { channelReport, checkName } from '../../../operations/channel-check';
import type { Check } from '../../../operations/checks';
import { LONGEST_URL, targetSecrets } from '../registration/target';
import { checkWebhook } from '../../../operations/webhook-check';
import { registration } from '../registration';
import { digitsOf } from '../../../lib/phone/address';
import { wantedEvents } from '../registration/webhook-events';
import { readBalance } from './account';
import {
	checkCredential,
	checkForwarding,
	checkFunds,
	checkNumber,
	checkSender,
	checkSmsPath,
	checkTemplates,
	faultOf,
} from './check-parts';
import { askWith, get, operationWith } from './operation';
import { webhookSecrets } from './webhook-secrets';
import { compact, isJsonObject } from '../../../lib/json';

const CHANNELS = ['SMS', 'MMS', 'WHATSAPP'] as const;

const channelInput = z.object({
	/** Of the channel. */
	name: optionalText('The name of the channel'),
	sender: idInput('The sender'),
	channels: z
		.array(z.enum(CHANNELS, { message: `A channel is one of ${CHANNELS.join(', ')}` }))
		.nonempty('The channels are missing')
		.default(['SMS']),
	/** Below it the account counts as running out of funds. */
	leastBalance: numberFrom(z.number()).default(0),
	/** Such an account sends without funds. */
	isPostpaid: z.boolean().default(false),
	/** Of the trigger; without one the webhook is not looked at. */
	callbackUrl: optionalText('The callback URL'),
	siblingUrl: optionalText('The test URL'),
	isSandbox: z.boolean().default(false),
	kinds: z.array(z.enum(EVENT_KINDS)).default(['message', 'status']),
	secrets: webhookSecrets,
});

type ChannelInput = z.output<typeof channelInput>;
type Channel = ChannelInput['channels'][number];

function factsOf(input: ChannelInput, callbackUrl: string): InfobipTarget {
	const { siblingUrl, channels, kinds, sender, isSandbox, secrets } = input;
	return compact<InfobipTarget>({
		provider: 'infobip',
		purpose: 'production',
		channels,
		kinds,
		sender: digitsOf(sender),
		callbackUrl,
		isSandbox,
		secrets,
		siblingUrl,
	});
}

const FORWARDING = '/resource-management/1/inbound-message-configurations';
const PREVIEW: ApiRequest = { method: 'POST', path: '/sms/1/preview', body: { text: 'Test' } };

async function checkTexts(
	context: OperationContext,
	facts: InfobipTarget,
	channels: readonly Channel[],
): Promise<Check[]> {
	const { sender = '' } = facts;
	const texts = channels.filter((channel) => channel !== 'WHATSAPP');
	if (texts.length === 0) return [];
	const [numbers, preview] = await Promise.all([
		context.ask(get('/numbers/1/numbers', { number: sender })),
		texts.includes('SMS') ? askWith(context, 'sms:manage')(PREVIEW) : undefined,
	]);
	return [
		...texts.map((channel) => checkNumber(numbers, sender, channel)),
		...(preview === undefined ? [] : [checkSmsPath(preview)]),
	];
}

async function checkWhatsApp(context: OperationContext, { sender = '' }: InfobipTarget): Promise<Check[]> {
	const ask = askWith(context, 'whatsapp:manage');
	const [quality, templates] = await Promise.all([
		ask(get('/whatsapp/1/senders/quality', { senders: sender })),
		ask(get('/whatsapp/1/templates', { sender, status: 'APPROVED', page: '0', size: '1' })),
	]);
	return [...checkSender(quality, sender), checkTemplates(templates)];
}

function isAuthenticated({
	secrets: { basic, header, hmac, urlToken },
	callbackUrl,
}: InfobipTarget): boolean {
	return (
		[basic, header, hmac, urlToken].some((method) => method !== undefined) || callbackUrl.includes('?token=')
	);
}

/** A trigger for one sender is registered for it alone; one for several hears of every sender, so also of this one. */
async function inspectEvents({ call }: OperationContext, facts: InfobipTarget): Promise<Inspection> {
	const ofSender = await registration.inspect(call, facts);
	if (ofSender.state !== 'free' || facts.sender === undefined) return ofSender;
	const ofAll = await registration.inspect(call, { ...facts, sender: undefined });
	return ofAll.state === 'alreadyOurs' ? ofAll : ofSender;
}

async function checkWebhookOf(
	context: OperationContext,
	facts: InfobipTarget,
	channels: readonly Channel[],
): Promise<Check[]> {
	const { sender = '' } = facts;
	const [inspection, ...forwarding] = await Promise.all([
		inspectEvents(context, facts),
		...channels.map(async (channel) => ({
			channel,
			reply: await context.ask(get(FORWARDING, { number: sender, channel })),
		})),
	]);
	return [
		...checkWebhook(inspection, faultOf, facts, LONGEST_URL, {
			name: 'Webhook authentication',
			isSet: isAuthenticated(facts),
			nextStep: 'Choose one in the credential: without it nobody can tell calls of Infobip from forged ones.',
		}),
		...forwarding.map(({ channel, reply }) => checkForwarding(reply, facts, channel)),
	];
}

/**
 * Whether a channel can send and receive: one line for each thing that has to be right, in the order in which one needs the
 * other. All calls run at the same time and none changes anything.
 */
export const check = operationWith('numbers:manage')({
	input: channelInput,
	secrets: (input) => targetSecrets(factsOf(input, input.callbackUrl ?? '')),
	async run(input, context) {
		const { channels, callbackUrl } = input;
		const facts = factsOf(input, callbackUrl ?? '');
		const [balance, texts, whatsApp, events] = await Promise.all([
			askWith(context, 'account-management:manage')(readBalance),
			checkTexts(context, facts, channels),
			channels.includes('WHATSAPP') ? checkWhatsApp(context, facts) : [],
			callbackUrl === undefined ? [] : checkWebhookOf(context, facts, channels),
		]);
		const checks = [
			...checkName(input.name),
			checkCredential(balance),
			checkFunds(balance, { least: input.leastBalance, isPostpaid: input.isPostpaid }),
			...texts,
			...whatsApp,
			...events,
		];
		const shown = compact({ name: input.name, sender: input.sender, channels });
		return { ok: true, items: [channelReport({ ...shown, provider: 'infobip' }, checks, context.now)] };
	},
});

/** Whether events of a trigger arrive: one item for each thing that has to be right. */
export const checkEvents = internal(
	operationWith('numbers:manage')({
		input: z.custom<InfobipTarget>(isJsonObject),
		secrets: targetSecrets,
		async run(facts, context) {
			const { sender, kinds } = facts;
			const chosen = wantedEvents(facts.channels, kinds).map(({ channel }) => channel);
			const channels = CHANNELS.filter((channel) => sender !== undefined && chosen.includes(channel));
			const [quality, webhook] = await Promise.all([
				sender !== undefined && channels.includes('WHATSAPP')
					? askWith(context, 'whatsapp:manage')(get('/whatsapp/1/senders/quality', { senders: sender }))
					: undefined,
				checkWebhookOf(context, facts, kinds.includes('message') ? channels : []),
			]);
			const senders = quality === undefined ? [] : checkSender(quality, sender ?? '');
			return { ok: true, items: [...senders, ...webhook].map((check) => compact({ ...check })) };
		},
	}),
);
