import { z } from 'zod';
import type { JsonObject } from '../../../events';
import { optionalText } from '../../../messages/media';
import { idInput, fieldFailure, optionalId } from '../../../operations/input';
import { itemsOf, someOf } from '../../../operations/operation';
import { checkCallbackUrl, withoutSecrets } from '../../../webhooks/callback-url';
import { LONGEST_URL } from '../registration/target';
import { compact, isJsonObject, listOf, objectOf, textOf } from '../../../lib/json';
import { secretsInUrl } from '../../../lib/url';
import { get, operationWith } from './operation';
import { digitsOf } from '../../../lib/phone/address';

const operation = operationWith('numbers:manage');

const PATH = '/resource-management/1/inbound-message-configurations';

const CHANNELS = ['SMS', 'MMS', 'WHATSAPP'] as const;
const ACTIONS = ['forwardToUrl', 'pull', 'none'] as const;
const LEVELS = { sender: 'FROM_SENDER', anySender: 'FROM_ANY_SENDER' } as const;

/** What is taken away before the new settings apply (Infobip, OpenAPI 3.210.0, resources). */
const UNSET = { action: 'FORWARDING', block: 'BLOCKLISTCONFIGURATION' } as const;

const where = {
	channel: z.enum(CHANNELS, { message: `The channel has to be one of ${CHANNELS.join(', ')}` }),
	numberKey: optionalId,
	phoneNumber: optionalId.transform((number) => (number === undefined ? undefined : digitsOf(number))),
	countryCode: optionalText('The country code'),
};

const actionInput = z.object({
	...where,
	/** Of the messages that begin with it; all others where it is left out. */
	keyword: optionalText('The keyword').refine(
		(keyword) => (keyword ?? '').length <= 50,
		'A keyword has 50 characters at most',
	),
	action: z.enum(ACTIONS, { message: `The action has to be one of ${ACTIONS.join(', ')}` }).optional(),
	url: optionalText('The URL'),
	isSandbox: z.boolean().optional(),
	autoResponse: optionalText('The automatic response').refine(
		(text) => (text ?? '').length <= 1080,
		'An automatic response has 1080 characters at most',
	),
	autoResponseSender: optionalText('The sender of the automatic response'),
	blockList: z
		.enum(['block', 'unblock', 'none'], { message: 'The block list is block, unblock or none' })
		.optional(),
	blockLevel: z
		.enum(['sender', 'anySender'], { message: 'The level is sender or anySender' })
		.default('sender'),
});

type ActionInput = z.output<typeof actionInput>;

function configurationItem(row: JsonObject): JsonObject[] {
	const configurationKey = textOf(row.configurationKey);
	if (configurationKey === undefined) return [];
	const forwarding = objectOf(row.forwarding);
	const url = textOf(forwarding?.url);
	const block = objectOf(row.blockListConfiguration);
	return [
		compact({
			configurationKey,
			channel: textOf(row.channel),
			keyword: textOf(row.keyword),
			action: textOf(forwarding?.type),
			callbackUrl: url === undefined ? undefined : withoutSecrets(url),
			format: textOf(forwarding?.format),
			autoResponse: textOf(objectOf(row.autoResponse)?.message),
			blockList: textOf(block?.type)?.toLowerCase(),
			blockLevel: textOf(block?.level),
		}),
	];
}

function faultOf(input: ActionInput) {
	const { channel, action, url, numberKey, phoneNumber, blockList, autoResponse } = input;
	if (numberKey === undefined && phoneNumber === undefined) {
		return fieldFailure('phoneNumber', 'The number is missing: the number itself, or its key');
	}
	if (action === undefined && blockList === undefined && autoResponse === undefined) {
		return fieldFailure('action', 'There is nothing to set', 'Choose an action, a response or a block list.');
	}
	if (action === 'pull' && channel === 'WHATSAPP') {
		return fieldFailure('action', 'Infobip forwards messages of WhatsApp to a URL only');
	}
	if (action !== 'forwardToUrl') return undefined;
	if (url === undefined) return fieldFailure('url', 'The URL to forward to is missing');
	const check = checkCallbackUrl(url, { longest: LONGEST_URL, isSandbox: input.isSandbox === true });
	return check.ok ? undefined : fieldFailure('url', check.problem, check.nextStep);
}

function forwardingOf({ action, url }: ActionInput): object | undefined {
	if (action === 'forwardToUrl') return { type: 'HTTP_FORWARD', url };
	return action === 'pull' ? { type: 'PULL' } : undefined;
}

function bodyOf(input: ActionInput): object {
	const {
		channel,
		keyword,
		numberKey,
		phoneNumber: number,
		countryCode,
		action,
		autoResponse,
		blockList,
	} = input;
	const forwarding = forwardingOf(input);
	const unset = [
		...(action === 'none' ? [UNSET.action] : []),
		...(blockList === 'none' ? [UNSET.block] : []),
	];
	return {
		channel,
		...(numberKey === undefined ? { number } : { numberKey }),
		...compact({ countryCode, keyword }),
		...(unset.length > 0 && { unset }),
		...(forwarding && { forwarding }),
		...(autoResponse !== undefined && {
			autoResponse: { message: autoResponse, ...compact({ sender: input.autoResponseSender }) },
		}),
		...(blockList !== undefined &&
			blockList !== 'none' && {
				blockListConfiguration: { type: blockList.toUpperCase(), level: LEVELS[input.blockLevel] },
			}),
	};
}

const WINS =
	'This setting of the number wins over every subscription: events of received messages go there alone.';
const UNSIGNED = 'Infobip does not sign these calls, so put a long random word into the URL and check it.';

/** Creates the setting of a number and keyword, or changes it (Infobip, OpenAPI 3.210.0, resources). */
const setInboundAction = operation({
	input: actionInput,
	secrets: ({ url }) => secretsInUrl(url),
	async run(input, context) {
		const fault = faultOf(input);
		if (fault !== undefined) return fault;
		const notes = input.action === 'forwardToUrl' ? [WINS, UNSIGNED] : [];
		return await itemsOf(context, { method: 'POST', path: PATH, body: bodyOf(input) }, (body) =>
			someOf(
				configurationItem(objectOf(body) ?? {}).map((item) =>
					notes.length === 0 ? item : { ...item, note: notes.join(' ') },
				),
			),
		);
	},
});

const getInboundActions = operation({
	input: z.object(where),
	async run({ channel, numberKey, phoneNumber: number, countryCode }, context) {
		const query = compact({ channel, numberKey, number, countryCode });
		return await itemsOf(context, get(PATH, query), (body) =>
			listOf(body).filter(isJsonObject).flatMap(configurationItem),
		);
	},
});

const deleteInboundAction = operation({
	input: z.object({ configurationKey: idInput('The key of the setting') }),
	run: async ({ configurationKey }, context) =>
		await itemsOf(
			context,
			{ method: 'DELETE', path: `${PATH}/${encodeURIComponent(configurationKey)}` },
			() => [{ configurationKey, deleted: true }],
		),
});

export const INBOUND_ACTION = { setInboundAction, getInboundActions, deleteInboundAction };
