import { z } from 'zod';
import { optionalText } from '../../../messages/media';
import { rowOf } from '../../../lib/json';
import { fieldFailure, idInput, optionalId } from '../../../operations/input';
import { operationsOf } from '../../../operations/operation';
import { eventItem, noSuchMessage, pastFilters } from '../../../operations/past';
import type { OperationOutcome } from '../../../operations/contract';
import { classifyAdminError } from '../errors/set-up';
import { CHANNELS } from '../outbound/channels';
import { conversationMessage, conversationMessages } from './conversation-messages';
import { smsMessage, smsMessages } from './sms-messages';

const channel = optionalText('The channel')
	.transform((name = 'sms') => name.toLowerCase())
	.refine(
		(name) => rowOf(CHANNELS, name) !== undefined,
		`The channel has to be one of ${Object.keys(CHANNELS).join(', ')}`,
	);

const isOfPlan = (name: string) => name === 'sms' || name === 'mms';

const operation = operationsOf(classifyAdminError);

const getMany = operation({
	input: z.object({ ...pastFilters, channel, appId: optionalId }),
	async run(wanted, context): Promise<OperationOutcome> {
		const { from, to } = wanted;
		const { servicePlanId } = context.line;
		if (servicePlanId && isOfPlan(wanted.channel)) {
			const found = await smsMessages(context, servicePlanId, wanted);
			return found.ok ? { ok: true, items: found.rows.map(eventItem) } : found;
		}
		if (from !== undefined && to !== undefined) {
			return fieldFailure('from', 'A message is either from a person or to one: leave From or To empty');
		}
		return await conversationMessages(context, wanted);
	},
});

const MISSING = noSuchMessage(
	'message',
	'Check the ID, the channel, and the app or service plan of the credential.',
);

const getOne = operation({
	input: z.object({ channel, appId: optionalId, messageId: idInput('The message ID'), to: optionalId }),
	async run(wanted, context) {
		const { servicePlanId } = context.line;
		const outcome =
			servicePlanId && isOfPlan(wanted.channel)
				? await smsMessage(context, servicePlanId, wanted)
				: await conversationMessage(context, wanted);
		return outcome.ok && outcome.items.length === 0 ? MISSING : outcome;
	},
});

export const MESSAGE = { get: getOne, getMany };
