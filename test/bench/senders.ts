/** The nodes that send a list in the benches: n8n's own WhatsApp node, and this package's Messaging Send over its providers. */
import { PACKAGE } from '../../sandbox/n8n/set-up.ts';
import { type Provider, WORLD } from '../../sandbox/settings.ts';

const [line] = WORLD.numbers;
if (line === undefined) throw new Error('The world is empty');

const FOREIGN = 'n8n-nodes-base.whatsApp';
export const OWN = `${PACKAGE}.messagingSend`;

const TEXT = '=Hello {{ $json.name }}, your order {{ $json.order }} is on its way.';
const from = { __rl: true, mode: 'id', value: line.id };
const onError = 'continueErrorOutput';
const byExpression = { recipientFrom: 'value', to: '={{ $json.phone }}' };
const byField = { recipientFrom: 'fields', recipientFields: 'phone' };
/** A template of the sandbox with a picture and two blanks. */
const TEMPLATE = 'new_blend|en_US';
export const PHOTO = 'https://sunrise.example/blend.jpg';

/** What one message of a broadcast says, so that recipients may share a call wherever the provider allows it. */
const NOTICE = 'Hello, we are closed on Friday.';
/** As many calls as bring a thousand answers a second at 100 ms each, with room. */
const WIDE = { concurrency: 200 };

function linkOf(provider: 'infobip' | 'sinch', channel: 'sms' | 'whatsapp') {
	const own = WORLD[provider].lines.find((one) => one.channel === channel);
	if (own === undefined) throw new Error(`The world has no ${channel} at ${provider}`);
	return { provider, channel, sender: { __rl: true, mode: 'id', value: own.phoneNumber } };
}

const TEMPLATE_BY_FIELDS = {
	operation: 'sendTemplate',
	consentFrom: 'none',
	sender: from,
	...byField,
	template: { __rl: true, mode: 'id', value: TEMPLATE },
	fillIn: 'fields',
	valueFields: {
		blank: [
			{ key: 'header_image', field: 'photo' },
			{ key: 'body_1', field: 'name' },
			{ key: 'body_2', field: 'order' },
		],
	},
} as const;

/** The node under test, by name. What nothing is said of is as it comes from the panel. */
export const SENDERS = {
	nothing: { type: 'n8n-nodes-base.noOp', parameters: {} },
	'n8n text': {
		type: FOREIGN,
		onError,
		parameters: {
			operation: 'send',
			phoneNumberId: line.id,
			recipientPhoneNumber: '={{ $json.phone }}',
			textBody: TEXT,
		},
	},
	'n8n template': {
		type: FOREIGN,
		onError,
		parameters: {
			operation: 'sendTemplate',
			phoneNumberId: line.id,
			recipientPhoneNumber: '={{ $json.phone }}',
			template: TEMPLATE,
			components: {
				component: [
					{
						type: 'header',
						headerParameters: { parameter: [{ type: 'image', imageLink: PHOTO }] },
					},
					{
						type: 'body',
						bodyParameters: {
							parameter: [
								{ type: 'text', text: '={{ $json.name }}' },
								{ type: 'text', text: '={{ $json.order }}' },
							],
						},
					},
				],
			},
		},
	},
	'our text': {
		type: OWN,
		onError,
		parameters: {
			provider: 'whatsAppCloud',
			operation: 'sendResponse',
			sender: from,
			...byExpression,
			text: TEXT,
		},
	},
	'our template': {
		type: OWN,
		onError,
		parameters: {
			operation: 'sendTemplate',
			consentFrom: 'none',
			sender: from,
			...byExpression,
			template: { __rl: true, mode: 'id', value: TEMPLATE },
			fillIn: 'form',
			templateValues: {
				mappingMode: 'defineBelow',
				value: { header_image: PHOTO, body_1: '={{ $json.name }}', body_2: '={{ $json.order }}' },
			},
		},
	},
	'our template, by fields': { type: OWN, onError, parameters: TEMPLATE_BY_FIELDS },
	'our text, by fields': {
		type: OWN,
		onError,
		parameters: {
			provider: 'whatsAppCloud',
			operation: 'sendResponse',
			sender: from,
			...byField,
			text: NOTICE,
			delivery: WIDE,
		},
	},
	'our template, by fields, 200 open calls': {
		type: OWN,
		onError,
		parameters: { ...TEMPLATE_BY_FIELDS, delivery: WIDE },
	},
	'Infobip SMS, by fields': {
		type: OWN,
		onError,
		parameters: { operation: 'sendResponse', ...linkOf('infobip', 'sms'), ...byField, text: NOTICE },
	},
	'Infobip SMS': {
		type: OWN,
		onError,
		parameters: { operation: 'sendResponse', ...linkOf('infobip', 'sms'), ...byExpression, text: TEXT },
	},
	'Infobip template, by fields': {
		type: OWN,
		onError,
		parameters: {
			operation: 'sendTemplate',
			consentFrom: 'none',
			...linkOf('infobip', 'whatsapp'),
			...byField,
			template: { __rl: true, mode: 'id', value: 'order_ready|en' },
			fillIn: 'fields',
			valueFields: {
				blank: [
					{ key: 'body_1', field: 'name' },
					{ key: 'body_2', field: 'order' },
					{ key: 'button_0_url', field: 'order' },
				],
			},
		},
	},
	'Sinch SMS, by fields': {
		type: OWN,
		onError,
		parameters: { operation: 'sendResponse', ...linkOf('sinch', 'sms'), ...byField, text: NOTICE },
	},
} as const;
export type SenderName = keyof typeof SENDERS;

/** Lists for what one process sends where nobody limits it, by their lengths. n8n's own node keeps n8n silent with more. */
export const FULL_SPEED: ReadonlyMap<SenderName, number> = new Map([
	['nothing', 10_000],
	['n8n text', 500],
	['n8n template', 500],
	['our text', 2000],
	['our text, by fields', 5000],
	['our template', 2000],
	['our template, by fields', 5000],
	['our template, by fields, 200 open calls', 5000],
	['Infobip SMS', 5000],
	['Infobip SMS, by fields', 10_000],
	['Infobip template, by fields', 10_000],
	['Sinch SMS, by fields', 10_000],
]);

/** Whose stand-in gets the messages. */
export function providerOf(name: SenderName): Provider {
	const { parameters } = SENDERS[name];
	return 'provider' in parameters ? parameters.provider : 'whatsAppCloud';
}
